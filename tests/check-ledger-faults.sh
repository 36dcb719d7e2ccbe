#!/usr/bin/env bash
# check-ledger-faults.sh [VERB ...] - the ledger when a call of a verb fails (tests/faults/inject.c), or kills it in its place
#
# What is right then, of each verb that changes something, memory, a read, write, open, sync, close or unlink failing: it
# ends with status 2 and one line on stderr, or as it should; st-ledger check holds; the dump is that of before or of
# after; and the verb done again gives that of after. So too when it is killed there.
#
# A few calls of each kind are tried of each verb; with FAULTS=all every one, of the kinds in KINDS alone where that is set.
set -u
here=$(cd "$(dirname "$0")" && pwd)
export ST_BIN=${ST_BIN:-$here/../build/bin}
export PATH=$ST_BIN:$PATH LC_ALL=C TZ=UTC ST_NOW='2001-01-03 09:00:00'
unset ST_HOME
kinds=${KINDS:-alloc read write open sync close unlink}
kills="write open sync unlink"

# ---- the desk that each verb begins with ----

order() {
	printf '{"strategy":"%s","instrument":"%s","trade":%d}\n' "$@"
}

make_desk() {
	export ST_HOME=$1 ST_NOW='2001-01-02 23:30:00'
	mkdir "$1"
	st-synth --instruments=3 --years=1 --output="$1/data"
	codes=($(ls "$1/data/multiple_prices_csv" | sed 's/.csv//'))
	st-ledger init
	order trend "${codes[0]}" 5 | st-stack put >/dev/null
	order trend "${codes[1]}" -3 | st-stack put >/dev/null
	st-spawn
	st-fill by-hand contract 1 --quantity=5 --price=100 -y
	st-fill by-hand contract 2 --quantity=-1 --price=100 -y
	order carry "${codes[1]}" 4 | st-stack put >/dev/null
	order carry "${codes[2]}" 4 | st-stack put >/dev/null
	st-stack lock instrument 4
	st-lock add GOLD
	st-override set 0.5 --instrument=GOLD
	st-limit position set 9 --instrument=GOLD
	st-limit trade set 9 --instrument=GOLD
	st-roll-status set "${codes[0]}" Force -y
	st-halt --why=x
	st-ledger dump --sealed >"$1/sealed"
	echo '{"strategy":"w","instrument":"GOLD","kind":"simple","position":2}' >"$1/wanted"
	order trend "${codes[2]}" 7 >"$1/order"
	order carry "${codes[1]}" 0 >"$1/none"
	mkdir "$1/other"
	export ST_NOW='2001-01-03 09:00:00'
}

# verbs: NAME, then the command, for each that changes something.
verbs() {
	cat <<-END
		init st-ledger init --home=other
		load st-ledger load sealed --home=other
		lock st-lock add TIN CORN --why=x
		unlock st-lock remove GOLD
		override st-override set close --instrument=GOLD
		position-limit st-limit position set 3 --instrument=GOLD
		trade-limit st-limit trade set 3 --instrument=GOLD
		halt st-halt --reduce-only --why=y
		resume st-resume -y
		wanted st-wanted put wanted
		put st-stack put order
		put-none st-stack put none
		lock-order st-stack lock instrument 1
		cancel st-stack cancel instrument 3
		complete st-stack complete
		purge st-stack complete --zero
		spawn st-spawn
		fill st-fill by-hand contract 2 --quantity=-2 --price=101 -y
		balance st-balance trade trend GOLD 20010300 --quantity=2 --price=5 -y
		transfer st-balance transfer trend carry ${codes[0]} --price=5 -y
		roll-state st-roll-status set ${codes[0]} Passive -y
		roll-orders st-roll-status orders
	END
}

# ---- one run ----

# The ledger that the verb is about, as text; nothing where there is none.
dump_of() {
	if [ -e "$1/ledger.db" ]; then
		st-ledger dump --home="$1" 2>&1
	fi
}

wrong() {
	bad=1
	said+="# $name: $fault: $1"$'\n'
}

restore() {
	rm -rf desk
	cp -r "$work/desk" desk
}

run_with() {
	(cd desk && FAULT=$1 LD_PRELOAD=$inject ST_HOME=. "${argv[@]}" >../stdout 2>../stderr </dev/null) 2>/dev/null
}

# What the verb says when it has been done already: done, or nothing to be done.
again() {
	(cd desk && ST_HOME=. "${argv[@]}" >../stdout 2>../stderr </dev/null)
	[ "$(dump_of "$about")" = "$after" ] || wrong "done again it gives something else: $(cat stderr)"
}

try_fault() {
	local status
	fault=$1 tried=$((tried + 1))
	restore
	run_with "$fault"
	status=$?
	case $fault:$status in
	kill*:137 | *:0) ;;
	*:2) [ "$(wc -l <stderr)" = 1 ] || wrong "not one line on stderr: $(cat stderr)" ;;
	*) wrong "status $status: $(cat stderr)" ;;
	esac
	local now
	now=$(dump_of "$about")
	if [ "$status" = 0 ] && [ "$now" != "$after" ]; then
		wrong "status 0, and something else than it should be"
	elif [ "$now" != "$before" ] && [ "$now" != "$after" ]; then
		wrong "the ledger is neither as before nor as after"
	fi
	if [ -e "$about/ledger.db" ]; then
		st-ledger check --home="$about" >checked 2>&1 || wrong "it does not hold: $(grep -v ',1,' checked | head -n 2)"
	fi
	# What makes a ledger can't do it over another.
	[ "$now" != "$before" ] || again
}

# Of n calls; allocations are thousands, one in 37 of which is enough.
chosen() {
	if [ "${FAULTS:-}" = all ]; then
		seq 1 "$([ "$2" = alloc ] && echo 37 || echo 1)" "$1"
	elif [ "$1" -gt 0 ]; then
		echo $((1 + turn % $1))
	fi
}

each_fault() {
	local kind n at
	while read -r kind n; do
		[[ " $kinds " == *" $kind "* ]] || continue
		for at in $(chosen "$n" "$kind"); do
			try_fault "$kind $at"
			[[ " $kills " != *" $kind "* ]] || try_fault "kill $kind $at"
		done
		turn=$((turn + 7))
	done <counts
}

one() {
	local name=$1 argv=("${@:2}") about=desk before after bad=0 said= tried=0 fault=none
	mkdir -p "$work/$name" && cd "$work/$name" || return
	[[ $* != *--home=other* ]] || about=desk/other
	turn=$((0x$(echo "$name" | md5sum | cut -c 1-4)))
	restore
	before=$(dump_of "$about")
	run_with none || wrong "without a fault: status $?: $(cat stderr)"
	after=$(dump_of "$about")
	[ "$before" != "$after" ] || wrong "it changes nothing"
	restore
	FAULT_COUNTS=$PWD/counts run_with none
	each_fault
	cd "$work" && rm -rf "${work:?}/$name"
	printf '%s the ledger and %s: %d faults\n%s' "$([ $bad = 0 ] && echo ok || echo not ok)" "$name" $tried "$said"
}

# ---- all ----

if [ "${1:-}" = --one ]; then
	export ST_HOME=$work/desk
	codes=($(ls "$work/desk/data/multiple_prices_csv" | sed 's/.csv//'))
	while read -r name command; do
		[ "$name" = "$2" ] && read -ra argv <<<"$command" && one "$name" "${argv[@]}"
	done < <(verbs)
	exit
fi
if grep -q __asan_init "$ST_BIN/st-vol"; then
	echo "ok ledger faults # skip the sanitizer has its own malloc"
	exit
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export work inject=$work/inject.so
cc -std=c11 -D_GNU_SOURCE -shared -fPIC -o "$inject" "$here/faults/inject.c" || exit
make_desk "$work/desk" || exit
printf '%s\n' ${*:-$(verbs | cut -d' ' -f1)} | xargs -P "$(nproc)" -I{} "$here/check-ledger-faults.sh" --one {} >"$work/said"
cat "$work/said"
! grep -q '^not ok' "$work/said"
