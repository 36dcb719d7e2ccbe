# st-exposure: what one contract is to the account

load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	echo '{"notional_trading_capital":100000,"small_system":{"cost_multiplier":2}}' >c
	echo 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year' >i
	printf 'DAX,10,EUR,Equity,1,2,0,0,4\nGOLD,100,USD,Metals,0.5,0,0.001,0,6\n' >>i
	printf 'time,currency,rate\n2020-01-01,EURUSD,1.5\n2021-01-07,EURUSD,1.25\n2021-01-08,EURUSD,\n' >f
	args=(--config=c --instruments=i --fx=f)
}

# By hand: exposure 1.5 * 100 * 10 / 100000; stdev 16 * 2/100; a contract costs 2 * 1.25 * (1*10 + 2) / 100000 = 0.0003 at the last
# rate. Prices at midnights are those of the day before: 10 11 13 14 18 from the second day, their changes from the
# third 1 2 1 4; standard deviations of 3 changes and 4: sqrt(1/3) and sqrt(2).
@test "by hand: returns, exposure, and costs as the price moved then" {
	cat >in <<-'CSV'
		time,instrument,adjusted,price,fx,vol
		2021-01-04,DAX,10,100,1.5,2
		2021-01-05,DAX,11,100,1.5,2
		2021-01-06,DAX,13,125,1.5,
		2021-01-07,DAX,14,,1.5,2
		2021-01-08,DAX,18,125,1.25,2
		2021-01-11,DAX,,125,1.25,2.5
		2021-01-12,DAX,20,125,1.25,2.5
	CSV
	st-exposure "${args[@]}" in | cut -d, -f1,7- >got
	cat >want <<-'CSV'
		time,return,stdev,exposure,trade_cost
		2021-01-04,,0.32,0.015,
		2021-01-05,0.01,0.32,0.015,
		2021-01-06,0.016,,0.01875,
		2021-01-07,0.008,0.256,,
		2021-01-08,0.032,0.256,0.015625,
		2021-01-11,,0.32,0.015625,
		2021-01-12,,0.32,0.015625,
	CSV
	diff <(cut -d, -f1-4 want) <(cut -d, -f1-4 got)
	tail -n +2 got | awk -F, '
		function near(x, y) { return (x - y) ^ 2 < 1e-30 * y ^ 2 }
		NR < 5 { few += near($5, 3); next } # not known yet: 10000 times
		# the last midnight has no price: that before it stands, a change of 0; mean 1.6, sum of squares 9.2
		NR == 5 { ok = few == 4 && near($5, 0.0003 * sqrt(1 / 3) / sqrt(9.2 / 4)) }
		NR == 6 { ok = ok && near($5, 0.0003 * sqrt(2) / sqrt(9.2 / 4)) }
		NR == 7 { ok = ok && near($5, 0.0003) }
		END { exit !ok }' || fail "$(cat got)"
}

@test "prices at midnight when there are some; days beyond the series don't count" {
	cat >in <<-'CSV'
		time,instrument,adjusted,price,beyond,midnight,fx,vol
		2021-01-04,GOLD,50,50,,10,1,1
		2021-01-05,GOLD,50,50,,11,1,1
		2021-01-06,GOLD,50,50,,13,1,1
		2021-01-07,GOLD,50,50,,,1,1
		2021-01-08,GOLD,40,50,,14,1,1
		2021-01-11,GOLD,,50,1,,1,
	CSV
	# 2 * (0.5*100 + 0.001*40*100) / 100000; changes 1 2 0 1: standard deviations of the first three and of all
	st-exposure "${args[@]}" in | awk -F, '
		NR == 1 { next }
		{ cost[$1] = $NF }
		END {
			last = 0.00108
			exit !(cost["2021-01-06"] == 10.8 && (cost["2021-01-07"] / last - 1 / sqrt(2 / 3)) ^ 2 < 1e-24 &&
				cost["2021-01-08"] == last && cost["2021-01-11"] == last)
		}'
}

@test "what it cannot do" {
	printf 'time,instrument,adjusted,price,fx,vol\n2021-01-04,OIL,1,1,1,1\n' >in
	dies "st-exposure: options --config, --instruments and --fx are required; see st-exposure --help" st-exposure --config=c --fx=f in
	dies_like "st-exposure: .*'OIL'.*" st-exposure "${args[@]}" in
	printf 'time,instrument,adjusted,price,fx,vol\n2021-01-04,DAX,1,0,1,1\n' >in
	dies "st-exposure: in:2: column 'stdev' came out infinite, of DAX, 2021-01-04, as price is 0" st-exposure "${args[@]}" in
	echo '{"notional_trading_capital":0}' >c
	dies "st-exposure: c: notional_trading_capital is not above zero" st-exposure "${args[@]}" in
}
