#!/usr/bin/env bats
# What becomes of proposed orders between st-orders and st-stack: st-override, st-lock and st-limit apply

bats_require_minimum_version 1.5.0
load helper

order() {
	printf '{"strategy":"%s","instrument":"%s","trade":%d,"held":%d,"colour":"red"}\n' "$@"
}

@test "proposals: each filter cuts, says why, and passes on what it does not know" {
	st-override set 0.5 --instrument=CORN
	st-limit position set 3 --strategy=a --instrument=CORN
	order a CORN 10 0 | st-override apply | st-lock apply | st-limit apply >out
	[ "$(cat out)" = '{"strategy":"a","instrument":"CORN","trade":3,"held":0,"colour":"red","cut":[{"by":"override","from":10,"to":5,"why":"multiplier"},{"by":"position limit","from":5,"to":3,"why":"of the strategy"}]}' ]
	# What nothing cuts comes back as it was.
	order b GOLD -4 1 >order
	st-override apply order | st-lock apply | st-limit apply | cmp order -
}

@test "proposals: an override is of the position after the trade; No-trading says that nothing may be put against what is on its way" {
	cut() {
		order a CORN "$1" "$2" | st-override apply "${@:3}" | jq -c '[.trade, .no_trading]'
	}
	st-override set 0.5 --instrument=CORN
	[ "$(cut -5 0)" = '[-2,null]' ]
	[ "$(cut -5 0 --down)" = '[-3,null]' ]
	[ "$(cut 0 -5)" = '[3,null]' ]
	st-override set reduce-only --strategy=a
	[ "$(cut 5 2)" = '[0,null]' ]
	[ "$(cut -5 2)" = '[-2,null]' ]
	st-override set close --instrument=CORN
	[ "$(cut 5 2)" = '[-2,null]' ]
	st-override set no-trading --strategy=a --instrument=CORN
	[ "$(cut -5 2)" = '[0,true]' ]
}

@test "proposals: orders of a locked instrument go no further" {
	st-lock add CORN
	{
		order a CORN 1 0
		order a GOLD 1 0
	} | try st-lock apply
	[ "$(jq -r .instrument out)" = GOLD ]
	[ "$(cat err)" = "st-lock: CORN is locked: no order of a's" ]
}

@test "proposals: a limit of the instrument counts what all strategies hold" {
	st-balance trade b CORN 20200300 --quantity=5 --price=1 -y
	st-limit position set 6 --instrument=CORN
	[ "$(order a CORN 4 0 | st-limit apply | jq -c '[.trade, .cut[0].why]')" = '[1,"of the instrument"]' ]
	[ "$(order a CORN -4 0 | st-limit apply | jq -c '[.trade, .cut]')" = '[-4,null]' ]
	echo '{"strategy":"a"}' >bad
	for program in st-override st-lock st-limit; do
		dies "$program: bad:1: no 'instrument'" $program apply bad
	done
}
