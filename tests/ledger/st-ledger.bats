#!/usr/bin/env bats
# st-ledger: the file itself, as text and as what it must not be

bats_require_minimum_version 1.5.0
load helper

# A ledger with a few rows of several tables.
fill() {
	st-lock add CORN GOLD --why='he said "no", twice; ü'
	st-lock remove GOLD
}

@test "st-ledger: a dump is the same for the same content, whatever happened before" {
	fill
	mkdir other
	st-ledger init --home=other
	ST_NOW='2020-01-03 14:00:00' st-lock add CORN --why='he said "no", twice; ü' --home=other
	st-ledger dump >one
	st-ledger dump --home=other >two
	cmp one two
	[ "$(st-ledger dump --sealed | head -n 1)" != "$(st-ledger dump --sealed --home=other | head -n 1)" ]
}

@test "st-ledger: what is loaded from a dump dumps the same; with a seal its events go on" {
	fill
	st-ledger dump --sealed >sealed
	mkdir other
	st-ledger load sealed --home=other
	st-ledger dump --sealed --home=other | cmp sealed -
	st-lock add OIL --home=other
	[ "$(st-journal list --home=other | jq -r .seq)" = 4 ]
	prints '1 event, as it was written' st-journal verify --home=other
	mkdir third
	st-journal export --home=other >events
	st-journal replay events --from=sealed --home=third
	st-ledger dump --home=third | cmp - <(st-ledger dump --home=other)
	# Without the seal they go on from nothing.
	mkdir fourth
	st-ledger dump | st-ledger load --home=fourth
	st-lock add OIL --home=fourth
	[ "$(st-journal list --home=fourth | jq -r .seq)" = 1 ]
}

@test "st-ledger: load refuses what is no dump, and then there is no ledger" {
	mkdir other
	: >empty
	dies 'st-ledger: empty: is empty, not a dump' st-ledger load empty --home=other
	echo '{"ledger":2}' >newer
	dies 'st-ledger: newer:1: a dump of version 2; this st reads 1' st-ledger load newer --home=other
	printf '{"ledger":1}\n{"table":"locks"}\n' >table
	dies "st-ledger: table:2: no table 'locks'" st-ledger load table --home=other
	printf '{"ledger":1}\n{"table":"override","instrument":"X","value":"half"}\n' >kind
	dies "st-ledger: kind:2: override: 'value' is of another kind" st-ledger load kind --home=other
	printf '{"ledger":1}\n{"table":"override","instrument":"X","value":0.5,"colour":1}\n' >column
	dies "st-ledger: column:2: override: no column 'colour'" st-ledger load column --home=other
	printf '{"ledger":1}\n{"table":"override","strategy":"","instrument":"X","value":7}\n' >value
	dies_like 'st-ledger: other/ledger.db: cannot be changed: CHECK constraint failed: .*' st-ledger load value --home=other
	printf '{"ledger":1}\n{"table":"override"' >cut
	dies_like 'st-ledger: cut:2: .*' st-ledger load cut --home=other
	printf '{"ledger":1}\n{"table":"contract_order","id":1,"parent":9,"strategy":"s","instrument":"X","type":"best","made_time":"2020-01-03","by":"hand","locked":0,"overfilled":0,"state":"live"}\n' >orphan
	dies_like 'st-ledger: other/ledger.db: .*FOREIGN KEY constraint failed.*' st-ledger load orphan --home=other
	[ ! -e other/ledger.db ]
	st-ledger dump | st-ledger load --home=other
	[ "$(ls other)" = ledger.db ]
	dies "st-ledger: there is a file 'other/ledger.db' already" st-ledger load kind --home=other
}

@test "st-ledger: what is no ledger is refused by name" {
	mkdir a b c d e
	dies_like "st-ledger: no ledger 'a/ledger.db': st-home init makes one: No such file or directory" st-ledger dump --home=a
	: >a/ledger.db
	dies "st-ledger: 'a/ledger.db' is no ledger: it is empty; restore a copy, or remove it and make one with st-ledger init" st-ledger dump --home=a
	echo 'time,price' >b/ledger.db
	dies_like 'st-ledger: b/ledger.db: cannot be read: file is not a database \(.*\)' st-ledger dump --home=b
	sqlite3 c/ledger.db 'CREATE TABLE x(y)'
	dies "st-ledger: 'c/ledger.db' is no ledger of st" st-ledger dump --home=c
	mkdir d/ledger.db
	dies "st-ledger: 'd/ledger.db' is no ledger: no plain file" st-ledger dump --home=d
	cp desk/ledger.db e/
	sqlite3 e/ledger.db 'PRAGMA user_version = 2'
	dies "st-ledger: 'e/ledger.db' is of version 2, made by a newer st; this one knows 1" st-ledger dump --home=e
	dies "st-ledger: 'e/ledger.db' is of version 2, made by a newer st; this one knows 1" st-ledger upgrade --home=e
	sqlite3 e/ledger.db 'PRAGMA user_version = 0'
	dies "st-ledger: 'e/ledger.db' is of version 0, this st needs 1: st-ledger upgrade" st-ledger dump --home=e
	unset ST_HOME
	dies 'st-ledger: which desk? set $ST_HOME or give --home=DIR; st-home init DIR makes one' st-ledger dump
}

@test "st-ledger: a file that is cut or has lost a page is found, and nothing is written to it" {
	fill
	st-ledger dump >before
	sqlite3 desk/ledger.db 'PRAGMA wal_checkpoint(TRUNCATE)' >checkpointed
	mkdir cut page
	head -c 50000 desk/ledger.db >cut/ledger.db
	cp desk/ledger.db page/
	dd if=/dev/zero of=page/ledger.db bs=4096 seek=3 count=1 conv=notrunc status=none
	for bad in cut page; do
		cp $bad/ledger.db kept
		try st-ledger check --home=$bad
		[ "$status" -ne 0 ]
		[ "$(wc -l <err)" -le 1 ]
		cmp $bad/ledger.db kept
	done
	st-ledger dump | cmp before -
}

@test "st-ledger: check names each thing that is broken" {
	fill
	try st-ledger check
	[ "$status" = 0 ]
	! grep -q ',0,' out
	# A row that no event made; then one that only looks as if an event had made it.
	sql "INSERT INTO override VALUES ('', 'CORN', 0.5, NULL)"
	try st-ledger check
	[ "$status" = 1 ]
	[ "$(grep ',0,' out)" = 'replay,0,what is here came by events alone,"{""table"":""override"",""strategy"":"""",""instrument"":""CORN"",""value"":0.5}"' ]
	sql "DROP TRIGGER event_kept; UPDATE event SET program = 'st-lock bdd' WHERE seq = 2"
	try st-ledger check
	[ "$(grep ',0,' out)" = 'schema,0,"tables, triggers and views are those of this version",event_kept
journal,0,events are what was written,event 2 is not what was written
replay,0,what is here came by events alone,event 2 is not what was written' ]
}

@test "st-ledger: check finds orders and positions that cannot be" {
	sql "PRAGMA foreign_keys = OFF;
		INSERT INTO instrument_order(id, strategy, instrument, trade, fill, type, made_time, by) VALUES (1, 's', 'CORN', 3, 1, 'best', 1, 'strategy');
		INSERT INTO contract_order(id, parent, strategy, instrument, type, made_time, by, state) VALUES (1, 1, 't', 'CORN', 'best', 1, 'strategy', 'done');
		INSERT INTO contract_leg VALUES (1, 0, '20200300', 2, 3, NULL);
		INSERT INTO broker_order(id, parent, strategy, instrument, type, made_time, status, by) VALUES (1, 1, 's', 'CORN', 'market', 1, 'filled', 'strategy');
		INSERT INTO broker_leg VALUES (1, 0, '20200300', 2, 2, NULL);
		INSERT INTO execution VALUES ('x', 1, 0, 1, 100, 1, NULL, NULL, 'fill', NULL);
		INSERT INTO contract_position VALUES (1, 'CORN', '20200300', 1, 2, 2, 'x');
		INSERT INTO contract_position VALUES (2, 'CORN', '20200300', 1, 1, 3, 'y');
		INSERT INTO strategy_position VALUES (1, 's', 'CORN', 1, 1, 1, 'x', NULL)"
	try st-ledger check
	[ "$status" = 1 ]
	[ "$(grep ',0,' out | sed 's/,0,.*,/ /' | sort)" = 'I1 contract order 1
I2 broker order 1 leg 0
I3 contract order 1 leg 0
I3 instrument order 1
I4 broker order 1
I6 broker order 1
I6 contract order 1
I6 instrument order 1
I8 contract position 1
I9  1 by strategies"
references contract_position names a row of execution that is not there
replay ""state"":""live""}"' ]
}

@test "st-ledger: init makes none over another, whatever was left there" {
	dies "st-ledger: there is a file 'desk/ledger.db' already" st-ledger init
	mkdir new
	echo rubbish >new/ledger.db.new
	echo rubbish >new/ledger.db.new-wal
	st-ledger init --home=new
	[ "$(ls new)" = ledger.db ]
	dies_like "st-ledger: cannot .*'nowhere.*" st-ledger init --home=nowhere
}

@test "st-ledger: upgrade has nothing to do" {
	try st-ledger upgrade
	[ "$status" = 1 ]
	[ ! -s out ]
}
