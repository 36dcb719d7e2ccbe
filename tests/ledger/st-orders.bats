#!/usr/bin/env bats
# st-orders: from what is wanted and held to what is to be traded

bats_require_minimum_version 1.5.0
load helper

trades() {
	st-orders "$@" | jq -r .trade | paste -sd ' '
}

@test "st-orders: to the nearer edge of a band, rounded half to even; to a simple position" {
	printf 'strategy,instrument,position\na,A,0\na,B,5\na,C,-3\na,D,2\n' >held
	for i in A B C D E; do
		printf '{"strategy":"a","instrument":"%s","kind":"buffered","lower":0.5,"upper":2.5}\n' $i
	done >wanted
	# 0.5 and 2.5 are 0 and 2; a position that is rounded into the band is no trade.
	[ "$(trades --held=held wanted)" = '0 -3 3 0 0' ]
	for i in A B C D E; do
		printf '{"strategy":"a","instrument":"%s","kind":"simple","position":1.5}\n' $i
	done >wanted
	[ "$(trades --held=held wanted)" = '2 -3 5 0 2' ]
	printf '{"strategy":"a","instrument":"A","kind":"raw","position":1.5}\n' >raw
	dies "st-orders: raw:1: a A: a raw position asks for no trade by itself: it is for the optimisation of all together" st-orders --held=held raw
}

@test "st-orders: what is held is the ledger's, or a file's that must be right" {
	echo '{"strategy":"a","instrument":"A","kind":"simple","position":2}' >wanted
	[ "$(trades wanted)" = 2 ]
	printf 'strategy,instrument,position\na,A,1.5\n' >held
	dies "st-orders: held:2: column 'position': not whole lots: \"1.5\"" st-orders --held=held wanted
	unset ST_HOME
	dies 'st-orders: which desk? set $ST_HOME or give --home=DIR; st-home init DIR makes one' st-orders wanted
}
