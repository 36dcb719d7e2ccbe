# What a pipeline warns of: once a cause, whichever of its programs and workers come upon it, and in OUT/warnings.txt

load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	st-synth --seed=3 --instruments=3 --years=3 -o data
	cat >system.yaml <<-'YAML'
		trading_rules:
		  slow: {function: rules.ewmac, data: [rawdata.get_daily_prices, rawdata.daily_returns_volatility],
		    other_args: {Lfast: 8, Lslow: 32}, forecast_scalar: 5.3}
		  fast: {function: rules.ewmac, data: [rawdata.get_daily_prices, rawdata.daily_returns_volatility],
		    other_args: {Lfast: 2, Lslow: 8}, forecast_scalar: 10}
		  never: {function: 'exec:./never', data: [rawdata.get_daily_prices], forecast_scalar: 1.0}
		forecast_weights: {slow: 0.9, fast: 0.2, never: -0.1}
		instrument_weights: {BOND_LONG: 0.3, EQ_NORTH: 0.4, OIL_LIGHT: 0.3}
	YAML
	printf '#!/bin/sh\nawk '\''{ print (NR > 1 ? "" : "forecast") }'\''\n' >never
	chmod +x never
	{
		echo "st-chain: BOND_LONG: rule 'never' has no forecast on any day"
		echo "st-chain: EQ_NORTH: rule 'never' has no forecast on any day"
		echo "st-chain: OIL_LIGHT: rule 'never' has no forecast on any day"
		echo "st-config: $PWD/system.yaml:7: rule 'never' of all instruments has a weight below zero, -0.1: its forecasts are turned round"
	} >want
}

backtest() {
	"$ROOT/pipelines/backtest" system.yaml -d data --no-plot "$@"
}

# has WANT OUT: these warnings, and the count behind them on err.
has() {
	diff "$1" "$2/warnings.txt" && [ "$(tail -n 1 err)" = "backtest: $(wc -l <"$1") warnings, see $2/warnings.txt" ]
}

@test "each cause once, as it comes and in a file; a count is the last line" {
	local jobs
	for jobs in 1 2 3; do
		try backtest -o "made$jobs" -j "$jobs" --accounts
		[ "$status" = 0 ] && [ -s out ]
		has want "made$jobs"
		diff want <(sed '$d' err | sort)
	done
	# through the steps of estimates, some of which go through all forecasts again
	try backtest -o estimated -j 2 --set use_forecast_div_mult_estimates=true --set use_instrument_weight_estimates=true
	[ "$status" = 0 ]
	has want estimated
}

@test "what two steps come upon is told of once" {
	sed -i 's/^\(EQ_NORTH.*\),[^,]*$/\1,/' data/csvconfig/instrumentconfig.csv
	local line='work/instruments.csv: EQ_NORTH: a cost is missing, so all of its costs are'
	try backtest -o made -j 2 --accounts
	[ "$(cat made/work/warnings/steps/* | grep -c "$line")" -gt 1 ]
	[ "$(grep -c "$line" err)" = 1 ] && [ "$(grep -c "$line" made/warnings.txt)" = 1 ] || fail "$(show err)"
}

@test "-q and --quiet leave the count, or what a run ends with" {
	local quiet
	for quiet in -q --quiet; do
		rm -rf made
		try backtest -o made $quiet
		[ "$status" = 0 ] && [ ! -s out ] && [ "$(wc -l <err)" = 1 ]
		has want made
		rm -rf made
		mv never gone
		dies_like "st-chain: rule 'never': [A-Z_]+: cannot run '$PWD/\./never': No such file or directory" backtest -o made $quiet
		mv gone never
	done
}

@test "a run that makes nothing, or a part, leaves the warnings of what is there" {
	backtest -o made -q
	try backtest -o made
	has want made
	[ "$(sed '$d' err)" = "$(grep '^st-config:' want)" ] || fail "$(show err)"
	rm made/stats.csv
	try backtest -o made
	has want made
	try backtest -o made --accounts
	has want made
	# what is mended is warned of no longer
	try backtest -o made -q --set forecast_weights.never=0.1
	grep -v '^st-config:' want >less
	has less made
	printf '#!/bin/sh\nawk '\''{ print (NR > 1 ? 5 : "forecast") }'\''\n' >never
	try backtest -o made --set forecast_weights.never=0.1
	[ "$status" = 0 ] && [ ! -s err ] && [ ! -e made/warnings.txt ] || fail "$(show err)"
	[ -z "$(find made -name '*.new')" ]
}

@test "what is refused is one line, though every worker comes upon it; make and the shell say nothing" {
	local jobs
	sed -i '500s/,.*/,x/' data/adjusted_prices_csv/*.csv
	for jobs in 1 3; do
		rm -rf made
		dies_like 'st-fetch: .*data/adjusted_prices_csv/[A-Z_]*.csv:500: .*not a number: "x"' backtest -o made -q -j $jobs
	done
}

@test "a weight of a rule that there is not is one line, with its place" {
	sed -i 's/never: -0.1/nevr: 0.1/' system.yaml
	dies "st-config: $PWD/system.yaml:7: forecast_weights has a rule 'nevr' that trading_rules has not; the nearest is 'never'" \
		backtest -o made
}

@test "what make alone has to say is not lost" {
	backtest -o made -q
	rm made/work/rules
	mkdir made/work/rules made/work/rules.new
	try backtest -o made -q
	[ "$status" = 2 ] && [ -s err ] || fail "status $status, silent"
}

@test "a sweep tells once what all its points have, and the first point of what some have" {
	parallel --version 2>/dev/null | grep -q '^GNU parallel' || skip "GNU parallel is not installed"
	sed 's/""/5/' never >five
	chmod +x five
	local grid=(--grid trading_rules.never.function=exec:./never,exec:./five --grid percentage_vol_target=10,20)
	{
		grep '^st-config:' want
		sed -n 's/^st-chain/sweep: point 1 (trading_rules.never.function=exec:.\/never,percentage_vol_target=10) and 1 more: &/p' want
	} >some
	try "$ROOT/pipelines/sweep" system.yaml -d data -o swept -j 2 "${grid[@]}"
	[ "$status" = 0 ] && [ -s out ] || fail "$(show err)"
	diff some swept/warnings.txt
	diff some <(sed '$d' err)
	[ "$(tail -n 1 err)" = 'sweep: 4 warnings, see swept/warnings.txt' ] || fail "$(show err)"
	# again, of results that are there
	try "$ROOT/pipelines/sweep" system.yaml -d data -o swept --quiet "${grid[@]}"
	[ "$(cat err)" = 'sweep: 4 warnings, see swept/warnings.txt' ] && [ ! -s out ] || fail "$(show err)"
	diff some swept/warnings.txt
	try "$ROOT/pipelines/sweep" system.yaml -d data -o swept -j 2 --grid percentage_vol_target=10,20
	diff want swept/warnings.txt
	try "$ROOT/pipelines/sweep" system.yaml -d data -o swept -j 2 --set forecast_weights.never=0.1 --set trading_rules.never.function=exec:./five \
		--grid percentage_vol_target=10,20
	[ "$status" = 0 ] && [ ! -s err ] && [ ! -e swept/warnings.txt ] || fail "$(show err)"
}

@test "lookahead tells what the whole history has to warn of, once" {
	try "$ROOT/pipelines/lookahead" system.yaml -d data -n 1 -x traded
	diff want err
	try "$ROOT/pipelines/lookahead" system.yaml -d data -n 1 -x traded -q
	[ ! -s err ] && [ ! -s out ]
}
