#!/usr/bin/env bats
# st-roll-status: which state may follow which, and rolls that are forced

bats_require_minimum_version 1.5.0
load helper

# So many lots of EQ_NORTH's priced contract.
held() {
	[ -d desk/data ] || st-synth --instruments=1 --years=1 --output=desk/data
	[ "$1" = 0 ] || st-balance trade trend EQ_NORTH 20010300 --quantity="$1" --price=1500 -y
}

@test "st-roll-status: the table of states, at the reference's order of recommendation" {
	held 0
	row() {
		st-roll-status next EQ_NORTH | grep -vE 'No_Open|Close' | paste -sd ' '
	}
	[ "$(row)" = 'Roll_Adjusted Passive No_Roll' ]
	st-roll-status set EQ_NORTH Passive -y
	[ "$(row)" = 'Roll_Adjusted Passive No_Roll' ]
	st-roll-status set EQ_NORTH Roll_Adjusted -y
	[ "$(row)" = 'No_Roll' ]
	st-roll-status set EQ_NORTH No_Roll -y
	held -2
	[ "$(row)" = 'Passive Force Force_Outright No_Roll' ]
	st-roll-status set EQ_NORTH Force -y
	[ "$(row)" = 'Force Force_Outright Passive No_Roll' ]
	[ "$(st-roll-status list --csv)" = 'instrument,state,time,by
EQ_NORTH,Force,2020-01-03 14:00:00,' ]
}

@test "st-roll-status: what may not follow is refused and changes nothing" {
	held 2
	refused() {
		try st-roll-status set EQ_NORTH "${@:2}" -y
		[ "$status" = 1 ] || fail "${*:2}: status $status"
		[ "$(cat err)" = "st-roll-status: $1" ] || fail "${*:2}: $(cat err)"
	}
	refused 'EQ_NORTH: Roll_Adjusted may not follow No_Roll with a position in the priced contract' Roll_Adjusted
	refused 'EQ_NORTH is in No_Roll already' No_Roll
	st-roll-status set EQ_NORTH Close --by=expiry -y
	refused 'EQ_NORTH: Close was set by expiry: "drift" may not change it' No_Roll --by=drift
	st-roll-status set EQ_NORTH No_Roll --by=expiry -y
	dies 'st-roll-status: no roll state: "Forced"; the nearest is Force' st-roll-status set EQ_NORTH Forced -y
	dies 'st-roll-status: no multiple prices of NOWHERE: which contract is priced?' st-roll-status set NOWHERE Force -y
	try st-roll-status set EQ_NORTH Force </dev/null
	[ "$status" = 1 ]
	[ "$(st-roll-status list | jq -r .state)" = No_Roll ]
}

@test "st-roll-status: a forced roll moves contracts and no strategy, as a spread or outright" {
	held 3
	st-roll-status set EQ_NORTH Force -y
	st-roll-status orders
	try st-roll-status orders
	[ "$status" = 1 ]
	[ "$(st-stack list instrument | jq -c '[.strategy, .trade, .type, .by]')" = '["_ROLL_PSEUDO_STRATEGY",0,"Zero-roll-order","roll"]' ]
	st-fill by-hand contract 2 --contract=20010300 --quantity=-3 --price=1500 -y
	st-fill by-hand contract 2 --contract=20010600 --quantity=3 --price=1510 -y
	# The first of a spread's leg prices less the second.
	[ "$(st-stack list contract | jq .price)" = -10 ]
	st-stack complete
	[ "$(st-position list --by=contract | jq -c '[.contract, .position]')" = '["20010600",3]' ]
	[ "$(st-position list --by=strategy | jq -c '[.strategy, .position]')" = '["trend",3]' ]
	[ ! -s <(st-position breaks) ]
}

@test "st-roll-status: a forced roll, outright; nothing held is nothing to roll" {
	held -2
	st-roll-status set EQ_NORTH Force_Outright -y
	st-roll-status orders EQ_NORTH
	[ "$(st-stack list contract | jq -c '[.legs[0].contract, .legs[0].trade]' | paste -sd ' ')" = '["20010300",2] ["20010600",-2]' ]
	st-fill by-hand contract 2 --quantity=2 --price=1500 -y
	# Between the two half of it is done; that is no break of ours.
	st-ledger check >checked
	st-fill by-hand contract 3 --quantity=-2 --price=1510 -y
	st-stack complete
	st-roll-status set EQ_NORTH Roll_Adjusted -y
	[ "$(st-position list --by=strategy | jq .position)" = -2 ]
	try st-roll-status orders
	[ "$status" = 1 ]
}
