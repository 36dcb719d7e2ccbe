#!/usr/bin/env bats
# st-fill: what is filled of contract orders, and the positions that come of it

bats_require_minimum_version 1.5.0
load helper

positions() {
	sqlite3 -readonly desk/ledger.db "SELECT position FROM ${1}_position_now" | paste -sd ' '
}

@test "st-fill: one transaction: orders of three levels and both positions" {
	spawned -5
	st-fill by-hand contract 1 --quantity=-2 --price=100 --commission=5 --currency=USD --time='2020-01-03 13:00:00' -y
	st-fill by-hand contract 1 --quantity=-3 --price=105.5 -y
	[ "$(st-stack list instrument | jq -c '[.fill, .price, .fill_time]')" = '[-5,103.3,"2020-01-03 14:00:00"]' ]
	[ "$(st-stack list contract | jq -c '[.legs[0].fill, .price]')" = '[-5,103.3]' ]
	[ "$(st-stack list broker | jq -c '[.legs[0].fill, .price, .status, .by]' | paste -sd ' ')" = '[-2,100,"filled","hand"] [-3,105.5,"filled","hand"]' ]
	[ "$(positions contract) $(positions strategy)" = '-5 -5' ]
	[ "$(st-journal list | jq -r 'select(.program == "st-fill by-hand") | .act' | uniq | wc -l)" = 2 ]
}

@test "st-fill: what does not fit is refused and changes nothing" {
	spawned 5
	refused() {
		st-ledger dump --sealed >before
		try st-fill by-hand "${@:2}" -y
		[ "$status" = 1 ] || fail "${*:2}: status $status"
		[ "$(cat err)" = "st-fill: $1" ] || fail "${*:2}: $(cat err)"
		st-ledger dump --sealed | cmp before -
	}
	refused 'contract order 1 has 5 to be filled, not 6' contract 1 --quantity=6 --price=1
	refused 'contract order 1 has 5 to be filled, not -1' contract 1 --quantity=-1 --price=1
	refused 'no contract order 2' contract 2 --quantity=1 --price=1
	refused 'no broker order 1' broker 1 --quantity=1 --price=1
	refused 'contract order 1 has no leg in 20991200' contract 1 --quantity=1 --price=1 --contract=20991200
	refused 'an instrument order is filled by its contract orders: fill one of these' instrument 1 --quantity=1 --price=1
	st-stack lock contract 1
	refused 'contract order 1 is locked' contract 1 --quantity=1 --price=1
	st-stack unlock contract 1
	dies_like "st-fill: .*--quantity.*" st-fill by-hand contract 1 --price=1 -y
	dies 'st-fill: --quantity: not whole lots: "1.5"' st-fill by-hand contract 1 --quantity=1.5 --price=1 -y
	dies 'st-fill: --quantity: not whole lots: "0"' st-fill by-hand contract 1 --quantity=0 --price=1 -y
	dies 'st-fill: --time: is to come: "2020-01-04"' st-fill by-hand contract 1 --quantity=1 --price=1 --time=2020-01-04 -y
	try st-fill by-hand contract 1 --quantity=1 --price=1 </dev/null
	[ "$status" = 1 ]
	[ "$(cat err)" = 'st-fill: change positions by hand: not done without --yes' ]
	st-fill by-hand contract 1 --quantity=5 --price=1 -n >events
	[ "$(jq -r .what events | sort -u | paste -sd ' ')" = 'broker_leg broker_order contract_leg contract_order contract_position execution instrument_order strategy_position' ]
	[ "$(positions contract)" = '' ]
}
