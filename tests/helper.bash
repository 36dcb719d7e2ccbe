# helper.bash - what every bats file loads: the programs under test on PATH, a pinned environment, a few assertions
# $ST_BIN is the folder of the programs (default: build/bin). Each test starts in its own empty folder.

ROOT=$(cd "${BASH_SOURCE[0]%/*}/.." && pwd)
export ST_BIN=${ST_BIN:-$ROOT/build/bin}
export PATH=$ST_BIN:$PATH LC_ALL=C TZ=UTC
# Buffers that live as long as a process are not freed: no leak report of a sanitizer about them.
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=0}
unset CDPATH ST_HOME

setup() {
	cd "$BATS_TEST_TMPDIR" || return
}

# Run a command with stdout in the file out, stderr in err, its exit status in $status. Standard input passes.
try() {
	status=0
	"$@" >out 2>err || status=$?
}

# show FILE: its beginning, for a failure's message.
show() {
	head -c 2000 "$1" | sed 's/^/    /'
}

fail() {
	echo "$@"
	return 1
}

# prints WANT COMMAND ...: the command ends well, silent on stderr, its stdout exactly WANT and a newline.
prints() {
	printf '%s\n' "$1" >want
	try "${@:2}"
	[ "$status" = 0 ] || { fail "${*:2}: status $status" "$(show err)"; return; }
	[ ! -s err ] || { fail "${*:2}: on stderr:" "$(show err)"; return; }
	diff -u want out || fail "${*:2}: other output (- wanted, + got)"
}

# prints_file FILE COMMAND ...: the same with the wanted stdout in a file.
prints_file() {
	try "${@:2}"
	[ "$status" = 0 ] || { fail "${*:2}: status $status" "$(show err)"; return; }
	[ ! -s err ] || { fail "${*:2}: on stderr:" "$(show err)"; return; }
	diff -u "$1" out || fail "${*:2}: other output (- wanted, + got)"
}

# dies WANT COMMAND ...: the command ends with status 2 and exactly the line WANT on stderr. stdout stays in out.
dies() {
	try "${@:2}"
	[ "$status" = 2 ] || { fail "${*:2}: status $status, not 2" "$(show err)"; return; }
	[ "$(cat err)" = "$1" ] || fail "${*:2}: message: $(cat err)" "        wanted: $1"
}

# dies_like REGEX COMMAND ...: the same with one line that an extended regex matches whole.
dies_like() {
	try "${@:2}"
	[ "$status" = 2 ] || { fail "${*:2}: status $status, not 2" "$(show err)"; return; }
	[ "$(wc -l <err)" = 1 ] || { fail "${*:2}: not one line on stderr:" "$(show err)"; return; }
	grep -qxE -e "$1" err || fail "${*:2}: message: $(cat err)" "        wanted: $1"
}

# The folder of reference data that isn't part of this project, else the test is skipped.
reference() {
	[ -n "${ST_REFERENCE:-}" ] || skip "ST_REFERENCE names no folder of reference data"
	[ -e "$ST_REFERENCE/$1" ] || skip "no $1 in \$ST_REFERENCE"
}

data() {
	[ -n "${ST_DATA:-}" ] || skip "ST_DATA names no folder or archive of pysystemtrade's data"
}

# A terminal to pretend, else the test is skipped.
terminal() {
	script -qec true /dev/null </dev/null >/dev/null 2>&1 || skip "no pseudo-terminal can be had here"
}
