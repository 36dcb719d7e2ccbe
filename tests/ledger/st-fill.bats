#!/usr/bin/env bats
# st-fill and st-spawn: contract orders, what is filled of them, and the positions that come of it

bats_require_minimum_version 1.5.0
load helper

# One instrument, one order of TRADE, spawned.
spawned() {
	[ -d data ] || { mkdir data && st-synth --instruments=1 --years=1 --output=data; }
	printf '{"strategy":"a","instrument":"EQ_NORTH","trade":%d,"reference_price":1000,"reference_contract":"20010300"}\n' "$1" | st-stack put >put
	st-spawn --data=data
}

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

@test "st-spawn: what is locked, filled, spawned or of no known contract is left, saying why" {
	mkdir data && st-synth --instruments=1 --years=1 --output=data
	printf '{"strategy":"a","instrument":"EQ_NORTH","trade":3}\n{"strategy":"a","instrument":"NOWHERE","trade":3}\n' | st-stack put >put
	st-lock add EQ_NORTH
	try st-spawn --data=data
	[ "$status" = 1 ]
	[ "$(cat err)" = 'st-spawn: instrument order 2: no multiple prices of NOWHERE: which contract is priced?' ]
	st-lock remove EQ_NORTH
	st-stack lock instrument 1
	try st-spawn --data=data
	[ "$status" = 1 ]
	st-stack unlock instrument 1
	try st-spawn --data=data
	[ "$status" = 0 ]
	try st-spawn --data=data 1
	[ "$status" = 1 ]
	[ "$(st-stack list contract | wc -l)" = 1 ]
}

# roll STATE: as a person would set it.
roll() {
	broken=1
	sqlite3 desk/ledger.db "INSERT INTO roll_state VALUES ('EQ_NORTH', '$1', 1, NULL) ON CONFLICT DO UPDATE SET state = '$1'"
}

@test "st-spawn: by roll state" {
	spawned 2
	st-fill by-hand contract 1 --quantity=2 --price=100 -y
	st-stack complete
	legs() {
		st-stack list contract | jq -c '[.legs[0].contract, .legs[0].trade]' | paste -sd ' '
	}
	for state in Force Force_Outright Roll_Adjusted; do
		roll $state
		echo '{"strategy":"a","instrument":"EQ_NORTH","trade":-5}' | st-stack put >put
		try st-spawn --data=data
		[ "$status" = 1 ]
		[ "$(sed 's/order [0-9]*/order/' err)" = "st-spawn: instrument order: EQ_NORTH is in $state: it waits until that is over" ]
		st-stack cancel instrument "$(jq .id put)"
	done
	# Passively, 2 held of the priced contract: -5 closes those and opens -3 in the forward one.
	roll Passive
	echo '{"strategy":"a","instrument":"EQ_NORTH","trade":-5,"reference_price":1000,"reference_contract":"20010300"}' | st-stack put >put
	st-spawn --data=data
	[ "$(legs)" = '["20010300",-2] ["20010600",-3]' ]
	# The forward one's reference price is as much away as the contracts' prices were at last.
	want=$(awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		$at["PRICE_CONTRACT"] == 20010300 && $at["PRICE"] != "" && $at["FORWARD"] != "" { d = $at["FORWARD"] - $at["PRICE"] }
		END { printf "%.6f", 1000 + d }' data/multiple_prices_csv/EQ_NORTH.csv)
	[ "$(st-stack list contract | jq -r .reference_price | tail -n 1 | xargs printf '%.6f')" = "$want" ]
	st-stack cancel instrument "$(jq .id put)"
	# No_Open lets the 2 go and nothing more: the order is cut, saying so.
	roll No_Open
	echo '{"strategy":"a","instrument":"EQ_NORTH","trade":-5}' | st-stack put >put
	st-spawn --data=data
	[ "$(legs)" = '["20010300",-2]' ]
	[ "$(st-stack list instrument | jq -c '[.trade, .cut]')" = '[-2,[{"by":"roll state","from":-5,"to":-2,"why":"No_Open"}]]' ]
	st-ledger check >checked || [ "$(grep ',0,' checked | cut -d, -f1)" = replay ]
}
