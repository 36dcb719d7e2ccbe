# st-divmult: how much diversity levers. Against pysystemtrade: estimates.bats, unit/divmult.

load ../helper

portfolio() {
	printf 'time,instrument,weight\n2021-01-04,DAX,0.5\n2021-01-04,GOLD,0.5\n' >w
	printf 'time,instrument,net\n2021-01-10,DAX,1\n2021-01-17,DAX,2\n2021-01-24,DAX,1\n2021-01-10,GOLD,3\n2021-01-17,GOLD,3\n2021-01-24,GOLD,1\n' >weeks
	echo "{\"instrument_correlation_estimate\":{\"date_method\":\"in_sample\",\"using_exponent\":false}${1:+,$1}}" >c
}

@test "one over the root of what the correlation leaves of risk (worked by hand), at most dm_max" {
	portfolio
	# Pearson's is 0.5: 1 / sqrt(0.25 + 0.25 + 2 * 0.5 * 0.25)
	prints 'time,value
2021-01-08,1.1547005383792517' st-divmult --instrument --config=c --weights=w weeks
	portfolio '"instrument_div_mult_estimate":{"dm_max":1.1}'
	prints 'time,value
2021-01-08,1.1' st-divmult --instrument --config=c --weights=w weeks
}

@test "a negative correlation counts as none, unless floor_at_zero is false" {
	portfolio
	sed -i 's/GOLD,3$/GOLD,-3/' weeks # correlated by -0.5
	prints 'time,value
2021-01-08,1.414213562373095' st-divmult --instrument --config=c --weights=w weeks
	sed -i 's/"using_exponent"/"floor_at_zero":false,"using_exponent"/' c
	prints 'time,value
2021-01-08,2.0' st-divmult --instrument --config=c --weights=w weeks
}

@test "before there are weights the multiplier is 1" {
	portfolio
	sed -i s/2021-01-04/2021-01-11/ w
	prints 'time,value
2021-01-08,1.0' st-divmult --instrument --config=c --weights=w weeks
}

forecasts() {
	printf 'time,instrument,forecast.fast,forecast.slow\n2021-01-10,DAX,1,3\n2021-01-17,DAX,2,3\n2021-01-24,DAX,1,1\n' >weeks
	printf 'time,instrument,forecast.fast,forecast.slow\n2021-01-04,DAX,1,\n2021-01-05,DAX,1,\n2021-01-11,DAX,1,5\n' >rows
	echo "{\"forecast_correlation_estimate\":{\"date_method\":\"in_sample\",\"using_exponent\":false},\"forecast_weight_ewma_span\":1${1:+,$1}}" >c
}

@test "of forecasts: the weights are those at the period's start, shared by the rules that have one" {
	forecasts '"forecast_weights":{"fast":0.5,"slow":0.5}'
	# On 2021-01-10, a Sunday, only fast has a forecast.
	prints 'time,instrument,value
2021-01-08,DAX,1.0' st-divmult --forecast --config=c --weeks=weeks rows
	sed -i '2s/,1,$/,1,5/' rows
	prints 'time,instrument,value
2021-01-08,DAX,1.1547005383792517' st-divmult --forecast --config=c --weeks=weeks rows
}

@test "of forecasts with fitted weights: rules too dear to be fitted tell who is pooled" {
	forecasts '"use_forecast_weight_estimates":true'
	sed -i '2s/,1,$/,1,5/' rows
	printf 'time,instrument,rule,value\n2021-01-03,DAX,fast,1\n2021-01-03,DAX,slow,0\n' >w
	printf 'instrument,rule,item,value\nDAX,fast,forecast_turnover_individual,1\nDAX,slow,forecast_turnover_individual,1\n' >costs
	prints 'time,instrument,value
2021-01-08,DAX,1.0' st-divmult --forecast --config=c --weeks=weeks --weights=w --costs=costs rows
	dies 'st-divmult: option --costs is required with fitted weights, to know which rules are pooled' \
		st-divmult --forecast --config=c --weeks=weeks --weights=w rows
	dies 'st-divmult: c: use_forecast_weight_estimates: st-fit estimates them; give its output by --weights' \
		st-divmult --forecast --config=c --weeks=weeks rows
}

@test "what it refuses" {
	portfolio
	dies 'st-divmult: options --config and either --forecast or --instrument are required; see st-divmult --help' \
		st-divmult --config=c --weights=w weeks
	dies 'st-divmult: option --weights is required with --instrument; see st-divmult --help' st-divmult --instrument --config=c weeks
	dies 'st-divmult: option --weeks is required with --forecast; see st-divmult --help' st-divmult --forecast --config=c weeks
	grep -v GOLD w >bad
	dies "st-divmult: bad: no weight of 'GOLD'" st-divmult --instrument --config=c --weights=bad weeks
	sed 3d weeks >bad
	dies "st-divmult: bad:3: column 'time': not the week after the one before" st-divmult --instrument --config=c --weights=w bad
	portfolio '"instrument_div_mult_estimate":{"dm_max":0}'
	dies 'st-divmult: c: instrument_div_mult_estimate.dm_max is not above zero' st-divmult --instrument --config=c --weights=w weeks
	echo '{"instrument_correlation_estimate":{"frequency":"A"}}' >c
	dies "st-divmult: c: instrument_correlation_estimate.frequency is B, D, W, M or BM, not 'A'" \
		st-divmult --instrument --config=c --weights=w weeks
	echo '{"instrument_correlation_estimate":{"frequency":"M"}}' >c
	dies 'st-divmult: rows of weeks where the config wants others: st-account --weekly gives them with the same config' \
		st-divmult --instrument --config=c --weights=w weeks
	printf 'time,instrument,net\n2021-01-08,DAX,1\n2021-01-10,DAX,2\n' >bad
	dies "st-divmult: bad:3: column 'time': not the business day after the one before" st-divmult --instrument --config=c --weights=w bad
	echo '{"instrument_correlation_estimate":{"forward_fill_price_index":false}}' >c
	dies 'st-divmult: c: instrument_correlation_estimate.forward_fill_price_index: gaps are always filled here' \
		st-divmult --instrument --config=c --weights=w weeks
	forecasts
	sed s/DAX/TIN/ rows >bad
	dies "st-divmult: no weeks of 'TIN'" st-divmult --forecast --config=c --weeks=weeks bad
}

@test "a name in quotes is the name, also with a comma and doubled quotes in it" {
	portfolio
	sed -i 's/GOLD/"A ""B"", C"/' w weeks
	sed -i 's/DAX/"DAX"/' weeks
	prints 'time,value
2021-01-08,1.1547005383792517' st-divmult --instrument --config=c --weights=w weeks
}
