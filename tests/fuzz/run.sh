#!/usr/bin/env bash
# run.sh [SECONDS] [TARGET ...] - build the fuzz targets and run each for SECONDS (60), beginning with its corpus.
# What is found goes into $BUILD/fuzz/corpus; a crash is kept in $BUILD/fuzz and ends this with status 1.
# run.sh minimize puts the least set of inputs with the same coverage, old and new, into tests/fuzz/corpus.
set -eu
cd "$(dirname "$0")/../.."
BUILD=${BUILD:-build}
out=$BUILD/fuzz
clang=$(command -v clang-14 || command -v clang) || { echo "run.sh: clang is missing: apt install clang" >&2; exit 2; }
flags="-O1 -g -D_GNU_SOURCE -Ilib -Itests/fuzz -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all"

build() {
	mkdir -p "$out/corpus/$1"
	for f in "${@:2}"; do
		case $f in
		*.cc) std=-std=c++17 ;;
		*) std=-std=c11 ;;
		esac
		"$clang" $flags "$std" -c -o "$out/$(basename "$f").o" "$f"
	done
	"$clang" $flags -o "$out/fuzz-$1" $(for f in "${@:2}"; do echo "$out/$(basename "$f").o"; done) -lstdc++ -lcsv -lm
}

build rec tests/fuzz/fuzz-rec.c tests/fuzz/die-longjmp.c lib/base/prog.c lib/base/mem.c lib/base/wrong.c lib/stream/rec.c lib/base/out.c lib/base/num.cc lib/base/shortest.c
build num tests/fuzz/fuzz-num.c lib/base/num.cc lib/base/shortest.c

if [ "${1:-}" = minimize ]; then
	for t in rec num; do
		rm -rf "$out/least"
		mkdir "$out/least"
		"$out/fuzz-$t" -merge=1 "$out/least" "tests/fuzz/corpus/$t" "$out/corpus/$t"
		rm -f "tests/fuzz/corpus/$t"/*
		cp "$out/least"/* "tests/fuzz/corpus/$t/"
	done
	exit
fi

seconds=${1:-60}
shift || true
for t in "${@:-rec num}"; do
	for t in $t; do
		"$out/fuzz-$t" -max_total_time="$seconds" -max_len=400 -artifact_prefix="$out/" -print_final_stats=1 \
			"$out/corpus/$t" "tests/fuzz/corpus/$t" 2>"$out/$t.log" || { tail -n 30 "$out/$t.log" >&2; exit 1; }
		echo "$t: $(awk '/stat::number_of_executed_units/ { print $2 }' "$out/$t.log") inputs in $seconds s"
	done
done
