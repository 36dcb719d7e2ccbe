# Prices that do not move, for a while or to the end, through a whole backtest

load helper

# days N: so many business days from 2020-01-01 on.
days() {
	awk -v n="$1" 'BEGIN { for (t = 0; n > 0; t++) if ((t + 2) % 7 < 5) { print strftime("%Y-%m-%d", (18262 + t) * 86400, 1); n-- } }'
}

# market CODE DAYS FROM TO: a folder's files of a price that moves, but for rows FROM to TO.
market() {
	mkdir -p data/multiple_prices_csv data/adjusted_prices_csv data/csvconfig data/fx_prices_csv
	days "$2" | awk -v from="$3" -v to="$4" -v multiple="data/multiple_prices_csv/$1.csv" -v adjusted="data/adjusted_prices_csv/$1.csv" '
		BEGIN {
			print "DATETIME,CARRY,CARRY_CONTRACT,PRICE,PRICE_CONTRACT,FORWARD,FORWARD_CONTRACT" >multiple
			print "DATETIME,price" >adjusted
			p = 1000
		}
		{
			if (NR < from || NR > to)
				p += (NR * 37) % 23 - 10.5
			print $0 " 23:00:00," p - 3 ",20300600," p ",20300300," p - 3 ",20300600" >multiple
			print $0 " 23:00:00," p >adjusted
		}'
	[ -s data/csvconfig/instrumentconfig.csv ] || {
		echo Instrument,Pointsize,Percentage,PerBlock,PerTrade,AssetClass,Currency,Description,Slippage >data/csvconfig/instrumentconfig.csv
		echo Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset >data/csvconfig/rollconfig.csv
	}
	echo "$1,10,0,2,0,Equity,USD,,0.1" >>data/csvconfig/instrumentconfig.csv
	echo "$1,HMUZ,-5,1,HMUZ,17" >>data/csvconfig/rollconfig.csv
}

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	cat >sys.yaml <<-'YAML'
		trading_rules:
		  carry: {function: carry, data: rawdata.raw_carry, other_args: {smooth_days: 90}, forecast_scalar: 30}
		  ewmac: {function: ewmac, data: [rawdata.get_daily_prices, rawdata.daily_returns_volatility], other_args: {Lfast: 8, Lslow: 32}, forecast_scalar: 5}
		forecast_weights: {carry: 0.5, ewmac: 0.5}
		forecast_div_multiplier: 1.0
		instrument_weights: {AA: 0.5, BB: 0.5}
		instrument_div_multiplier: 1.2
		percentage_vol_target: 20
		notional_trading_capital: 1000000
		base_currency: USD
	YAML
}

backtest() {
	"$ROOT/pipelines/backtest" sys.yaml -d data -o made --no-plot -q "$@"
}

# largest FROM TO: the most contracts of AA that were held on rows FROM to TO.
largest() {
	awk -F, -v from="$1" -v to="$2" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "traded") at = i }
		$2 == "AA" && ++n >= from && n <= to { x = $at < 0 ? -$at : $at; if (x > most) most = x } END { printf "%.0f\n", most }' made/rows.csv
}

@test "nothing is held while a price has not moved yet, and one warning names it and the days" {
	market AA 400 1 60
	market BB 400 401 401
	for calc in mixed_vol_calc robust_vol_calc simple_ewvol_calc; do
		rm -rf made
		try "$ROOT/pipelines/backtest" sys.yaml -d data -o made --no-plot --set volatility_calculation.func=$calc
		[ "$status" = 0 ] || fail "$(cat err)"
		[ "$(grep -c 'no estimate' err)" = 1 ] || fail "$(cat err)"
		grep -qE 'AA: vol is (0|vol_abs_min) on 50 days: no estimate, nothing is held \(2020-01-15 to 2020-03-24: the price does not move\)' err ||
			fail "$(cat err)"
		[ "$(largest 1 60)" = 0 ]
		[ "$(largest 61 400)" -gt 0 ] && [ "$(largest 61 400)" -lt 1000 ] || fail "$calc: $(largest 61 400) contracts"
	done
}

@test "compat: pysystemtrade keeps its number" {
	market AA 400 1 60
	market BB 400 401 401
	backtest --set compat=pysystemtrade
	[ "$(largest 1 60)" -gt 1000000000 ]
}

# refused MESSAGE OPTION ...: the backtest says that, in one line, whichever of its programs does.
refused() {
	rm -rf made
	dies_like "st-chain: $1" "$ROOT/pipelines/backtest" sys.yaml -d data -o made --no-plot -q "${@:2}"
}

@test "costs that cannot be scaled by a volatility of 0 are refused by the instrument's name, with what helps" {
	local what='AA: price has not moved in the last 180 days, to 2021-07-13, so costs cannot be scaled by its volatility; set'
	market BB 400 401 401
	market AA 400 200 400
	refused "$what vol_normalise_currency_costs: false, an earlier end_date, or leave it out"
	refused "$what an earlier end_date, or leave it out" --set optimal=dynamic
	rm -rf made
	backtest --set vol_normalise_currency_costs=false
	rm -rf made
	backtest --set end_date=2020-12-31
	rm -rf made
	backtest --set use_SR_costs=true
}

@test "what came out infinite is named by instrument and day, and so is what was 0" {
	echo '{"notional_trading_capital":1000,"percentage_vol_target":16}' >c
	printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\nDAX,25,EUR,Equity,0.5,2,0,0,4\n' >i
	printf 'time,instrument,price,vol,fx,forecast\n2021-01-05,"DAX",13000,0,0,10\n' >in
	dies "st-size: in:2: column 'subsystem' came out infinite, of DAX, 2021-01-05, as vol is 0 and fx is 0" st-size --config=c --instruments=i in
	printf 'time,instrument,curve,value\n2021-01-04,DAX,gross,0\n2021-01-05,DAX,gross,1e308\n2021-01-06,DAX,gross,1e308\n' >in
	dies_like "st-account: 'stdout': a number came out infinite, behind \"2021-01-05,DAX\"" st-account --capital=1 --percent in
}
