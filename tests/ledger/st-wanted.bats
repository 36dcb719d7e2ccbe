#!/usr/bin/env bats
# st-wanted: what may be wanted, and what of a backtest is

bats_require_minimum_version 1.5.0
load helper

@test "st-wanted: each kind, its references and its detail come back" {
	cat >wanted <<-'END'
		{"strategy":"a","instrument":"CORN","kind":"buffered","lower":-1.5,"upper":0.1,"reference_price":101.25,"reference_contract":"20200300","reference_time":"2020-01-02 22:00:00"}
		{"strategy":"a","instrument":"GOLD","kind":"simple","position":2.5,"run":"abc","time":"2020-01-01"}
		{"strategy":"b","instrument":"CORN","kind":"raw","position":0.1,"detail":{"weight":0.25,"why":["x",null]}}
		{"strategy":"b","instrument":"CORN","kind":"dynamic","position":1}
	END
	st-wanted put wanted
	[ "$(st-wanted list | jq -c 'del(.id)')" = '{"strategy":"a","instrument":"CORN","time":"2020-01-03 14:00:00","run":"","kind":"buffered","lower":-1.5,"upper":0.1,"reference_price":101.25,"reference_contract":"20200300","reference_time":"2020-01-02 22:00:00"}
{"strategy":"a","instrument":"GOLD","time":"2020-01-01 00:00:00","run":"abc","kind":"simple","position":2.5}
{"strategy":"b","instrument":"CORN","time":"2020-01-03 14:00:00","run":"","kind":"dynamic","position":1}
{"strategy":"b","instrument":"CORN","time":"2020-01-03 14:00:00","run":"","kind":"raw","position":0.1,"detail":{"weight":0.25,"why":["x",null]}}' ]
	[ "$(st-wanted list --strategy=b --csv | cut -d, -f2,6)" = 'strategy,kind
b,dynamic
b,raw' ]
}

@test "st-wanted: the last counts, all are kept, the same again is nothing" {
	echo '{"strategy":"a","instrument":"CORN","kind":"simple","position":1}' | st-wanted put
	echo '{"strategy":"a","instrument":"CORN","kind":"simple","position":1}' >same
	try st-wanted put same
	[ "$status" = 1 ]
	echo '{"strategy":"a","instrument":"CORN","kind":"simple","position":2}' | ST_NOW='2020-01-04' st-wanted put
	[ "$(st-wanted list | jq .position)" = 2 ]
	[ "$(st-wanted history a CORN | jq .position | paste -sd ' ')" = '1 2' ]
	echo '{"strategy":"a","instrument":"CORN","kind":"simple","position":7,"time":"2020-01-03 14:00:00"}' >late
	dies 'st-wanted: late:1: a CORN: wanted at 2020-01-03 14:00:00, but something was wanted then or later already' env ST_NOW='2020-01-05' st-wanted put late
}

# refused WHY RECORD: and nothing of the file is put.
refused() {
	{
		echo '{"strategy":"z","instrument":"FIRST","kind":"simple","position":1}'
		printf '%s\n' "$2"
	} >records
	dies "st-wanted: records:2: $1" st-wanted put records
	[ ! -s <(st-wanted list --strategy=z) ]
}

@test "st-wanted: what cannot be wanted is refused, and all that came with it" {
	echo '{"strategy":"a","instrument":"CORN","kind":"simple","position":1}' | st-wanted put
	refused "a CORN: buffered, where simple positions were wanted before" '{"strategy":"a","instrument":"CORN","kind":"buffered","lower":1,"upper":2}'
	refused "no position" '{"strategy":"a","instrument":"GOLD","kind":"simple"}'
	refused "no position" '{"strategy":"a","instrument":"GOLD","kind":"simple","position":null}'
	refused "no lower position" '{"strategy":"a","instrument":"GOLD","kind":"buffered","upper":2}'
	refused "upper position 1 is below the lower, 2" '{"strategy":"a","instrument":"GOLD","kind":"buffered","lower":2,"upper":1}'
	refused "a buffered one has no 'position'" '{"strategy":"a","instrument":"GOLD","kind":"buffered","lower":2,"upper":3,"position":2}'
	refused "only a buffered one has 'lower' and 'upper'" '{"strategy":"a","instrument":"GOLD","kind":"simple","lower":2,"position":2}'
	refused "dynamic position isn't whole: 1.5" '{"strategy":"a","instrument":"GOLD","kind":"dynamic","position":1.5}'
	refused "'kind' is not simple, buffered, raw or dynamic: \"fuzzy\"" '{"strategy":"a","instrument":"GOLD","kind":"fuzzy","position":1}'
	refused "'position' is not a number" '{"strategy":"a","instrument":"GOLD","kind":"simple","position":"1"}'
	refused "position of over 1000000000 contracts: 1e+300" '{"strategy":"a","instrument":"GOLD","kind":"simple","position":1e300}'
	refused "a GOLD: its price is of 2019-12-20 00:00:00, more than 5 days ago" '{"strategy":"a","instrument":"GOLD","kind":"simple","position":1,"reference_time":"2019-12-20"}'
	refused "a GOLD: its price is of 2020-01-04 00:00:00, which is to come" '{"strategy":"a","instrument":"GOLD","kind":"simple","position":1,"reference_time":"2020-01-04"}'
	refused "a GOLD: wanted at 2020-01-04 00:00:00, which is to come" '{"strategy":"a","instrument":"GOLD","kind":"simple","position":1,"time":"2020-01-04"}'
	refused "'reference_contract' is not a contract, eight digits: \"202003\"" '{"strategy":"a","instrument":"GOLD","kind":"simple","position":1,"reference_contract":"202003"}'
	refused "no 'strategy'" '{"instrument":"GOLD","kind":"simple","position":1}'
	: >empty
	dies 'st-wanted: empty: no wanted positions' st-wanted put empty
	echo time,price >rows
	dies_like 'st-wanted: rows:1: .*' st-wanted put rows
	for name in 'a b' 'a/b' '_a' '' 'ä'; do
		printf '{"strategy":"%s","instrument":"GOLD","kind":"simple","position":1}\n' "$name" >named
		try st-wanted put named
		[ "$status" = 2 ] || fail "strategy '$name' may be called so"
	done
}

@test "st-wanted: the last rows of a backtest, with the run that they lead back to" {
	"$ROOT"/pipelines/backtest "$ROOT"/examples/system.yaml -d "$ROOT"/examples/data.tar.gz -o system -q
	export ST_NOW='2020-01-03 06:00:00'
	dies_like 'st-wanted: a backtest.s folder needs option --strategy.*' st-wanted put system
	st-wanted put system --strategy=trend
	# Against the rows themselves: bands of each instrument's last row.
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } { last[$2] = $2 "," $at["lower"] "," $at["upper"] }
		END { for (i in last) print last[i] }' system/rows.csv | sort >wanted
	st-wanted list --csv | cut -d, -f3,7,8 | sed 1d | sort | cmp wanted -
	[ "$(st-wanted list | jq -r .run | sort -u | grep -cE '^[0-9a-f]{64}$')" = 1 ]
	[ "$(st-wanted list | jq -r 'select(.instrument == "EQ_NORTH") | .reference_contract')" = 20200300 ]
	try st-wanted put system --strategy=trend
	[ "$status" = 1 ]
	dies_like 'st-wanted: system: late BOND_EAST: its price is of 20.*, more than 0 days ago' env ST_NOW='2020-01-05' st-wanted put system --strategy=late --stale-days=0
	[ ! -s <(st-wanted list --strategy=late) ]
}
