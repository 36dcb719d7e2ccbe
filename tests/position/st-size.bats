# st-size: the subsystem position

load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	cat >i <<-'CSV'
		instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year
		EDOLLAR,2500,USD,STIR,0.005,2.11,0,0,4
		DAX,25,EUR,Equity,0.5,2,0,0,4
	CSV
	echo '{"notional_trading_capital":250000,"percentage_vol_target":20}' >c
}

# positions WANT ...: the subsystem positions of the input, one a line.
positions() {
	printf '%s\n' "$@" >want
	try st-size --config=c --instruments=i in
	[ "$status" = 0 ] && [ ! -s err ] || { fail "$(show err)"; return; }
	tail -n +2 out | sed 's/.*,//' | diff -u want - || fail "other positions"
}

# Price 98.37, vol .05436332120844417, forecast 3.6565: vol of a contract 135.9083, scalar 22.9934.
@test "EDOLLAR's position of 2021-11-30 (a pysystemtrade run)" {
	printf 'time,instrument,price,vol,fx,forecast\n2021-11-30,EDOLLAR,98.37,0.05436332120844417,1,3.6565378366084627\n' >in
	positions 8.407639920002945
}

# By hand: the daily target is 250000 * .2 / 16 = 3125; a contract's vol 25 * 100 * 1.25 = 3125: a scalar of 1.
@test "price, vol and FX rate of a day without are those before; no forecast, no position" {
	printf '%s\n' time,instrument,price,vol,fx,forecast 2021-01-04,DAX,,100,1.25,10 2021-01-05,DAX,13000,,1.25,10 \
		2021-01-06,DAX,13000,100,,10 2021-01-07,DAX,13000,100,1.25,10 2021-01-08,DAX,,100,1.25,-20 2021-01-11,DAX,13000,,1.25,5 \
		2021-01-12,DAX,13000,100,,5 2021-01-13,DAX,,,, 2021-01-14,DAX,,,,0 2021-01-15,DAX,13000,50,1.25,10 >in
	positions '' '' '' 1.0 -2.0 0.5 0.5 '' 0.0 2.0
}

@test "percent of capital and average forecast from the config" {
	printf 'time,instrument,price,vol,fx,forecast\n2021-01-04,DAX,13000,100,1.25,10\n' >in
	echo '{"notional_trading_capital":500000,"percentage_vol_target":40,"average_absolute_forecast":5}' >c
	positions 8.0
	echo '{"notional_trading_capital":500000}' >c
	dies "st-size: c: no key 'percentage_vol_target'" st-size --config=c --instruments=i in
}

@test "what it refuses" {
	printf 'time,instrument,price,vol,fx,forecast\n2021-01-04,DAX,13000,100,1.25,10\n2021-01-04,TIN,1,1,1,1\n' >in
	dies "st-size: i: no instrument 'TIN'" st-size --config=c --instruments=i in
	[ "$(tail -n 1 out)" = 2021-01-04,DAX,13000,100,1.25,10,1.0 ]
	dies 'st-size: options --config and --instruments are required; see st-size --help' st-size --config=c in
	printf 'time,instrument,price,vol,fx,forecast\n2021-01-04,DAX,13000,0,1.25,10\n' >in
	dies "st-size: in:2: column 'subsystem' came out infinite, of DAX, 2021-01-04, as vol is 0" st-size --config=c --instruments=i in
	echo 'DAX,25,EUR,Equity,0.5,2,0,0,4' >>i
	dies "st-size: i:4: instrument 'DAX' twice" st-size --config=c --instruments=i in
	sed -i '$d; 2s/2500/big/' i
	dies "st-size: i:2: column 'point_size': not a number: \"big\"" st-size --config=c --instruments=i in
}
