#!/usr/bin/env bats
# st-account: curves worked out by hand from the rules in st-account(1)

load ../helper

rows() {
	printf 'time,instrument,curve,value\n'
	printf '%s\n' "$@"
}

# Gold is paid for on a Saturday before its first price; its cost of the 9th, a Thursday, is missing.
two() {
	rows 2020-01-04,GOLD,costs,-7 2020-01-06,GOLD,gross,0 2020-01-07,GOLD,gross,100 2020-01-07,GOLD,costs,-5 \
		2020-01-08,GOLD,gross, 2020-01-09,GOLD,gross,40 2020-01-09,GOLD,costs, 2020-01-10,GOLD,gross,8 \
		2020-01-11,GOLD,costs,-2 2020-01-13,GOLD,gross,16 2020-01-14,GOLD,costs,-64 \
		2020-01-07,CORN,gross,1 2020-01-09,CORN,gross,2 2020-01-09,CORN,costs,-3
}

@test "st-account: first cost and first period vanish, weekends are Friday's, gaps stay gaps" {
	two >in
	prints 'time,instrument,gross,cost,net
2020-01-07,GOLD,100.0,-5.0,
2020-01-09,GOLD,40.0,,
2020-01-10,GOLD,8.0,-2.0,
2020-01-13,GOLD,16.0,,
2020-01-14,GOLD,,-64.0,
2020-01-09,CORN,2.0,,' st-account in
}

@test "st-account: the portfolio sums what there is, in value and in percent" {
	rows 2020-01-06,A,gross,0 2020-01-06,A,costs,-5 2020-01-07,A,gross,10 2020-01-08,A,gross, 2020-01-08,A,costs,-1 \
		2020-01-07,B,gross,20 2020-01-08,B,gross,30 2020-01-08,B,costs, 2020-01-09,B,gross,40 2020-01-09,B,costs,-2 >in
	prints 'time,gross,cost,net,gross_percent,cost_percent,net_percent
2020-01-07,30.0,,,15.0,,
2020-01-08,30.0,-1.0,29.0,15.0,-0.5,14.5
2020-01-09,40.0,-2.0,38.0,20.0,-1.0,19.0' st-account --portfolio --capital=200 in
}

@test "st-account: a cost before the first day of gross has no percentage" {
	rows 2020-01-02,A,costs,-5 2020-01-06,A,gross,1 2020-01-07,A,gross,2 2020-01-07,A,costs,-1 2020-01-08,A,gross,4 \
		2020-01-09,A,gross,8 2020-01-09,A,costs,-1 >in
	prints 'time,gross,cost,net,gross_percent,cost_percent,net_percent
2020-01-07,2.0,-1.0,,2.0,,
2020-01-08,4.0,,4.0,4.0,,
2020-01-09,8.0,-1.0,7.0,8.0,-1.0,7.0' st-account --portfolio --capital=100 in
}

@test "st-account: compat none loses nothing" {
	echo '{ "notional_trading_capital": 100, "compat": "none" }' >config
	rows 2020-01-02,A,costs,-5 2020-01-06,A,gross,1 2020-01-07,A,gross,2 2020-01-07,A,costs,-1 2020-01-08,A,gross,4 \
		2020-01-08,A,costs, 2020-01-09,A,gross,8 2020-01-09,A,costs,-1 >in
	prints 'time,gross,cost,net,gross_percent,cost_percent,net_percent
2020-01-02,,-5.0,,,-5.0,
2020-01-06,1.0,,-4.0,1.0,,-4.0
2020-01-07,2.0,-1.0,1.0,2.0,-1.0,1.0
2020-01-08,4.0,0.0,4.0,4.0,0.0,4.0
2020-01-09,8.0,-1.0,7.0,8.0,-1.0,7.0' st-account --portfolio --config=config in
	prints 'time,instrument,gross,cost,net
2020-01-02,A,,-5.0,
2020-01-06,A,1.0,,-4.0
2020-01-07,A,2.0,-1.0,1.0
2020-01-08,A,4.0,,4.0
2020-01-09,A,8.0,-1.0,7.0' st-account --config=config in
}

@test "st-account: weeks end on Sunday, months and years on their last day" {
	rows 2019-12-31,A,gross,1 2020-01-03,A,gross,2 2020-01-05,A,gross,4 2020-01-06,A,gross,8 2020-01-20,A,gross,16 \
		2020-02-29,A,gross,32 2021-01-01,A,gross,64 >in
	prints 'time,instrument,gross,cost,net
2020-01-12,A,8.0,,
2020-01-26,A,16.0,,
2020-03-01,A,32.0,,
2021-01-03,A,64.0,,' st-account --frequency=weekly in
	prints 'time,instrument,gross,cost,net
2020-01-31,A,30.0,,
2020-02-29,A,32.0,,
2021-01-31,A,64.0,,' st-account --frequency=monthly in
	prints 'time,instrument,gross,cost,net
2020-12-31,A,62.0,,
2021-12-31,A,64.0,,' st-account --frequency=annual in
}

@test "st-account: rules of an instrument, at stamps; summed by instrument and by rule" {
	printf '%s\n' time,instrument,rule,curve,value '2020-01-06 23:00:00,A,x,gross,0' '2020-01-07 10:00:00,A,x,gross,1' \
		'2020-01-07 23:00:00,A,x,gross,2' '2020-01-08 23:00:00,A,x,gross,4' '2020-01-07 10:00:00,A,x,costs,' \
		'2020-01-07 23:00:00,A,x,costs,-1' '2020-01-08 23:00:00,A,x,costs,-1' 2020-01-07,A,y,gross,8 2020-01-08,A,y,gross,16 \
		2020-01-06,B,x,gross,0 2020-01-08,B,x,gross,32 >in
	prints 'time,instrument,rule,gross,cost,net
2020-01-07,A,x,3.0,,
2020-01-08,A,x,4.0,-1.0,
2020-01-08,A,y,16.0,,
2020-01-08,B,x,32.0,,' st-account in
	prints 'time,instrument,gross,cost,net
2020-01-07,A,11.0,,
2020-01-08,A,20.0,-1.0,19.0
2020-01-08,B,32.0,,' st-account --by=instrument in
	# A missing cost is 0 in a sum, and so the first one.
	prints 'time,rule,gross,cost,net
2020-01-07,x,3.0,,
2020-01-08,x,36.0,-1.0,35.0
2020-01-08,y,16.0,,' st-account --by=rule in
	prints 'time,gross,net_percent
2020-01-07,11.0,
2020-01-08,52.0,51.0' bash -c 'st-account --portfolio --capital=100 in | cut -d, -f 1,2,7'
	[ "$(st-stats --capital=100 in | cut -d, -f1 | uniq | xargs)" = 'account portfolio A/x A/y B/x' ]
	[ "$(st-stats --capital=100 --by=rule in | cut -d, -f1 | uniq | xargs)" = 'account portfolio x y' ]
	dies 'st-account: accounts are summed by instrument or by rule, not by "style"' st-account --by=style in
	rows 2020-01-06,A,gross,1 >plain
	dies "st-account: plain:1: no column 'rule'" st-account --by=rule plain
	dies "st-account: plain:1: no column 'rule'" st-account --by=rule in plain
	prints 'time,instrument,gross,cost,net' st-account --by=instrument plain
	printf '%s\n' time,instrument,rule,curve,value 2020-01-06,A,x,gross,1 2020-01-06,A,y,gross,1 2020-01-07,A,x,gross,1 >in
	dies "st-account: in:4: column 'instrument': its rows don't stand together: \"A\"" st-account in
}

@test "st-account: percent, and with a capital multiplier of that day's capital" {
	rows 2020-01-06,A,gross,0 2020-01-06,A,costs,0 2020-01-07,A,gross,0 2020-01-08,A,gross,10 2020-01-08,A,costs,-1 2020-01-09,A,gross,20 >in
	prints 'time,instrument,gross_percent,cost_percent,net_percent
2020-01-07,A,0.0,,
2020-01-08,A,5.0,-0.5,4.5
2020-01-09,A,10.0,,10.0' st-account --percent --capital=200 in
	printf 'time,value\n2020-01-01,1\n2020-01-08,0.5\n2020-01-09,2\n' >m
	prints 'time,gross,cost,net,gross_percent,cost_percent,net_percent
2020-01-07,0.0,,,0.0,,
2020-01-08,10.0,-1.0,9.0,10.0,-1.0,9.0
2020-01-09,20.0,,20.0,5.0,,5.0' st-account -p --capital=200 --capital-multiplier=m in
	[ "$(st-stats --capital=200 --capital-multiplier=m in | grep -c ',gross,percent,max,5.0$\|A,daily,gross,percent,max,10.0$')" = 1 ]
	grep -q '^portfolio,daily,gross,percent,max,10.0$' <(st-stats --capital=200 --capital-multiplier=m in)
	dies 'st-account: --capital-multiplier is for --portfolio: what one instrument earns has no capital of its own' \
		st-account --capital=200 --capital-multiplier=m in
}

@test "st-account: drawdown, and the deviation of 40 values round each (pandas' centred rolling window)" {
	{ echo time,instrument,curve,value; echo 2020-01-01,A,costs,0; } >in
	awk 'BEGIN { for (i = 0; i < 90; i++) { d = 1 + i; m = d > 60 ? 3 : d > 31 ? 2 : 1; dd = d - (m == 3 ? 60 : m == 2 ? 31 : 0)
		printf "2020-%02d-%02d,A,gross,%s\n", m, dd, i % 17 == 5 ? "" : (i * 29) % 23 - 11 } }' >>in
	st-account --capital=100 --percent --risk in >out
	/usr/bin/python3 -c 'import pandas' 2>/dev/null || skip "no pandas"
	/usr/bin/python3 - <<-'PY'
		import numpy as np, pandas as pd
		x = pd.read_csv("out", index_col="time", parse_dates=True, float_precision="round_trip")
		x = x.reindex(pd.bdate_range(x.index[0].replace(day=1), x.index[-1]))
		net = x.net_percent
		std = net.rolling(40, min_periods=4, center=True).std() * 16
		curve = net.cumsum().ffill()
		down = curve - curve.expanding(min_periods=1).max()
		there = x.gross_percent.notna()
		assert there.sum() > 50 and net.isna().sum() > 2
		for a, b in ((x["std"], std), (x.drawdown, down)):
		    a, b = a[there], b[there]
		    assert (a.isna() == b.isna()).all() and ((a - b).abs() < 1e-9).sum() == a.notna().sum()
	PY
}

@test "st-account: days before 1970 have their weekday" {
	rows 1969-12-25,A,gross,1 1969-12-26,A,gross,2 1969-12-27,A,gross,4 1969-12-29,A,gross,8 1970-01-01,A,gross,16 >in
	prints 'time,instrument,gross,cost,net
1969-12-26,A,6.0,,
1969-12-29,A,8.0,,
1970-01-01,A,16.0,,' st-account in
}

@test "st-account: header only, and names that need quotes" {
	rows >in && sed -i 2d in
	prints 'time,instrument,gross,cost,net' st-account in
	prints 'time,gross,cost,net,gross_percent,cost_percent,net_percent' st-account -p --capital=1 in
	rows '2020-01-06,"A,""1""",gross,1' '2020-01-07,"A,""1""",gross,2' >in
	prints 'time,instrument,gross,cost,net
2020-01-07,"A,""1""",2.0,,' st-account in
}

@test "st-account: --weekly: each week's sum and count of days, and the growth of net; costs beside it" {
	rows 2020-01-01,A,gross,1 2020-01-02,A,gross,2 2020-01-02,A,costs,-1 2020-01-03,A,gross,0 2020-01-06,A,gross,8 2020-01-06,A,costs,-2 \
		2020-01-21,A,gross,16 2020-01-21,A,costs,-4 >in
	# The first gross and the first cost are lost; net begins with 2020-01-06's 8 - 2.
	prints 'time,instrument,gross,days,net
2020-01-05,A,2.0,1,
2020-01-12,A,8.0,1,
2020-01-19,A,0.0,0,0.0
2020-01-26,A,16.0,1,12.0' st-account --weekly --costs=costs in
	printf '%s\n' instrument,rule,item,value A,,gross_days,3.0 A,,gross_mean,8.666666666666 A,,gross_stdev,7.023769168568 A,,cost_mean,-3.0 >want
	sed -E "s,([.][0-9]{12})[0-9]*,\1," costs | diff want - # by hand
	dies 'st-account: --weekly needs --costs, and goes without --portfolio' st-account --weekly in
}

@test "st-account: what is wrong is named" {
	dies 'st-account: stdin: empty: not even a header' st-account </dev/null
	echo time,instrument,value >in
	dies "st-account: in:1: no column 'curve'" st-account in
	rows 2020-01-06,A,gross,x >in
	dies "st-account: in:2: column 'value': not a number: \"x\"" st-account in
	rows 2020-01-06,A,net,1 >in
	dies "st-account: in:2: column 'curve': neither gross nor costs: \"net\"" st-account in
	rows 2020-01-0x,A,gross,1 >in
	dies "st-account: in:2: column 'time': not a time: \"2020-01-0x\"" st-account in
	rows 2020-01-06,,gross,1 >in
	dies "st-account: in:2: column 'instrument': not a name: \"\"" st-account in
	rows 2020-01-06,A,gross,1 2020-01-06,A,costs,1 2020-01-06,A,gross,1 >in
	dies "st-account: in:4: column 'time': not after the row before it of this account and curve: \"2020-01-06\"" \
		st-account in
	rows 2020-01-06,A,gross,1 2020-01-06,B,gross,1 2020-01-07,A,gross,1 >in
	dies "st-account: in:4: column 'instrument': its rows don't stand together: \"A\"" st-account in
	rows 2020-01-06,A,gross,1 2020-01-06,A,gross >in
	dies 'st-account: in:3: 3 fields where the header has 4' st-account in
	dies 'st-account: --portfolio and --percent need --capital, or a --config with notional_trading_capital' st-account -p in
	dies 'st-account: the capital is not above zero' st-account --capital=0 in
	dies 'st-account: no such frequency: "hourly"; it is daily, weekly, monthly or annual' st-account --frequency=hourly in
}

@test "st-account: a full disk is an error, a reader that leaves is not" {
	two >in
	dies_like "st-account: cannot write 'stdout': .*" bash -c 'st-account in >/dev/full'
	st-account in | head -n 1 >/dev/null
}
