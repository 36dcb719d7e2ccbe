# st-fx: the rate of the instrument's currency at midnight

load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	cat >i <<-'CSV'
		instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year
		CORN,50,USD,Ags,0.125,2.5,0,0,1
		DAX,25,EUR,Equity,0.5,2,0,0,4
		FTSE,10,GBP,Equity,0.5,2,0,0,4
		NIKKEI,500,JPY,Equity,5,2,0,0,4
	CSV
	cat >f <<-'CSV'
		time,currency,rate
		1991-03-05,GBPUSD,1.9026
		2021-01-04 23:00:00,GBPUSD,1.25
		2021-01-05 23:00:00,GBPUSD,
		2021-01-07 23:00:00,GBPUSD,1.5
		2021-01-04,EURUSD,1
		2021-01-04 23:00:00,EURUSD,1.25
		2021-01-06 00:00:00,EURUSD,1.125
		2021-01-09 00:00:00,EURUSD,1.5
	CSV
}

# rates INSTRUMENT 'DAY=RATE ...' [OPTION ...]: what the instrument's rate is on days.
rates() {
	local d code=$1
	echo time,instrument >in
	for d in $2; do echo "${d%=*},$code"; done >>in
	echo time,instrument,fx >want
	for d in $2; do echo "${d%=*},$code,${d#*=}"; done >>want
	prints_file want st-fx --instruments=i --fx=f "${@:3}" in
}

@test "the rate is the last one stamped at or before midnight; none before the first" {
	rates DAX '2021-01-01= 2021-01-04=1.0 2021-01-05=1.25 2021-01-06=1.125 2021-01-08=1.125 2021-01-11=1.5 2022-03-01=1.5'
}

@test "a blank rate is a rate: nothing is known until the next" {
	rates FTSE '2021-01-05=1.25 2021-01-06= 2021-01-07= 2021-01-08=1.5'
}

@test "the base currency itself is 1, from 1970 on" {
	rates CORN '1969-12-31= 1970-01-01=1.0 2050-01-03=1.0'
	rates DAX '1969-12-31= 1970-01-01=1.0' --base=EUR
}

# 1991-03-05 is 0.5255965520866183 in a pysystemtrade run with base GBP.
@test "dollars in another base are the inverse (a pysystemtrade run)" {
	rates CORN '1991-03-04= 1991-03-05=0.5255965520866183 2021-01-05=0.8 2021-01-06= 2021-01-08=0.6666666666666666' --base=GBP
}

@test "two currencies other than the dollar: a cross, each filled forwards over gaps and blanks" {
	rates DAX '2021-01-01= 2021-01-04=0.5255965520866183 2021-01-05=1.0 2021-01-06=0.9 2021-01-07=0.9 2021-01-08=0.75 2021-01-11=1.0' -b GBP
}

@test "--config gives the base, --base overrides it" {
	echo '{"base_currency":"GBP"}' >c
	rates CORN 2021-01-05=0.8 --config=c
	rates CORN 2021-01-05=1.0 --config=c --base=USD
	echo '{}' >c
	rates CORN 2021-01-05=1.0 --config=c --base=USD
	dies "st-fx: c: no key 'base_currency'" st-fx --instruments=i --fx=f --config=c in
}

@test "what it cannot find or read" {
	printf 'time,instrument\n2021-01-04,CORN\n2021-01-04,NIKKEI\n' >in
	dies 'st-fx: no FX rates of JPYUSD' st-fx --instruments=i --fx=f in
	[ "$(tail -n 1 out)" = 2021-01-04,CORN,1.0 ]
	dies 'st-fx: no FX rates of CHFUSD' st-fx --instruments=i --fx=f --base=CHF in
	printf 'time,instrument\n2021-01-04,TIN\n' >in
	dies "st-fx: i: no instrument 'TIN'" st-fx --instruments=i --fx=f in
	dies 'st-fx: options --fx and --instruments are required; see st-fx --help' st-fx --fx=f in
	printf 'time,currency,rate\n2021-01-04,EURUSD,x\n' >f
	dies "st-fx: f:2: column 'rate': not a number: \"x\"" st-fx --instruments=i --fx=f in
	printf 'time,currency,rate\n2021-01-04,EURUSD,-1.5\n' >f
	dies "st-fx: f:2: column 'rate': not above zero: \"-1.5\"" st-fx --instruments=i --fx=f in
	printf 'time,currency,rate\n2021-01-05,EURUSD,1\n2021-01-04,EURUSD,1\n' >f
	dies "st-fx: f:3: column 'time': time goes back: \"2021-01-04\"" st-fx --instruments=i --fx=f in
	printf 'time,currency,rate\nsoon,EURUSD,1\n' >f
	dies "st-fx: f:2: column 'time': not a time: \"soon\"" st-fx --instruments=i --fx=f in
	echo time,currency >f
	dies "st-fx: f:1: no column 'rate'" st-fx --instruments=i --fx=f in
	: >f
	dies 'st-fx: f: empty: not even a header' st-fx --instruments=i --fx=f in
	echo time,currency,rate >f
	printf 'instrument,point_size\nCORN,50\n' >i
	dies "st-fx: i:1: no column 'currency'" st-fx --instruments=i --fx=f in
}

# no_table ROW MESSAGE: a table of instruments with this row.
no_table() {
	printf '%s\n' instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year "$1" >i
	dies "st-fx: i:2: $2" st-fx --instruments=i --fx=f in
}

@test "a table of instruments whose facts none can be" {
	echo time,currency,rate >f
	echo time,instrument >in
	no_table CORN,0,USD,Ags,1,2,0,0,2 "column 'point_size': not above zero: \"0\""
	no_table CORN,50,USD,Ags,-1,2,0,0,2 "column 'slippage': below zero: \"-1\""
	no_table CORN,50,USD,Ags,1,-2,0,0,2 "column 'per_block': below zero: \"-2\""
	no_table CORN,50,USD,Ags,1,2,-0.5,0,2 "column 'percentage': below zero: \"-0.5\""
	no_table CORN,50,USD,Ags,1,2,50,0,2 "column 'percentage': above 1, and it is a fraction: \"50\""
	no_table CORN,50,USD,Ags,1,2,0,-3,2 "column 'per_trade': below zero: \"-3\""
	no_table CORN,50,,Ags,1,2,0,0,2 'CORN has no currency'
}

@test "a row with a time of day takes the rate of its moment" {
	printf 'time,instrument\n2021-01-04 22:59:59,DAX\n2021-01-04 23:00:00,DAX\n2021-01-05,DAX\n2021-01-06 00:00:00,DAX\n' >in
	printf 'time,instrument,fx\n2021-01-04 22:59:59,DAX,1.0\n2021-01-04 23:00:00,DAX,1.25\n2021-01-05,DAX,1.25\n2021-01-06 00:00:00,DAX,1.125\n' >want
	prints_file want st-fx --instruments=i --fx=f in
	printf 'time,instrument\n2021-01-04 25:00:00,DAX\n' >in
	dies "st-fx: in:2: column 'time': not a time: \"2021-01-04 25:00:00\"" st-fx --instruments=i --fx=f in
}
