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
