#!/usr/bin/env bats
# st-position: sums of what was executed, then and now

bats_require_minimum_version 1.5.0
load helper

# fill ID STRATEGY INSTRUMENT CONTRACT LOTS TIME: an order of a contract, filled; order, contract order and broker order are of number ID.
fill() {
	local by=strategy trade=$5
	[ "$2" != _ROLL_PSEUDO_STRATEGY ] || by=roll trade=0
	cat <<-SQL
		INSERT INTO instrument_order(id, strategy, instrument, trade, fill, type, made_time, by) VALUES ($1, '$2', '$3', $trade, $trade, 'best', 0, '$by');
		INSERT INTO contract_order(id, parent, strategy, instrument, type, made_time, by) VALUES ($1, $1, '$2', '$3', 'best', 0, '$by');
		INSERT INTO contract_leg VALUES ($1, 0, '$4', $5, $5, 100);
		INSERT INTO broker_order(id, parent, strategy, instrument, type, made_time, status, by) VALUES ($1, $1, '$2', '$3', 'market', 0, 'filled', '$by');
		INSERT INTO broker_leg VALUES ($1, 0, '$4', $5, $5, 100);
		INSERT INTO execution VALUES ('e$1', $1, 0, $5, 100, unixepoch('$6') * 1000000, NULL, NULL, 'fill', NULL);
		INSERT INTO contract_position(instrument, contract, time, delta, position, execution) SELECT '$3', '$4', unixepoch('$6') * 1000000, $5,
			$5 + coalesce((SELECT sum(delta) FROM contract_position WHERE instrument = '$3' AND contract = '$4'), 0), 'e$1';
	SQL
	[ $by = roll ] || cat <<-SQL
		INSERT INTO strategy_position(strategy, instrument, time, delta, position, execution) SELECT '$2', '$3', unixepoch('$6') * 1000000, $5,
			$5 + coalesce((SELECT sum(delta) FROM strategy_position WHERE strategy = '$2' AND instrument = '$3'), 0), 'e$1';
	SQL
}

# Two strategies in CORN, one of which turns round; GOLD is closed again; 2 lots go from fast to slow by themselves.
some() {
	sql "$(
		fill 1 fast CORN 20200300 3 '2020-01-03 10:00:00'
		fill 2 slow CORN 20200300 1 '2020-01-03 11:00:00'
		fill 3 fast GOLD 20200200 -2 '2020-01-04 10:00:00'
		fill 4 fast CORN 20200500 -4 '2020-01-05 10:00:00'
		fill 5 fast GOLD 20200200 2 '2020-01-06 10:00:00'
	)
	INSERT INTO instrument_order(id, strategy, instrument, trade, fill, type, made_time, by, state) VALUES
		(6, 'fast', 'CORN', -2, -2, 'transfer_trade', 0, 'hand', 'history'), (7, 'slow', 'CORN', 2, 2, 'transfer_trade', 0, 'hand', 'history');
	INSERT INTO strategy_position(strategy, instrument, time, delta, position, instrument_order) VALUES
		('fast', 'CORN', unixepoch('2020-01-07 10:00:00') * 1000000, -2, -3, 6), ('slow', 'CORN', unixepoch('2020-01-07 10:00:00') * 1000000, 2, 3, 7);"
}

@test "st-position: list has what is held now, by strategy and by contract" {
	some
	prints '{"strategy":"fast","instrument":"CORN","position":-3,"time":"2020-01-07 10:00:00"}
{"strategy":"slow","instrument":"CORN","position":3,"time":"2020-01-07 10:00:00"}
{"instrument":"CORN","contract":"20200300","position":4,"time":"2020-01-03 11:00:00"}
{"instrument":"CORN","contract":"20200500","position":-4,"time":"2020-01-05 10:00:00"}' st-position list
	prints 'strategy,instrument,contract,position,time
fast,CORN,,-3,2020-01-07 10:00:00
slow,CORN,,3,2020-01-07 10:00:00' st-position list --by=strategy --csv
	prints 'strategy,instrument,contract,position,time
,CORN,20200500,-4,2020-01-05 10:00:00' st-position list --contract=202005 --csv
	[ "$(st-position list --by=contract | wc -l)" = 2 ]
	[ "$(st-position list -s slow | jq .position)" = 3 ]
	[ ! -s <(st-position list -i GOLD) ]
	[ ! -s <(st-position list -s slow --by=contract) ]
	st-position list -i GOLD
	! grep -q ',0,' <(st-ledger check | grep '^I')
}

@test "st-position: list at a time has what was held then, a change of that very instant with it" {
	some
	at() { st-position list --csv --at="$1" | sed 1d | cut -d, -f1-4 | paste -sd ' '; }
	[ "$(at '2020-01-03 09:59:59.999999')" = '' ]
	[ "$(at '2020-01-03 10:00:00')" = 'fast,CORN,,3 ,CORN,20200300,3' ]
	[ "$(at '2020-01-05')" = 'fast,CORN,,3 slow,CORN,,1 ,CORN,20200300,4 fast,GOLD,,-2 ,GOLD,20200200,-2' ]
	[ "$(at '2020-01-06 10:00:00')" = 'fast,CORN,,-1 slow,CORN,,1 ,CORN,20200300,4 ,CORN,20200500,-4' ]
	[ "$(at '2030-01-01')" = "$(st-position list --csv | sed 1d | cut -d, -f1-4 | paste -sd ' ')" ]
}

@test "st-position: history has each change and what it came from" {
	some
	prints 'strategy,instrument,contract,time,delta,position,execution,broker_order,instrument_order
fast,CORN,,2020-01-03 10:00:00,3,3,e1,1,1
fast,CORN,,2020-01-05 10:00:00,-4,-1,e4,4,4
fast,CORN,,2020-01-07 10:00:00,-2,-3,,,6' st-position history -s fast -i CORN --csv
	prints '{"instrument":"GOLD","contract":"20200200","time":"2020-01-04 10:00:00","delta":-2,"position":-2,"execution":"e3","broker_order":3,"instrument_order":3}
{"instrument":"GOLD","contract":"20200200","time":"2020-01-06 10:00:00","delta":2,"position":0,"execution":"e5","broker_order":5,"instrument_order":5}' \
		st-position history -i GOLD --contract=20200200
	[ "$(st-position history | wc -l)" = 12 ]
	[ ! -s <(st-position history -i OIL) ]
}

@test "st-position: breaks has what differs, and says so; a roll under way is none" {
	some
	prints_file /dev/null st-position breaks
	sql "$(fill 8 _ROLL_PSEUDO_STRATEGY CORN 20200300 -4 '2020-01-08 10:00:00')"
	prints_file /dev/null st-position breaks
	sql "$(fill 9 fast OIL 20200300 5 '2020-01-08 10:00:00')
		INSERT INTO instrument_order(id, strategy, instrument, trade, fill, type, made_time, by, state) VALUES
			(10, 'fast', 'OIL', 2, 2, 'balance_trade', 0, 'hand', 'history'), (11, 'fast', 'TIN', -1, -1, 'balance_trade', 0, 'hand', 'history');
		INSERT INTO strategy_position(strategy, instrument, time, delta, position, instrument_order) VALUES
			('fast', 'OIL', 0, 2, 7, 10), ('fast', 'TIN', 0, -1, -1, 11)"
	try st-position breaks
	[ "$status" = 1 ]
	[ ! -s err ]
	[ "$(cat out)" = '{"instrument":"OIL","contracts":5,"strategies":7}
{"instrument":"TIN","contracts":0,"strategies":-1}' ]
	try st-position breaks --csv
	[ "$status" = 1 ]
	[ "$(head -n 1 out)" = instrument,contracts,strategies ]
	[ "$(st-ledger check | grep '^I9,0' | cut -d, -f4- | tr -d '"')" = 'OIL: 5 by contracts, 7 by strategies
TIN: 0 by contracts, -1 by strategies' ]
}

@test "st-position: nothing is held" {
	prints 'strategy,instrument,contract,position,time' st-position list --csv
	prints 'strategy,instrument,contract,time,delta,position,execution,broker_order,instrument_order' st-position history --csv
	prints 'instrument,contracts,strategies' st-position breaks --csv
}

@test "st-position: what is refused" {
	dies 'st-position: --at: not a time: "noon"' st-position list --at=noon
	dies 'st-position: --by: neither strategy nor contract: "instrument"' st-position list --by=instrument
	for id in 2020 20201300 20200332 '202003; DROP' -20200300 202003_202006 ''; do
		dies "st-position: --contract: neither YYYYMM nor YYYYMMDD: \"$id\"" st-position history --contract="$id"
	done
	dies 'st-position: an instrument without a name' st-position list -i ''
	dies "st-position: name of a strategy has more than letters, digits, '-' and '_': \"x' OR '1\"" st-position list -s "x' OR '1"
	dies 'st-position: history takes no --at; see st-position --help' st-position history --at=2020-01-01
	dies 'st-position: breaks takes no --strategy; see st-position --help' st-position breaks -s fast
	dies 'st-position: no such verb: "break"; the nearest is breaks' st-position break
}
