#!/usr/bin/env bats
# st-balance: what changes positions without an order of ours

bats_require_minimum_version 1.5.0
load helper

@test "st-balance: a trade made elsewhere is a family of orders that is done, and moves both positions" {
	st-balance trade trend CORN 20200300 --quantity=-2 --price=386.5 --time='2020-01-02 15:00:00' --commission=4 --currency=USD --account=U1 -y
	[ "$(st-position list --csv | sed 1d | cut -d, -f1-4)" = 'trend,CORN,,-2
,CORN,20200300,-2' ]
	[ ! -s <(st-stack list instrument) ]
	for level in instrument contract broker; do
		[ "$(st-stack history $level | jq -c '[.type, .state, .price, .fill_time]')" = '["balance_trade","done",386.5,"2020-01-02 15:00:00"]' ]
	done
	[ "$(st-stack history broker | jq -r .account)" = U1 ]
	[ ! -s <(st-position breaks) ]
}

@test "st-balance: a strategy's position alone, and all of it to another" {
	st-balance strategy trend CORN --quantity=5 --price=386.5 -y
	try st-position breaks
	[ "$status" = 1 ]
	broken=1 # contracts and strategies differ, as they should
	st-balance transfer trend carry CORN --price=390 -y
	[ "$(st-position list --by=strategy | jq -c '[.strategy, .position]')" = '["carry",5]' ]
	[ "$(st-stack history instrument | jq -c '[.strategy, .trade, .fill, .price, .type]' | tail -n 2 | paste -sd ' ')" = \
		'["trend",-5,-5,390,"transfer_trade"] ["carry",5,5,390,"transfer_trade"]' ]
	try st-balance transfer trend carry CORN --price=390 -y
	[ "$status" = 1 ]
	[ "$(cat err)" = 'st-balance: trend holds nothing of CORN' ]
	st-ledger check >checked || [ "$(grep ',0,' checked | cut -d, -f1)" = I9 ]
}

@test "st-balance: what is no trade is refused, and nothing without --yes" {
	dies 'st-balance: not a contract, eight digits: "202003"' st-balance trade a CORN 202003 --quantity=1 --price=1 -y
	dies "st-balance: name of strategy has more than letters, digits, '-' and '_': \"a b\"" st-balance trade 'a b' CORN 20200300 --quantity=1 --price=1 -y
	dies 'st-balance: --quantity: not whole lots: "0"' st-balance trade a CORN 20200300 --quantity=0 --price=1 -y
	dies 'st-balance: --time: is to come: "2020-01-04"' st-balance trade a CORN 20200300 --quantity=1 --price=1 --time=2020-01-04 -y
	try st-balance trade a CORN 20200300 --quantity=1 --price=1 </dev/null
	[ "$status" = 1 ]
	[ ! -s <(st-journal list) ]
}
