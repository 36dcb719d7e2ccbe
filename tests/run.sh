#!/usr/bin/env bash
# run.sh - every test there is: unit programs, bats files, rooms, pages. Failures are shown as they come; the
# last line is `N passed, M failed, K skipped`, before it stands why tests were skipped. Status 1 when one failed.
#
# $BUILD is the build folder (build): programs in $BUILD/bin, unit tests in $BUILD/unit. With
# operands only these are run: names of unit tests (unit/base/num), bats files (forecast/st-vol.bats), check-rooms, check-man, check-faults, check-ledger-faults.
set -u
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
export ST_BIN=${ST_BIN:-$PWD/$BUILD/bin} ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=0}
log=$(mktemp) why=$(mktemp)
trap 'rm -f "$log" "$why"' EXIT
passed=0 failed=0 skipped=0

# one NAME COMMAND ...: run what prints TAP; count, and show all but what passed.
one() {
	local status=0 p f s planned
	"${@:2}" >"$log" 2>&1 || status=$?
	s=$(grep -cE '^ok .*# skip' -i "$log")
	p=$(($(grep -c '^ok ' "$log") - s))
	f=$(grep -c '^not ok ' "$log")
	planned=$(sed -n 's/^1\.\.//p' "$log")
	# Death without a word of it, or before the plan was done, is a failure too.
	if { [ "$status" != 0 ] && [ "$f" = 0 ]; } || { [ -n "$planned" ] && [ "$planned" != $((p + f + s)) ]; }; then
		echo "not ok ended with status $status after $((p + f + s)) tests" >>"$log"
		f=$((f + 1))
	fi
	sed -n 's/^ok .*# [sS][kK][iI][pP] *//p' "$log" >>"$why"
	passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
	echo "$1: $p passed${f:+$([ "$f" = 0 ] || echo ", $f failed")}$([ "$s" = 0 ] || echo ", $s skipped")"
	grep -vE '^1\.\.' "$log" | awk '/^ok .*# [sS][kK][iI][pP]/ { print "  " $0; next } /^ok / { bad = 0; next }
		/^not ok / { bad = 1 } bad || /^# .* ns/ { print "  " $0 }'
}

all() {
	(cd tests && printf '%s\n' unit/*/*.c | sed 's/\.c$//' && printf '%s\n' *.bats */*.bats)
	printf '%s\n' check-rooms check-man check-faults check-ledger-faults
}

for t in ${*:-$(all)}; do
	case $t in
	unit/*) one "$t" "$BUILD/$t" ;;
	check-*) one "$t" "tests/$t.sh" ;;
	*) one "$t" bats --formatter tap "tests/$t" ;;
	esac
done
sort "$why" | uniq -c | sort -rn | sed 's/^ *\([0-9]*\) /skipped \1: /'
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
