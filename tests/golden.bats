# The whole backtest against runs of pysystemtrade: every stage, cell by cell, within one part in 10^9

load helper

# agree CONFIG DATA REFERENCE [OPTION ...]: a backtest agrees with the reference in all its stages.
agree() {
	"$ROOT/pipelines/backtest" "$1" -d "$2" -o made --no-plot -q "${@:4}" 2>err || { fail "$(cat err)"; return; }
	"$ROOT/tests/golden-compare" $close "$3" made >report || { fail "$(grep -v '^ok' report)"; return; }
	stages=$(tail -n 1 report)
}

@test "invented markets: 16 stages of a chapter 15 system agree (a pysystemtrade run)" {
	local golden=$ROOT/tests/golden/synthetic
	agree "$golden/config.json" "$golden/data" "$golden/golden"
	[ "$stages" = '16 of 16 stages agree' ]
}

# Where it takes its sums over rules in another order the last digit may differ.
@test "invented markets: 16 stages of a system with asset classes, skew, attenuation (a pysystemtrade run)" {
	local golden=$ROOT/tests/golden/synthetic
	close=--close
	agree "$golden/golden2/config.json" "$golden/data" "$golden/golden2"
	[ "$stages" = '16 of 16 stages agree' ]
}

@test "invented markets: positions optimised together, their profit and turnover (a pysystemtrade run)" {
	local golden=$ROOT/tests/golden/synthetic
	agree "$golden/config.json" "$golden/data" "$golden/dynamic" --set optimal=dynamic --set notional_trading_capital=300000
	[ "$stages" = '4 of 4 stages agree' ]
}

@test "the comparer finds one wrong figure, one missing and one too many" {
	local golden=$ROOT/tests/golden/synthetic compare=$ROOT/tests/golden-compare
	agree "$golden/config.json" "$golden/data" "$golden/golden"
	cp made/stats.csv stats
	awk -F, -v OFS=, 'NR == 9 { $6 *= 1 + 2e-9 } { print }' OFMT=%.17g CONVFMT=%.17g stats >made/stats.csv
	try "$compare" "$golden/golden" made
	[ "$status" = 1 ] && grep -q '^FAIL stats.csv: 857 of 858 agree; first: portfolio daily gross percent' out
	sed 9d stats >made/stats.csv
	try "$compare" "$golden/golden" made
	[ "$status" = 1 ] && grep -q '^FAIL stats.csv: 857 of 858' out
	sed 's/^\(portfolio,daily,costs,percent,avg_gain,\)$/\11/' stats >made/stats.csv
	try "$compare" "$golden/golden" made
	[ "$status" = 1 ] && grep -q '^FAIL stats.csv: 857 of 858' out
	mkdir empty
	try "$compare" empty made
	[ "$status" = 2 ]
}

@test "chapter 15 on real markets (a pysystemtrade run)" {
	reference golden/A_chapter15
	data
	agree "$ST_REFERENCE/golden/A_chapter15/config.json" "$ST_DATA" "$ST_REFERENCE/golden/A_chapter15"
	[ "$stages" = '16 of 16 stages agree' ]
}

# sharpe RATIO ANN_MEAN OPTION ...: chapter 15 with these options has these daily net percent figures.
sharpe() {
	"$ROOT/pipelines/backtest" "$ST_REFERENCE/golden/A_chapter15/config.json" -d "$ST_DATA" -o made --no-plot -q "${@:3}"
	awk -F, -v s="$1" -v m="$2" '
		function near(x, y) { return x > y - 1e-9 * y && x < y + 1e-9 * y }
		$1 == "portfolio" && $2 == "daily" && $3 == "net" && $4 == "percent" { x[$5] = $6 }
		END { exit !(near(x["sharpe"], s) && near(x["ann_mean"], m)) }' made/stats.csv ||
		fail "${*:3}: not $1" "$(grep '^portfolio,daily,net,percent,' made/stats.csv)"
}

@test "variants of chapter 15: SR costs, buffer by forecast to the edge, costs not deflated, dates (pysystemtrade runs)" {
	reference golden/A_chapter15
	data
	sharpe .4549217199859835 14.922222834775866
	sharpe .44172021210502016 14.483341221300627 --set use_SR_costs=true
	sharpe .45200418294172023 14.996670803894693 --set buffer_method=forecast --set buffer_trade_to_edge=true
	sharpe .4482114522262454 14.701753150350322 --set vol_normalise_currency_costs=false
	sharpe .14923479106079854 3.413309067310416 --set start_date=2018-06-15 --set end_date=2021-06-30
	[ "$(tail -n +2 made/account.csv | awk -F, '$4 != ""' | wc -l)" -le 793 ]
}

@test "100 markets, ten years: portfolio curve, statistics, final positions (a pysystemtrade run)" {
	reference golden/F_perf_10y
	data
	agree "$ST_REFERENCE/golden/F_perf_10y/config.json" "$ST_DATA" "$ST_REFERENCE/golden/F_perf_10y"
	[ "$stages" = '3 of 3 stages agree' ]
}

@test "100 markets, all their history: portfolio curve, statistics, final positions (a pysystemtrade run)" {
	reference golden/F_perf_full
	data
	agree "$ST_REFERENCE/golden/F_perf_full/config.json" "$ST_DATA" "$ST_REFERENCE/golden/F_perf_full"
	[ "$stages" = '3 of 3 stages agree' ]
}

# ---- rules on 30 real markets ----

# The data folder of these markets alone: they are the universe of asset classes.
thirty() {
	local folder code codes
	reference golden/C_vol_rules
	data
	[ -d "$ST_DATA" ] || skip "ST_DATA is no folder"
	golden=$ST_REFERENCE/golden/C_vol_rules
	codes=$(cd "$golden/raw_forecast" && ls | sed 's/\.csv$//')
	mkdir -p made thirty/multiple_prices_csv thirty/adjusted_prices_csv
	ln -s "$(realpath "$ST_DATA/csvconfig")" thirty/csvconfig
	for folder in multiple_prices_csv adjusted_prices_csv; do
		for code in $codes; do
			ln -s "$(realpath "$ST_DATA/$folder/$code.csv")" thirty/$folder
		done
	done
}

# rows_of STAGE: of a stream, the rows that a stage of the reference has too.
rows_of() {
	(cd "$golden/$1" && awk -F, 'FNR > 1 { print $1 "," substr(FILENAME, 1, length(FILENAME) - 4) }' ./*.csv | sed 's|,\./|,|') >wanted
	awk -F, 'FNR == NR { want[$0]; next } FNR == 1 || $1 "," $2 in want' wanted -
}

# forecasts STAGE: made/rows.csv, by the config c.
forecasts() {
	st-fetch instruments -d thirty --universe >universe
	st-fetch -d thirty --config=c --daily --universe | st-chain st-vol --config=c then st-carry then \
		st-class --config=c --instruments=universe >classes
	st-fetch -d thirty --config=c --daily --universe | st-chain -q st-vol --config=c then st-carry then \
		st-raw --config=c --classes=classes --instruments=universe then st-forecast --config=c then st-scale --config=c |
		rows_of "$1" >made/rows.csv
}

# same STAGE ...: these agree.
same() {
	"$ROOT/tests/golden-compare" $close --only "$(IFS=,; echo "$*")" "$golden" made >report || fail "$(cat report)"
}

@test "30 real markets: 41 rules, and 28 of them attenuated (pysystemtrade runs)" {
	close=--close # means over many instruments take their sums in another order
	thirty
	cp "$golden/config.json" c
	forecasts raw_forecast_attenuated
	same raw_forecast_attenuated capped_forecast
	st-config --set 'use_attenuation=[]' "$golden/config.json" >c
	forecasts raw_forecast
	same raw_forecast
}

@test "30 real markets: rules of other modules, the raw data that rules look at (pysystemtrade runs)" {
	close=--close
	thirty
	st-config --private="$ROOT/tests/golden/other_rules.yaml" "$golden/config.json" >c
	forecasts other_rules
	same rawdata other_rules
}

@test "30 real markets: every volatility function (pysystemtrade runs)" {
	local name options chain=
	thirty
	while read -r name options; do
		echo "{\"volatility_calculation\":{\"func\":$options}}" >"$name"
		chain="$chain${chain:+ then }st-vol --config=$name --column=vol.$name"
	done <<-'EOF'
		simple_ewvol_35 "simple_ewvol_calc"
		simple_vol_25 "simple_vol_calc"
		robust_default "robust_vol_calc"
		robust_backfill "robust_vol_calc","backfill":true
		robust_days20_floor0.1_500 "robust_vol_calc","days":20,"floor_min_quant":0.1
		mixed_default_function "mixed_vol_calc"
		mixed_defaults_yaml "mixed_vol_calc","slow_vol_years":10
		mixed_rob_config "mixed_vol_calc","slow_vol_years":20,"proportion_of_slow_vol":0.35,"backfill":true
	EOF
	st-fetch -d thirty --config="$golden/config.json" --daily --universe | st-chain $chain | rows_of vol >made/rows.csv
	same vol
}

# The run's universe was its 22 instruments.
@test "22 markets, ten years, 41 rules, optimised together: positions on all 2594 dates (a pysystemtrade run that rounds)" {
	reference golden/D_dynamic
	data
	[ -d "$ST_DATA" ] || skip "ST_DATA is no folder"
	local d=$ST_REFERENCE/golden/D_dynamic code kind
	mkdir -p data/adjusted_prices_csv data/multiple_prices_csv
	ln -s "$(realpath "$ST_DATA")"/{fx_prices_csv,csvconfig} data
	for code in $(jq -r '.instruments[]' "$d/setup.json"); do
		for kind in adjusted multiple; do
			ln -s "$(realpath "$ST_DATA")/${kind}_prices_csv/$code.csv" data/${kind}_prices_csv
		done
	done
	"$ROOT/pipelines/backtest" "$d/config.json" -d data -o made --no-plot -q --set optimal=dynamic
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "optimised") c = i; next } { print $1 "," $2 "," $c }' made/rows.csv | sort >got
	awk -F, 'NR == 1 { for (i = 2; i <= NF; i++) code[i] = $i; next } { for (i = 2; i <= NF; i++) print $1 "," code[i] "," $i }' \
		"$d/variant_nearest_integer/optimised_positions/ALL.csv" | sort >want
	[ "$(wc -l <want)" = $((2594 * 22)) ]
	cmp want got
}
