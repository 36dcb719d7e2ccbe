#!/usr/bin/env bats
# st-gate: each check through the program, what it is told by the ledger, and what it leaves there

bats_require_minimum_version 1.5.0
load helper

# gate KEY: VALUE, ...: the limits.
gate() {
	echo "risk_gate: {$*}" >config
}

order() {
	printf '{"strategy":"%s","instrument":"%s","trade":%d}\n' "$@"
}

# A lot of CORN is worth 4000, of GOLD 20000, of OIL 8000.
markets() {
	cat >markets <<-'EOF'
		instrument,price,time,point_value,deviation,asset_class
		CORN,400,2020-01-03 13:59:00,10,8,Ags
		WHEAT,500,2020-01-03 13:00:00,10,5,Ags
		GOLD,1000,2020-01-03 13:59:30,20,10,Metals
		OIL,,,100,1,Energy
	EOF
}

# applied ORDER ...: what is left of an order's lots; none when it is refused.
applied() {
	order "$@" | st-gate apply --config=config --instruments=markets -q | jq -r .trade
}

# hold STRATEGY INSTRUMENT LOTS
hold() {
	st-balance trade "$1" "$2" 20200300 --quantity="$3" --price=1 -y
}

@test "st-gate: without limits all pass; a check that cuts leaves a row, and the order says so" {
	markets
	gate
	order a CORN 25 >order
	st-gate apply order --config=config | cmp order -
	[ ! -s <(st-gate list) ]
	gate lots: 10
	try st-gate apply order --config=config
	[ "$(cat err)" = 'st-gate: a CORN 25: lots: 25, the limit is 10; cut to 10' ]
	[ "$(cat out)" = '{"strategy":"a","instrument":"CORN","trade":10,"cut":[{"by":"gate","from":25,"to":10,"why":"lots"}]}' ]
	prints 'time,strategy,instrument,trade,allowed,check,limit,value,why
2020-01-03 14:00:00,a,CORN,25,10,lots,10.0,25.0,"25, the limit is 10; cut to 10"' st-gate list --csv
	[ "$(st-journal list | jq -r '.program + " " + .what + " " + (.after.proposed | tostring)')" = \
		'st-gate apply refusal {"strategy":"a","instrument":"CORN","trade":25}' ]
}

@test "st-gate: an order of which nothing is left goes no further: what is on its way stays" {
	markets
	gate position: 0.1
	st-capital init --broker=100000
	order a GOLD 1 | st-stack put
	try st-gate apply --config=config <(order a CORN 9 && order a GOLD 9)
	[ ! -s out ]
	[ "$(st-gate list | jq -c '[.instrument, .trade, .allowed, .check, .value]' | paste -sd ' ')" = '["CORN",9,0,"position",null] ["GOLD",9,0,"position",null]' ]
	[ "$(st-stack list instrument | jq .trade)" = 1 ]
	# No trade is no order to look at, and passes.
	[ "$(applied a CORN 0)" = 0 ]
}

@test "st-gate: limits of one order" {
	markets
	gate lots: 3
	[ "$(applied a CORN -5)" = -3 ]
	gate value: 10000
	[ "$(applied a CORN 5)" = 2 ]
	[ -z "$(applied a GOLD 1)" ]
	[ -z "$(applied a OIL 1)" ]
	gate collar: 2
	limit() { order a CORN 5 | jq -c '. + {type: "limit", limit_price: '"$1"'}' | st-gate apply --config=config --instruments=markets -q | jq .trade; }
	[ "$(limit 416)" = 5 ]
	[ -z "$(limit 416.01)" ]
	[ -z "$(limit 383.99)" ]
	[ "$(applied a CORN 5)" = 5 ]
	gate price_age: 60
	[ "$(applied a CORN 5)" = 5 ]
	[ -z "$(applied a WHEAT 5)" ]
	[ -z "$(applied a OIL 5)" ]
	gate 'list: [CORN, GOLD]'
	[ "$(applied a CORN 5)" = 5 ]
	[ -z "$(applied a WHEAT 5)" ]
}

@test "st-gate: exposure of the instrument, of its class, of all, as shares of capital" {
	markets
	st-capital init --broker=100000
	hold b CORN 5
	gate position: 0.4
	[ "$(applied a CORN 9)" = 5 ]
	[ "$(applied a CORN -20)" = -15 ]
	gate asset_class: 0.4
	[ "$(applied a WHEAT 9)" = 4 ]
	[ "$(applied a GOLD 9)" = 2 ]
	gate leverage: 1
	[ "$(applied a GOLD 9)" = 4 ]
	[ "$(applied a WHEAT 20)" = 16 ]
	# What is on its way counts where it makes more of the position.
	order b CORN 3 | st-stack put
	[ "$(applied a GOLD 9)" = 3 ]
	order b CORN 0 | st-stack put
	order b CORN -4 | st-stack put
	[ "$(applied a GOLD 9)" = 4 ]
	order b CORN 0 | st-stack put
	st-gate apply --config=config --instruments=markets -q <(order a WHEAT 4 && order a GOLD 9) | jq .trade >out
	[ "$(paste -sd ' ' out)" = '4 3' ]
	# An instrument of no known class may be of any.
	gate asset_class: 1
	echo RICE,1,2020-01-03,1,1, >>markets
	[ -z "$(applied a RICE 1)" ]
	hold b RICE 50000
	[ "$(applied a WHEAT 9)" = 6 ]
	hold b RICE -50000
	gate leverage: 1
	# What is held without a price makes the rest unknown; of the instrument itself it does not matter.
	hold b OIL 1
	[ -z "$(applied a GOLD 1)" ]
	gate position: 0.4
	[ "$(applied a GOLD 9)" = 2 ]
}

@test "st-gate: risk of all together, by covariances" {
	markets
	st-capital init --broker=100000
	hold b CORN 5
	cat >covariance <<-'EOF'
		instrument,CORN,GOLD
		CORN,0.04,0.01
		GOLD,0.01,0.09
	EOF
	gate risk: 0.1
	risk() { order a "$1" "$2" | st-gate "${3:-apply}" --config=config --instruments=markets --covariance=covariance -q; }
	# 5 lots of CORN: 0.2 of capital at 0.2 a year. One of GOLD: 0.2 at 0.3. Together sqrt(.0016 + .0036 + 2*.2*.2*.01).
	[ "$(risk GOLD 1 explain | jq '.value * 1e6 | round')" = 77460 ]
	[ "$(risk GOLD 3 | jq .trade)" = 1 ]
	[ "$(risk GOLD -3 | jq .trade)" = -1 ]
	[ -z "$(risk WHEAT 1)" ]
	[ "$(risk CORN 100 | jq .trade)" = 7 ]
}

@test "st-gate: a day's loss, and how far capital is below its highest" {
	markets
	gate day_loss: 0.05
	[ -z "$(applied a CORN 5)" ] # no capital is known
	st-capital init --broker=100000
	export ST_NOW='2020-01-04 10:00:00'
	st-capital update 95001
	[ "$(applied a CORN 5)" = 5 ]
	st-capital update 95000
	[ -z "$(applied a CORN 5)" ]
	export ST_NOW='2020-01-04 23:59:59'
	[ -z "$(applied a CORN 5)" ]
	gate drawdown: 0.1
	[ "$(applied a CORN 5)" = 5 ]
	st-capital update 90000
	[ -z "$(applied a CORN 5)" ]
	# The next day begins anew.
	export ST_NOW='2020-01-05 00:00:00'
	gate day_loss: 0.05
	[ "$(applied a CORN 5)" = 5 ]
}

@test "st-gate: how many orders, the same again, and one against an open one" {
	markets
	gate orders_minute: 2
	order a CORN 1 | st-stack put
	[ "$(applied a GOLD 1)" = 1 ]
	# The first of a run counts for those behind it, one that is refused does not.
	st-gate apply --config=config -q <(order a GOLD 1 && order b GOLD 2 && order c GOLD 3) >out
	[ "$(jq .trade out)" = 1 ]
	export ST_NOW='2020-01-03 14:01:00'
	[ "$(order a GOLD 1 | st-gate explain --config=config | jq .value)" = 1 ]
	gate orders_day: 1
	[ -z "$(applied a GOLD 1)" ]
	[ "$(ST_NOW='2020-01-04 14:00:00' applied a GOLD 1)" = 1 ]
	gate orders_day: 3
	st-gate apply --config=config -q <(order a GOLD 1 && order b GOLD 2 && order c GOLD 3) >out
	[ "$(wc -l <out)" = 2 ]
	gate same_order: 60
	[ -z "$(applied a CORN 1)" ]
	[ "$(applied a CORN 2)" = 2 ]
	[ "$(applied b CORN 1)" = 1 ]
	[ "$(ST_NOW='2020-01-04 14:01:01' applied a CORN 1)" = 1 ]
	st-gate apply --config=config -q <(order b GOLD 2 && order b GOLD 2) >out
	[ "$(wc -l <out)" = 1 ]
	gate opposite: yes
	[ -z "$(applied b CORN -1)" ]
	[ "$(applied b CORN 1)" = 1 ]
}

@test "st-gate: halts, reduce-only ones too, of a strategy, an instrument, both or all" {
	markets
	gate
	hold a CORN 5
	halted() {
		st-halt "$@" -y
		printf '%s/' "$(applied a CORN -7)" "$(applied a CORN 7)" "$(applied a GOLD 1)" "$(applied b CORN 1)"
		st-resume --all -y
	}
	[ "$(halted)" = '////' ]
	[ "$(halted -s a)" = '///1/' ]
	[ "$(halted -s c)" = '-7/7/1/1/' ]
	[ "$(halted -i CORN)" = '//1//' ]
	[ "$(halted -s a -i CORN)" = '//1/1/' ]
	[ "$(halted --reduce-only)" = '-5////' ]
	[ "$(halted --reduce-only -i GOLD)" = '-7/7//1/' ]
}

@test "st-gate: reducing is never refused by a limit of risk, known or not" {
	local limit
	hold a CORN 5
	: >markets
	echo instrument,price,time,point_value,deviation,asset_class >markets
	for limit in 'position: 0' 'asset_class: 0' 'leverage: 0' 'risk: 0' 'day_loss: 0' 'drawdown: 0' 'price_age: 0' 'orders_minute: 0' \
		'orders_day: 0' 'list: []'; do
		gate "$limit"
		[ "$(applied a CORN -7)" = -5 ] || fail "$limit: $(applied a CORN -7)"
		[ -z "$(applied a CORN 1)" ] || fail "$limit: opens"
	done
	# A limit of one order lets a lot of it through at least.
	for limit in 'lots: 0' 'value: 0'; do
		gate "$limit"
		[ "$(applied a CORN -3)" = -1 ] || [ "$limit $(applied a CORN -3)" = 'value: 0 -3' ] || fail "$limit"
	done
}

@test "st-gate: two orders that each close a position do not open one" {
	markets
	gate 'list: []'
	hold a CORN 5
	order b CORN -5 | st-stack put
	[ -z "$(applied c CORN -5)" ]
	[ "$(applied b CORN -5)" = -5 ] # it takes the place of its own that is on its way
	st-gate apply --config=config -q <(order b CORN -3 && order c CORN -5) | jq -c '[.strategy, .trade]' >out
	[ "$(paste -sd ' ' out)" = '["b",-3] ["c",-2]' ]
}

@test "st-gate: explain tells what each check would say, and keeps nothing; so does --dry-run" {
	markets
	gate lots: 3, value: 100000, orders_day: 0
	st-ledger dump --sealed >before
	prints 'strategy,instrument,trade,check,limit,value,answer,allowed
a,CORN,5,orders-day,0.0,1.0,refused,0' st-gate explain --config=config --instruments=markets --csv <(order a CORN 5)
	gate lots: 3, value: 100000
	prints '{"strategy":"a","instrument":"CORN","trade":5,"check":"lots","limit":3.0,"value":5.0,"answer":"cut","allowed":3}
{"strategy":"a","instrument":"CORN","trade":3,"check":"value","limit":100000.0,"value":12000.0,"answer":"passed","allowed":3}' \
		st-gate explain --config=config --instruments=markets <(order a CORN 5)
	gate value: 1
	[ "$(st-gate explain --config=config <(order a CORN 5) | jq -c '[.value, .answer, .allowed]')" = '[null,"refused",0]' ]
	[ "$(order a CORN 5 | st-gate apply -n -q --config=config | wc -l)" = 0 ]
	st-ledger dump --sealed | cmp before -
}

@test "st-gate: in a pipeline into the stack nobody waits for the other" {
	markets
	gate lots: 3
	SECONDS=0
	{ sleep 0.3; order a CORN 5; } | st-limit apply | st-gate apply --config=config -q | st-stack put
	[ "$(st-stack list instrument | jq -c '[.trade, .cut[0].by]')" = '[3,"gate"]' ]
	[ "$SECONDS" -lt 8 ]
}

@test "st-gate: what is refused" {
	dies_like "st-gate: cannot open '?desk/config.yaml.*" st-gate apply
	echo 'base_currency: USD' >config
	dies "st-gate: config: no mapping 'risk_gate': without limits there is no gate" st-gate apply --config=config
	local value
	for value in -1 ten '[1]' yes; do
		gate "lots: $value"
		dies 'st-gate: config:1: risk_gate: lots: not a number of 0 or more' st-gate apply --config=config
	done
	gate lot: 1
	dies 'st-gate: config:1: risk_gate: no such key: "lot"' st-gate apply --config=config
	gate opposite: 1
	dies 'st-gate: config:1: risk_gate: opposite: not yes or no' st-gate apply --config=config
	gate list: CORN
	dies 'st-gate: config:1: risk_gate: list: not a list of instruments' st-gate apply --config=config
	gate
	markets
	echo 'CORN,1,2020-01-01,1,1,x' >>markets
	dies 'st-gate: markets:6: a second row of CORN' st-gate apply --config=config --instruments=markets
	sed -i '$d; s/13:59:00/noon/' markets
	dies "st-gate: markets:2: column 'time': not a time: \"2020-01-03 noon\"" st-gate apply --config=config --instruments=markets
	echo '{"strategy":"a"}' >bad
	dies "st-gate: bad:1: no 'instrument'" st-gate apply --config=config bad
	dies 'st-gate: --last: not a number of rows: "0"' st-gate list --last=0
}
