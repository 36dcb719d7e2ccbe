# st-rule-weights: the share that forecasts have in the system; by hand

load ../helper

# ---- weights ----
@test "weights: each factor, over the sum of all; of a rule, over the sum of its own" {
	echo '{"forecast_weights":{"slow":0.75,"fast":0.25},"forecast_weight_ewma_span":1,"instrument_weight_ewma_span":0,
		"forecast_div_multiplier":{"DAX":2,"GOLD":1},"instrument_div_multiplier":1.5}' >c
	printf 'time,instrument,weight\n2021-01-04,DAX,0.5\n2021-01-04,GOLD,0.5\n2021-01-06,DAX,0.25\n2021-01-06,GOLD,0.75\n' >w
	printf 'time,instrument,forecast.slow,forecast.fast\n' >r
	printf '2021-01-%s\n' 04,DAX,1,1 05,DAX,1,1 06,DAX,1,1 04,GOLD,1,1 05,GOLD,1,1 06,GOLD,1,1 >>r
	prints 'time,instrument,rule,value
2021-01-04,DAX,slow,0.5
2021-01-06,DAX,slow,0.3
2021-01-04,DAX,fast,0.16666666666666666
2021-01-06,DAX,fast,0.1
2021-01-04,GOLD,slow,0.25
2021-01-06,GOLD,slow,0.45
2021-01-04,GOLD,fast,0.08333333333333333
2021-01-06,GOLD,fast,0.15' st-rule-weights --config=c --weights=w r
	prints 'time,instrument,rule,value
2021-01-04,DAX,slow,0.6666666666666666
2021-01-06,DAX,slow,0.4
2021-01-04,DAX,fast,0.6666666666666666
2021-01-06,DAX,fast,0.4
2021-01-04,GOLD,slow,0.3333333333333333
2021-01-06,GOLD,slow,0.6
2021-01-04,GOLD,fast,0.3333333333333333
2021-01-06,GOLD,fast,0.6' st-rule-weights --config=c --weights=w --within-rule r
	{ head -n 1 r; sed 1d r | sort -t, -k1,1; } >by_time
	st-rule-weights --config=c --weights=w by_time | cmp - <(st-rule-weights --config=c --weights=w r)
}

@test "estimated multipliers: before the first that one; an instrument that is over keeps its weight" {
	echo '{"forecast_weights":{"slow":1},"forecast_weight_ewma_span":1,"instrument_weight_ewma_span":0}' >c
	printf 'time,instrument,weight\n2021-01-04,DAX,0.5\n2021-01-04,GOLD,0.5\n' >w
	printf 'time,instrument,value\n2021-01-06,DAX,3\n2021-01-04,GOLD,1\n' >fdm
	printf 'time,instrument,forecast.slow\n2021-01-04,DAX,1\n2021-01-05,DAX,1\n2021-01-06,DAX,1\n2021-01-04,GOLD,1\n' >r
	prints 'time,instrument,rule,value
2021-01-04,DAX,slow,0.75
2021-01-04,GOLD,slow,0.25' st-rule-weights --config=c --weights=w --forecast-multipliers=fdm r
}

@test "what st-rule-weights refuses; no rows, no weights" {
	echo '{"forecast_weights":{"slow":1}}' >c
	printf 'time,instrument,weight\n2021-01-04,DAX,0.5\n' >w
	printf 'time,instrument,forecast.slow\n' >r
	dies 'st-rule-weights: options --config and --weights are required; see st-rule-weights --help' st-rule-weights r
	prints 'time,instrument,rule,value' st-rule-weights --config=c --weights=w r
	echo 2021-01-04,GOLD,1 >>r
	dies_like "st-rule-weights: .*GOLD.*" st-rule-weights --config=c --weights=w r
}
