# st-combine: forecast weights, missing rules, smoothing, multiplier, mapping or cap

load ../helper

# forecasts WANT...: the combined forecasts of the input, one a line.
forecasts() {
	printf '%s\n' "$@" >want
	try st-combine --config=c in
	[ "$status" = 0 ] && [ ! -s err ] || { fail "$(show err)"; return; }
	tail -n +2 out | sed 's/.*,//' | diff -u want - || fail "other forecasts"
}

# rows 'A,B' ...: rows of one instrument with two rules.
rows() {
	local day=10 r
	echo time,instrument,forecast.a,forecast.b >in
	for r; do
		echo "2021-05-$day,GOLD,$r"
		day=$((day + 1))
	done >>in
}

# By hand: weights .6 and .4 as they come, each forecast filled forwards.
@test "a rule without a forecast yet has no weight and the others share it; later gaps are filled" {
	echo '{"forecast_weights":{"a":0.6,"b":0.4},"forecast_weight_ewma_span":1}' >c
	rows ',' ',4' '10,8' ',12' '-20,'
	forecasts 0.0 4.0 9.2 10.8 -7.199999999999999
}

@test "weights are smoothed, the zeros before the first forecast included (pandas 1.5.3)" {
	echo '{"forecast_weights":{"a":0.6,"b":0.4},"forecast_weight_ewma_span":3,"forecast_div_multiplier":1.25}' >c
	rows ',' ',4' '10,8' ',12' '-20,'
	forecasts 0.0 3.333333333333333 9.428571428571429 12.799999999999997 -7.161290322580643
}

# Spec: EDOLLAR has forecasts from its eleventh day; the weights begin to creep up then.
@test "a span of 125 unless said: after ten days of zeros the first weight is 0.097" {
	echo '{"forecast_weights":{"a":1}}' >c
	rows , , , , , , , , , , 10,
	st-combine --config=c in >out
	# w = 1 / sum of phi^i for i = 0..10, phi = 1 - 2/126
	[ "$(tail -n 1 out | awk -F, '{ s = 0; for (i = 0; i <= 10; i++) s += (1 - 2 / 126) ^ i; x = 10 / s; print ($5 > x - 1e-12 && $5 < x + 1e-12) }')" = 1 ]
}

@test "weights whose sum is not 1" {
	rows '10,20'
	echo '{"forecast_weights":{"a":1,"b":3},"forecast_weight_ewma_span":1}' >c
	forecasts 17.5
}

@test "no weights in the config: every rule counts the same" {
	echo '{"forecast_weight_ewma_span":1}' >c
	rows '10,20' '-4,'
	forecasts 15.0 8.0
}

@test "weights of an instrument, else those of ALL, else one set for every one" {
	echo '{"forecast_weights":{"GOLD":{"a":1},"ALL":{"b":1}},"forecast_weight_ewma_span":1}' >c
	printf 'time,instrument,forecast.a,forecast.b\n2021-01-04,GOLD,1,2\n2021-01-04,CORN,1,2\n' >in
	forecasts 1.0 2.0
	echo '{"forecast_weights":{"GOLD":{"a":1}},"forecast_weight_ewma_span":1}' >c
	dies "st-combine: c: forecast_weights has none for 'CORN'" st-combine --config=c in
	[ "$(tail -n 1 out)" = 2021-01-04,GOLD,1,2,1.0 ]
}

@test "a multiplier for all, or for each instrument" {
	echo '{"forecast_weights":{"a":1},"forecast_weight_ewma_span":1,"forecast_div_multiplier":{"GOLD":1.5,"CORN":"2"}}' >c
	printf 'time,instrument,forecast.a\n2021-01-04,GOLD,10\n2021-01-04,CORN,10\n' >in
	forecasts 15.0 20.0
	echo '{"forecast_weights":{"a":1},"forecast_weight_ewma_span":1,"forecast_div_multiplier":{"GOLD":1.5}}' >c
	dies "st-combine: c: forecast_div_multiplier has none for 'CORN'" st-combine --config=c in
}

@test "the cap, 20 by default, and the floor" {
	echo '{"forecast_weights":{"a":1},"forecast_weight_ewma_span":1,"forecast_div_multiplier":3}' >c
	rows 10, -10, 2,
	forecasts 20.0 -20.0 6.0
	echo '{"forecast_weights":{"a":1},"forecast_weight_ewma_span":1,"forecast_div_multiplier":3,"forecast_cap":25,"forecast_floor":-10}' >c
	forecasts 25.0 -10.0 6.0
}

# T=10, a=1.5, b=4, C=20.
@test "forecast mapping: (-30,-20,-15,-10,12,20,20.1) to (-30,-40,-20,0,8,40,30) (a pysystemtrade run)" {
	echo '{"forecast_weights":{"a":1},"forecast_weight_ewma_span":1,"forecast_cap":20,
		"forecast_mapping":{"GOLD":{"a_param":1.5,"b_param":4,"threshold":10}}}' >c
	rows -30, -20, -15, -10, 12, 20, 20.1,
	try st-combine --config=c in
	[ "$(tail -n +2 out | sed 's/.*,//' | awk '{ printf "%d ", $1 }')" = '-30 -40 -20 0 8 40 30 ' ]
	sed 's/GOLD/CORN/' in >other # has no mapping
	[ "$(st-combine --config=c other | tail -n +2 | sed 's/.*,//' | tr '\n' ' ')" = '-20.0 -20.0 -15.0 -10.0 12.0 20.0 20.0 ' ]
}

@test "fitted weights hold from the next midnight on, shared by the rules that have one; where missing the last stay" {
	echo '{"use_forecast_weight_estimates":true,"forecast_weight_ewma_span":1}' >c
	printf 'time,instrument,rule,value\n2021-01-04,A,fast,0.75\n2021-01-04,A,slow,0.25\n' >w
	printf '2021-01-05 00:00:00.000005,A,fast,1\n2021-01-05 00:00:00.000005,A,slow,3\n2021-01-07,A,fast,\n2021-01-07,A,slow,\n' >>w
	printf 'time,instrument,forecast.fast,forecast.other,forecast.slow\n' >in
	printf '2021-01-0%s,A,20,9,10\n' 1 4 5 6 7 >>in
	prints "time,instrument,forecast.fast,forecast.other,forecast.slow,forecast
2021-01-01,A,20,9,10,0.0
2021-01-04,A,20,9,10,17.5
2021-01-05,A,20,9,10,17.5
2021-01-06,A,20,9,10,12.5
2021-01-07,A,20,9,10,12.5" st-combine --config=c --weights=w in
	sed s/forecast.slow/forecast.low/ in >bad
	dies "st-combine: bad:1: no column 'forecast.slow', which forecast_weights in w names; the nearest is 'low'" st-combine --config=c --weights=w bad
	sed s/A/B/ in >bad
	dies "st-combine: w: no weights of 'B': none was fitted, or none of its rules is cheap enough" st-combine --config=c --weights=w bad
}

@test "estimated multipliers: of the day, missing before the first" {
	echo '{"use_forecast_div_mult_estimates":true,"forecast_weight_ewma_span":1}' >c
	printf 'time,instrument,value\n2021-01-05,A,1.5\n2021-01-06,A,1.25\n2021-01-05,B,9\n' >m
	printf 'time,instrument,forecast.fast\n2021-01-04,A,8\n2021-01-05,A,8\n2021-01-06,A,8\n2021-01-07,A,8\n' >in
	prints "time,instrument,forecast.fast,forecast
2021-01-04,A,8,
2021-01-05,A,8,12.0
2021-01-06,A,8,10.0
2021-01-07,A,8,10.0" st-combine --config=c --multipliers=m in
	sed s/A/C/ in >bad
	dies "st-combine: m: no multiplier of 'C'" st-combine --config=c --multipliers=m bad
}

@test "what it refuses" {
	rows 1,2
	dies 'st-combine: option --config is required; see st-combine --help' st-combine in
	echo '{"use_forecast_weight_estimates":true}' >c
	dies 'st-combine: c: use_forecast_weight_estimates: st-fit estimates them; give its output by --weights' st-combine --config=c in
	echo '{"use_forecast_div_mult_estimates":"True"}' >c
	dies 'st-combine: c: use_forecast_div_mult_estimates: st-divmult estimates them; give its output by --multipliers' st-combine --config=c in
	echo '{"forecast_weights":{"a":1,"z":1}}' >c
	dies "st-combine: in:1: no column 'forecast.z', which forecast_weights in c names" st-combine --config=c in
	echo '{"forecast_weights":{"a":"much"}}' >c
	dies "st-combine: c: 'a' is not a number" st-combine --config=c in
	echo '{"forecast_mapping":{"GOLD":{"a_param":1.5,"b_param":4}}}' >c
	dies "st-combine: c: 'forecast_mapping.threshold' is not a number" st-combine --config=c in
	echo '{}' >c
	printf 'time,instrument\n2021-01-04,A\n' >in
	dies "st-combine: in:1: no column 'forecast.RULE'" st-combine --config=c in
}

# refuses CONFIG MESSAGE
refuses() {
	echo "$1" >c
	dies "st-combine: c: $2" st-combine --config=c in
}

@test "a multiplier is above zero, and not all weights are zero" {
	rows 1,1
	refuses '{"forecast_weights":{"a":1},"forecast_div_multiplier":0}' 'forecast_div_multiplier is not above zero'
	refuses '{"forecast_weights":{"a":1},"forecast_div_multiplier":-1}' 'forecast_div_multiplier is not above zero'
	refuses '{"forecast_weights":{"a":1},"forecast_div_multiplier":{"GOLD":-1}}' 'forecast_div_multiplier of GOLD is not above zero'
	refuses '{"forecast_weights":{"a":0,"b":0}}' "forecast_weights of 'GOLD' are all zero"
	refuses '{"forecast_weights":{"GOLD":{"a":0}}}' "forecast_weights of 'GOLD' are all zero"
	echo '{"forecast_weights":{"a":0,"b":-1},"forecast_weight_ewma_span":1}' >c
	forecasts 1.0
}
