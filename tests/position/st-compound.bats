# st-compound: capital multipliers, by hand and as pysystemtrade's syscore/capital.py has them

load ../helper

# Daily net of a capital of 1000, in percent: missing twice (a period and the first cost), then 10 -20 0 30 -5.
curves() {
	printf 'time,instrument,curve,value\n' >in
	printf '2021-01-%s,A,gross,%s\n' 04 0 05 0 06 100 07 -200 08 0 11 300 12 -50 >>in
	printf '2021-01-05,A,costs,0\n' >>in
}

# multipliers WANT OPTION ...: the second column, one after another; a dash where it is empty.
multipliers() {
	try st-compound --capital=1000 "${@:2}" in
	[ "$status" = 0 ] && [ ! -s err ] || { fail "$(show err)"; return; }
	sed 1d out | awk -F, '{ printf "%s%s", s, $2 == "" ? "-" : sprintf("%.12g", $2); s = " " } END { print "" }' >got
	[ "$(cat got)" = "$1" ] || fail "$(cat got)" "$1"
}

@test "fixed, full and half" {
	curves
	multipliers '1 1 1 1 1 1 1' --multiplier=fixed
	# net: - - - -20 0 30 -5, as the first difference of net has nothing to start from
	multipliers '- - - 0.8 0.8 1.04 0.988' --multiplier=full
	# the first return does not count: 1, then 0.0, 1 + .3 capped, .95
	multipliers '1 1 1 1 1 1 0.95' --multiplier=half
}

@test "half compounding grows back to 1 and no further" {
	printf 'time,instrument,curve,value\n2021-01-04,A,costs,0\n' >in
	printf '2021-01-%s,A,gross,%s\n' 04 0 05 0 06 0 07 -500 08 100 11 2000 12 -100 >>in
	multipliers '1 1 1 0.5 0.525 1 0.9' --multiplier=half
}

@test "pandas on the same returns: percent 0, -50, 10, missing, 200" {
	[ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import pandas' 2>/dev/null || skip "no pandas"
	printf 'time,instrument,curve,value\n2021-01-04,A,costs,0\n' >in
	printf '2021-01-%s,A,gross,%s\n' 04 0 05 0 06 -500 07 100 11 2000 12 -100 >>in
	for kind in half full; do
		st-compound --capital=1000 --multiplier=$kind in | sed 1d >mine
		/usr/bin/python3 - $kind <<-'PY' >theirs
			import sys, numpy as np, pandas as pd
			r = pd.Series([np.nan, np.nan, -50, 10, np.nan, 200, -10], index=pd.bdate_range("2021-01-04", periods=7))
			if sys.argv[1] == "full":
			    m = (1 + r / 100).cumprod().ffill()
			else:
			    m, now = [], 1.0
			    for x in r.cumsum().ffill().ffill().diff():
			        now = np.nanmin([now * (1 + now * x / 100), 1.0])
			        m.append(now)
			    m = pd.Series(m, index=r.index)
			for day, x in m.items():
			    print(f"{day.date()},{'' if np.isnan(x) else repr(float(x))}")
		PY
		diff mine theirs
	done
}

@test "the config says which; an option is stronger; the capital too" {
	curves
	echo '{"notional_trading_capital":1000,"capital_multiplier":{"func":"syscore.capital.full_compounding"}}' >c
	try st-compound --config=c in
	[ "$(tail -n 1 out)" = 2021-01-12,0.988 ]
	try st-compound --config=c --multiplier=fixed in
	[ "$(tail -n 1 out)" = 2021-01-12,1.0 ]
	try st-compound --config=c --capital=2000 in
	[ "$(tail -n 1 out)" = 2021-01-12,1.0091249999999998 ]
	echo '{"notional_trading_capital":1000}' >c
	try st-compound --config=c in
	[ "$(tail -n 1 out)" = 2021-01-12,1.0 ]
}

@test "what it refuses" {
	curves
	dies 'st-compound: give --capital, or a --config with notional_trading_capital' st-compound in
	dies 'st-compound: no such multiplier: "double"; it is fixed, half or full' st-compound --capital=1 --multiplier=double in
	echo '{"notional_trading_capital":1000,"capital_multiplier":{"func":"mine.double"}}' >c
	dies "st-compound: c: capital_multiplier: no such function: 'double'" st-compound --config=c in
	dies 'st-compound: stdin: empty: not even a header' st-compound --capital=1 </dev/null
	dies_like "st-compound: cannot write 'stdout': .*" bash -c 'st-compound --capital=1000 in >/dev/full'
	head -n 1 in >none
	prints 'time,value' st-compound --capital=1 none
	st-compound --capital=1000 in | head -n 1 >/dev/null
}
