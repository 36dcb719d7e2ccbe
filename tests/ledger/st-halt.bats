#!/usr/bin/env bats
# st-halt: at once, never asking

bats_require_minimum_version 1.5.0
load helper

@test "st-halt: of everything, of a strategy, of an instrument, of both; each kind by itself" {
	st-halt </dev/null
	export ST_NOW='2020-01-03 15:00:00'
	st-halt set -s fast --why='lost its feed'
	st-halt -i CORN --reduce-only
	st-halt -s fast -i CORN
	st-halt -s fast -i CORN -r
	prints 'strategy,instrument,kind,by,time,why
,,halt,user,2020-01-03 14:00:00,
,CORN,reduce-only,user,2020-01-03 15:00:00,
fast,,halt,user,2020-01-03 15:00:00,lost its feed
fast,CORN,halt,user,2020-01-03 15:00:00,
fast,CORN,reduce-only,user,2020-01-03 15:00:00,' st-halt list --csv
	prints '{"kind":"halt","by":"user","time":"2020-01-03 14:00:00"}' bash -c 'st-halt list | head -n 1'
}

@test "st-halt: what is halted already stays as it is, a check's halt beside the user's" {
	st-halt --why=first
	st-ledger dump --sealed >before
	try st-halt --why=second
	[ "$status" = 1 ]
	[ "$(cat err)" = 'st-halt: it is halted already' ]
	st-ledger dump --sealed | cmp before -
	sql "INSERT INTO halt VALUES ('', 'CORN', 'halt', 'drawdown', 1, NULL)"
	st-halt -i CORN
	[ "$(st-halt list | jq -r .by | paste -sd ' ')" = 'user drawdown user' ]
}

@test "st-halt: --yes is taken, as whoever is in haste may give it" {
	st-halt -y
	[ "$(st-halt list | wc -l)" = 1 ]
}

@test "st-halt: what is refused" {
	dies 'st-halt: set takes no operand: "lst"; see st-halt --help' st-halt lst
	dies 'st-halt: set takes no operand: "CORN"; see st-halt --help' st-halt CORN
	dies 'st-halt: an instrument without a name' st-halt -i ''
	dies 'st-halt: a strategy without a name' st-halt -s ''
	dies_like 'st-halt: name of an instrument has more than .*' st-halt -i 'CORN GOLD'
	dies_like 'st-halt: desk/ledger.db: a text has bytes that no name may have: .*' st-halt --why=$'a\x1b[2Jword'
	dies 'st-halt: list takes no --why; see st-halt --help' st-halt list --why=so
	[ ! -s <(st-journal list) ]
}
