# The whole backtest against runs of pysystemtrade: every stage, cell by cell, within one part in 10^9

load helper

# agree CONFIG DATA REFERENCE [OPTION ...]: a backtest agrees with the reference in all its stages.
agree() {
	"$ROOT/pipelines/backtest" "$1" -d "$2" -o made --no-plot -q "${@:4}"
	"$BATS_TEST_DIRNAME/golden-compare" "$3" made >report || { fail "$(grep -v '^ok' report)"; return; }
	stages=$(tail -n 1 report)
}

@test "invented markets: 16 stages of a chapter 15 system agree (a pysystemtrade run)" {
	local golden=$BATS_TEST_DIRNAME/golden/synthetic
	agree "$golden/config.json" "$golden/data" "$golden/golden"
	[ "$stages" = '16 of 16 stages agree' ]
}

@test "the comparer finds one wrong figure, one missing and one too many" {
	local golden=$BATS_TEST_DIRNAME/golden/synthetic compare=$BATS_TEST_DIRNAME/golden-compare
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
