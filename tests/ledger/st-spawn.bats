#!/usr/bin/env bats
# st-spawn: contract orders by roll state, and what is left

bats_require_minimum_version 1.5.0
load helper

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
