# st-idle: instruments of which no contract is held on any day, and why
load ../helper

columns=time,instrument,price,fx,vol,raw.a,raw.b,forecast.a,forecast.b,forecast,subsystem,position,traded

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	echo '{}' >c
}

# why WANT ROW ...: of an instrument with these rows, the columns behind the key; '' when one is held.
why() {
	{
		echo $columns
		printf '2021-01-%s,A,%s\n' $(n=11; for row in "${@:2}"; do echo $((n++)) "$row"; done)
	} >in
	prints "instrument,days,why,largest${1:+
A,$(($# - 1)),$1}" st-idle --config=c in
}

@test "the first step that left nothing on any day" {
	local size='the optimal position is never large enough at this capital'
	why '' 1,1,1,1,1,1,1,1,1,1,1
	why '' 1,1,1,1,1,1,1,1,1,1,0 1,1,1,1,1,1,1,1,1,1,-1 1,1,1,1,1,1,1,1,1,1,0
	why 'no price of the contract held,0.0' ,1,1,1,1,1,1,1,1,,0 ,,,,,,,,,,0
	why 'no FX rate,0.0' 1,,1,1,1,1,1,1,,,0
	why 'no volatility,0.0' 1,1,,,,,,,,,0 1,1,,,,,,,,,0
	why 'no rule has a forecast,0.0' 1,1,1,,,,,0,0,0,0
	why 'no rule that has a forecast has a forecast scalar,0.0' 1,1,1,1,,,,0,0,0,0 1,1,1,,2,,,0,0,0,0
	why 'the combined forecast is 0,0.0' 1,1,1,1,,1,,0,0,0,0 1,1,1,1,,1,,,0,0,0
	why 'the subsystem position is 0,0.0' 1,1,1,1,,1,,1,0,0,0
	why 'the instrument weight is 0,0.0' 1,1,1,1,,1,,1,1,0,0 1,1,1,1,,1,,1,1,,0
	why "$size,0.25" 1,1,1,1,,1,,1,1,-0.25,0 1,1,1,1,,1,,1,1,0.125,0 1,1,,1,,1,,1,1,,
	# each step may have something on a day of its own
	why "$size,0.25" 1,,,,,,,,,,0 ,1,,,,,,,,,0 ,,1,,,,,,,,0 ,,,,1,,,,,,0 ,,,,,,1,,,,0 ,,,,,,,2,,,0 ,,,,,,,,3,,0 ,,,,,,,,,0.25,0
}

@test "columns that are not there are passed over; what is held by the config" {
	printf 'time,instrument,position,traded,optimised\n2021-01-04,A,0.5,1,0\n2021-01-04,B,0.5,0,1\n' >in
	prints $'instrument,days,why,largest\nB,1,the optimal position is never large enough at this capital,0.5' st-idle --config=c in
	echo '{"optimal":"dynamic"}' >d
	prints $'instrument,days,why,largest\nA,1,the optimal position is never large enough at this capital,0.5' st-idle --config=d in
	dies "st-idle: stdin:1: no column 'traded'" st-idle --config=c <<<time,instrument
	dies 'st-idle: option --config is required; see st-idle --help' st-idle in
}

@test "--tell: a line each reason, ten instruments by name" {
	{
		echo instrument,days,why,largest
		for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "C$i,5,too small,0.1"; done
		printf '"A,B",3,no volatility,0\nC,3,no volatility,0\n'
	} >table
	try st-idle --config=c --tell table
	[ "$status" = 0 ] && cmp table out
	[ "$(cat err)" = 'st-idle: no contract is held on any day of C1, C2, C3, C4, C5, C6, C7, C8, C9, C10 and 2 more: too small
st-idle: no contract is held on any day of A,B, C: no volatility' ] || fail "$(show err)"
	prints_file table st-idle --config=c --tell -q table
}

@test "a backtest says it once, however many workers; report and explanation say it too" {
	st-synth --seed=3 --instruments=3 --years=3 -o data
	cat >system.yaml <<-'YAML'
		trading_rules:
		  slow: {function: rules.ewmac, data: [rawdata.get_daily_prices, rawdata.daily_returns_volatility],
		    other_args: {Lfast: 8, Lslow: 32}, forecast_scalar: 5.3}
		  fast: {function: rules.ewmac, data: [rawdata.get_daily_prices, rawdata.daily_returns_volatility],
		    other_args: {Lfast: 4, Lslow: 16}, forecast_scalar: 5.3}
		forecast_weights: {slow: 0.5, fast: 0.5}
		instrument_weights: {BOND_LONG: 0.3, EQ_NORTH: 0.4, OIL_LIGHT: 0.3}
	YAML
	local told=1 jobs way
	# says MESSAGE OPTION ...: the backtest warns of that alone.
	says() {
		rm -rf made
		try "$ROOT/pipelines/backtest" system.yaml -d data -o made --no-plot -q "${@:2}"
		[ "$status" = 0 ] && [ "$(cat made/warnings.txt)" = "$1" ] || fail "$(show err)" "$(show made/warnings.txt)"
	}
	local all='no contract is held on any day of BOND_LONG, EQ_NORTH, OIL_LIGHT:'
	for jobs in 1 3; do
		says "st-idle: $all the optimal position is never large enough at this capital" --set notional_trading_capital=100 -j $jobs
		says "st-idle: no contract is held on any day of EQ_NORTH: the instrument weight is 0" -j $jobs \
			--set 'instrument_weights={EQ_NORTH: 0, BOND_LONG: 0.5, OIL_LIGHT: 0.5}'
	done
	says "st-idle: $all the optimal position is never large enough at this capital" --brief --set notional_trading_capital=100
	says "st-idle: $all the optimal position is never large enough at this capital" --set optimal=dynamic --set notional_trading_capital=100
	says "st-chain: BOND_LONG: no rule has a forecast on any day
st-chain: EQ_NORTH: no rule has a forecast on any day
st-chain: OIL_LIGHT: no rule has a forecast on any day
st-idle: $all no volatility" --set volatility_calculation.min_periods=5000
	says "st-idle: $all no rule that has a forecast has a forecast scalar
st-scalar: no rule has a forecast scalar: there are forecasts on fewer days than forecast_scalar_estimate.min_periods, 5000" \
		--set use_forecast_scale_estimates=true --set forecast_scalar_estimate.min_periods=5000
	says "st-idle: no contract is held on any day of EQ_NORTH: the instrument weight is 0" \
		--set 'instrument_weights={EQ_NORTH: 0, BOND_LONG: 0.5, OIL_LIGHT: 0.5}'
	st-report --text made >text
	grep -q 'EQ_NORTH *the instrument weight is 0' text
	day=$(tail -n 1 made/rows.csv | cut -d, -f1)
	st-explain made EQ_NORTH "$day" | grep -qx '  No contract is held on any day: the instrument weight is 0.'
	! st-explain made BOND_LONG "$day" | grep -q 'on any day'
}
