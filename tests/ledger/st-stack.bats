#!/usr/bin/env bats
# st-stack: what may stand on the stacks, and what may be done with it

bats_require_minimum_version 1.5.0
load helper

# order INSTRUMENT TRADE [MORE]: put one, its number alone.
order() {
	printf '{"strategy":"a","instrument":"%s","trade":%d%s}\n' "$1" "$2" "${3:-}" | st-stack put | jq .id
}

# state: number, trade, fill and state of each on the first stack.
state() {
	st-stack list instrument --done | jq -c '[.id, .trade, .fill, .state]' | paste -sd ' '
}

@test "st-stack: what is on its way is netted, of any sign, whatever is filled of it" {
	mkdir data && st-synth --instruments=1 --years=1 --output=data
	export ST_NOW='2020-01-03 14:00:00'
	[ "$(order EQ_NORTH 4)" = 1 ]
	st-spawn --data=data
	st-fill by-hand contract 1 --quantity=3 --price=100 -y
	# Position 3, 1 to come: of 2 wanted 1 is put; of -6 wanted, with 2 to come, -8.
	[ "$(order EQ_NORTH 2)" = 2 ]
	[ "$(order EQ_NORTH -6)" = 3 ]
	[ "$(state)" = '[1,4,3,"live"] [2,1,0,"live"] [3,-8,0,"live"]' ]
	try st-stack put <<<'{"strategy":"a","instrument":"EQ_NORTH","trade":-6}'
	[ "$status" = 1 ]
	[ ! -s out ]
	# Another strategy's orders are its own.
	echo '{"strategy":"b","instrument":"EQ_NORTH","trade":1}' | st-stack put
}

@test "st-stack: where nothing is wanted, what can be taken back is, and only the rest is traded against" {
	order A 4
	order B 4
	st-stack lock instrument 2
	try st-stack put <<-'END'
		{"strategy":"a","instrument":"A","trade":0}
		{"strategy":"a","instrument":"B","trade":0}
	END
	[ "$status" = 0 ]
	[ "$(jq -c '[.id, .trade]' out)" = '[3,-4]' ]
	[ "$(state)" = '[1,4,0,"done"] [2,4,0,"live"] [3,-4,0,"live"]' ]
	# Under No-trading nothing is put against it.
	order C 4
	st-stack lock instrument 4
	try st-stack put <<<'{"strategy":"a","instrument":"C","trade":0,"no_trading":true}'
	[ "$status" = 1 ]
	[ "$(st-stack list instrument | jq -c 'select(.instrument == "C") | .trade')" = 4 ]
}

@test "st-stack: put is all or nothing, and refuses what was reckoned from another position" {
	cat >orders <<-'END'
		{"strategy":"a","instrument":"A","trade":1,"held":0}
		{"strategy":"a","instrument":"B","trade":1,"held":7}
	END
	try st-stack put orders
	[ "$status" = 1 ]
	[ "$(cat err)" = 'st-stack: orders:2: a holds 0 of B now, not 7 as when it was proposed' ]
	[ ! -s out ]
	[ ! -s <(st-stack list instrument --done) ]
	[ ! -s <(st-journal list) ]
}

@test "st-stack: records that are none are refused by line" {
	while IFS='|' read -r record why; do
		printf '%s\n' "$record" >records
		try st-stack put records
		[ "$status" = 1 ] || [ "$status" = 2 ]
		[ "$(cat err)" = "st-stack: records:1: $why" ] || fail "$record: $(cat err)"
	done <<-'END'
		{"instrument":"A","trade":1}|no 'strategy'
		{"strategy":"a b","instrument":"A","trade":1}|name of strategy has more than letters, digits, '-' and '_': "a b"
		{"strategy":"a","instrument":"A","trade":1.5}|'trade' is not a whole number
		{"strategy":"a","instrument":"A","trade":"1"}|'trade' is not a whole number
		{"strategy":"a","instrument":"A","trade":1,"type":"maybe"}|'type' is not best, market, limit or panic: "maybe"
		{"strategy":"a","instrument":"A","trade":1,"type":"limit"}|a limit order without 'limit_price'
		{"strategy":"a","instrument":"A","trade":1,"reference_time":"noon"}|'reference_time' is not a time: "noon"
		{"strategy":"a","instrument":"A","trade":1,"reference_contract":"soon"}|'reference_contract' is not a contract, eight digits: "soon"
		{"strategy":"a","instrument":"A","trade":1,"cut":"short"}|'cut' is not a list
	END
}

@test "st-stack: a person's orders are put as they are" {
	order A 4
	echo '{"strategy":"a","instrument":"A","trade":4,"type":"limit","limit_price":99.5,"limit_contract":"20200300"}' | st-stack put --by-hand
	[ "$(st-stack list instrument | jq -c '[.trade, .by, .limit_price]' | paste -sd ' ')" = '[4,"strategy",null] [4,"hand",99.5]' ]
}

@test "st-stack: a locked order changes by nothing but what is executed; all that are named or none" {
	order A 4
	order B 4
	order C 4
	st-stack lock instrument 2
	try st-stack lock instrument 1 2
	[ "$status" = 1 ]
	[ "$(cat err)" = 'st-stack: instrument order 2 is locked' ]
	[ "$(st-stack list instrument | jq .locked | paste -sd ' ')" = 'false true false' ]
	try st-stack cancel instrument 1 2
	[ "$status" = 1 ]
	[ "$(state)" = '[1,4,0,"live"] [2,4,0,"live"] [3,4,0,"live"]' ]
	st-stack complete --zero
	[ "$(state)" = '[1,4,0,"done"] [2,4,0,"live"] [3,4,0,"done"]' ]
	st-stack unlock instrument 2
	st-stack cancel instrument 2
	try st-stack cancel instrument 2
	[ "$(cat err)" = 'st-stack: instrument order 2 is done' ]
	st-stack purge
	[ "$(state)" = '' ]
	[ "$(st-stack history instrument | jq .id | paste -sd ' ')" = '1 2 3' ]
	[ "$(st-stack history instrument --until=2020-01-01 --csv | wc -l)" = 1 ]
	try st-stack purge
	[ "$status" = 1 ]
	# Numbers are never given again.
	[ "$(order A 1)" = 4 ]
}

@test "st-stack: complete takes whole families alone" {
	mkdir data && st-synth --instruments=2 --years=1 --output=data
	first=$(ls data/multiple_prices_csv | sed -n '1s/.csv//p')
	order "$first" 4
	st-spawn --data=data
	try st-stack complete
	[ "$status" = 1 ]
	st-fill by-hand contract 1 --quantity=3 --price=100 -y
	try st-stack complete
	[ "$status" = 1 ]
	st-fill by-hand contract 1 --quantity=1 --price=104 -y
	st-stack complete 1
	[ "$(st-stack list instrument --done | jq -c '[.state, .price]')" = '["done",101]' ]
	[ "$(st-stack list contract --done | jq -r .state)" = done ]
	[ "$(st-stack list broker --done | jq -r .state | sort -u)" = done ]
	st-stack show broker 2 >shown
	[ "$(head -n 4 shown | jq -c '[.level, .id]' | paste -sd ' ')" = '["instrument",1] ["contract",1] ["broker",1] ["broker",2]' ]
	[ "$(grep -c '"seq"' shown)" = "$(st-journal list | jq -c 'select(.what | endswith("_position") | not)' | wc -l)" ]
	try st-stack show contract 9
	[ "$status" = 1 ]
	dies 'st-stack: no such stack: "contracts"; there are instrument, contract, broker' st-stack list contracts
	dies "st-stack: not an order's number: \"1.5\"" st-stack cancel contract 1.5
}

@test "st-stack: opposite orders of strategies change hands, first come first, and what is left stays" {
	printf '{"strategy":"%s","instrument":"A","trade":%d}\n' a 5 b -2 c -4 a 1 b 3 | st-stack put --by-hand >put
	echo '{"strategy":"d","instrument":"A","trade":-9,"type":"limit","limit_price":1}' | st-stack put --by-hand >put
	try st-stack net --instrument=A --price=100.5 </dev/null
	[ "$status" = 1 ]
	st-stack net --instrument=A --price=100.5 -y
	# 2 of a's 5 from b, 3 from c; c's last one to a's second order; b's 3 find nobody, and d's limit is left alone.
	[ "$(st-stack list instrument | jq -c '[.strategy, .trade]' | paste -sd ' ')" = '["b",3] ["d",-9]' ] || fail "$(st-stack list instrument)"
	[ "$(st-position list --by=strategy | jq -c '[.strategy, .position]' | paste -sd ' ')" = '["a",6] ["b",-2] ["c",-4]' ] ||
		fail "$(st-position list)"
	[ ! -s <(st-position list --by=contract) ]
	try st-stack net --instrument=A --price=100.5 -y
	[ "$status" = 1 ]
	[ "$(st-stack history instrument | jq -c 'select(.id == 1) | .cut')" = \
		'[{"by":"net","from":5,"to":3,"why":"order 2 of b"},{"by":"net","from":3,"to":0,"why":"order 3 of c"}]' ]
	[ "$(st-stack history instrument | jq -s 'map(select(.type == "transfer_trade").fill) | add')" = 0 ]
}
