# Data that begins late: from when an account could hold anything, and why not before, is said; figures are told from then on too.
# The figures that are compared with are reckoned here by Python, from the days of account.csv.

load helper

# The bundled markets, and of their rates only those from a day on.
setup_file() {
	cd "$BATS_FILE_TMPDIR" || return
	tar -xzf "$ROOT/examples/data.tar.gz"
	for rates in data/fx_prices_csv/*; do
		awk -F, 'NR == 1 || $1 >= "2012-01-01"' "$rates" >late
		mv late "$rates"
	done
}

# Everything in one currency that is not the account's, but for what is in euros and begins in 2006.
backtest() {
	"$ROOT/pipelines/backtest" "$ROOT/examples/system.yaml" -d "$BATS_FILE_TMPDIR/data" -o made --no-plot -q --set base_currency=GBP "$@" 2>/dev/null
}

# figures DAY: mean, deviation and Sharpe ratio of a year of the portfolio's days from DAY on. A year has 256 business days; those of
# them that account.csv leaves out count too, up to the last with a return.
figures() {
	python3 - "$1" <<-'PY'
		import csv, datetime, statistics, sys
		days = [(datetime.date.fromisoformat(r["time"]), r["net_percent"]) for r in csv.DictReader(open("made/account.csv")) if r["net_percent"]]
		first, last = datetime.date.fromisoformat(sys.argv[1]), days[-1][0]
		every = [first + datetime.timedelta(i) for i in range((last - first).days + 1)]
		count = sum(d.weekday() < 5 for d in every)
		x = [float(v) for d, v in days if d >= first]
		mean, std = sum(x) * 256 / count, statistics.stdev(x) * 16
		print("%.6f %.6f %.6f" % (mean, std, mean / std))
	PY
}

# of ACCOUNT COLUMN...: what held.csv has of it.
of() {
	awk -F, -v account="$1" -v names="${*:2}" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; n = split(names, name, " "); next }
		$1 == account { for (i = 1; i <= n; i++) printf "%s%s", $at[name[i]], i < n ? " " : "\n" }' made/held.csv
}

# What held.csv says was missing of the portfolio.
of_missing() {
	grep '^portfolio,' made/held.csv | cut -d'"' -f2
}

said='no rate of USD in GBP before 2012-01-02 (BOND_LONG, EQ_NORTH, FX_EAST and 3 more)'

@test "rates that begin seven years after prices: the reference's figures, and those from then on beside them" {
	backtest
	[ "$(of portfolio first held_from)" = '2005-01-03 2012-01-02' ]
	[ "$(of EQ_SOUTH first held_from)" = '2006-09-04 2012-01-02' ]
	[ "$(figures 2012-01-02)" = "$(of portfolio ann_mean ann_std sharpe | awk '{ printf "%.6f %.6f %.6f\n", $1, $2, $3 }')" ]
	all=$(grep '^portfolio,daily,net,percent,sharpe,' made/stats.csv | cut -d, -f6)
	[ "$(figures 2005-01-03 | cut -d' ' -f3)" = "$(printf %.6f "$all")" ]
	grep -qF "$said" made/held.csv
	sed -n '3p' made/work/summary | grep -qE '^ +all days +from 2012-01-02$'
	grep '^  Sharpe ratio' made/work/summary >got
	[ "$(tr -s ' ' <got)" = "$(printf ' Sharpe ratio %.3f %.3f' "$all" "$(of portfolio sharpe)")" ] || fail "$(cat got)"
	grep -qF "  portfolio   2012-01-02" made/work/summary
	grep -qF "$said" made/work/summary
}

@test "the report says the same, and has the first figures again from then on" {
	backtest
	st-report --text --width=10000 made >text
	grep -qxF "Nothing could be held before 2012-01-02: $(of_missing)." text
	grep -qF 'count the days from 2005-01-03 on, as pysystemtrade does, and those on which nothing could be held as days without profit.' text
	grep -E '^  (annual mean|annual volatility|Sharpe ratio) ' text | sed -n 's/^  [^0-9]*\([0-9.]*\).*/\1/p' >got
	{
		for stat in ann_mean ann_std sharpe; do grep "^portfolio,daily,net,percent,$stat," made/stats.csv | cut -d, -f6; done
		of portfolio ann_mean ann_std sharpe | tr ' ' '\n'
	} | awk '{ printf NR % 3 ? "%.2f\n" : "%.3f\n", $1 }' | diff - <(sed -n 1,6p got)
	st-report made >page.html
	grep -qF "<p>Nothing could be held before 2012-01-02: $(of_missing)." page.html
	grep -qF '<th>daily from 2012-01-02' page.html
	# where the file is not there, as in folders of older versions, nothing is said
	rm made/held.csv
	st-report --text made >text
	! grep -q 'could be held' text
}

@test "with compat: none statistics begin with the day from which something could be held" {
	backtest --set compat=none
	grep -q '^portfolio,daily,net,percent,sharpe,' made/stats.csv
	for stat in ann_mean ann_std sharpe t_stat; do
		[ "$(grep "^portfolio,daily,net,percent,$stat," made/stats.csv | cut -d, -f6)" = "$(of portfolio $stat)" ]
	done
	[ "$(figures 2012-01-02)" = "$(of portfolio ann_mean ann_std sharpe | awk '{ printf "%.6f %.6f %.6f\n", $1, $2, $3 }')" ]
	! grep -q 'all days' made/work/summary
	grep -qF "$said" made/work/summary
	grep -qE '^  portfolio +2012-01-02 +2020-01-02 ' made/work/summary
	st-report --text made >text
	grep -qx 'All statistics begin with that day.' text
	grep -qE '^2012-01-02 to 2020-01-02, ' text
	[ "$(grep -cE '^  Sharpe ratio  .* standard error$' text)" = 1 ]
	grep -qE "^  Sharpe ratio +$(printf %.3f "$(of portfolio sharpe)") " text
}

@test "prices that all begin long after start_date are said" {
	backtest --set base_currency=USD --set start_date=1990-01-01
	of portfolio first held_from missing >got
	echo '2005-01-03 2005-01-17 "no prices before 2005-01-03' >want
	diff want got
	grep -qF 'no prices before 2005-01-03, though start_date is 1990-01-01' made/work/summary
	grep -qF 'no rate of EUR in USD before 2012-01-02' made/work/summary
}

@test "where nothing is missing nothing is said, and there are no figures beside the others" {
	"$ROOT/pipelines/backtest" "$ROOT/examples/system.yaml" -d "$ROOT/examples/data.tar.gz" -o made --no-plot -q
	! grep -qE 'all days|why not' made/work/summary
	[ "$(awk -F, 'NR > 1 && $NF != ""' made/held.csv | wc -l)" = 0 ]
	[ "$(of portfolio first held_from)" = '2005-01-03 2005-01-17' ]
	st-validate --schema="$ROOT/schemas/held.json" made/held.csv
}

@test "estimated parameters, the brief form and one worker or three say the same" {
	backtest
	cp made/held.csv want
	grep '^account\|^portfolio' want >portfolio
	rm -r made
	backtest --brief -j 3
	diff portfolio made/held.csv
	backtest --set use_instrument_div_mult_estimates=true -j 3
	[ "$(of portfolio first held_from)" = '2005-01-03 2012-01-02' ]
	grep -qF "$said" made/held.csv
}

@test "a sweep has for each point from when something could be held, its Sharpe ratio from then on, and what was missing" {
	parallel --version 2>/dev/null | grep -q '^GNU parallel' || skip "GNU parallel is not installed"
	"$ROOT/pipelines/sweep" "$ROOT/examples/system.yaml" -d "$BATS_FILE_TMPDIR/data" -o swept -q --set base_currency=GBP \
		--grid percentage_vol_target=10,20 2>/dev/null
	backtest --brief
	python3 - "$(of portfolio sharpe)" "$said" <<-'PY'
		import csv, sys
		rows = list(csv.DictReader(open("swept/points.csv")))
		assert [r["held_from"] for r in rows] == ["2012-01-02"] * 2 and all(sys.argv[2] in r["missing"] for r in rows), rows
		assert rows[1]["held_sharpe"] == sys.argv[1] and float(rows[1]["sharpe"]) < 0.8 * float(sys.argv[1]), rows
	PY
}
