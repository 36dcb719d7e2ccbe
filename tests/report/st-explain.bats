#!/usr/bin/env bats
# st-explain: the page's figures are the rows' own and add up; what isn't there is named with the nearest

load ../helper

# A run in the folder run, figured by hand: all spans are 1, so weights are what the config says.
hand() {
	mkdir -p run/work
	cat >run/config.json <<-'JSON'
		{ "notional_trading_capital": 100000, "percentage_vol_target": 16, "base_currency": "USD", "forecast_cap": 20,
		  "trading_rules": { "fast": { "forecast_scalar": 2 }, "slow": { "forecast_scalar": 30 } },
		  "forecast_weights": { "fast": 0.5, "slow": 0.5 }, "forecast_div_multiplier": 1.5, "forecast_weight_ewma_span": 1,
		  "instrument_div_multiplier": 2, "instrument_weight_ewma_span": 0 }
	JSON
	cat >run/work/instruments.csv <<-'CSV'
		instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year
		DAX,25,EUR,Equity,0.5,2,0,0,4
		GOLD,100,USD,Metals,0.5,2,0,0,4
	CSV
	printf 'time,instrument,weight\n2021-01-05,DAX,0.5\n2021-01-05,GOLD,0.5\n' >run/work/weights.csv
	cat >run/rows.csv <<-'CSV'
		time,instrument,adjusted,price,roll,fx,vol,raw_carry,raw.fast,raw.slow,forecast.fast,forecast.slow,forecast,subsystem,position,lower,upper,traded
		2021-01-05,DAX,12900,13000,-40,1.25,20,-0.125,2,0.25,4,7.5,8.625,1.38,1.38,1.242,1.518,1
		2021-01-06,DAX,12950,13050,-40,1.25,20,-0.125,12,0.5,20,15,20,3.2,3.2,2.88,3.52,3
		2021-01-07,"DAX",12950,13050,-40,1.25,20,-0.125,12,0.5,20,15,20,3.2,3.2,2.88,3.52,3
		2021-01-11,DAX,12940,13040,-40,1.25,20,-0.125,-2,-0.25,-4,-7.5,-8.625,-1.38,-1.38,-1.518,-1.242,-1
	CSV
}

says() {
	grep -qF -e "$1" out || fail "no '$1' in:" "$(cat out)"
}

@test "st-explain: each step by hand: cap, middle of the band, first day, no trade, short" {
	hand
	try st-explain run DAX 2021-01-06
	[ "$status" = 0 ] && [ ! -s err ]
	says 'DAX on 2021-01-06: long 3 contracts'
	says 'moved 50.0000 since'
	says '17.5000 x 1.5000 (diversification) = 26.2500, capped at 20.0000'
	says '1000.00 USD a day wanted / (500.0000 EUR a contract x 1.25000) = 1.6000'
	says '3.2000 x 0.5000 (weight) x 2.0000 (diversification) = 3.2000'
	says '2.8800 to 3.5200, in whole contracts 3 to 4'
	says '3: below the band, buy 2 to the optimal position, rounded'
	st-explain run DAX 2021-01-05 >out
	says '1: the first day starts from the optimal position, rounded'
	says '= 8.6250, within the cap'
	st-explain run DAX 2021-01-07 >out
	says '3: inside the band, no trade'
	st-explain run DAX 2021-01-11 >out
	says 'short 1 contract'
	says 'held 2021-01-07      3'
	says '-1: above the band, sell 4 to the optimal position, rounded'
	sed -i 's/"forecast_cap"/"buffer_trade_to_edge": true, "forecast_cap"/' run/config.json
	st-explain run DAX 2021-01-11 >out
	says 'to its edge'
}

@test "st-explain: optimised together: what a contract is, and rows that st-optimal put in" {
	hand
	sed -i 's/"forecast_cap"/"optimal": "dynamic", "forecast_cap"/' run/config.json
	sed -i '1s/$/,stdev,exposure,trade_cost,optimised/; 2,$s/$/,0.25,3.25,0.0001,2/' run/rows.csv
	sed -i '1a 2021-01-04,DAX,,,,,,,,,,,,,,,,,,,,0' run/rows.csv
	st-explain run DAX 2021-01-06 >out
	says 'long 2 contracts'
	says '325.0000 % of capital, its vol 25.00 % a year'
	says '2, -1.2000 from the optimal position'
	dies "st-explain: run/rows.csv: no row of 'DAX' on 2021-01-04; the nearest is 2021-01-05" st-explain run DAX 2021-01-04
}

# The figures of every page, worked out again from what the page shows, and held against the row.
# adds_up HELD [OPTION ...]: in a backtest with these options, whose positions held are in the column HELD.
adds_up() {
	"$ROOT"/pipelines/backtest "$ROOT"/examples/system.yaml -d "$ROOT"/examples/data.tar.gz -o run -q --no-plot -j1 "${@:2}"
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
		NR % 1931 == 0 && $at["roll"] != "" && $at["subsystem"] != "" { print $2, $1 }' run/rows.csv >days
	[ "$(wc -l <days)" -gt 5 ]
	while read -r code day; do
		st-explain run "$code" "$day" >out
		awk -F, -v OFS=, -v c="$code" -v d="$day" -v held="$1" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
			$1 == d && $2 == c { print $at["forecast"], $at["subsystem"], $at["position"], $at["lower"], $at["upper"], $at[held] }' run/rows.csv >row
		awk -v page="$code $day" '
			function near(a, b, what,  e) {
				e = a - b; e = e < 0 ? -e : e
				if (e > 0.0006 * (1 + (b < 0 ? -b : b))) { print page ": " what ": " a " is not " b; bad = 1 }
			}
			NR == FNR { split($0, row, ","); next }
			$1 == "rule" { in_rules = 1; next }
			in_rules && $1 == "sum" { near(sum, $2, "sum"); all = $2; in_rules = 0; next }
			in_rules { rules++; near($5 * $6, $7, $1); sum += $7; next }
			/combined forecast/ { x = $8 + 0; near($3 * $5, x, "multiplier"); near(x > 20 ? 20 : x < -20 ? -20 : x, row[1], "forecast") }
			/volatility scalar/ { scalar = $NF }
			/subsystem position/ { near(scalar * row[1] / 10, $NF, "subsystem"); near($NF, row[2], "subsystem") }
			/optimal position  / { near($3 * $5 * $8, $NF, "position"); near($NF, row[3], "position") }
			/^  band/ { near($2, row[4], "lower"); near($4 + 0, row[5], "upper") }
			/^  held/ { held = $3 + 0 }
			END { near(held, row[6], "held"); exit bad || rules != 6 }' row out || fail "$(cat out)"
	done <days
}

@test "st-explain: on the bundled examples figures add up, and are the rows' own" {
	adds_up traded
}

@test "st-explain: the same with all parameters estimated and positions optimised together" {
	adds_up optimised --set optimal=dynamic --set use_forecast_scale_estimates=true --set use_forecast_weight_estimates=true \
		--set use_forecast_div_mult_estimates=true --set use_instrument_weight_estimates=true --set use_instrument_div_mult_estimates=true
}

@test "st-explain: what is wrong is named" {
	hand
	dies "st-explain: run/work/instruments.csv: no instrument 'GLD'; the nearest is 'GOLD'" st-explain run GLD 2021-01-05
	dies "st-explain: run/rows.csv: no rows of 'GOLD'" st-explain run GOLD 2021-01-05
	dies "st-explain: run/rows.csv: no row of 'DAX' on 2021-01-08; the nearest is 2021-01-07" st-explain run DAX 2021-01-08
	dies "st-explain: run/rows.csv: no row of 'DAX' on 2020-01-08; the nearest is 2021-01-05" st-explain run DAX 2020-01-08
	dies 'st-explain: not a date: "2021-02-30"' st-explain run DAX 2021-02-30
	dies 'st-explain: which folder, instrument and date? see st-explain --help' st-explain run DAX
	sed -i '3s/,20,-0.125/,x,-0.125/' run/rows.csv
	dies "st-explain: run/rows.csv:3: column 'vol': not a number: \"x\"" st-explain run DAX 2021-01-06
	cut -d, -f1-17 run/rows.csv >less
	mv less run/rows.csv
	dies "st-explain: run/rows.csv:1: no column 'traded'" st-explain run DAX 2021-01-05
	: >run/rows.csv
	dies_like 'st-explain: run/rows.csv.*empty.*' st-explain run DAX 2021-01-05
}

@test "st-explain: a full disk is an error, and a reader that leaves is none" {
	hand
	status=0
	st-explain run DAX 2021-01-06 >/dev/full 2>err || status=$?
	[ "$status" = 2 ]
	[ "$(cat err)" = "st-explain: cannot write 'stdout': No space left on device" ] || fail "$(cat err)"
	st-explain run DAX 2021-01-06 2>err | true
	[ ! -s err ]
}
