#!/usr/bin/env bats
# st-limit: limits of trades keep their clock and their count, limits of positions have neither

bats_require_minimum_version 1.5.0
load helper

# used LOTS: as if so many had been traded under the limit of one day.
used() {
	sql "UPDATE trade_limit SET used = $1 WHERE days = 1"
}

# row KEY ...: these of the trade limit of one day.
row() {
	st-limit trade list | jq -r 'select(.days == 1) | [.'"$(sed 's/ /, ./g' <<<"$*")"'] | join(" ")'
}

@test "st-limit: another number keeps the clock and the count of its period, a new limit begins one" {
	st-limit trade set 10 -i CORN
	used 4
	ST_NOW='2020-01-03 20:00:00' st-limit trade set 7 -i CORN
	[ "$(row most used remaining reset_time)" = '7 4 3 2020-01-03 14:00:00' ]
	ST_NOW='2020-01-03 20:00:00' st-limit trade set 3 -i CORN
	[ "$(row most used remaining)" = '3 4 0' ]
	ST_NOW='2020-01-03 21:00:00' st-limit trade set 3 -i CORN --days=30
	[ "$(st-limit trade list | jq -r 'select(.days == 30) | .reset_time')" = '2020-01-03 21:00:00' ]
	[ "$(row most used reset_time)" = '3 4 2020-01-03 14:00:00' ]
}

@test "st-limit: a period that is over is shown so, and ends when something is changed" {
	st-limit trade set 10 -i CORN
	used 4
	[ "$(ST_NOW='2020-01-04 14:00:00' row used remaining due)" = '4 6 false' ]
	[ "$(ST_NOW='2020-01-04 14:00:00.000001' row used remaining due)" = '4 10 true' ]
	[ "$(st-limit trade list --now='2020-01-05' --csv)" = 'strategy,instrument,days,most,used,remaining,reset_time,due
,CORN,1,10,4,10,2020-01-03 14:00:00,1' ]
	ST_NOW='2020-01-05' st-limit trade set 12 -i CORN
	[ "$(row most used remaining reset_time due)" = '12 0 12 2020-01-05 00:00:00 false' ]
	# The same number again is a change when the period is over.
	ST_NOW='2020-01-08' st-limit trade set 12 -i CORN
	[ "$(row most used reset_time)" = '12 0 2020-01-08 00:00:00' ]
}

@test "st-limit: reset of one, of an instrument's, of all" {
	for days in 1 7; do
		st-limit trade set 10 -i CORN --days=$days
		st-limit trade set 5 -i CORN -s fast --days=$days
	done
	st-limit trade set 2 -i GOLD
	sql "UPDATE trade_limit SET used = 1"
	used_of() { st-limit trade list --csv | sed 1d | cut -d, -f5 | paste -sd ' '; }
	[ "$(st-limit trade list --csv | sed 1d | cut -d, -f1-3 | paste -sd ' ')" = ',CORN,1 ,CORN,7 fast,CORN,1 fast,CORN,7 ,GOLD,1' ]
	export ST_NOW='2020-01-03 15:00:00'
	st-limit trade reset -i CORN --days=7
	[ "$(used_of)" = '1 0 1 1 1' ]
	st-limit trade reset -i CORN -s fast
	[ "$(used_of)" = '1 0 0 0 1' ]
	try st-limit trade reset --all </dev/null
	[ "$status" = 1 ]
	[ "$(cat err)" = 'st-limit: begin a new period of every trade limit: not done without --yes' ]
	st-limit trade reset --all -y
	[ "$(used_of)" = '0 0 0 0 0' ]
	[ "$(st-limit trade list | jq -r .reset_time | sort -u)" = '2020-01-03 15:00:00' ]
	st-limit trade remove -i CORN -s fast --days=1
	st-limit trade remove -i CORN
	[ "$(st-limit trade list --csv | sed 1d | cut -d, -f1-3 | paste -sd ' ')" = 'fast,CORN,7 ,GOLD,1' ]
}

@test "st-limit: limits of positions have no sign; -1 and none are none" {
	st-limit position set 25 -i CORN
	st-limit position set -3 -i CORN -s fast
	st-limit position set 0 -i GOLD
	prints '{"instrument":"CORN","most":25}
{"strategy":"fast","instrument":"CORN","most":3}
{"instrument":"GOLD","most":0}' st-limit position list
	st-limit position set -1 -i CORN
	st-limit position set none -i GOLD
	prints 'strategy,instrument,most
fast,CORN,3' st-limit position list --csv
	st-limit position remove -i CORN -s fast
	[ ! -s <(st-limit position list) ]
}

@test "st-limit: auto sets those of a table by what the account would hold, and leaves the others" {
	st-limit position set 7 -i OIL
	st-limit position set 7 -i GOLD
	st-limit position set 8 -i GOLD -s fast
	printf 'exposure,instrument,annual_risk\n180000,GOLD,12000\n100000,EUR,0\n5000,V2X,-2000\n,CORN,3000\n5000,TIN,\n' >table
	try st-limit position auto table --capital=500000
	[ "$status" = 0 ]
	[ "$(cat err)" = 'st-limit: table:5: CORN is left out, as its risk or exposure is missing or next to nothing
st-limit: table:6: TIN is left out, as its risk or exposure is missing or next to nothing' ]
	# 500000 0.0625 / 2000 = 15.625, twice that; half of the capital in GOLD and EUR.
	prints 'strategy,instrument,most
,EUR,5
,GOLD,3
fast,GOLD,8
,OIL,7
,V2X,32' st-limit position list --csv
	st-limit position auto -q table --capital=500000 --leverage=4 --risk=0.5
	[ "$(st-limit position list --csv | grep -v OIL | cut -d, -f2,3 | paste -sd ' ')" = 'instrument,most EUR,20 GOLD,11 GOLD,8 V2X,63' ]
	st-limit trade set 1 -i V2X
	used 1
	st-limit trade auto -q --capital=500000 <table
	st-limit trade auto -q --capital=500000 --days=4 --share=0.5 <table
	[ "$(st-limit trade list --csv | cut -d, -f2-5 | sed 1d | paste -sd ' ')" = 'EUR,1,4,0 EUR,4,4,0 GOLD,1,4,0 GOLD,4,4,0 V2X,1,6,1 V2X,4,16,0' ]
	try st-limit trade auto -q --capital=500000 <table
	[ "$status" = 1 ]
}

@test "st-limit: auto refuses a table or an account that cannot be, and then nothing is set" {
	auto() { st-limit position auto table --capital=500000 "$@"; }
	printf 'instrument,annual_risk,exposure\nGOLD,1,1\nGOLD,2,2\n' >table
	dies 'st-limit: table:3: GOLD comes twice' auto
	printf 'instrument,annual_risk,exposure\nGOLD,1,1\nCO RN,2,2\n' >table
	dies_like 'st-limit: table:3: name of an instrument has more than .*' auto
	printf 'instrument,annual_risk,exposure\nGOLD,1,1\nCORN,much,2\n' >table
	dies_like 'st-limit: table:3: .*annual_risk.*much.*' auto
	printf 'instrument,risk,exposure\nGOLD,1,1\n' >table
	dies "st-limit: table:1: no column 'annual_risk'" auto
	printf 'instrument,annual_risk,exposure\nGOLD,1,1\n' >table
	for option in capital risk multiplier weight leverage; do
		dies "st-limit: --$option: not above zero: \"0\"" auto --$option=0
		dies "st-limit: --$option: not above zero: \"-1\"" auto --$option=-1
	done
	dies 'st-limit: --share: not above zero: "0"' st-limit trade auto table --capital=1 --share=0
	dies 'st-limit: --days: not from 1 to 36500: "0"' st-limit trade auto table --capital=1 --days=0
	dies 'st-limit: trade auto needs --capital; see st-limit --help' st-limit trade auto table
	dies 'st-limit: position auto takes no --share; see st-limit --help' auto --share=1
	dies_like "st-limit: cannot open 'nowhere'.*" st-limit trade auto nowhere --capital=1
	[ ! -s <(st-journal list) ]
}

@test "st-limit: nothing to be done is 1 and changes nothing" {
	st-limit trade set 10 -i CORN
	st-limit position set 10 -i CORN
	st-ledger dump --sealed >before
	no() {
		try st-limit "${@:2}"
		[ "$status" = 1 ] && [ "$(cat err)" = "st-limit: $1" ] || fail "${*:2}: $status $(cat err)"
	}
	no 'the limit is that already' trade set 10 -i CORN
	no 'the limit is that already' position set -10 -i CORN
	no 'there is nothing to reset' trade reset -i CORN
	no 'there is nothing to reset' trade reset -i GOLD
	no 'there is no such limit' trade remove -i CORN -s fast
	no 'there is no such limit' trade remove -i CORN --days=2
	no 'there is no such limit' position remove -i GOLD
	no 'there is no such limit' position set none -i GOLD
	st-ledger dump --sealed | cmp before -
}

@test "st-limit: what is refused" {
	for x in -1 1.5 1e10 1000000001 -1000000000; do
		dies "st-limit: no whole number of lots from 0 to 1000000000: \"$x\"" st-limit trade set -i CORN "$x"
	done
	for x in nan inf 0x10 ten '10 ' ''; do
		dies "st-limit: no whole number of lots from 0 to 1000000000: \"$x\"" st-limit trade set -i CORN "$x"
		dies "st-limit: no whole number of lots from -1000000000 to 1000000000: \"$x\"" st-limit position set -i CORN "$x"
	done
	for x in 0 -1 36501 2000000000; do
		dies "st-limit: --days: not from 1 to 36500: \"$x\"" st-limit trade set 10 -i CORN --days="$x"
		dies "st-limit: --days: not from 1 to 36500: \"$x\"" st-limit trade reset -i CORN --days="$x"
		dies "st-limit: --days: not from 1 to 36500: \"$x\"" st-limit trade remove -i CORN --days="$x"
	done
	dies 'st-limit: option --days wants a whole number: "1.5"; see st-limit --help' st-limit trade set 10 -i CORN --days=1.5
	for verb in 'trade set 10' 'trade remove' 'position set 10' 'position remove'; do
		dies_like "st-limit: ${verb% 10} needs --instrument; see st-limit --help" st-limit $verb
		dies_like 'st-limit: name of an instrument has more than .*' st-limit $verb -i $'CO\x01RN'
		dies 'st-limit: a strategy without a name' st-limit $verb -i CORN -s ''
	done
	for which in '' '--all -i CORN' '--all -s fast' '--all --days=1' '-s fast'; do
		dies 'st-limit: which? give --instrument, or --all by itself' st-limit trade reset -y $which
	done
	dies 'st-limit: no such verb: "trade lst"; the nearest is trade list' st-limit trade lst
	dies 'st-limit: no such verb: "position"; there are position list, position set, position remove and position auto' st-limit position
	[ ! -s <(st-journal list) ]
}

@test "st-limit: words of verbs are completed one after the other" {
	complete() {
		bash -c 'source "$1/completions/st.bash"; shift
			COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _st; echo "${COMPREPLY[*]-}"' bash "$ROOT" "$@"
	}
	touch result
	prints 'trade' complete st-limit tr
	prints 'remove reset result' complete st-limit trade re
	prints 'remove result' complete st-limit position -n re
	prints 'result' complete st-limit trade set re
}
