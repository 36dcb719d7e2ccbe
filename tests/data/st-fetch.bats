# st-fetch: everything that pysystemtrade's own files have in them, folders and archives, ranges, refusals

load ../helper

# Files of the data folder d, a line an argument.
multiple() {
	mkdir -p d/multiple_prices_csv
	printf '%s\n' DATETIME,CARRY,CARRY_CONTRACT,PRICE,PRICE_CONTRACT,FORWARD,FORWARD_CONTRACT "${@:2}" >"d/multiple_prices_csv/$1.csv"
}

adjusted() {
	mkdir -p d/adjusted_prices_csv
	printf '%s\n' DATETIME,price "${@:2}" >"d/adjusted_prices_csv/$1.csv"
}

rates() {
	mkdir -p d/fx_prices_csv
	printf '%s\n' DATETIME,PRICE "${@:2}" >"d/fx_prices_csv/$1.csv"
}

# Two instruments of a few days.
small() {
	multiple GOLD '2021-01-04 23:00:00,12,20210400,10,20210200,12,20210400' '2021-01-05 23:00:00,13,20210400,11,20210200,13,20210400'
	adjusted GOLD '2021-01-04 23:00:00,20.5' '2021-01-05 23:00:00,21.5'
	multiple CORN '2021-01-04 23:00:00,4,20210300,5,20210600,6,20210900'
	adjusted CORN '2021-01-04 23:00:00,5'
}

natural=time,instrument,price,price_contract,carry,carry_contract,forward,forward_contract,adjusted,beyond
daily=time,instrument,adjusted,price,roll,beyond

# lines LINE ...: the lines as one text.
lines() {
	printf '%s\n' "$@"
}

@test "multiple and adjusted prices are joined on time, text untouched" {
	multiple GOLD '2021-01-04 10:00:00,,20210400,1.50,20210200,,20210400' '2021-01-04 23:00:00,2.25,20210400,1e0,20210200,3,20210400'
	adjusted GOLD '2021-01-04 12:00:00,07.5' '2021-01-04 23:00:00,-3.0400000000624372e-05'
	prints "$(lines $natural '2021-01-04 10:00:00,GOLD,1.50,20210200,,20210400,,20210400,,' \
		'2021-01-04 12:00:00,GOLD,,,,,,,07.5,' \
		'2021-01-04 23:00:00,GOLD,1e0,20210200,2.25,20210400,3,20210400,-3.0400000000624372e-05,')" st-fetch -d d GOLD
	prints "$(lines $daily '2021-01-04,GOLD,-3.0400000000624372e-05,1e0,-7.500000000006821,')" st-fetch -d d --daily GOLD
}

@test "blank prices: rows of them stand, and a day of them is a day without price" {
	multiple GOLD '2021-01-04 23:00:00,,20210400,,20210200,,20210400' '2021-01-05 23:00:00,,20210400,11,20210200,,20210400' \
		'2021-01-05 23:30:00,,20210400,,20210200,,20210400'
	adjusted GOLD '2021-01-04 23:00:00,' '2021-01-05 23:00:00,21.5' '2021-01-05 23:30:00,'
	prints "$(lines $natural '2021-01-04 23:00:00,GOLD,,20210200,,20210400,,20210400,,' \
		'2021-01-05 23:00:00,GOLD,11,20210200,,20210400,,20210400,21.5,' \
		'2021-01-05 23:30:00,GOLD,,20210200,,20210400,,20210400,,')" st-fetch -d d GOLD
	prints "$(lines $daily 2021-01-04,GOLD,,,, 2021-01-05,GOLD,21.5,11,,)" st-fetch -d d --daily GOLD
}

@test "a Sunday evening is Friday's, midnight its own day's, +1 s a row of its own" {
	adjusted GOLD '2021-01-08 22:59:59,1' '2021-01-10 23:00:00,2' '2021-01-11 00:00:00,3' '2021-01-11 00:00:01,4' '2021-01-13 00:00:00,5'
	prints "$(lines $daily 2021-01-08,GOLD,2,2,, 2021-01-11,GOLD,4,4,, 2021-01-12,GOLD,,,, 2021-01-13,GOLD,5,5,,)" st-fetch -d d --daily GOLD
	[ "$(st-fetch -d d GOLD | cut -c 1-19 | tail -n +2 | tr '\n' ,)" = \
		'2021-01-08 22:59:59,2021-01-10 23:00:00,2021-01-11 00:00:00,2021-01-11 00:00:01,2021-01-13 00:00:00,' ]
}

@test "T, zone offsets and plain dates are taken; stamps come out as date and time" {
	adjusted GOLD 2021-01-04 2021-01-04T10:00:00 2021-01-04T10:30Z '2021-01-04 12:00:00+01:00' 2021-01-04T23:30:00-0200 '2021-01-05 03:00+01'
	sed -i '2,$s/$/,1/' d/adjusted_prices_csv/GOLD.csv
	prints "$(printf '%s\n' 2021-01-04 '2021-01-04 10:00:00' '2021-01-04 10:30:00' '2021-01-04 11:00:00' '2021-01-05 01:30:00' '2021-01-05 02:00:00')" \
		sh -c 'st-fetch -d d GOLD | tail -n +2 | cut -d, -f1'
}

@test "an instrument without multiple prices takes its adjusted price for the price held" {
	adjusted BTP '2021-01-04 23:00:00,-0.5' '2021-01-05 23:00:00,'
	prints "$(lines $natural '2021-01-04 23:00:00,BTP,-0.5,,,,,,-0.5,' '2021-01-05 23:00:00,BTP,,,,,,,,')" st-fetch -d d
	prints "$(lines $daily 2021-01-04,BTP,-0.5,-0.5,, 2021-01-05,BTP,,,,)" st-fetch -d d --daily
}

@test "of more columns than two, 'price' or else FINAL is the adjusted price" {
	mkdir -p d/adjusted_prices_csv
	lines DATETIME,OPEN,FINAL,VOLUME '2021-01-04 23:00:00,1,2,3' >d/adjusted_prices_csv/A.csv
	lines DATETIME,OPEN,price,FINAL '2021-01-04 23:00:00,1,5,3' >d/adjusted_prices_csv/B.csv
	lines when,closing '2021-01-04 23:00:00,7' >d/adjusted_prices_csv/C.csv
	lines DATETIME,OPEN,CLOSE '2021-01-04 23:00:00,1,5' >d/adjusted_prices_csv/D.csv
	prints "$(lines $daily 2021-01-04,A,2,2,, 2021-01-04,B,5,5,, 2021-01-04,C,7,7,,)" st-fetch -d d --daily A B C
	dies "st-fetch: d/adjusted_prices_csv/D.csv:1: no column 'FINAL'" st-fetch -d d D
}

@test "a BOM, CRLF and a missing last newline in a file" {
	mkdir -p d/adjusted_prices_csv
	printf '\357\273\277DATETIME,price\r\n2021-01-04 23:00:00,1\r\n2021-01-05 23:00:00,2' >d/adjusted_prices_csv/A.csv
	prints "$(lines $daily 2021-01-04,A,1,1,, 2021-01-05,A,2,2,,)" st-fetch -d d --daily A
}

@test "beyond: days that the multiple prices have before and after the adjusted ones" {
	multiple A '2021-01-01 23:00:00,,,1,20210200,,' '2021-01-04 23:00:00,,,2,20210200,,' '2021-01-05 22:00:00,,,3,20210200,,' \
		'2021-01-05 23:30:00,,,4,20210200,,' '2021-01-06 23:00:00,,,5,20210200,,' '2021-01-08 23:00:00,,,6,20210200,,'
	adjusted A '2021-01-04 23:00:00,12' '2021-01-05 23:00:00,14'
	prints "$(lines $daily 2021-01-01,A,,1,,1 2021-01-04,A,12,2,, 2021-01-05,A,14,4,, 2021-01-06,A,,5,,1 2021-01-07,A,,,,1 2021-01-08,A,,6,,1)" \
		st-fetch -d d --daily A
	[ "$(st-fetch -d d A | tail -n +2 | sed 's/.*,//' | tr '\n' .)" = 1.....1.1. ]
}

@test "--days gives the first of them" {
	local g=$ROOT/tests/golden/synthetic/data
	for n in 1 2 30; do
		st-fetch -d "$g" --daily | awk -F, -v n=$n '++seen[$2] <= n' >want
		prints_file want st-fetch -d "$g" --daily --days=$n
	done
	dies 'st-fetch: --days wants a number above zero, and --daily: ""; see st-fetch --help' st-fetch -d "$g" --days=1
	dies 'st-fetch: --days wants a number above zero, and --daily: ""; see st-fetch --help' st-fetch -d "$g" --daily --days=-1
	dies 'st-fetch: --days wants a number above zero, and --daily: ""; see st-fetch --help' st-fetch -d "$g" --daily --days=0
}

@test "--daily gives what st-daily makes of the rows" {
	local g=$ROOT/tests/golden/synthetic/data
	st-fetch -d "$g" | st-daily >want
	prints_file want st-fetch -d "$g" --daily
	[ "$(wc -l <want)" -gt 9000 ]
	st-fetch -d "$g" --no-adjusted SYNCORN SYNEQ | st-daily >want
	prints_file want st-fetch -d "$g" --no-adjusted --daily SYNCORN SYNEQ
}

# pandas: resample("1B").ffill() of the adjusted series, to which the row at 23:30 does not belong.
@test "--midnight: the adjusted price of the last row up to the day's midnight, missing or not" {
	adjusted A '2021-01-01 23:00:00,10' '2021-01-03 22:00:00,' '2021-01-04 00:00:00,11' '2021-01-04 09:00:00,12' \
		'2021-01-06 23:00:00,13' '2021-01-07 10:00:00,14' '2021-01-07 11:00:00,' '2021-01-08 23:00:00,15'
	multiple A '2021-01-04 09:00:00,,,2,20210300,,' '2021-01-04 23:30:00,,,3,20210300,,'
	prints "$(lines time,midnight 2021-01-01, 2021-01-04,11 2021-01-05,12 2021-01-06,12 2021-01-07,13 2021-01-08,)" \
		eval 'st-fetch -d d --daily --midnight A | cut -d, -f1,7'
	dies 'st-fetch: only with --daily, and without --no-adjusted: "--midnight"; see st-fetch --help' st-fetch -d d --midnight A
}

@test "instruments come in the order asked for, else sorted" {
	small
	[ "$(st-fetch -d d --daily GOLD CORN | cut -d, -f2 | uniq | tr '\n' ' ')" = 'instrument GOLD CORN ' ]
	[ "$(st-fetch -d d --daily | cut -d, -f2 | uniq | tr '\n' ' ')" = 'instrument CORN GOLD ' ]
}

@test "list names what there is, or what a config trades" {
	small
	adjusted SILVER '2021-01-04 23:00:00,1'
	prints "$(lines CORN GOLD SILVER)" st-fetch list -d d
	prints "$(lines CORN GOLD)" st-fetch list -d d --no-adjusted
	prints "$(lines CORN GOLD SILVER)" st-fetch -d d list prices
	prints SILVER st-fetch list -d d --part=3/3
	dies 'st-fetch: list is of prices, contracts, calendars or fx: "GOLD"; see st-fetch --help' st-fetch list -d d GOLD
	dies 'st-fetch: list takes no further operand: "fx"; see st-fetch --help' st-fetch list -d d prices fx
	echo '{"instrument_weights":{"SILVER":0.5,"CORN":0.25,"GOLD":0.25,"ZINC":0}, "instruments":["CORN"],
		"duplicate_instruments":{"exclude":{"silver":["SILVER"],"zinc":"ZINC"}}}' >c
	prints "$(lines CORN GOLD)" st-fetch list -d d --config=c
	echo '{"instruments":["SILVER","CORN"],"exclude_instrument_lists":{"ignore_instruments":["CORN"]}}' >c
	prints SILVER st-fetch list -d d --config=c
	echo '{"exclude_instrument_lists":{"ignore_instruments":["CORN"]}}' >c
	prints "$(lines GOLD SILVER)" st-fetch list -d d --config=c
	echo '{"instruments":["CORN"],"exclude_instrument_lists":{"ignore_instruments":["CORN"]}}' >c
	dies 'st-fetch: c: no instruments: instrument_weights names none that is not left out' st-fetch list -d d --config=c
}

@test "--no-adjusted leaves the adjusted prices out" {
	small
	prints "$(lines time,instrument,price,price_contract,carry,carry_contract,forward,forward_contract \
		'2021-01-04 23:00:00,CORN,5,20210600,4,20210300,6,20210900')" st-fetch -d d --no-adjusted CORN
	prints "$(lines time,instrument,price,roll 2021-01-04,CORN,5,-4.0)" st-fetch -d d --no-adjusted --daily CORN
}

@test "--start and --end are stamps, both included: an end date keeps its midnight and no more" {
	adjusted A '2021-01-04 00:00:00,1' '2021-01-05 23:00:00,2' '2021-01-06 00:00:00,3' '2021-01-06 00:00:01,4'
	prints "$(lines $daily 2021-01-05,A,2,2,, 2021-01-06,A,3,3,,)" st-fetch -d d --daily --start=2021-01-05 --end=2021-01-06
	prints "$(lines $daily 2021-01-04,A,1,1,, 2021-01-05,A,2,2,,)" st-fetch -d d --daily '--end=2021-01-05 23:00:00'
	echo '{"start_date":"2021-01-05","end_date":"2021-01-06"}' >c
	prints "$(lines $daily 2021-01-05,A,2,2,, 2021-01-06,A,3,3,,)" st-fetch -d d --daily --config=c A
	prints "$(lines $daily 2021-01-05,A,2,2,, 2021-01-06,A,4,4,,)" st-fetch -d d --daily --config=c --end=2021-01-07 A
	prints "$(lines $daily 2021-01-06,A,4,4,,)" st-fetch -d d --daily --config=c '--start=2021-01-06 00:00:01' --end=2021-01-07 A
	dies "st-fetch: no prices of 'A' between the first and the last date wanted" st-fetch -d d --daily --start=2022-01-01 A
	dies 'st-fetch: start is not a date: "soon"' st-fetch -d d --start=soon
	dies 'st-fetch: end is not a date: "2021-02-30"' st-fetch -d d --end=2021-02-30
}

@test "fx: pairs asked for or all; a blank rate, two stamps on a day, a Sunday" {
	rates KRWUSD '2014-01-17 00:00:00,0.00094' '2014-01-20 00:00:00,' '2014-01-21,0.00093'
	rates EURUSD '2019-10-24 00:00:00,1.1128' '2019-10-24 23:00:00,1.11' '2019-10-27 00:00:00,1.1' # a Sunday
	prints "$(lines time,currency,rate '2014-01-17 00:00:00,KRWUSD,0.00094' '2014-01-20 00:00:00,KRWUSD,' 2014-01-21,KRWUSD,0.00093)" \
		st-fetch fx -d d KRWUSD
	prints "$(lines time,currency,rate '2019-10-24 00:00:00,EURUSD,1.1128' '2019-10-24 23:00:00,EURUSD,1.11' '2019-10-27 00:00:00,EURUSD,1.1')" \
		st-fetch fx -d d EURUSD
	[ "$(st-fetch fx -d d | cut -d, -f2 | uniq | tr '\n' ' ')" = 'currency EURUSD KRWUSD ' ]
	dies "st-fetch: no rates of 'GBPUSD' in 'd'" st-fetch fx -d d GBPUSD
	rates EURUSD '2019-10-24 00:00:00,1.1128' '2019-10-25,x'
	dies "st-fetch: d/fx_prices_csv/EURUSD.csv:3: column 'PRICE': not a number: \"x\"" st-fetch fx -d d EURUSD
	[ "$(tail -n 1 out)" = '2019-10-24 00:00:00,EURUSD,1.1128' ]
}

@test "instruments: blank costs, NA, trailing spaces, no roll row, a roll row of no instrument, no last newline" {
	small
	adjusted 'SMI-MID' 2021-01-04,1
	adjusted GOLD_micro 2021-01-04,1
	mkdir -p d/csvconfig
	printf 'Instrument,Pointsize,Percentage,PerBlock,PerTrade,AssetClass,Currency,Description,Slippage\n%s\n%s\n%s\n%s' \
		'CORN,50,0,2.81,0,Ags,USD,"Corn, CBOT ",0.125' 'GOLD_micro,10,,,,Metals,USD,NA,' 'SMI-MID,10.5,0.0004,0,3,Equity,CHF,,0.5' \
		'GOLD,100,0,2.5,0,Metals,USD,NA,0.05' >d/csvconfig/instrumentconfig.csv
	printf 'Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset\n%s\n%s\n%s' 'SUGAR,HKNV,-10,1,HKNV,0' \
		'GOLD,GJMQVZ,-10,-1,GJMQVZ,0' 'CORN,Z,-60,-1,HKNUZ,14' >d/csvconfig/rollconfig.csv
	prints "$(lines instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year \
		CORN,50.0,USD,Ags,0.125,2.81,0.0,0.0,1 GOLD,100.0,USD,Metals,0.05,2.5,0.0,0.0,6 GOLD_micro,10.0,USD,Metals,,,,, \
		SMI-MID,10.5,CHF,Equity,0.5,0.0,0.0004,3.0,)" st-fetch instruments -d d
	prints "$(lines instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year \
		GOLD,100.0,USD,Metals,0.05,2.5,0.0,0.0,6)" st-fetch instruments -d d GOLD
	dies "st-fetch: d/csvconfig/instrumentconfig.csv: no instrument 'SUGAR'" st-fetch instruments -d d SUGAR
	sed -i 's/,50,/,fifty,/' d/csvconfig/instrumentconfig.csv
	dies "st-fetch: d/csvconfig/instrumentconfig.csv:2: column 'Pointsize': not a number: \"fifty\"" st-fetch instruments -d d CORN
	sed -i '1s/Currency/Money/' d/csvconfig/instrumentconfig.csv
	dies "st-fetch: d/csvconfig/instrumentconfig.csv:1: no column 'Currency'" st-fetch instruments -d d GOLD
	rm d/csvconfig/rollconfig.csv
	dies 'st-fetch: no csvconfig/rollconfig.csv in the data' st-fetch instruments -d d
}

# facts ROW ...: instrumentconfig.csv.
facts() {
	mkdir -p d/csvconfig
	lines Instrument,Pointsize,Percentage,PerBlock,PerTrade,AssetClass,Currency,Description,Slippage "$@" >d/csvconfig/instrumentconfig.csv
	lines Instrument,HoldRollCycle,RollOffsetDays CORN,Z,-60 GOLD,GJMQVZ,-10 >d/csvconfig/rollconfig.csv
}

# no_fact ROW MESSAGE: one of GOLD is what none can be.
no_fact() {
	facts CORN,50,0,2,0,Ags,USD,,1 "$1"
	dies "st-fetch: d/csvconfig/instrumentconfig.csv:3: $2" st-fetch instruments -d d GOLD
	prints "$(lines instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year \
		CORN,50.0,USD,Ags,1.0,2.0,0.0,0.0,1)" st-fetch instruments -d d CORN
}

@test "instruments: a point size is above zero, costs are not below, a percentage is a fraction, a currency and a class there" {
	small
	no_fact GOLD,0,0,2,0,Metals,USD,,1 "column 'Pointsize': not above zero: \"0\""
	no_fact GOLD,-50,0,2,0,Metals,USD,,1 "column 'Pointsize': not above zero: \"-50\""
	no_fact GOLD,50,0,2,0,Metals,USD,,-0.1 "column 'Slippage': below zero: \"-0.1\""
	no_fact GOLD,50,0,-2,0,Metals,USD,,1 "column 'PerBlock': below zero: \"-2\""
	no_fact GOLD,50,0,2,-1,Metals,USD,,1 "column 'PerTrade': below zero: \"-1\""
	no_fact GOLD,50,-1e-9,2,0,Metals,USD,,1 "column 'Percentage': below zero: \"-1e-9\""
	no_fact GOLD,50,1.5,2,0,Metals,USD,,1 "column 'Percentage': above 1, and it is a fraction: \"1.5\""
	no_fact GOLD,50,0,2,0,Metals,,,1 'GOLD has no currency'
	no_fact GOLD,50,0,2,0,Metals,' ',,1 'GOLD has no currency'
	no_fact GOLD,50,0,2,0,,USD,,1 'GOLD has no asset class'
	facts GOLD,50,1,0,0,Metals,USD,,0
	[ "$(st-fetch instruments -d d GOLD | tail -n 1)" = GOLD,50.0,USD,Metals,0.0,0.0,1.0,0.0,6 ]
}

@test "fx: a rate is above zero" {
	local rate
	for rate in 0 -1.1 -0.0; do
		rates EURUSD 2021-01-04,1.25 2021-01-05, "2021-01-06,$rate"
		dies "st-fetch: d/fx_prices_csv/EURUSD.csv:4: column 'PRICE': not above zero: \"$rate\"" st-fetch fx -d d
	done
	rates EURUSD 2021-01-04,1e-300
	prints "$(lines time,currency,rate 2021-01-04,EURUSD,1e-300)" st-fetch fx -d d
}

# twice MESSAGE ARG ...: a warning, the same with --strict an end, nothing with -q.
twice() {
	try st-fetch -d d "${@:2}"
	[ "$status" = 0 ]
	[ "$(cat err)" = "st-fetch: $1" ] || fail "$(cat err)"
	prints_file out st-fetch -q -d d "${@:2}"
	dies "st-fetch: $1" st-fetch -d d --strict "${@:2}"
	dies "st-fetch: $1" st-fetch -d d -q --strict "${@:2}"
}

@test "two values at one time: a warning names file, line and both, once a file" {
	adjusted GOLD '2021-01-04 23:00:00,1' '2021-01-05 23:00:00,3009' '2021-01-05 23:00:00,1003.0' '2021-01-05 23:00:00,5' '2021-01-06 23:00:00,2'
	twice "d/adjusted_prices_csv/GOLD.csv:4: column 'price': 2021-01-05 23:00:00 twice, with 3009 and 1003.0; the last is used; and 1 more" \
		--daily GOLD
	st-fetch -q -d d --daily GOLD | grep -x 2021-01-05,GOLD,5,5,,
	twice "d/adjusted_prices_csv/GOLD.csv:4: column 'price': 2021-01-05 23:00:00 twice, with 3009 and 1003.0; the last is used; and 1 more" GOLD
	prints "$(lines $daily 2021-01-06,GOLD,2,2,,)" st-fetch -d d --daily --start=2021-01-06 GOLD
	small
	multiple GOLD '2021-01-04 23:00:00,12,20210400,10,20210200,12,20210400' '2021-01-04 23:00:00,"13",20210400,"10.0",20210200,12,20210400'
	twice "d/multiple_prices_csv/GOLD.csv:3: column 'CARRY': 2021-01-04 23:00:00 twice, with 12 and 13; the last is used" GOLD
	rates EURUSD 2021-01-04,1.1 '2021-01-05 00:00:00,11.2' '2021-01-05,1.12'
	twice "d/fx_prices_csv/EURUSD.csv:4: column 'PRICE': 2021-01-05 twice, with 11.2 and 1.12; the last is used" fx EURUSD
	mkdir d/contract_prices_csv
	lines DATETIME,OPEN,FINAL 2021-01-04,1,2 2021-01-04,1,3 >d/contract_prices_csv/GOLD_20210400.csv
	twice "d/contract_prices_csv/GOLD_20210400.csv:3: column 'FINAL': 2021-01-04 twice, with 2 and 3; the last is used" contracts GOLD
	dies 'st-fetch: --strict or --skip-missing, not both: ""; see st-fetch --help' st-fetch -d d --strict --skip-missing
}

@test "a row twice with the same values, or with one that a blank leaves out, passes in silence" {
	small
	multiple GOLD '2021-01-04 23:00:00,12,20210400,10,20210200,12,20210400' '2021-01-04 23:00:00,12.0,20210400,1e1,20210200,,20210400' \
		'2021-01-04 23:00:00,"12",20210400,,20210200,12,20210400'
	adjusted GOLD '2021-01-04 23:00:00,1.50' '2021-01-04 23:00:00,1.5' '2021-01-04T23:00:00,"1.5"' '2021-01-04 23:00:00,'
	rates EURUSD 2021-01-04,1.1 2021-01-04,1.1 2021-01-05,1.2
	try st-fetch -d d --strict GOLD
	[ "$status" = 0 ] && [ ! -s err ]
	try st-fetch fx -d d --strict
	[ "$status" = 0 ] && [ ! -s err ]
}

@test "one instrument twice, with other facts: a warning names file, line and both, once a table" {
	small
	facts GOLD,50,0,2,0,Metals,USD,,1 CORN,50,0,2,0,Ags,USD,one,1 CORN,50.0,0,2,0,Ags,USD,two,1 GOLD,5,0,2,0,Metals,USD,,1 GOLD,50,0,2,0,Metals,EUR,,1
	twice "d/csvconfig/instrumentconfig.csv:5: column 'Pointsize': GOLD twice, with 50 and 5; the first is used; and 1 more" instruments GOLD
	[ "$(st-fetch instruments -q -d d GOLD | tail -n 1)" = GOLD,50.0,USD,Metals,1.0,2.0,0.0,0.0,6 ]
	try st-fetch instruments -d d --strict CORN
	[ "$status" = 0 ]
	facts GOLD,50,0,2,0,Metals,USD,,1
	echo GOLD,Z,-10 >>d/csvconfig/rollconfig.csv
	twice "d/csvconfig/rollconfig.csv:4: column 'HoldRollCycle': GOLD twice, with GJMQVZ and Z; the first is used" instruments GOLD
}

# tells MESSAGE ARG ...: the lines of warnings.
tells() {
	try st-fetch "${@:2}"
	[ "$status" = 0 ]
	[ "$(cat err)" = "$1" ] || fail "$(cat err)"
}

ends_far_apart() {
	tells 'st-fetch: GOLD: adjusted prices end on 2021-01-04, multiple prices on 2021-01-19' -d "$1" --daily
	tells '' -d "$1" --daily --end=2021-01-18
	tells '' -d "$1" --daily --part=1/1
	tells '' -d "$1" --daily CORN
	tells 'st-fetch: GOLD: adjusted prices end on 2021-01-04, multiple prices on 2021-01-19' instruments -d "$1" --config=c
	tells '' instruments -d "$1" --config=c --part=1/2
	echo '{"end_date":"2021-01-18"}' >until
	tells '' instruments -d "$1" --config=until
}

@test "an instrument's two files that end far apart" {
	small
	facts GOLD,50,0,2,0,Metals,USD,,1 CORN,50,0,2,0,Ags,USD,,1
	multiple GOLD '2021-01-04 23:00:00,12,20210400,10,20210200,12,20210400' '"2021-01-19 23:00:00",12,20210400,10,20210200,12,20210400' ''
	adjusted GOLD '2021-01-04 23:00:00,1'
	multiple CORN '2021-01-04 23:00:00,12,20210400,10,20210200,12,20210400'
	adjusted CORN '2021-01-18 23:00:00,1'
	echo '{}' >c
	in_each ends_far_apart
}

@test "prices that end long before the others', in one line" {
	local i
	adjusted A 2021-03-01,1
	adjusted B 2021-01-18,1
	adjusted C 2021-01-17,1
	tells "st-fetch: prices of 1 of 3 instruments end long before those of the others, 2021-03-01: C on 2021-01-17" -d d
	for i in {1..12}; do
		adjusted "C$i" 2020-01-01,1
	done
	tells "st-fetch: prices of 13 of 15 instruments end long before those of the others, 2021-03-01: C on 2021-01-17, \
C1 on 2020-01-01, C10 on 2020-01-01, C11 on 2020-01-01, C12 on 2020-01-01, C2 on 2020-01-01, C3 on 2020-01-01, \
C4 on 2020-01-01, C5 on 2020-01-01, C6 on 2020-01-01, …" -d d
}

@test "multiple prices of which there is a header alone" {
	small
	multiple GOLD
	tells 'st-fetch: GOLD: multiple prices are a header alone, so the adjusted price is taken for the price held' -d d --daily GOLD
	[ "$(tail -n 1 out)" = 2021-01-05,GOLD,21.5,21.5,, ]
}

@test "prices that are blank long before their file ends" {
	adjusted A 2021-01-01,1 2021-01-04,1 2021-01-15,2 2021-01-18,
	multiple A '2021-01-04 23:00:00,5,20210600,4,20210300,6,20210900' '2021-01-15 23:00:00,5,20210600,,20210300,6,20210900'
	tells '' -d d --daily
	adjusted A 2021-01-01,1 2021-01-04,1 2021-01-18, 2021-01-19,
	tells 'st-fetch: A: adjusted_prices_csv/A.csv has no price after 2021-01-04, though it goes on to 2021-01-19' -d d --daily
	tells '' -d d --daily --end=2021-01-18
	tells '' -d d --daily --days=3
	adjusted A 2021-01-01,1 2021-01-04,1 2021-01-20,1
	multiple A '2021-01-04 23:00:00,5,20210600,4,20210300,6,20210900' '2021-01-20 23:00:00,5,20210600,,20210300,6,20210900'
	tells 'st-fetch: A: multiple_prices_csv/A.csv has no price after 2021-01-04, though it goes on to 2021-01-20' -d d --daily
	multiple A '2021-01-04 23:00:00,5,20210600,,20210300,6,20210900' '2021-01-20 23:00:00,5,20210600,,20210300,6,20210900'
	tells 'st-fetch: A: multiple_prices_csv/A.csv has no price in any row' -d d --daily
}

@test "rates that begin long after the prices that need them, or end long before" {
	adjusted GOLD 2020-01-01,1 2021-06-01,1
	adjusted CORN 2020-06-01,1 2021-06-01,1
	facts GOLD,50,0,2,0,Metals,EUR,,1 CORN,50,0,2,0,Ags,USD,,1
	echo '{}' >c
	rates EURUSD 2020-02-12,1.1 2021-06-01,1.1
	tells '' instruments -d d --config=c
	rates EURUSD 2020-02-13,1.1 2021-06-01,1.1
	tells 'st-fetch: EURUSD: rates are from 2020-02-13 to 2021-06-01, prices that need them from 2020-01-01 to 2021-06-01' instruments -d d --config=c
	tells '' instruments -d d
	rates EURUSD 2020-01-01,1.1 2021-04-19,1.1
	tells 'st-fetch: EURUSD: rates are from 2020-01-01 to 2021-04-19, prices that need them from 2020-01-01 to 2021-06-01' instruments -d d --config=c
	echo '{"base_currency":"EUR"}' >c
	tells 'st-fetch: EURUSD: rates are from 2020-01-01 to 2021-04-19, prices that need them from 2020-06-01 to 2021-06-01' instruments -d d --config=c
	echo '{"base_currency":"EUR","start_date":"2021-01-01","end_date":"2021-05-01"}' >c
	tells '' instruments -d d --config=c
}

# in_each COMMAND ...: with the folder d behind it, and with an archive of it.
in_each() {
	local in
	tar czf d.tgz d
	for in in d d.tgz; do
		"$@" $in
	done
}

header_alone() {
	dies "st-fetch: no prices of 'GOLD' in '$1'; 'list' shows what there is" st-fetch -d "$1" GOLD
	dies "st-fetch: no prices of 'GOLD' in '$1'; 'list' shows what there is; --skip-missing leaves out what is not there" \
		st-fetch -d "$1" --daily CORN GOLD
	[ ! -s out ]
	dies "st-fetch: no prices of GOLD in '$1'; --skip-missing leaves out what is not there" st-fetch -d "$1"
	dies "st-fetch: c: no prices of GOLD in '$1'; exclude_instrument_lists.ignore_instruments leaves instruments out" \
		st-fetch -d "$1" --config=c
	dies "st-fetch: c: no prices of GOLD in '$1'; exclude_instrument_lists.ignore_instruments leaves instruments out" \
		st-fetch instruments -d "$1" --config=c
	dies "st-fetch: no rates of 'EURUSD' in '$1'" st-fetch fx -d "$1" EURUSD
	prints time,currency,rate st-fetch fx -d "$1"
	prints CORN st-fetch list -d "$1" -q --skip-missing
	dies "st-fetch: no contracts of 'GOLD' in '$1'; 'list contracts' shows what there is" st-fetch contracts -d "$1" GOLD
	dies "st-fetch: no roll calendar of 'GOLD' in '$1'; 'list calendars' shows what there is" st-fetch calendars -d "$1" GOLD
}

@test "a file with a header alone is as one that is not there" {
	small
	adjusted GOLD
	multiple GOLD
	rates EURUSD
	printf '\n \n' >>d/multiple_prices_csv/GOLD.csv
	mkdir d/contract_prices_csv d/roll_calendars_csv
	printf DATETIME,FINAL >d/contract_prices_csv/GOLD_20210400.csv
	echo DATE_TIME,current_contract,next_contract,carry_contract >d/roll_calendars_csv/GOLD.csv
	echo '{"instruments":["GOLD","CORN"]}' >c
	in_each header_alone
}

half_market() {
	echo '{"instruments":["CORN"]}' >c
	prints "$(lines $daily 2021-01-04,CORN,5,5,-4.0, 2021-01-04,TIN,7,,,)" st-fetch -d "$1" --config=c --universe --daily
	st-fetch -d "$1" --config=c --universe | st-daily | diff out -
	echo '{"instruments":["TIN"]}' >c
	prints "$(lines $daily 2021-01-04,CORN,5,5,-4.0, 2021-01-04,TIN,7,7,,)" st-fetch -d "$1" --config=c --universe --daily
	prints "$(lines $daily 2021-01-04,TIN,7,7,,)" st-fetch -d "$1" --config=c --daily
	prints "$(lines $daily 2021-01-04,TIN,7,7,,)" st-fetch -d "$1" --daily TIN
}

@test "adjusted prices alone do for the price held, but not of what is of the universe and not traded" {
	small
	rm d/*/GOLD.csv
	adjusted TIN '2021-01-04 23:00:00,7'
	facts {CORN,TIN},1,0,0,0,Ags,USD,,0
	in_each half_market
}

adjusted_alone() {
	dies "st-fetch: no adjusted prices of 'GOLD' in '$1'; pipelines/adjusted makes them, --no-adjusted does without" st-fetch -d "$1" GOLD
	dies "st-fetch: no adjusted prices of 'GOLD' in '$1'; pipelines/adjusted makes them, --no-adjusted does without; \
exclude_instrument_lists.ignore_instruments leaves instruments out" st-fetch -d "$1" --config=c
	[ "$(st-fetch -d "$1" --no-adjusted GOLD CORN | wc -l)" = 4 ]
	[ "$(st-fetch -d "$1" --universe instruments)" = "$(st-fetch -d "$1" instruments CORN)" ]
}

@test "adjusted prices of which there is a header alone" {
	small
	adjusted GOLD
	mkdir d/csvconfig
	lines Instrument,Pointsize,Percentage,PerBlock,PerTrade,AssetClass,Currency,Description,Slippage CORN,50,0,2,0,Ags,USD,,1 \
		GOLD,100,0,2,0,Metals,USD,,1 >d/csvconfig/instrumentconfig.csv
	echo Instrument,HoldRollCycle >d/csvconfig/rollconfig.csv
	echo '{"instruments":["GOLD","CORN"]}' >c
	in_each adjusted_alone
}

@test "all that is not there is named at once; --skip-missing leaves it out with a warning" {
	small
	multiple TIN '2021-01-04 23:00:00,4,20210300,5,20210600,6,20210900'
	echo '{"instruments":["GOLD","LEAD","TIN","ZINC","CORN"]}' >c
	local lacking="no prices of LEAD, ZINC and no adjusted prices of 'TIN' in 'd'"
	dies "st-fetch: c: $lacking; pipelines/adjusted makes them, --no-adjusted does without; \
exclude_instrument_lists.ignore_instruments leaves instruments out" st-fetch -d d --config=c --daily
	try st-fetch -d d --config=c --skip-missing --daily
	[ "$status" = 0 ]
	[ "$(cat err)" = "st-fetch: left out: c: $lacking" ]
	prints_file out st-fetch -d d --daily CORN GOLD
	prints_file out st-fetch -q -d d --skip-missing --daily CORN ZINC GOLD
	dies "st-fetch: no prices of 'LEAD', 'ZINC' in 'd'" st-fetch -d d --skip-missing LEAD ZINC
	echo "{\"instruments\":[$(seq -s, -f '"I%g"' 9999)]}" >c
	dies_like "st-fetch: c: no prices of I1, I10, .* and [0-9]+ more in 'd'; .*" st-fetch -d d --config=c
	dies "st-fetch: no rates of 'EURUSD', 'GBPUSD' in 'd'" st-fetch fx -d d EURUSD GBPUSD
}

@test "archives of several kinds, at any depth, whatever the order of members" {
	small
	rates EURUSD 2021-01-04,1.25
	mkdir -p deep/inside && cp -r d deep/inside/futures
	local m=(d/multiple_prices_csv/GOLD.csv d/adjusted_prices_csv/CORN.csv d/fx_prices_csv/EURUSD.csv d/multiple_prices_csv/CORN.csv d/adjusted_prices_csv/GOLD.csv)
	tar cf plain.tar "${m[@]}"
	tar czf dot.tgz -C d .
	tar cf deep.tar.zst --zstd deep
	local a archives=(plain.tar dot.tgz deep.tar.zst)
	if command -v zip; then
		zip -q zipped.zip "${m[@]}"
		archives+=(zipped.zip)
	fi
	for a in "${archives[@]}"; do
		prints "$(st-fetch list -d d)" st-fetch list -d "$a"
		prints "$(st-fetch -d d GOLD CORN)" st-fetch -d "$a" GOLD CORN
		prints "$(st-fetch -d d CORN GOLD)" st-fetch -d "$a" CORN GOLD
		prints "$(st-fetch -d d --daily)" st-fetch -d "$a" --daily
		prints "$(st-fetch fx -d d)" st-fetch fx -d "$a"
	done
	dies "st-fetch: no prices of 'TIN' in 'plain.tar'; 'list' shows what there is" st-fetch -d plain.tar TIN
	adjusted GOLD 2021-01-04,x
	tar cf plain.tar d
	dies "st-fetch: plain.tar/adjusted_prices_csv/GOLD.csv:2: column 'price': not a number: \"x\"" st-fetch -d plain.tar --daily GOLD
	head -c 2000 deep.tar.zst >cut.tar.zst
	head -c 90 dot.tgz >cut.tgz
	dies_like "st-fetch: cannot read 'cut.tgz': .*" st-fetch -d cut.tgz
}

@test "the verb may be left out, and stand behind the options; an instrument spelled like one stands behind it" {
	small
	try st-fetch prices -d d GOLD
	prints_file out st-fetch -d d GOLD
	prints_file out st-fetch -d d prices GOLD
	mv d/adjusted_prices_csv/GOLD.csv d/adjusted_prices_csv/list.csv
	mv d/multiple_prices_csv/GOLD.csv d/multiple_prices_csv/list.csv
	sed s/GOLD/list/ out >want
	prints_file want st-fetch prices -d d list
	prints_file want st-fetch -d d prices list
	prints "$(lines CORN list)" st-fetch -d d list
	dies 'st-fetch: no prices of '"'lits' (the nearest is 'list') in 'd'; 'list' shows what there is" st-fetch -d d lits
}

@test "options that a verb does not take" {
	small
	dies 'st-fetch: fx takes no --daily; see st-fetch --help' st-fetch fx -d d --daily
	dies 'st-fetch: fx takes no --universe; see st-fetch --help' st-fetch -d d --universe fx
	dies 'st-fetch: list takes no --start; see st-fetch --help' st-fetch list -d d --start=2021-01-01
	dies 'st-fetch: instruments takes no --end; see st-fetch --help' st-fetch instruments -d d --end=2021-01-01
	dies 'st-fetch: contracts takes no --no-adjusted; see st-fetch --help' st-fetch contracts -d d --no-adjusted
	dies 'st-fetch: calendars takes no --days; see st-fetch --help' st-fetch calendars -d d --days=3
}

@test "a verb may be said as an option is" {
	st-synth --instruments=2 --years=1 --contracts -o s
	for verb in contracts calendars fx instruments list; do
		prints_file <(st-fetch $verb -d s) st-fetch -d s --$verb
	done
	prints_file <(st-fetch fx -d s EURUSD) st-fetch -d s --fx EURUSD
	prints_file <(st-fetch list -d s contracts) st-fetch -d s --contracts --list
	prints_file <(st-fetch list -d s contracts) st-fetch --list -d s --contracts
	dies "st-fetch: no prices of '--fx' in 's'; 'list' shows what there is" st-fetch -d s -- --fx
}

@test "what is no data is refused" {
	dies 'st-fetch: option --data is missing: ""; see st-fetch --help' st-fetch GOLD
	dies "st-fetch: cannot open 'nothing': No such file or directory" st-fetch -d nothing
	echo text >file
	dies_like "st-fetch: cannot read 'file': .*" st-fetch -d file
	small
	dies "st-fetch: no prices of 'TIN' in 'd'; 'list' shows what there is" st-fetch -d d TIN
	dies "st-fetch: 'GOLD' is asked for twice" st-fetch -d d GOLD CORN GOLD
	dies 'st-fetch: not an instrument code: "../x"' st-fetch -d d ../x
}

@test "what is no price file is refused by file, line and column" {
	adjusted A '2021-01-04 23:00:00,1' '2021-01-05 23:00:00,1.5.2'
	dies "st-fetch: d/adjusted_prices_csv/A.csv:3: column 'price': not a number: \"1.5.2\"" st-fetch -d d --daily A
	adjusted A '2021-01-04 23:00:00,1' '20210105,2'
	dies "st-fetch: d/adjusted_prices_csv/A.csv:3: column 'time': not a time: \"20210105\"" st-fetch -d d A
	adjusted A '2021-01-04 23:00:00,1' '2021-02-29 23:00:00,2'
	dies "st-fetch: d/adjusted_prices_csv/A.csv:3: column 'time': not a time: \"2021-02-29 23:00:00\"" st-fetch -d d A
	adjusted A '2021-01-04 23:00:00,1' '2021-01-04 24:00:00,2'
	dies "st-fetch: d/adjusted_prices_csv/A.csv:3: column 'time': not a time: \"2021-01-04 24:00:00\"" st-fetch -d d A
	adjusted A '2021-01-04 23:00:00,1' '2021-01-04 22:00:00,2'
	dies "st-fetch: d/adjusted_prices_csv/A.csv:3: column 'time': time goes back: \"2021-01-04 22:00:00\"" st-fetch -d d A
	[ "$(tail -n 1 out)" = '2021-01-04 23:00:00,A,1,,,,,,1,' ]
	adjusted A '2021-01-04 23:00:00,1' '2021-01-05 23:00:00'
	dies_like 'st-fetch: d/adjusted_prices_csv/A.csv:3: .*' st-fetch -d d A
	: >d/adjusted_prices_csv/A.csv
	dies 'st-fetch: d/adjusted_prices_csv/A.csv: empty: not even a header' st-fetch -d d A
	small
	sed -i '1s/,CARRY_CONTRACT/,CONTRACT/' d/multiple_prices_csv/GOLD.csv
	dies "st-fetch: d/multiple_prices_csv/GOLD.csv:1: no column 'CARRY_CONTRACT'" st-fetch -d d GOLD
	small
	sed -i '3s/20210200/FEB21/' d/multiple_prices_csv/GOLD.csv
	dies "st-fetch: d/multiple_prices_csv/GOLD.csv:3: column 'PRICE_CONTRACT': not a contract: \"FEB21\"" st-fetch -d d --daily GOLD
	small
	sed -i '3s/,13,/,-,/' d/multiple_prices_csv/GOLD.csv
	dies "st-fetch: d/multiple_prices_csv/GOLD.csv:3: column 'CARRY': not a number: \"-\"" st-fetch -d d --daily GOLD
}

@test "with a config numbers are read as pandas 1.5.3 reads them, with compat none as they are" {
	adjusted A 2021-01-04,0.10660000000000001 2021-01-05,103.57000000000028 2021-01-06,-36.949999999999996
	echo '{}' >c
	prints "$(lines $daily 2021-01-04,A,0.1066,0.1066,, 2021-01-05,A,103.57000000000028,103.57000000000028,, 2021-01-06,A,-36.95,-36.95,,)" \
		st-fetch -d d --daily --config=c A
	[ "$(st-fetch -d d --config=c A | cut -d, -f9 | tail -n +2 | tr '\n' ' ')" = '0.1066 103.57000000000028 -36.95 ' ]
	echo '{"compat":"none"}' >c
	prints "$(st-fetch -d d --daily)" st-fetch -d d --daily --config=c A
	[ "$(sed -n 2p out)" = 2021-01-04,A,0.10660000000000001,0.10660000000000001,, ]
	echo '{"compat":"some"}' >c
	dies "st-fetch: c: 'compat' is 'none' or 'pysystemtrade', not 'some'" st-fetch -d d --config=c
}

@test "--adjusted: the adjusted prices alone, a row for each of their file's, numbers untouched" {
	mkdir -p d/adjusted_prices_csv d/multiple_prices_csv
	printf 'DATETIME,price\n2021-01-04 10:00:00,1.50\n2021-01-04 23:00:00,\n' >d/adjusted_prices_csv/GOLD.csv
	printf 'DATETIME,CARRY,CARRY_CONTRACT,PRICE,PRICE_CONTRACT,FORWARD,FORWARD_CONTRACT\n2021-01-04 11:00:00,1,20210400,1,20210200,1,20210400\n' \
		>d/multiple_prices_csv/GOLD.csv
	prints "$(lines time,instrument,adjusted '2021-01-04 10:00:00,GOLD,1.50' '2021-01-04 23:00:00,GOLD,')" st-fetch -d d --adjusted
	try st-fetch -d d --adjusted --daily
	[ "$status" = 2 ] && grep -q 'goes with neither' err
}

# contract NAME HEADER ROW ...: a file of a contract's prices.
contract() {
	mkdir -p d/contract_prices_csv
	printf '%s\n' "${@:2}" >"d/contract_prices_csv/$1.csv"
}

@test "contracts: one contract behind another, columns by name, numbers untouched" {
	contract GOLD_20210400 DATETIME,VOLUME,FINAL,OPEN,HIGH,LOW '2021-01-04 23:00:00,5,2.50,1,3,1' '2021-01-05 23:00:00,0,,,,'
	contract GOLD_20210200 DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME '2021-01-04 10:00:00,1,1,1,1,1'
	contract EU_STOXX_20210315 DATETIME,FINAL 2021-01-04,7
	lines time,instrument,contract,open,high,low,price,volume \
		'2021-01-04 10:00:00,GOLD,20210200,1,1,1,1,1' '2021-01-04 23:00:00,GOLD,20210400,1,3,1,2.50,5' '2021-01-05 23:00:00,GOLD,20210400,,,,,0' \
		2021-01-04,EU_STOXX,20210315,,,,7, >rows
	prints_file rows st-fetch contracts -d d GOLD EU_STOXX
	prints "$(lines EU_STOXX GOLD)" st-fetch list -d d contracts
	st-fetch contracts -d d | st-validate --schema=contracts
	tar -czf d.tgz d
	prints_file rows st-fetch contracts -d d.tgz GOLD EU_STOXX
}

@test "contracts: what is refused" {
	contract GOLD_20210400 DATETIME,FINAL '2021-01-04 23:00:00,x'
	dies "st-fetch: d/contract_prices_csv/GOLD_20210400.csv:2: column 'FINAL': not a number: \"x\"" st-fetch contracts -d d GOLD
	dies "st-fetch: no contracts of 'CORN' in 'd'; 'list contracts' shows what there is" st-fetch contracts -d d CORN
	contract GOLD_20210400 DATETIME,CLOSE '2021-01-04 23:00:00,x'
	dies "st-fetch: d/contract_prices_csv/GOLD_20210400.csv:1: no column 'FINAL'" st-fetch contracts -d d GOLD
	contract GOLD_20211300 DATETIME,FINAL
	dies "st-fetch: d: contract_prices_csv/GOLD_20211300.csv: not named CODE_CONTRACT.csv, as GOLD_20240600.csv" st-fetch contracts -d d GOLD
}

@test "--adapter hands over to st-import or st-get, wherever it stands" {
	mkdir v
	lines 'files: "%{IC}_%{YEAR}%{MONTH2}.csv"' >own.yaml
	lines DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME '2020-01-02 23:00:00,1.0,1.0,1.0,1.0,5' >v/GOLD_202003.csv
	prints_file v/GOLD_202003.csv st-fetch --adapter=own.yaml v GOLD
	prints_file v/GOLD_202003.csv st-fetch -q --adapter own.yaml v
	prints_file v/GOLD_202003.csv st-fetch prices --adapter=own.yaml v GOLD
	prints "$(lines instrument,contract,file GOLD,20200300,v/GOLD_202003.csv)" st-fetch --list --adapter=own.yaml v
	prints_file out st-fetch list --adapter=own.yaml v
	dies 'st-fetch: contracts takes no --adapter; see st-fetch --help' st-fetch contracts --adapter=own.yaml v
	dies_like 'st-get: http://127.0.0.1:1/x: .*' st-fetch --adapter=csv --retries=0 http://127.0.0.1:1/x
	dies_like "st-fetch: no adapter 'none' .*" st-fetch --adapter=none v
	dies_like 'st-fetch: .*adapter.*' st-fetch --adapter
}

# calendar CODE LINE ...: a file of roll_calendars_csv.
calendar() {
	mkdir -p d/roll_calendars_csv
	printf '%s\n' DATE_TIME,current_contract,next_contract,carry_contract "${@:2}" >"d/roll_calendars_csv/$1.csv"
}

@test "calendars: pysystemtrade's roll calendars as a stream" {
	calendar GOLD '2021-01-04 23:00:00,20210200,20210400,20210400' '2021-03-29 22:00:00,20210400,20210600,20210600'
	calendar AUD '2021-03-12,20210300,20210600,20210600'
	lines time,instrument,current_contract,next_contract,carry_contract 2021-03-12,AUD,20210300,20210600,20210600 \
		'2021-01-04 23:00:00,GOLD,20210200,20210400,20210400' '2021-03-29 22:00:00,GOLD,20210400,20210600,20210600' >rows
	prints_file rows st-fetch calendars -d d
	st-validate --schema=calendars rows
	prints "$(lines AUD GOLD)" st-fetch list -d d calendars
	prints "$(sed -n 1p rows; sed -n 4p rows)" st-fetch calendars -d d --start=2021-03-01 GOLD
	dies "st-fetch: no roll calendar of 'CORN' in 'd'; 'list calendars' shows what there is" st-fetch calendars -d d CORN
	calendar GOLD '2021-01-04 23:00:00,20210200,,20210400'
	dies "st-fetch: d/roll_calendars_csv/GOLD.csv:2: column 'next_contract': not a contract: \"\"" st-fetch calendars -d d GOLD
}
