# st-risk: the risk of positions in all instruments together

load ../helper

golden=$ROOT/tests/golden/synthetic

@test "invented markets: optimal, optimised and buffered positions (a pysystemtrade run)" {
	"$ROOT/pipelines/backtest" "$golden/config.json" -d "$golden/data" -o made --no-plot -q \
		--set optimal=dynamic --set notional_trading_capital=300000
	st-merge made/rows.csv >rows
	st-risk --config=made/config.json --instruments=made/work/instruments.csv --until=2012-12-31 \
		--priced=position --column=optimised --column=traded rows >risk
	st-validate --schema="$ROOT/schemas/risk.json" risk
	awk -F, '
		function near(x, y) { return (x - y) ^ 2 <= (1e-9 * y) ^ 2 }
		NR == FNR { optimised[$1] = $2; buffered[$1] = $3; optimal[$1] = $4; next }
		FNR > 1 { n++; if (!near(optimal[$1], $2) || !near(optimised[$1], $3) || !near(buffered[$1], $4)) { print; bad = 1 } }
		END { exit bad || n < 300 }' risk "$golden/dynamic/risk.csv"
}

@test "rows validate, with all that optimal=dynamic appends" {
	"$ROOT/pipelines/backtest" "$golden/config.json" -d "$golden/data" -o made --no-plot -q --set optimal=dynamic
	st-validate --schema="$ROOT/schemas/rows.json" made/rows.csv
	[ "$(head -n 1 made/rows.csv | sed 's/.*,//')" = optimised ]
}

@test "options that are missing, or no date" {
	echo '{}' >c
	dies 'st-risk: options --config, --instruments, and --column or --priced are required; see st-risk --help' st-risk --config=c --instruments=c
	printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\n' >i
	st-config >c
	dies 'st-risk: option --until: not a date: "2021"' st-risk --config=c --instruments=i --column=traded --until=2021
}
