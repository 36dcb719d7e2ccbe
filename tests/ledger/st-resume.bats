#!/usr/bin/env bats
# st-resume: one's own halt of just what is named, and only when that is meant

bats_require_minimum_version 1.5.0
load helper

# The halts that stand, without their times.
halts() {
	st-halt list --csv | sed 1d | cut -d, -f1-4 | paste -sd ' '
}

@test "st-resume: the user's halts of what is named and of nothing else, both kinds unless one is named" {
	st-halt
	for of in '-s fast' '-i CORN' '-s fast -i CORN'; do
		st-halt $of
		st-halt $of -r
	done
	st-resume -y -i CORN
	[ "$(halts)" = ',,halt,user fast,,halt,user fast,,reduce-only,user fast,CORN,halt,user fast,CORN,reduce-only,user' ]
	st-resume -y -s fast -i CORN --kind=halt
	[ "$(halts)" = ',,halt,user fast,,halt,user fast,,reduce-only,user fast,CORN,reduce-only,user' ]
	st-resume -y
	[ "$(halts)" = 'fast,,halt,user fast,,reduce-only,user fast,CORN,reduce-only,user' ]
	st-resume -y -s fast --kind=reduce-only
	[ "$(halts)" = 'fast,,halt,user fast,CORN,reduce-only,user' ]
	[ "$(st-journal list --program=st-resume | wc -l)" = 5 ]
}

@test "st-resume: what a check halted stays, and is told of, unless it is named or all is taken off" {
	st-halt
	sql "INSERT INTO halt VALUES ('', '', 'halt', 'drawdown', 1, NULL), ('', '', 'reduce-only', 'day_loss', 1, NULL), ('', 'CORN', 'halt', 'price_age', 1, NULL)"
	try st-resume -y
	[ "$status" = 0 ]
	[ "$(cat err)" = 'st-resume: reduce-only still stands, by day_loss
st-resume: halt still stands, by drawdown' ]
	try st-resume -y
	[ "$status" = 1 ]
	[ "$(tail -n 1 err)" = 'st-resume: there is no such halt' ]
	st-resume -yq --by=day_loss
	[ "$(halts)" = ',,halt,drawdown ,CORN,halt,price_age' ]
	st-halt -s fast
	prints_file /dev/null st-resume --all -y
	[ "$(halts)" = '' ]
}

@test "st-resume: asks, and without a terminal is not done" {
	st-halt -s fast
	st-halt -i CORN
	asks() {
		try st-resume "${@:2}" </dev/null
		[ "$status" = 1 ] && [ "$(cat err)" = "st-resume: $1: not done without --yes" ] || fail "$(cat err)"
	}
	asks 'take off what user halts of everything'
	asks 'take off what user halts of fast' -s fast
	asks 'take off what user halts of CORN' -i CORN
	asks "take off what drawdown halts of fast's CORN" -s fast -i CORN --by=drawdown
	asks 'take off every halt, whoever put it' --all
	[ "$(halts)" = ',CORN,halt,user fast,,halt,user' ]
}

@test "st-resume: a person at the terminal says yes or no" {
	terminal
	st-halt
	try script -qec st-resume /dev/null <<<n
	[ "$status" = 1 ]
	grep -q 'st-resume: take off what user halts of everything? \[y/N\]' out
	[ "$(halts)" = ',,halt,user' ]
	try script -qec st-resume /dev/null <<<y
	[ "$status" = 0 ]
	[ "$(halts)" = '' ]
}

@test "st-resume: what is refused" {
	st-halt
	dies 'st-resume: --kind: neither halt nor reduce-only: "reduce"' st-resume -y --kind=reduce
	for and in '-s fast' '-i CORN' --kind=halt --by=user; do
		dies 'st-resume: --all goes by itself' st-resume -y --all $and
	done
	dies 'st-resume: an instrument without a name' st-resume -y -i ''
	dies_like 'st-resume: name of a strategy has more than .*' st-resume -y -s 'a b'
	dies 'st-resume: no operands are taken: "CORN"; see st-resume --help' st-resume -y CORN
	[ "$(halts)" = ',,halt,user' ]
}
