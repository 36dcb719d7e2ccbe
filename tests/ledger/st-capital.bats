#!/usr/bin/env bats
# st-capital: what becomes of the account's capital as its value moves, and of its strategies'

bats_require_minimum_version 1.5.0
load helper

# at DAY ARGUMENT ...: st-capital on that day of January.
at() {
	ST_NOW="2020-01-$1 14:00:00" st-capital "${@:2}"
}

# now: total, maximum, the broker's and profit.
now() {
	st-capital list --last=1 --csv | tail -n 1 | cut -d, -f2-5
}

@test "st-capital: each method makes of a profit and of a loss what it says" {
	local method want
	while read -r method want; do
		at 03 init --broker=1000 --total=500 --maximum=600 -y
		at 03 update 1050 --method="$method"
		at 03 update 980 --method="$method"
		[ "$(st-capital list --csv | sed 1d | cut -d, -f2,3 | paste -sd ' ')" = "500.0,600.0 $want" ] || fail "$method: $(st-capital list)"
		[ "$(now | cut -d, -f3,4)" = '980.0,-20.0' ]
	done <<-'EOF'
		full 550.0,550.0 480.0,480.0
		half 550.0,600.0 480.0,600.0
		fixed 500.0,500.0 500.0,500.0
	EOF
	# Half makes up for losses and no more; capital is never below zero; without --method it is full.
	at 03 init --broker=1000 --total=590 --maximum=600 -y
	at 03 update 1050 --method=half
	[ "$(now)" = '600.0,600.0,1050.0,50.0' ]
	at 03 init --broker=1000 --total=50 -y
	at 03 update 900
	[ "$(now)" = '0.0,0.0,900.0,-100.0' ]
}

@test "st-capital: a change of a tenth passes, more is refused unless it may be" {
	at 03 update 250000
	at 04 update 225000
	[ "$(now)" = '225000.0,225000.0,225000.0,-25000.0' ]
	at 05 update 247500
	st-ledger dump --sealed >before
	for value in 272250.01 222749.99; do
		try at 06 update "$value"
		[ "$status" = 1 ]
		[ "$(cat err)" = "st-capital: account value went from 247500 to $value, by more than a share of 0.1" ] || fail "$(cat err)"
	done
	st-ledger dump --sealed | cmp before -
	at 06 update 300000 --limit=0.25
	at 07 update 1 --limit=9999 --why='the broker says so'
	[ "$(st-capital list | jq -r '.why // empty')" = 'the broker says so' ]
}

@test "st-capital: what is paid in or out is no profit" {
	at 03 init --broker=1000
	at 04 transfer 500 --why=bonus -y
	[ "$(now)" = '1000.0,1000.0,1500.0,0.0' ]
	at 05 update 1490
	[ "$(now)" = '990.0,990.0,1490.0,-10.0' ]
	at 06 transfer -490 -y
	at 07 update 1000
	[ "$(now)" = '990.0,990.0,1000.0,-10.0' ]
	prints 'time,total,maximum,broker,profit,flow,why
2020-01-06 14:00:00,990.0,990.0,1000.0,-10.0,-490.0,
2020-01-07 14:00:00,990.0,990.0,1000.0,-10.0,,' st-capital list --csv --last=2
	[ "$(st-capital list | jq -c 'select(.why) | [.flow == 500, .why]')" = '[true,"bonus"]' ]
}

@test "st-capital: figures set by hand, a time from which all go, and all" {
	at 03 init --broker=1000 --profit=7
	at 04 set --total=800 -y
	[ "$(now)" = '800.0,1000.0,1000.0,7.0' ]
	at 05 set --broker=1 --maximum=2 --profit=3 -y
	[ "$(now)" = '800.0,2.0,1.0,3.0' ]
	# From that time on, itself counted.
	at 06 trim --since='2020-01-05 14:00:00' -y
	[ "$(now)" = '800.0,1000.0,1000.0,7.0' ]
	at 06 trim --since='2020-01-04 14:00:00.000001' -y || [ "$?" = 1 ]
	[ "$(now)" = '800.0,1000.0,1000.0,7.0' ]
	at 06 erase everything -y
	[ ! -s <(st-capital list) ]
	try at 06 erase everything -y
	[ "$status" = 1 ]
	[ "$(cat err)" = 'st-capital: there is nothing to take away' ]
	at 06 update 77
	[ "$(now)" = '77.0,77.0,77.0,0.0' ]
}

@test "st-capital: capital of strategies, by weight or the same each" {
	at 03 init --broker=1000
	at 03 allocate --weight=trend=3 --weight=carry=1
	at 04 allocate trend carry fast --now='2020-01-04'
	prints 'strategy,time,capital
carry,2020-01-04 00:00:00,333.3333333333333
fast,2020-01-04 00:00:00,333.3333333333333
trend,2020-01-04 00:00:00,333.3333333333333' st-capital strategy list --csv
	[ "$(st-capital strategy list --strategy=trend --csv | sed 1d | cut -d, -f3 | paste -sd ' ')" = '750.0 333.3333333333333' ]
	# Nothing of it goes with what the account had.
	at 05 erase everything -y
	[ "$(st-capital strategy list | wc -l)" = 3 ]
	try at 05 allocate trend
	[ "$status" = 1 ]
	[ "$(cat err)" = 'st-capital: no capital to allocate' ]
}

@test "st-capital: what loses or overrules something asks" {
	at 03 init --broker=1000
	st-ledger dump --sealed >before
	for verb in 'init --broker=1' 'transfer 1' 'set --total=1' 'trim --since=2020-01-01' 'erase everything'; do
		try at 04 $verb </dev/null
		[ "$status" = 1 ] && grep -q ': not done without --yes$' err || fail "$verb: $status $(cat err)"
		at 04 $verb -n </dev/null >shown
		[ -s shown ]
	done
	st-ledger dump --sealed | cmp before -
}

@test "st-capital: what is refused" {
	for verb in 'transfer 1' 'set --total=1'; do
		try at 03 $verb -y
		[ "$status" = 1 ] && [ "$(cat err)" = 'st-capital: there is no capital yet' ] || fail "$verb: $(cat err)"
	done
	try at 03 init --broker=1 --total=-1
	[ "$status" = 1 ] && [ "$(cat err)" = 'st-capital: capital is below zero: -1' ]
	for x in nan inf 1e999 ten ''; do
		dies "st-capital: no sum of money: \"$x\"" st-capital update "$x"
		dies "st-capital: no sum of money: \"$x\"" st-capital transfer "$x" -y
	done
	dies 'st-capital: no sum of money: "0"' st-capital transfer 0 -y
	dies 'st-capital: --method: not full, half or fixed: "quarter"' st-capital update 1 --method=quarter
	dies 'st-capital: --limit: below zero: "-0.1"' st-capital update 1 --limit=-0.1
	dies 'st-capital: --since: not a time: "noon"' st-capital trim --since=noon -y
	dies 'st-capital: --last: not a number of rows: "0"' st-capital list --last=0
	dies 'st-capital: set what? give --broker, --total, --maximum or --profit' st-capital set -y
	dies 'st-capital: no such verb: "erase"; there are erase everything' st-capital erase -y
	dies 'st-capital: init needs --broker; see st-capital --help' st-capital init
	for x in a a= =1 a=b; do
		dies_like 'st-capital: (--weight: not a strategy and its weight, NAME=W: "a=?b?"|a strategy without a name)' st-capital allocate --weight="$x"
	done
	dies 'st-capital: strategy a is named twice' st-capital allocate a a
	dies 'st-capital: allocate to which strategies? give --weight=NAME=W for each, or their names' st-capital allocate
	dies 'st-capital: --weight: strategies are named by it, or by themselves to have the same each' st-capital allocate a --weight=b=1
	at 03 init --broker=1000
	for x in -1 0; do
		try at 03 allocate --weight=a=$x
		[ "$status" = 1 ] && grep -q '^st-capital: weight' err || fail "$x: $(cat err)"
	done
}
