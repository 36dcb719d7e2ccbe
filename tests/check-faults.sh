#!/usr/bin/env bash
# check-faults.sh [NAME ...] - calls that fail: each of tests/faults/commands.bash (or those named) is run with one of its
# calls failing (tests/faults/inject.c), memory, read, write, open, sync, rename, close, unlink, or is killed in their place.
#
# What is right then: the program ends with status 2 and one line on stderr, having printed the beginning of what it would
# print; files that it writes are the old ones or the new ones, whole; nothing else lies about. Or nothing is
# amiss at all: a call that was not needed, as closing a file that was read. A killed program may leave temporary files.
#
# One call of each kind is tried of each command, another for each; with FAULTS=all every one, which takes minutes.
set -u
here=$(cd "$(dirname "$0")" && pwd)
export ST_BIN=${ST_BIN:-$here/../build/bin}
. "$here/helper.bash"
. "$here/feeds.bash"
. "$here/server.bash"
. "$here/faults/commands.bash"
LC_ALL=C # of the messages

kills="write rename unlink" # where a program is killed too

# ---- one run ----

# The command with the fault of that name, or with none. The shell would tell who was killed.
run_with() {
	{ FAULT=$1 LD_PRELOAD=$inject "${argv[@]}" <"$input" >"$dir/stdout" 2>"$dir/stderr"; } 2>/dev/null
}

# As it was before the first run.
restore() {
	local o f
	for o in $outputs; do
		rm -rf "$o"
		[ ! -e "$dir/old/$o" ] || cp "$dir/old/$o" "$o"
	done
	for f in * "$TMPDIR"/*; do
		[[ -v known[$f] ]] || rm -rf "$f"
	done
}

wrong() {
	bad=1
	said+="# $name: $fault: $1"$'\n'
}

# Every file is the old one or the new one; of a new folder there may be a part.
whole() {
	local o
	for o in $outputs; do
		[ -e "$o" ] || [ -e "$dir/old/$o" ] || continue
		[ -d "$dir/new/$o" ] || cmp -s "$o" "$dir/new/$o" || cmp -s "$o" "$dir/old/$o" || wrong "$o is neither the old nor the new one"
	done
}

# Nothing was amiss.
harmless() {
	local o
	[ "$out" = "$clean_out" ] || wrong "status 0, and other output"
	[ "$err" = "$clean_err" ] || wrong "status 0, and on stderr: $err"
	for o in $outputs; do
		diff -rq "$o" "$dir/new/$o" >/dev/null || wrong "status 0, and $o is another one"
	done
	unneeded=$((unneeded + 1))
	[ -z "${VERBOSE:-}" ] || said+="# $name: $fault: without harm"$'\n'
}

# One line, behind the warnings that there are anyway.
told() {
	local line=${err##*$'\n'}
	[[ "$line" == "${argv[0]}: "* || "$line" == "st: out of memory" ]] || wrong "on stderr: $err" # st before main
	[[ "$clean_err"$'\n' == "${err%"$line"}"* ]] || wrong "not one line on stderr: $err"
	[[ "$fault" != alloc* || "$line" == *": out of memory" ]] || wrong "no word of memory: $line"
	[[ "$clean_out" == "$out"* ]] || wrong "on stdout something else than it would print"
	whole
}

tidy() {
	local f
	for f in * "$TMPDIR"/*; do
		[[ -v known[$f] ]] || wrong "left behind: $f"
	done
}

try_fault() {
	local status out err
	fault=$1
	restore
	run_with "$fault"
	status=$?
	out=$(<"$dir/stdout") err=$(<"$dir/stderr")
	tried=$((tried + 1))
	case $fault:$status in
	kill*:137) whole; return ;;
	*:0) harmless ;;
	*:2) told ;;
	*) wrong "status $status: $err" ;;
	esac
	tidy
}

# ---- a command ----

# Which of n calls are tried.
chosen() {
	if [ "${FAULTS:-}" = all ]; then
		seq "$1"
	elif [ "$1" -gt 0 ]; then
		echo $((1 + turn % $1))
	fi
}

each_fault() {
	local kind n at
	while read -r kind n; do
		for at in $(chosen "$n"); do
			try_fault "$kind $at"
			[[ " $kills " != *" $kind "* ]] || try_fault "kill $kind $at"
		done
		turn=$((turn + 7))
	done <"$dir/counts"
}

# Old files lie where it will write, unless it is something new that it makes.
old_outputs() {
	local o
	mkdir -p "$dir/old" "$dir/new"
	for o in $outputs; do
		case $o in
		new.csv | made | kept) ;;
		EURUSD.csv) cp EURUSD.csv "$dir/old" ;;
		*) echo old >"$dir/old/$o" ;;
		esac
	done
}

# It runs well without a fault, and what it makes then is what is right.
clean_run() {
	local o
	restore
	run_with none || { wrong "status $?: $(<"$dir/stderr")"; return 1; }
	clean_out=$(<"$dir/stdout") clean_err=$(<"$dir/stderr")
	for o in $outputs; do
		cp -r "$o" "$dir/new"
	done
	tidy
	restore
	FAULT_COUNTS=$dir/counts run_with none
}

# Called by faults_commands for each: the one that was asked for is tried.
command() {
	[ "$1" = "$wanted" ] || return 0
	local name=$1 input=$2 outputs=$3 argv=("${@:4}") dir=$work/$1 fault=none bad=0 said= tried=0 unneeded=0 f
	local clean_out clean_err
	declare -A known
	mkdir "$dir" "$dir/tmp" && cp -r "$work/files" "$dir/files" && cd "$dir/files" || return
	export TMPDIR=$dir/tmp
	for f in * $outputs; do known[$f]=1; done
	turn=$((0x$(echo "$name" | md5sum | cut -c 1-4)))
	old_outputs
	clean_run && each_fault
	cd "$work" && rm -rf "$dir"
	printf '%s %s: %d faults, %d of them without harm\n%s' "$([ $bad = 0 ] && echo ok || echo not ok)" "$name" $tried $unneeded "$said"
}

# ---- all ----

shopt -s nullglob dotglob
if [ "${1:-}" = --one ]; then
	wanted=$2
	faults_commands "$work/world"
	exit
fi

if grep -q __asan_init "$ST_BIN/st-vol"; then
	echo "ok faults # skip the sanitizer has its own malloc"
	exit
fi
work=$(mktemp -d)
trap 'stop_servers; rm -rf "$work"' EXIT
export work inject=$work/inject.so BATS_FILE_TMPDIR=$work
cc -std=c11 -D_GNU_SOURCE -shared -fPIC -o "$inject" "$here/faults/inject.c" || exit
serve || exit
printf '%s\n' DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME '2020-01-02 23:00:00,1.0,3.0,1.0,2.0,7' >"$www/good.csv"
mkdir "$work/files" && cd "$work/files" && faults_files "$work/world" || exit
names=$(command() { echo "$1"; }; faults_commands "$work/world")
status=0
printf '%s\n' ${*:-$names} | xargs -P "$(nproc)" -I{} "$here/check-faults.sh" --one {} >"$work/said" || status=1
cat "$work/said"
! grep -q '^not ok' "$work/said" && [ "$status" = 0 ]
