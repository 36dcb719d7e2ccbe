# What a report shows of a backtest, as tests/unit/report/figures.c prints it, against the same reckoned by awk, sqlite3 and sha256sum
load helper

setup_file() {
	local golden=$ROOT/tests/golden/synthetic
	cd "$BATS_FILE_TMPDIR" || return
	ln -s "$golden/data" data
	"$ROOT/pipelines/backtest" "$golden/config.json" -d data -o run --no-plot -q --accounts
	"${ST_BIN:-$ROOT/build/bin}/../unit/report/figures" run >figures
}

setup() {
	cd "$BATS_FILE_TMPDIR" || return
}

# shown WHAT: the figures of one kind as name,item,value; without those that are missing.
shown() {
	grep "^$1," figures | cut -d, -f2- | grep -v ',$'
}

# agree N: the figures of the files want and got, N lines name,item,value each in any order, are the same within 1e-9.
agree() {
	[ "$(wc -l <want)" = "$1" ] || { fail "$(wc -l <want) figures wanted, not $1"; return; }
	sort -t, -k1,2 want >want.sorted
	sort -t, -k1,2 got >got.sorted
	diff <(cut -d, -f1,2 want.sorted) <(cut -d, -f1,2 got.sorted) || return
	paste -d, want.sorted got.sorted | awk -F, '
		{ off = $3 - $6; size = $3 < 0 ? -$3 : $3; if (off > 1e-9 * (size + 1) || -off > 1e-9 * (size + 1)) { print; bad = 1 } }
		END { exit bad }'
}

query() {
	sqlite3 -separator , :memory: '.import --csv run/pnl.csv pnl' '.import --csv run/rows.csv rows' \
		'.import --csv run/account.csv account' \
		'.import --csv run/work/instruments.csv instruments' '.import --csv run/accounts/rules.csv rules' \
		'.import --csv run/scalars.csv scalars' "$1"
}

@test "months and years are the sums of the account's days" {
	awk -F, 'NR > 1 && $7 != "" { sum[substr($1, 1, 4) "," substr($1, 6, 2) + 0] += $7 }
		END { for (m in sum) printf "%s,%.17g\n", m, sum[m] }' run/account.csv >want
	shown month >got
	agree 95 # nothing is net before the first cost
	awk -F, 'NR > 1 { y = substr($1, 1, 4); gross[y] += $5; costs[y] += $6; net[y] += $7 }
		END { for (y in net) printf "%s,gross,%.17g\n%s,costs,%.17g\n%s,net,%.17g\n", y, gross[y], y, costs[y], y, net[y] }' \
		run/account.csv >want
	shown year >got
	agree 24
}

@test "drawdowns: the deepest five, each from its peak to its recovery" {
	awk -F, '
		NR == 1 || $7 == "" { next }
		{ sum += $7; n++ }
		n == 1 || sum >= top { if (low < 0) print low, peak, trough, $1; top = sum; peak = $1; low = 0; next }
		sum - top < low { low = sum - top; trough = $1 }
		END { if (low < 0) print low, peak, trough, "" }' OFMT=%.17g CONVFMT=%.17g run/account.csv | sort -g | head -n 5 |
		while read -r depth peak trough recovery; do
			echo "$peak,depth,$depth"
			echo "$peak,trough,$(($(date -ud "$trough" +%s) / 86400))"
			[ -z "$recovery" ] || echo "$peak,recovery,$(($(date -ud "$recovery" +%s) / 86400))"
		done >want
	shown drawdown | grep -v length >got
	agree "$(wc -l <got)"
	[ "$(grep -c depth got)" = 5 ]
}

@test "a year's Sharpe ratio and volatility, on every 50th day, are those of its 256 days" {
	shown track | awk -F, '$2 == "net" { print $1, $3 }' >there
	shown track | awk -F, '$2 == "std" && ++n % 50 == 0 || $2 == "sharpe" && ++k % 50 == 0' >got
	[ "$(wc -l <got)" -gt 70 ]
	cut -d, -f1 got | sort -u | while read -r last; do
		# The window's days by the calendar; those of a missing return aren't in `there`.
		first=$(date -ud "$last - 51 weeks" +%F) # and the day itself: 256 business days
		awk -v first="$first" -v last="$last" '
			$1 >= first && $1 <= last { n++; sum += $2; v[n] = $2 }
			END {
				for (i = 1; i <= n; i++)
					square += (v[i] - sum / n) ^ 2
				std = sqrt(square / (n - 1)) * 16
				printf "%s,std,%.17g\n%s,sharpe,%.17g\n", last, std, last, sum / std
			}' there
	done >want
	agree "$(wc -l <got)"
}

@test "contributions are sums of cash flows over capital and years, as sqlite3 adds them up" {
	local years capital
	years=$(shown track | awk -F, '$2 == "years" { print $3 }')
	capital=$(jq .notional_trading_capital run/config.json)
	# Business days from the first return to the last, and the one before.
	query "SELECT strftime('%s', MIN(time)) / 86400, strftime('%s', MAX(time)) / 86400 FROM account WHERE gross_percent != ''" |
		tr , ' ' | xargs seq | awk -v years="$years" '($1 + 3) % 7 < 5 { n++ } END { exit years != (n + 1) / 256 }'
	for column in gross cost net; do
		item=${column/cost/costs}
		query "SELECT instrument, '$item', SUM($column) / $capital * 100 / $years FROM pnl GROUP BY 1"
	done >want
	shown instrument | grep -E ',(gross|costs|net),' >got
	agree 15
	for column in gross cost net; do
		item=${column/cost/costs}
		query "SELECT asset_class, '$item', SUM($column) / $capital * 100 / $years FROM pnl JOIN instruments USING (instrument)
			GROUP BY 1"
	done >want
	shown class | grep -E ',(gross|costs|net),' >got
	agree 9
	for column in gross cost net; do
		item=${column/cost/costs}
		query "SELECT rule, '$item', SUM($column) / $capital * 100 / $years FROM rules GROUP BY 1"
	done >want
	shown rule | grep -E ',(gross|costs|net),' >got
	agree 21
}

@test "forecasts at their caps, days held, trades and turnover, as sqlite3 counts them" {
	local rule
	query "
		WITH step AS (SELECT *, traded - LAG(traded, 1, 0) OVER (PARTITION BY instrument ORDER BY time) AS trade FROM rows),
		spans AS (SELECT instrument, MIN(CASE WHEN lower != '' THEN time END) AS first, MAX(time) AS last FROM rows GROUP BY 1)
		SELECT instrument, 'forecast_days', SUM(forecast != '') FROM rows GROUP BY 1
		UNION ALL SELECT instrument, 'forecast_size', AVG(ABS(forecast)) FROM rows WHERE forecast != '' GROUP BY 1
		UNION ALL SELECT instrument, 'at_cap', 100.0 * AVG(forecast >= 20.0) FROM (SELECT instrument, forecast + 0 AS forecast
			FROM rows WHERE forecast != '') GROUP BY 1
		UNION ALL SELECT instrument, 'at_floor', 100.0 * AVG(forecast <= -20.0) FROM (SELECT instrument, forecast + 0 AS forecast
			FROM rows WHERE forecast != '') GROUP BY 1
		UNION ALL SELECT instrument, 'held_days', SUM(traded != 0) FROM (SELECT instrument, traded + 0 AS traded FROM rows) GROUP BY 1
		UNION ALL SELECT instrument, 'band_days', SUM(lower != '') FROM rows GROUP BY 1
		UNION ALL SELECT instrument, 'held', AVG(ABS(traded)) FROM rows WHERE lower != '' GROUP BY 1
		UNION ALL SELECT instrument, 'trades', SUM(trade != 0) FROM step GROUP BY 1
		UNION ALL SELECT instrument, 'hit', 100.0 * SUM(trade != 0) / COUNT(*) FROM step WHERE lower != '' GROUP BY 1" >want
	query "
		SELECT instrument, SUM(ABS(trade)), SUM(trade != 0), strftime('%s', MIN(CASE WHEN lower != '' THEN time END)) / 86400,
		strftime('%s', MAX(time)) / 86400
		FROM (SELECT *, traded - LAG(traded, 1, 0) OVER (PARTITION BY instrument ORDER BY time) AS trade FROM rows) GROUP BY 1" |
		awk -F, '{
			n = 0
			for (day = $4; day <= $5; day++)
				n += (day + 3) % 7 < 5
			printf "%s,days,%d\n%s,contracts_a_year,%.17g\n%s,trades_a_year,%.17g\n", $1, n, $1, $2 / n * 256, $1, $3 / n * 256
		}' >>want
	shown habits >got
	agree 60
	for rule in $(head -n 1 run/rows.csv | tr , '\n' | sed -n 's/^forecast\.//p'); do
		query "WITH one AS (SELECT \"forecast.$rule\" + 0 AS x FROM rows WHERE \"forecast.$rule\" != '')
			SELECT '$rule', 'forecast_days', COUNT(*) FROM one UNION ALL SELECT '$rule', 'forecast_size', AVG(ABS(x)) FROM one
			UNION ALL SELECT '$rule', 'at_cap', 100.0 * AVG(x >= 20) FROM one
			UNION ALL SELECT '$rule', 'at_floor', 100.0 * AVG(x <= -20) FROM one"
	done >want
	shown rule_habits >got
	agree 28
}

@test "correlations of weekly moves and of forecasts at the ends of weeks, as awk reckons them" {
	awk -F, '
		function julian(t,  y, m) {
			y = substr(t, 1, 4); m = substr(t, 6, 2) + 0
			if (m < 3) { y--; m += 12 }
			return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * m - 457) / 5) + substr(t, 9, 2) - 719469
		}
		NR == 1 { for (i = 1; i <= NF; i++) head[i] = $i; next }
		{
			week = int((julian($1) + 3) / 7)
			for (i = 3; i <= NF; i++)
				if ($i != "" && (head[i] == "adjusted" || head[i] == "vol" || head[i] ~ /^forecast\./))
					last[$2 "," week "," head[i]] = $i
			from = from == "" || week < from ? week : from
			to = week > to ? week : to
			names[$2]
		}
		END {
			for (name in names)
				for (week = from; week <= to; week++) {
					now = name "," week; before = name "," (week - 1)
					if ((now ",adjusted") in last && (before ",vol") in last && (before ",adjusted") in last)
						printf "instruments,%s,%d,%.17g\n", name, week, (last[now ",adjusted"] - last[before ",adjusted"]) / last[before ",vol"]
					for (i in head)
						if (head[i] ~ /^forecast\./ && (now "," head[i]) in last)
							printf "rules,%s,%s,%.17g\n", substr(head[i], 10), now, last[now "," head[i]]
				}
		}' run/rows.csv | sed 's/^\(rules,[^,]*,[^,]*\),/\1 /' >series
	for kind in instruments rules; do
		awk -F, -v kind=$kind '
			$1 == kind { x[$2 "," $3] = $4; name[$2]; at[$3] }
			END {
				for (a in name)
					for (b in name) {
						n = sa = sb = aa = bb = ab = 0
						for (t in at)
							if ((a "," t) in x && (b "," t) in x) {
								u = x[a "," t]; v = x[b "," t]
								n++; sa += u; sb += v; aa += u * u; bb += v * v; ab += u * v
							}
						printf "%s,%s,%.17g\n", a, b, (ab - sa * sb / n) / sqrt((aa - sa * sa / n) * (bb - sb * sb / n))
					}
			}' series >want
		shown ${kind}_grid >got
		agree $([ $kind = rules ] && echo 49 || echo 25)
	done
	# Commodities, then shares, then rates: by asset class, within it by name.
	shown instruments_grid | cut -d, -f1 | uniq >order
	tail -n +2 run/work/instruments.csv | sort -t, -k4,4 -k1,1 | cut -d, -f1 | diff - order
}

@test "an instrument's history is its rows, to the bit" {
	for name in $(shown instrument | grep ,choice, | cut -d, -f1); do
		grep "^history,$name," figures | cut -d, -f3- >got
		awk -F, -v name="$name" '
			NR == 1 { for (i = 1; i <= NF; i++) { at[$i] = i; if ($i ~ /^forecast\./) rule[++n] = i } next }
			$2 == name {
				printf "%s,%s,%s,%s,%s,%s,%s", $1, $at["adjusted"], $at["forecast"], $at["position"], $at["lower"], $at["upper"],
					$at["traded"]
				for (i = 1; i <= n; i++)
					printf ",%s", $rule[i]
				print ""
			}' run/rows.csv >want
		[ -s want ]
		# Other digits may stand for the same number, but nothing for none.
		paste -d, got want | awk -F, '
			$1 != $(1 + NF / 2) { exit 1 }
			{
				for (i = 2; i <= NF / 2; i++)
					if (($i == "") != ($(i + NF / 2) == "") || $i + 0 != $(i + NF / 2) + 0) {
						print
						exit 1
					}
			}'
		[ "$(wc -l <got)" = "$(wc -l <want)" ]
	done
}

@test "the best, the middle and the worst earner are chosen" {
	shown instrument | awk -F, '$2 == "net" { print $3, $1 }' | sort -gr | awk '{ name[NR] = $2 }
		END { print name[1] ",choice,0"; print name[int(NR / 2) + 1] ",choice,1"; print name[NR] ",choice,2" }' >want
	shown instrument | grep ,choice, | diff want -
}

@test "costs of rules are means over instruments" {
	query "SELECT rule, CASE item WHEN 'forecast_turnover' THEN 'turnover' ELSE 'cost' END, AVG(value) FROM scalars
		WHERE item IN ('forecast_turnover', 'SR_cost_forecast') GROUP BY 1, 2" >want
	shown rule_costs >got
	agree 14
	query "SELECT instrument, CASE item WHEN 'instrument_turnover_rounded' THEN 'turnover' WHEN 'SR_cost_per_trade' THEN 'per_trade'
		WHEN 'SR_holding_cost_only' THEN 'holding' ELSE 'rolls' END, value FROM scalars
		WHERE item IN ('instrument_turnover_rounded', 'SR_cost_per_trade', 'SR_holding_cost_only', 'rolls_per_year')" >want
	shown costs | grep -v '^,' >got
	agree 20
}

@test "checksums are those of sha256sum, and so is the one of all of them" {
	(cd data/ && sha256sum {adjusted,multiple}_prices_csv/SYN* csvconfig/* fx_prices_csv/* | LC_ALL=C sort -k2) >sums
	awk '{ print $2 ",same," $1 }' sums >want
	echo ",all,$(sha256sum <sums | cut -d' ' -f1)" >>want
	shown sha256 | diff want -
	[ "$(wc -l <sums)" -gt 10 ]
}
