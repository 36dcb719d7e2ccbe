# st-portfolio: positions in a portfolio and the band round them

load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	printf 'time,instrument,weight\n2021-01-04,A,0\n2021-01-04,B,1\n2021-01-05,A,0.5\n2021-01-07,A,0.25\n' >w
	printf 'time,instrument,subsystem\n2021-01-04,A,8\n2021-01-05,A,8\n2021-01-06,A,-8\n2021-01-07,A,8\n' >in
}

# column N WANT ...: the N-th column of what it prints.
column() {
	local n=$1
	shift
	printf '%s\n' "$@" >want
	try st-portfolio --config=c --weights=w --instruments=i in
	[ "$status" = 0 ] && [ ! -s err ] || { fail "$(show err)"; return; }
	tail -n +2 out | cut -d, -f"$n" | diff -u want - || fail "other column"
}

# Weights 0 .5 .5 .25 smoothed with a centre of mass of 3: 0 .2857 .3784 .3314.
@test "weights are smoothed by a centre of mass, though it is called a span (pandas 1.5.3)" {
	echo '{"instrument_weight_ewma_span":3,"instrument_div_multiplier":2}' >c
	: >i
	column 4 0.0 4.571428571428571 -6.054054054054054 5.3028571428571425
}

@test "weekends count in no smoothing; days before an instrument's first do" {
	echo '{"instrument_weight_ewma_span":1}' >c
	printf 'time,instrument,weight\n2021-01-01,A,0\n2021-01-01,B,1\n2021-01-04,A,1\n' >w
	printf 'time,instrument,subsystem\n2021-01-05,A,7\n' >in
	: >i
	column 4 6.0 # weights 0 1 1: (0/4 + 1/2 + 1) / (1/4 + 1/2 + 1) = 6/7
}

@test "the band is a share of the position, its sign aside; it is carried over a missing position" {
	echo '{"instrument_weight_ewma_span":125,"instrument_div_multiplier":1.5,"buffer_size":0.25}' >c
	printf 'time,instrument,weight\n2021-01-04,A,0.5\n' >w
	printf 'time,instrument,subsystem\n2021-01-04,A,\n2021-01-05,A,8\n2021-01-06,A,\n2021-01-07,A,-8\n2021-01-08,A,0\n' >in
	prints "time,instrument,subsystem,position,lower,upper
2021-01-04,A,,,,
2021-01-05,A,8,6.0,4.5,7.5
2021-01-06,A,,,4.5,7.5
2021-01-07,A,-8,-6.0,-7.5,-4.5
2021-01-08,A,0,0.0,0.0,0.0" st-portfolio --config=c --weights=w in
}

@test "defaults: no multiplier, a tenth" {
	echo '{}' >c
	printf 'time,instrument,weight\n2021-01-04,A,1\n' >w
	printf 'time,instrument,subsystem\n2021-01-04,A,10\n' >in
	prints "time,instrument,subsystem,position,lower,upper
2021-01-04,A,10,10.0,9.0,11.0" st-portfolio --config=c --weights=w in
}

# By hand: daily target 3125, a contract's vol 25 * 100 * 1.25 = 3125: an average forecast holds 1 contract, and
# weight .5 times 2 of them; a tenth is .1, whatever the position.
@test "buffer_method forecast: a share of what an average forecast holds" {
	echo '{"buffer_method":"forecast","instrument_div_multiplier":2,"notional_trading_capital":250000,"percentage_vol_target":20}' >c
	printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\nA,25,EUR,E,0,0,0,0,4\n' >i
	printf 'time,instrument,weight\n2021-01-04,A,0.5\n' >w
	printf '%s\n' time,instrument,price,vol,fx,subsystem 2021-01-04,A,13000,100,1.25, 2021-01-05,A,13000,100,1.25,3 \
		2021-01-06,A,,100,1.25,0 2021-01-07,A,13000,200,1.25,-3 >in
	prints "time,instrument,price,vol,fx,subsystem,position,lower,upper
2021-01-04,A,13000,100,1.25,,,,
2021-01-05,A,13000,100,1.25,3,3.0,2.9,3.1
2021-01-06,A,,100,1.25,0,0.0,-0.1,0.1
2021-01-07,A,13000,200,1.25,-3,-3.0,-3.05,-2.95" st-portfolio --config=c --weights=w --instruments=i in
	dies 'st-portfolio: option --instruments is required for buffer_method forecast' st-portfolio --config=c --weights=w in
	sed -i 's/A,25/B,25/' i
	dies "st-portfolio: i: no instrument 'A'" st-portfolio --config=c --weights=w --instruments=i in
	printf 'time,instrument,subsystem\n' >in
	dies "st-portfolio: in:1: no column 'price'" st-portfolio --config=c --weights=w --instruments=i in
}

@test "estimated multipliers: of the day, missing before the first" {
	echo '{"use_instrument_div_mult_estimates":true,"instrument_weight_ewma_span":0}' >c
	printf 'time,value\n2021-01-05,1.5\n2021-01-06,2\n' >m
	printf 'time,instrument,weight\n2021-01-04,GOLD,0.5\n' >w
	printf 'time,instrument,subsystem\n2021-01-04,GOLD,8\n2021-01-05,GOLD,8\n2021-01-06,GOLD,8\n2021-01-07,GOLD,8\n' >in
	prints 'time,instrument,subsystem,position,lower,upper
2021-01-04,GOLD,8,,,
2021-01-05,GOLD,8,6.0,5.4,6.6
2021-01-06,GOLD,8,8.0,7.2,8.8
2021-01-07,GOLD,8,8.0,7.2,8.8' st-portfolio --config=c --weights=w --multipliers=m in
}

@test "what it refuses" {
	echo '{}' >c
	dies 'st-portfolio: options --config and --weights are required; see st-portfolio --help' st-portfolio --config=c in
	printf 'time,instrument,subsystem\n2021-01-04,A,8\n2021-01-04,TIN,8\n' >in
	dies "st-portfolio: w: no weight of 'TIN'" st-portfolio --config=c --weights=w in
	[ "$(tail -n 1 out)" = 2021-01-04,A,8,0.0,0.0,0.0 ]
	printf 'time,instrument,weight\n2021-01-05,A,0\n2021-01-04,A,1\n' >w
	dies "st-portfolio: w:3: column 'time': time goes back" st-portfolio --config=c --weights=w in
	printf 'time,instrument,weight\n2021-01-35,A,0\n' >w
	dies "st-portfolio: w:2: column 'time': not a date: \"2021-01-35\"" st-portfolio --config=c --weights=w in
	printf 'time,instrument,weight\n2021-01-05,A,x\n' >w
	dies "st-portfolio: w:2: column 'weight': not a number: \"x\"" st-portfolio --config=c --weights=w in
	printf 'time,instrument\n' >w
	dies "st-portfolio: w:1: no column 'weight'" st-portfolio --config=c --weights=w in
	echo '{"buffer_method":"none"}' >c
	dies "st-portfolio: c: buffer_method is 'position' or 'forecast', not 'none'" st-portfolio --config=c --weights=w in
	echo '{"use_instrument_div_mult_estimates":true}' >c
	dies 'st-portfolio: c: use_instrument_div_mult_estimates: st-divmult estimates them; give its output by --multipliers' st-portfolio --config=c --weights=w in
}
