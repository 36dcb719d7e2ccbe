#!/usr/bin/env bash
# run.sh [SECONDS] [TARGET ...] - build the fuzz targets and run each for SECONDS (60), beginning with its corpus.
# A target is fuzz-TARGET.c, linked with all of lib/, both built by clang; a new one appears by dropping its file, which
# may say how long its inputs are, max_len=BYTES (400).
# What is found goes into $BUILD/fuzz/corpus; a crash is kept in $BUILD/fuzz and ends this with status 1.
# run.sh minimize puts the least set of inputs with the same coverage, old and new, into tests/fuzz/corpus.
set -eu
cd "$(dirname "$0")/../.."
BUILD=${BUILD:-build}
out=$BUILD/fuzz
clang=$(command -v clang-14 || command -v clang) || { echo "run.sh: clang is missing: apt install clang" >&2; exit 2; }
checks="address,undefined -fno-sanitize-recover=all"
all=$(cd tests/fuzz && printf '%s\n' fuzz-*.c | sed 's/^fuzz-//; s/\.c$//')

# The library is instrumented as the targets are, and told so as gcc tells it, but has no main.
make --no-print-directory -s -j"$(nproc)" BUILD="$out/lib" CC="$clang" CXX="${clang/clang/clang++}" OPT=-O1 WARN= CXXWARN= \
	CPPFLAGS=-D__SANITIZE_ADDRESS__ \
	SAN="-fsanitize=fuzzer-no-link,$checks" "$out/lib/libst.a"
libs="$(make --no-print-directory -s --eval 'libs: ; @echo $(LIBS)' libs) -lstdc++"
for t in $all; do
	mkdir -p "$out/corpus/$t" "tests/fuzz/corpus/$t"
	"$clang" -O1 -g -std=c11 -D_GNU_SOURCE -Ilib -Itests/fuzz -fsanitize=fuzzer,$checks -o "$out/fuzz-$t" \
		"tests/fuzz/fuzz-$t.c" tests/fuzz/die-longjmp.c "$out/lib/libst.a" $libs
done

if [ "${1:-}" = minimize ]; then
	for t in $all; do
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
for t in ${*:-$all}; do
	max_len=$(grep -o 'max_len=[0-9]*' "tests/fuzz/fuzz-$t.c" || echo max_len=400)
	"$out/fuzz-$t" -max_total_time="$seconds" "-$max_len" -artifact_prefix="$out/" -print_final_stats=1 \
		"$out/corpus/$t" "tests/fuzz/corpus/$t" 2>"$out/$t.log" || { tail -n 30 "$out/$t.log" >&2; exit 1; }
	echo "$t: $(awk '/stat::number_of_executed_units/ { print $2 }' "$out/$t.log") inputs in $seconds s"
done
