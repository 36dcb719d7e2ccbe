# st-scalar: forecast scalars, pooled and not
load ../helper

# config KEYS: with them in forecast_scalar_estimate.
config() {
	echo "{\"forecast_scalar_estimate\":{$1}${2:+,$2}}" >c
}

# Sizes' medians by hand: 2, 3, (4 with A's last 2) 3; zero is none.
@test "pooled: the median size over instruments, each with its last forecast; backfilled" {
	config '"min_periods":2'
	printf 'time,instrument,raw.slow\n2021-01-04,A,1\n2021-01-04,B,3\n2021-01-05,A,2\n2021-01-05,B,-4\n2021-01-06,A,0\n2021-01-06,B,\n' >in
	prints $'time,instrument,rule,value\n2021-01-04,A,slow,4.0\n2021-01-04,B,slow,4.0\n2021-01-06,A,slow,3.75\n2021-01-06,B,slow,3.75' \
		st-scalar --config=c in
	config '"min_periods":2,"backfill":false' '"average_absolute_forecast":20'
	prints $'time,instrument,rule,value\n2021-01-05,A,slow,8.0\n2021-01-05,B,slow,8.0\n2021-01-06,A,slow,7.5\n2021-01-06,B,slow,7.5' \
		st-scalar --config=c in
}

@test "a rule that never has a scalar is warned of, with what it lacks" {
	local why='than forecast_scalar_estimate.min_periods, 3'
	config '"min_periods":3'
	printf 'time,instrument,raw.slow,raw.fast\n2021-01-04,A,1,\n2021-01-05,A,2,\n2021-01-06,A,3,1\n' >in
	try st-scalar --config=c in
	[ "$status" = 0 ] && [ "$(cat err)" = "st-scalar: rule 'fast' has no forecast scalar: it has forecasts on fewer days $why" ] || fail "$(show err)"
	head -n 3 in >few
	try st-scalar --config=c few
	[ "$status" = 0 ] && [ "$(cat err)" = "st-scalar: no rule has a forecast scalar: there are forecasts on fewer days $why" ] || fail "$(show err)"
	config '"min_periods":3,"pool_instruments":false'
	printf '2021-01-04,B,1,1\n2021-01-05,B,1,1\n2021-01-06,B,1,1\n' >>in
	try st-scalar --config=c in
	[ "$status" = 0 ] && [ "$(cat err)" = "st-scalar: rule 'fast' has no forecast scalar in A: there are forecasts on fewer days $why" ] || fail "$(show err)"
}

@test "not pooled: each its own, a gap is a gap; instruments may stand together" {
	config '"min_periods":2,"pool_instruments":false'
	printf 'time,instrument,raw.slow\n2021-01-04,A,1\n2021-01-05,A,\n2021-01-06,A,3\n2021-01-04,B,-4\n2021-01-05,B,-6\n' >in
	prints $'time,instrument,rule,value\n2021-01-04,A,slow,5.0\n2021-01-04,B,slow,2.0' st-scalar --config=c in
}

@test "only instruments that have the rule are pooled; of a rule that none has, all" {
	config '"min_periods":1,"backfill":false' '"use_forecast_weight_estimates":true,"rule_variations":{"A":["slow"],"B":["fast"]}'
	printf 'time,instrument,raw.slow,raw.fast,raw.other\n2021-01-04,A,1,2,4\n2021-01-04,B,5,10,6\n' >in
	prints $'time,instrument,rule,value\n2021-01-04,A,slow,10.0\n2021-01-04,A,fast,1.0\n2021-01-04,A,other,2.0\n2021-01-04,B,slow,10.0\n2021-01-04,B,fast,1.0\n2021-01-04,B,other,2.0' \
		st-scalar --config=c in
}

@test "a pool of one keeps its gaps when the table tells that it is one" {
	config '"min_periods":1,"backfill":false'
	printf 'time,instrument,raw.slow\n2021-01-04,A,1\n2021-01-05,A,\n2021-01-06,A,4\n' >in
	printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\nA,1,USD,Ags,0,0,0,0,1\n' >i
	[ "$(st-scalar --config=c --instruments=i in | tail -n 1)" = 2021-01-06,A,slow,4.0 ]
	[ "$(st-scalar --config=c in | tail -n 1)" = 2021-01-06,A,slow,5.0 ]
}

@test "rows of the days beyond the adjusted prices count only for rules that have a forecast there" {
	config '"min_periods":1,"backfill":false,"window":2'
	printf 'time,instrument,raw.slow,raw.carry,beyond\n2021-01-04,A,,2,1\n2021-01-05,A,1,2,\n2021-01-06,A,1,2,\n' >in
	[ "$(st-scalar --config=c in | grep -c 2021-01-04)" = 1 ]
}

@test "what it refuses" {
	config '"min_periods":2'
	printf 'time,instrument,raw.slow\n2021-01-05,A,1\n2021-01-04,B,3\n' >in
	dies "st-scalar: in:3: column 'time': time goes back: pooled scalars want rows day by day, as st-merge gives them: \"2021-01-04\"" \
		st-scalar --config=c in
	dies 'st-scalar: option --config is required; see st-scalar --help' st-scalar in
	config '"window":0'
	dies 'st-scalar: c: forecast_scalar_estimate.window is not a number of rows' st-scalar --config=c in
	config ''
	printf 'time,instrument\n' >in
	dies "st-scalar: in:1: no column 'raw.RULE'" st-scalar --config=c in
}

# Law 2, without what backfilling sees of the future.
@test "the prefix law holds without backfill" {
	. "$ROOT/tests/feeds.bash"
	config '"min_periods":5,"backfill":false'
	invented_rows 60 time raw.slow raw.fast >in
	st-scalar --config=c in >whole
	for k in 4 31 91 151; do # whole days
		head -n $k in | st-scalar --config=c >part
		head -n "$(wc -l <part)" whole | cmp - part
	done
}
