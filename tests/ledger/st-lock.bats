#!/usr/bin/env bats
# st-lock: who locks what, and takes off what

bats_require_minimum_version 1.5.0
load helper

@test "st-lock: each owner takes off its own lock alone" {
	st-lock add CORN
	sqlite3 desk/ledger.db "INSERT INTO instrument_lock VALUES ('CORN', 'break', 1, NULL)" && broken=1
	st-lock remove CORN
	[ "$(st-lock list --csv | sed 1d | cut -d, -f1,2)" = CORN,break ]
	st-lock remove CORN --owner=break
	[ "$(st-lock list --csv)" = instrument,owner,time,why ]
}

@test "st-lock: nothing to be done is 1 and changes nothing" {
	st-lock add CORN
	st-ledger dump --sealed >before
	try st-lock add CORN
	[ "$status" = 1 ]
	[ "$(cat err)" = 'st-lock: CORN is locked already' ]
	try st-lock remove GOLD
	[ "$status" = 1 ]
	try st-lock clear </dev/null
	[ "$status" = 1 ]
	[ "$(cat err)" = 'st-lock: take off every lock, whosever it is: not done without --yes' ]
	st-lock add -n GOLD | jq -e '.after.instrument == "GOLD" and (has("hash") | not)'
	st-ledger dump --sealed | cmp before -
	st-lock clear -y
	[ ! -s <(st-lock list) ]
}

@test "st-lock: ten at once lose nothing, and nobody is told that the ledger is busy" {
	for i in $(seq 10); do
		for j in $(seq 5); do
			st-lock add "I${i}_$j" 2>>errors || echo failed >>errors
		done &
	done
	wait
	[ ! -s errors ]
	[ "$(st-lock list | wc -l)" = 50 ]
	[ "$(st-journal list | tail -n 1 | jq .seq)" = 50 ]
}

@test "st-lock: who waits in vain says so" {
	sqlite3 desk/ledger.db <<-'END' &
		BEGIN IMMEDIATE;
		.shell touch begun; for i in $(seq 100); do [ -e tried ] && break; sleep 0.1; done
		ROLLBACK;
	END
	for _ in $(seq 100); do
		[ -e begun ] && break
		sleep 0.1
	done
	dies 'st-lock: desk/ledger.db: cannot be changed: database is locked (another program writes to it; wait longer with --wait)' st-lock add CORN --wait=0.05
	[ ! -s <(st-lock list) ]
	touch tried
	wait
}

@test "st-lock: names and words with bytes that none may have" {
	for name in $'CO\x01RN' $'CO\xffRN' 'CO RN' CO/RN ../x "CO'RN" _CORN; do
		dies_like 'st-lock: name of an instrument (begins with|has more than) .*' st-lock add GOLD "$name"
	done
	dies 'st-lock: an instrument without a name' st-lock add ''
	dies_like 'st-lock: desk/ledger.db: a text has bytes that no name may have: .*' st-lock add CORN --why=$'a\x1b[2Jword'
	dies_like 'st-lock: desk/ledger.db: a text has bytes that no name may have: .*' st-lock add CORN --why=$'a\xffword'
	[ ! -s <(st-journal list) ]
}
