#!/usr/bin/env bats
# st-override: what is set is what is listed

bats_require_minimum_version 1.5.0
load helper

# value ARGUMENT ...: what the override of CORN is after set.
value() {
	st-override set -i CORN "$@" || return
	st-override list --csv | sed 1d | cut -d, -f3,4
}

@test "st-override: words, pysystemtrade's too, and numbers" {
	[ "$(value close)" = 0.0,close ]
	[ "$(value no-trading)" = -1.0,no-trading ]
	[ "$(value reduce-only)" = -2.0,reduce-only ]
	[ "$(value notrade)" = -1.0,no-trading ]
	[ "$(value Reduce)" = -2.0,reduce-only ]
	[ "$(value 0.5)" = 0.5,multiplier ]
	[ "$(value 1e-3)" = 0.001,multiplier ]
	[ "$(value 0)" = 0.0,close ]
	st-override set 0.5 -i CORN
	[ "$(value -- -0)" = 0.0,close ]
	[ -z "$(value 1)" ]
	st-override set close -i CORN
	[ -z "$(value none)" ]
}

@test "st-override: of a strategy, of an instrument, of both, each by itself" {
	st-override set 0.5 -s fast
	st-override set 0.25 -i CORN --why='thin'
	st-override set close -s fast -i CORN
	prints 'strategy,instrument,value,name,why
,CORN,0.25,multiplier,thin
fast,,0.5,multiplier,
fast,CORN,0.0,close,' st-override list --csv
	# What is said again without a word has none: the old one was of what was.
	st-override set 0.75 -i CORN
	st-override set none -s fast
	prints '{"instrument":"CORN","value":0.75,"name":"multiplier"}
{"strategy":"fast","instrument":"CORN","value":0.0,"name":"close"}' st-override list
}

@test "st-override: nothing to be done is 1 and changes nothing" {
	st-override set 0.5 -i CORN --why=thin
	st-ledger dump --sealed >before
	try st-override set 0.5 -i CORN --why=thin
	[ "$status" = 1 ]
	[ "$(cat err)" = 'st-override: it is 0.5 already' ]
	try st-override set none -i GOLD
	[ "$status" = 1 ]
	[ "$(cat err)" = 'st-override: it is none already' ]
	try st-override clear </dev/null
	[ "$status" = 1 ]
	[ "$(cat err)" = 'st-override: take off every override: not done without --yes' ]
	st-ledger dump --sealed | cmp before -
	st-override clear -y
	[ ! -s <(st-override list) ]
	try st-override clear -y
	[ "$status" = 1 ]
}

@test "st-override: what is refused" {
	for x in -1 1.5 1e300 -1e-9; do
		dies "st-override: no number from 0 to 1: \"$x\"" st-override set -i CORN "$x"
	done
	dies "st-override: no such override: \"clos\"; the nearest is 'close'; it may be a number from 0 to 1" st-override set -i CORN clos
	dies "st-override: no such override: \"reduceonly\"; the nearest is 'reduce-only'; it may be a number from 0 to 1" st-override set -i CORN reduceonly
	for x in nan inf 0x1 '0.5 ' ''; do
		dies_like 'st-override: no such override: .*; it may be a number from 0 to 1' st-override set -i CORN "$x"
	done
	dies 'st-override: whose? give --strategy, --instrument or both' st-override set close
	dies 'st-override: an instrument without a name' st-override set close -s fast -i ''
	dies_like 'st-override: name of a strategy has more than .*' st-override set close -s 'a b'
	dies 'st-override: a strategy may not have the name of those that carry a roll: "_ROLL_PSEUDO_STRATEGY"' \
		st-override set close -s _ROLL_PSEUDO_STRATEGY
	dies 'st-override: set needs 1 operand; see st-override --help' st-override set -i CORN
	dies 'st-override: list takes no --instrument; see st-override --help' st-override list -i CORN
	dies 'st-override: no such verb: "sett"; the nearest is set' st-override sett
	[ ! -s <(st-journal list) ]
}
