#!/usr/bin/env bats
# st-stats: figures worked out by hand

load ../helper

rows() {
	printf 'time,instrument,curve,value\n'
	printf '%s\n' "$@"
}

# Daily gross, in value: 2 -1 4 -3 missing 0, after a first one that vanishes.
six() {
	rows 2020-01-06,A,gross,9 2020-01-07,A,gross,2 2020-01-08,A,gross,-1 2020-01-09,A,gross,4 2020-01-10,A,gross,-3 \
		2020-01-13,A,gross, 2020-01-14,A,gross,0
}

# The figures of one curve, `stat,value` each.
figures() {
	st-stats "${@:2}" | sed -n "s/^$1,//p"
}

@test "st-stats: the statistics of six values" {
	six >in
	# years: 7/256; std: sqrt(29.2/4); losses -1 -3: deviation 1, drawdowns 0 -1 0 -3 -3 -3
	figures A,daily,gross,value_terms --capital=50 in >got
	awk -F, 'BEGIN {
		want["min"] = -3; want["max"] = 4; want["median"] = 0; want["mean"] = 0.4
		want["std"] = sqrt(29.2 / 4); want["skew"] = (1.6 ^ 3 - 1.4 ^ 3 + 3.6 ^ 3 - 3.4 ^ 3 - 0.4 ^ 3) / 5 / (29.2 / 5) ^ 1.5
		want["ann_mean"] = 2 * 256 / 7; want["ann_std"] = 16 * sqrt(29.2 / 4)
		want["sharpe"] = want["ann_mean"] / want["ann_std"]; want["sortino"] = want["ann_mean"] / 16
		want["avg_drawdown"] = -10 / 6; want["worst_drawdown"] = -3; want["time_in_drawdown"] = 4 / 6
		want["calmar"] = want["ann_mean"] / 3; want["avg_return_to_drawdown"] = want["ann_mean"] * 6 / 10
		want["avg_loss"] = -2; want["avg_gain"] = 3; want["gaintolossratio"] = 1.5; want["profitfactor"] = 1.5
		want["hitrate"] = 0.5; want["t_stat"] = 0.4 / sqrt(29.2 / 4 / 5)
		t = want["t_stat"]; x = 4 + t * t # for 4 degrees of freedom the distribution is algebraic
		want["p_value"] = 1 - t / sqrt(x) * (1 + 2 / x)
		# without the 0, less the mean of 0.5: -3.5 -1.5 1.5 3.5; quantiles of 1, 30, 99 and 70 % by hand
		want["quant_ratio_lower"] = want["quant_ratio_upper"] = want["average_quant_ratio"] = 3.44 / 1.7 / 4.436204423270713
	}
	{ d = $2 - want[$1]; n++
	  if (!($1 in want) || d > 1e-14 * (1 + $2 ^ 2) || d < -1e-14 * (1 + $2 ^ 2)) { print "is " $0 ", should be " want[$1]; bad = 1 } }
	END { if (n != 25) { print n " statistics"; bad = 1 } exit bad }' got
}

@test "st-stats: every curve of every account, in order" {
	{ six && six | sed 1d | sed 's/,A,/,B,/'; } >in
	st-stats --capital=50 in >out
	[ "$(wc -l <out)" = $((1 + 3 * 4 * 3 * 2 * 25)) ]
	[ "$(sed 1d out | cut -d, -f1 | uniq | xargs)" = 'portfolio A B' ]
	[ "$(sed 1d out | cut -d, -f2 | uniq | head -n 4 | xargs)" = 'daily weekly monthly annual' ]
	[ "$(sed 1d out | cut -d, -f3 | uniq | head -n 3 | xargs)" = 'gross costs net' ]
	[ "$(sed 1d out | cut -d, -f4 | uniq | head -n 2 | xargs)" = 'percent value_terms' ]
	grep -qx 'portfolio,daily,gross,percent,max,16.0' out
	grep -qx 'B,daily,gross,percent,max,8.0' out
}

@test "st-stats: nothing known is empty, and an annual mean of 0" {
	rows 2020-01-06,A,gross,1 >in
	[ "$(figures A,daily,gross,percent --capital=50 in | grep -v ',$')" = ann_mean,0.0 ]
	[ -z "$(figures A,daily,costs,percent --capital=50 in | grep -v ',$')" ]
	rows | sed 2d >in
	[ -z "$(st-stats --capital=50 in | sed 1d | grep -v ',$')" ]
}

@test "st-stats: an option beats the config; compat none counts the first period" {
	six >in
	echo '{ "notional_trading_capital": 100, "compat": "none" }' >config
	[ "$(figures A,daily,gross,percent -c config in | grep '^max')" = max,9.0 ]
	[ "$(figures A,daily,gross,percent -c config --capital=900 in | grep '^max')" = max,1.0 ]
}

@test "st-stats: averages over accounts (pysystemtrade's get_stats)" {
	local golden=$ROOT/tests/golden/synthetic
	"$ROOT/pipelines/backtest" "$golden/config.json" -d "$golden/data" -o made --no-plot -q --accounts -j 1
	cd made
	st-stats --config=config.json --across work/1.curves.csv >out
	st-rule-pnl --config=config.json --instruments=work/instruments.csv --prices=work/adjusted.csv --costs=scalars.csv rows.csv |
		awk -F, 'NR == 1 || $3 == "carry"' | st-stats --config=config.json --across | sed 's/^/carry,/' >>out
	cat >want <<-'CSV'
		sharpe,time,mean,0.12134976299812725
		sharpe,time,std,0.45703626722668766
		sharpe,time,t_stat,0.53102903073527152
		sharpe,time,p_value,0.6235156916854403
		sharpe,equal,mean,0.031154824128262159
		sharpe,equal,std,0.10056234650764669
		sharpe,equal,t_stat,0.61961211547292538
		skew,time,mean,0.13739312712184143
		ann_mean,equal,p_value,0.37935712312109371
		carry,sharpe,equal,p_value,0.58144994021477869
	CSV
	awk -F, '{ key = $0; sub(/,[^,]*$/, "", key) } FNR == NR { x[key] = $NF; next } { n++; d = x[key] / $NF - 1; if (d * d > 1e-18) { print; bad = 1 } }
		END { exit bad || n != 10 }' out want
	[ "$(grep -vc ^carry out)" = 201 ]
	head -n 1 work/1.curves.csv >none
	prints 'stat,weights,item,value' st-stats --capital=1 --across none
	dies 'st-stats: one of --across, --months and --summary' st-stats --capital=1 --across --summary none
}

@test "st-stats: the summary, and the statistics beside it" {
	{ six && echo 2020-01-06,A,costs,-1; } >in
	st-stats --capital=50 in >want.csv
	# net is -2 8 -6 0 0 percent, its sums -2 6 0 0 0; A itself has nothing where the portfolio has the first 0
	prints 'portfolio, net of costs, daily, in percent of a capital of 50

  annual mean                       0.00 %
  annual standard deviation        81.58 %
  Sharpe ratio                     0.000
  Sortino ratio                    0.000
  skew                             0.607
  worst drawdown                   -6.00 %
  average drawdown                 -3.60 %
  time in drawdown                  60.0 %
  t-statistic                       0.00
  annual mean, gross              146.29 %
  annual costs                      0.00 %

  account     first       last           mean %      std %     Sharpe worst dd %    costs %  curve
  A           2020-01-06  2020-01-14       0.00      94.21      0.000      -6.00       0.00  ▃▃▁█▃▃▃
  portfolio   2020-01-06  2020-01-14       0.00      81.58      0.000      -6.00       0.00  ▃▃▁█▃▃▃' \
		st-stats --capital=50 --summary --output=stats.csv in
	cmp want.csv stats.csv
}

@test "st-stats: columns of the summary are as wide as their numbers, and never run together" {
	rows 2019-10-28,A,gross,0 2019-10-29,A,gross,7e14 2019-10-30,A,gross,-4e14 2019-10-31,A,gross,1e13 2019-11-01,A,gross,-2e14 \
		2019-10-28,A,costs,0 2019-10-30,A,costs,-1e13 >in
	st-stats --capital=1 --summary in | tail -n 2 >got
	awk 'NF != 9 { exit 1 }' got || fail "$(cat got)"
	awk 'length($4) > 15 { n++ } END { exit n < 2 }' got || fail "$(cat got)"
}

@test "st-stats: the months of each year" {
	rows 2019-10-29,A,gross,0 2019-10-30,A,gross,0 2019-10-31,A,gross,1 2019-11-01,A,gross,-6.2 2019-12-31,A,gross,0.02 2020-01-01,A,gross,-0.01 \
		2021-02-01,A,gross,0.7 2021-02-02,A,gross,0.5 2019-10-31,B,gross,0 2019-11-01,B,gross,0.2 \
		2019-10-29,B,costs,-9 2019-11-01,B,costs,-0.1 >in
	# percent of 50: 2, -12.2, 0.04; -0.02; 1.4 and 1.0; the first two days are not counted
	prints 'portfolio, net of costs, by month, in percent of a capital of 50

       Jan   Feb   Mar   Apr   May   Jun   Jul   Aug   Sep   Oct   Nov   Dec   year
2019                                                         2.0 -12.2   0.0  -10.2
2020   0.0                                                                      0.0
2021         2.4                                                                2.4' st-stats --capital=50 --months in
	rows | sed 2d >in
	prints 'portfolio, net of costs, by month, in percent of a capital of 50

      Jan  Feb  Mar  Apr  May  Jun  Jul  Aug  Sep  Oct  Nov  Dec  year' st-stats --capital=50 --months in
}

@test "st-stats: the months are those of the account" {
	local golden=$ROOT/tests/golden/synthetic
	"$ROOT/pipelines/backtest" "$golden/config.json" -d "$golden/data" -o made --no-plot -q -j 1
	st-stats --config=made/config.json --months made/work/1.curves.csv | sed 1,3d | tr -s ' ' '\n' | grep -v '^[0-9]*$' >got
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "net_percent") c = i; next } $c == "" { next }
		{ split($1, d, "-"); if (y != d[1] || m != d[2]) flush(); if (y != d[1]) { total(); y = d[1] } m = d[2]; s += $c; t += $c; n++ }
		function flush() { if (n) printf "%.1f\n", s; s = n = 0 } function total() { if (y) printf "%.1f\n", t; t = 0 }
		END { flush(); total() }' made/account.csv | sed 's/^-0.0$/0.0/' >want
	[ "$(wc -l <want)" -gt 100 ]
	diff want got
}

@test "st-stats: the portfolio alone" {
	{ six && six | sed 1d | sed 's/,A,/,B,/'; } >in
	st-stats --capital=50 in >all
	grep '^account\|^portfolio,' all >want
	! cmp -s all want
	prints_file want st-stats --capital=50 --portfolio in
	dies 'st-stats: --portfolio goes without --across and --summary' st-stats --capital=50 --portfolio --summary in
}

@test "st-stats: from when it could be held: figures beside, and what is wrong with the rows that say so" {
	local facts=instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year
	printf '%s\nA,1,USD,Metals,0,0,0,0,4\n' "$facts" >i
	echo '{ "notional_trading_capital": 100, "base_currency": "EUR" }' >c
	{ six && echo 2020-01-06,A,costs,-1; } >in
	printf 'time,instrument,price,vol,fx\n2020-01-06,A,1,1,\n2020-01-09,A,1,1,1\n' >f
	st-stats -c c --first=f --instruments=i --held=held --summary in >out
	grep -q "^  A           2020-01-09 .*  no rate of USD in EUR before 2020-01-09$" out || fail "$(cat out)"
	# net is -1 4 -3 missing 0 from the 8th on; from the 9th 4 -3 missing 0
	grep -qx ' *all days *from 2020-01-09' out
	grep -qx '  annual mean  *0.00 %  *64.00 %' out
	head -n 2 held | cut -d, -f1-4 >got
	printf 'account,first,held_from,ann_mean\nportfolio,2020-01-06,2020-01-09,64.0\n' | diff - got
	local together='st-stats: --first, --instruments and --config go together, and --held with them'
	dies "$together" st-stats --capital=1 --first=f --instruments=i in
	dies "$together" st-stats -c c --first=f in
	dies "$together" st-stats -c c --held=held in
	sed 's/,A,/,B,/' f >other
	dies "st-stats: i: no instrument 'B'" st-stats -c c --first=other --instruments=i in
	head -n 1 f >none
	dies "st-stats: no row says from when 'A' could be held" st-stats -c c --first=none --instruments=i in
	sed 's/2020-01-09/soon/' f >bad
	dies "st-stats: bad:3: column 'time': not a date: \"soon\"" st-stats -c c --first=bad --instruments=i in
	cut -d, -f1-4 f >less
	dies "st-stats: less:1: no column 'fx'" st-stats -c c --first=less --instruments=i in
}

@test "st-stats: the portfolio's account too" {
	{ six && six | sed 1d | sed 's/,A,/,B,/'; rows 2020-01-06,C,costs,-1 2020-01-07,C,costs,-2 | sed 1d; } >in
	st-account --capital=50 --portfolio in >want
	st-stats --capital=50 in >stats
	prints_file stats st-stats --capital=50 --account=got in
	diff want got
	st-stats --capital=50 --portfolio --account=got in >/dev/null
	diff want got
	printf 'time,value\n2020-01-07,2\n2020-01-09,3\n' >m
	st-account --capital=50 --portfolio --capital-multiplier=m in >want
	st-stats --capital=50 --capital-multiplier=m --account=got in >/dev/null
	diff want got
	! cmp -s want <(st-account --capital=50 --portfolio in)
}

@test "st-stats: no capital, a missing file, a full disk" {
	six >in
	dies 'st-stats: give --capital, or a --config with notional_trading_capital' st-stats in
	dies_like "st-stats: cannot open 'none': .*" st-stats --capital=1 none
	dies_like "st-stats: cannot write 'stdout': .*" bash -c 'st-stats --capital=1 in >/dev/full'
	dies_like "st-stats: cannot write '/dev/full': .*" st-stats --capital=1 -o /dev/full in
	st-stats --capital=1 in | head -n 1 >/dev/null
}
