# st-returns: what a forecast alone would have earned, by week
load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	echo '{"notional_trading_capital":1000,"percentage_vol_target":16,"average_absolute_forecast":10}' >c
	printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\nDAX,2,EUR,Equity,0.5,0,0,0,4\nA,1,USD,Ags,0,0,0,0,1\n' >i
}

returns() {
	st-returns --config=c --instruments=i --prices=p --costs=costs "$@"
}

# item RULE ITEM: its value in costs.
item() {
	awk -F, -v r="$1" -v i="$2" '$2 == r && $3 == i { print $4 }' costs
}

# By hand. A daily vol target of 1000 * .16 / 16 = 10; point size 2, vol 1: 5 contracts at 10, 10 at 20. Decided on
# Monday, held from Tuesday's close: its later rows of Tuesday already earn it, Tuesday's first row does not.
@test "positions are a day late; each move at its moment's rate; weekends are Friday's" {
	printf 'time,instrument,adjusted,vol,forecast.slow\n2021-01-04,DAX,10,1,10\n2021-01-05,DAX,12,1,20\n2021-01-06,DAX,13,1,\n2021-01-07,DAX,13,1,10\n2021-01-08,DAX,14,1,10\n2021-01-11,DAX,20,1,10\n' >in
	printf 'time,instrument,adjusted,fx\n2021-01-04 23:00:00,DAX,10,1\n2021-01-05 09:00:00,DAX,11,1\n2021-01-05 23:00:00,DAX,12,1.5\n2021-01-06 23:00:00,DAX,13,1.5\n2021-01-07 23:00:00,DAX,13,1\n2021-01-10 23:00:00,DAX,14,1\n2021-01-11 23:00:00,DAX,20,1\n' >p
	# Tuesday: 5 held after 09:00, 1 * 2 * 1.5 * 5 = 15. Wednesday: still 5 into 13, 15; then 10 of Tuesday's 20.
	# Thursday 0. Friday (Sunday's row): no forecast on Wednesday, so none held since Thursday: 0. Monday: 5 * 6 * 2 = 60.
	prints $'time,instrument,forecast.slow,gross.slow,days.slow\n2021-01-10,DAX,10.0,30.0,2\n2021-01-17,DAX,10.0,60.0,1' returns in
	[ "$(item slow gross_days)" = 3.0 ]
	[ "$(item slow gross_mean)" = 30.0 ]
	[ "$(item slow gross_stdev)" = "$(awk 'BEGIN { printf "%.15g", sqrt((225 + 225 + 900) / 2) }' | sed 's/\(.\{17\}\).*/\1/')" ] ||
		awk -v x="$(item slow gross_stdev)" 'BEGIN { exit (x - sqrt(675)) ^ 2 > 1e-20 }'
	[ "$(item slow forecast_days)" = 6.0 ]
}

@test "weeks before and after the prices have a forecast and no return; one between has 0" {
	printf 'time,instrument,adjusted,vol,beyond,forecast.slow\n2020-12-31,A,,,1,5\n2021-01-04,A,10,1,,10\n2021-01-18,A,12,1,,20\n2021-01-25,A,,,1,\n' >in
	printf 'time,instrument,adjusted,fx,beyond\n2020-12-31,A,,1,1\n2021-01-04,A,10,1,\n2021-01-18,A,12,1,\n2021-01-25,A,,1,1\n' >p
	prints $'time,instrument,forecast.slow,gross.slow,days.slow\n2021-01-03,A,5.0,,\n2021-01-10,A,10.0,0.0,0\n2021-01-17,A,10.0,0.0,0\n2021-01-24,A,20.0,0.0,0\n2021-01-31,A,20.0,,' \
		returns in
}

# A Sharpe ratio cost of 1 takes the vol target of 160 a year; the first charge is lost, as in the reference.
@test "costs: charged by time from the first position on" {
	printf 'time,instrument,adjusted,vol,forecast.slow\n2021-01-04,A,10,1,10\n2021-01-05,A,12,1,10\n2021-01-06,A,12,1,10\n2021-01-07,A,12,1,10\n' >in
	sed 's/,vol,forecast.slow/,fx/; s/,1,10$/,1/' in >p
	returns in >/dev/null
	awk -v x="$(item slow unit_cost_mean)" 'BEGIN { y = -160 / 365.25; exit (x - y) ^ 2 > 1e-24 }'
	[ "$(item '' SR_holding_cost_only)" = 0.0 ]
}

@test "what it refuses" {
	printf 'time,instrument,adjusted,vol,forecast.slow\n2021-01-04,A,10,1,10\n' >in
	printf 'time,instrument,adjusted,fx\n2021-01-04,A,10,1\n2021-01-04,DAX,10,1\n' >p
	dies "st-returns: p:3: column 'instrument': not the daily rows' next one: \"DAX\"" returns in
	printf 'time,instrument,adjusted,fx\n2021-01-04,A,ten,1\n' >p
	dies "st-returns: p:2: column 'adjusted': not a number: \"ten\"" returns in
	printf 'time,instrument,adjusted\n' >p
	dies "st-returns: p:1: no column 'fx'" returns in
	printf 'time,instrument,adjusted,vol\n' >in
	printf 'time,instrument,adjusted,fx\n' >p
	dies "st-returns: in:1: no column 'forecast.RULE'" returns in
	dies 'st-returns: options --config, --instruments, --prices and --costs are required; see st-returns --help' st-returns in
}

# pysystemtrade's estimated chapter-15 system on the data of \$ST_DATA: figures of a run, in the reference's notes on it.
@test "turnovers, costs and days are those of pysystemtrade" {
	data
	reference data/config/futuresestimateconfig.yaml
	st-config "$ST_REFERENCE/data/config/futuresestimateconfig.yaml" >c
	st-fetch instruments --data="$ST_DATA" --config=c >i
	st-fetch fx --data="$ST_DATA" --config=c >fx
	st-fetch --data="$ST_DATA" --config=c --daily EDOLLAR |
		st-chain st-fx --config=c --fx=fx --instruments=i then st-vol --config=c then st-carry then st-forecast --config=c >raw
	st-fetch --data="$ST_DATA" --config=c EDOLLAR | st-fx --config=c --fx=fx --instruments=i >p
	awk -F, -v OFS=, 'NR == 1 { print "time,instrument,rule,value"; next } !n++ { print $1, $2, "carry", 20; print $1, $2, "ewmac16_64", 4 }' raw >scalars
	st-scale --config=c --scalars=scalars raw | returns >/dev/null
	awk -v x="$(item '' SR_cost_per_trade)" 'BEGIN { exit (x - .009207466064142994) ^ 2 > 1e-24 }'
	awk -v x="$(item '' SR_holding_cost_only)" 'BEGIN { exit (x - .018414932128285988) ^ 2 > 1e-24 }'
	[ "$(item carry forecast_days)" = 9884.0 ]
}
