#!/usr/bin/env bats
# st-journal: the chain of events, and what was done to it

bats_require_minimum_version 1.5.0
load helper

four_events() {
	st-lock add CORN GOLD
	ST_NOW='2020-01-04 09:00:00' st-lock add OIL --why=strike
	ST_NOW='2020-01-05 09:00:00' st-lock remove OIL
}

@test "st-journal: list selects by time, table, program and number" {
	four_events
	seqs() { st-journal list "$@" | jq -r .seq | paste -sd ' '; }
	[ "$(seqs)" = '1 2 3 4' ]
	[ "$(seqs --since='2020-01-04 09:00:00')" = '3 4' ]
	[ "$(seqs --until='2020-01-04 09:00:00')" = '1 2' ]
	[ "$(seqs --program='st-lock add')" = '1 2 3' ]
	[ "$(seqs --program=st-lock)" = '1 2 3 4' ]
	[ "$(seqs --program=st-loc)" = '' ]
	[ "$(seqs --what=instrument_lock --last=2)" = '3 4' ]
	[ "$(seqs --program='st-lock add' --last=2)" = '2 3' ]
	[ "$(seqs --last=0)" = '' ]
	dies 'st-journal: --since: not a time: "noon"' st-journal list --since=noon
	dies 'st-journal: --last: below 0: "-1"' st-journal list --last=-1
}

@test "st-journal: verify finds one changed byte, whatever it is of" {
	four_events
	for change in "time = time + 1" "who = 'x' || who" "program = 'st-lock adc'" "what = 'override'" "key = replace(key, 'N', 'M')" \
		"after = replace(after, 'CORN', 'CORM')" "before = '{}'" \
		"hash = CASE substr(hash, 1, 1) WHEN 'f' THEN '0' ELSE 'f' END || substr(hash, 2)"; do
		cp -r desk copy
		sqlite3 copy/ledger.db "DROP TRIGGER event_kept; UPDATE event SET $change WHERE seq = 1"
		try st-journal verify --home=copy
		[ "$status" = 1 ] || fail "$change: not found"
		grep -qxE 'st-journal: copy/ledger.db: event [12] (is not what was written|was written by no program of st)' err || fail "$change: $(cat err)"
		rm -r copy
	done
}

@test "st-journal: verify finds an event that is missing, doubled or in another's place" {
	four_events
	cp -r desk gone
	sqlite3 gone/ledger.db "DROP TRIGGER event_stays; DELETE FROM event WHERE seq = 2"
	try st-journal verify --home=gone
	[ "$(cat err)" = 'st-journal: gone/ledger.db: event 2 is missing' ]
	sqlite3 gone/ledger.db "DELETE FROM event WHERE seq = 3"
	try st-journal verify --home=gone
	[ "$(cat err)" = 'st-journal: gone/ledger.db: events 2 to 3 are missing' ]
	cp -r desk swapped
	sqlite3 swapped/ledger.db "DROP TRIGGER event_kept; UPDATE event SET (key, after, hash) = (SELECT key, after, hash FROM event e WHERE e.seq = 3 - event.seq) WHERE seq <= 2"
	try st-journal verify --home=swapped
	[ "$(cat err)" = 'st-journal: swapped/ledger.db: event 1 is not what was written' ]
	mkdir again
	st-journal export >events
	sed -n '1p;2p;2p;3p' events >doubled
	dies 'st-journal: doubled:3: event 2 comes behind event 2' st-journal replay doubled --home=again
	for n in 1 3 2 4; do
		sed -n ${n}p events
	done >swapped.events
	dies 'st-journal: swapped.events:2: event 2 is missing' st-journal replay swapped.events --home=again
	sed 's/OIL/OIK/' events >changed
	dies 'st-journal: changed:3: event 3 is not what was written' st-journal replay changed --home=again
	[ ! -e again/ledger.db ]
	rmdir again
}

@test "st-journal: a seal that is kept elsewhere finds what the chain cannot" {
	four_events
	prints '4 events, as they were written' st-journal verify --seal=seals
	prints '4 events, as they were written' st-journal verify --seal=seals
	[ "$(wc -l <seals)" = 1 ]
	cp -r desk shorter
	sqlite3 shorter/ledger.db "DROP TRIGGER event_stays; DELETE FROM event WHERE seq = 4"
	prints '3 events, as they were written' st-journal verify --home=shorter
	try st-journal verify --home=shorter --seal=seals
	[ "$status" = 1 ]
	[ "$(cat err)" = 'st-journal: shorter/ledger.db: event 4, which was sealed, is not there' ]
	# The same four verbs at other times: a chain of its own that holds.
	mkdir anew
	st-ledger init --home=anew
	for lock in CORN GOLD OIL TIN; do
		st-lock add $lock --home=anew
	done
	try st-journal verify --home=anew --seal=seals
	[ "$(cat err)" = 'st-journal: anew/ledger.db: event 4 is not the one that was sealed' ]
	ST_NOW='2020-01-06' st-lock add TIN
	cp seals kept
	prints '5 events, as they were written' st-journal verify --seal=seals -n
	cmp seals kept
	prints '5 events, as they were written' st-journal verify --seal=seals
	[ "$(wc -l <seals)" = 2 ]
	echo rubbish >>seals
	try st-journal verify --seal=seals
	[ "$status" = 1 ]
}

@test "st-journal: follow prints what comes, and what was since" {
	st-lock add CORN
	st-journal follow --last=1 >followed &
	pid=$!
	for _ in $(seq 100); do
		[ -s followed ] && break
		sleep 0.1
	done
	ST_NOW='2020-01-04' st-lock add GOLD
	ST_NOW='2020-01-04' st-lock add OIL
	for _ in $(seq 100); do
		[ "$(wc -l <followed)" = 3 ] && break
		sleep 0.1
	done
	kill $pid
	st-journal list | cmp - followed
}

@test "st-journal: replay needs what the events go on from" {
	four_events
	st-journal export | tail -n 2 >late
	mkdir again
	dies 'st-journal: late:1: events 1 to 2 are missing' st-journal replay late --home=again
	rmdir again
	echo '{"seq":1}' >part
	dies "st-journal: part:1: no 'act'" st-journal replay part --home=.
}
