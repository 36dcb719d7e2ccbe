# st-deflate: the authors' example, and a table reckoned by another program

load ../helper

@test "the example of Bailey and López de Prado: 0.1132 a day, 0.9004; of 46 trials 0.9505" {
	printf 'sharpe,days,skew,kurtosis\n2.5,1250,-3,10\n' >best
	st-deflate --per-year=250 --trials=100 --variance=0.5 best |
		awk -F, 'NR == 2 { exit !(sprintf("%.4f %.4f", $5 / sqrt(250), $6) == "0.1132 0.9004") }'
	st-deflate --per-year=250 --trials=46 --variance=0.5 best | awk -F, 'NR == 2 { exit !(sprintf("%.4f", $6) == "0.9505") }'
	# the same of a period's Sharpe ratio and variance
	awk 'BEGIN { printf "sharpe,days,skew,kurtosis\n%.17g,1250,-3,10\n", 2.5 / sqrt(250) }' |
		st-deflate --per-year=1 --trials=46 --variance=0.002 | awk -F, 'NR == 2 { exit !(sprintf("%.4f", $6) == "0.9505") }'
}

@test "a table, its own variance and number, by Python's normal distribution" {
	awk 'BEGIN { srand(5); print "point,sharpe,days,skew,kurtosis"
		for (i = 1; i <= 40; i++) printf "%d,%.6f,%d,%.4f,%.4f\n", i, 2 * rand() - 0.5, 500 + 4000 * rand(), 4 * rand() - 2, 3 + 9 * rand()
		print "41,,,," }' >trials
	st-deflate trials >out
	cut -d, -f1-5 out | cmp - trials
	python3 - <<-'PY'
		import csv, math
		from statistics import NormalDist, variance
		N, rows = NormalDist(), list(csv.DictReader(open("out")))
		assert rows[40]["deflated_sharpe"] == "" and rows[40]["expected_max_sharpe"] == rows[0]["expected_max_sharpe"]
		v, n, g = variance([float(r["sharpe"]) for r in rows[:40]]), 40, 0.5772156649015329
		best = math.sqrt(v) * ((1 - g) * N.inv_cdf(1 - 1 / n) + g * N.inv_cdf(1 - 1 / (n * math.e)))
		for r in rows[:40]:
		    s, t, k3, k4 = (float(r[c]) for c in ("sharpe", "days", "skew", "kurtosis"))
		    s, m = s / 16, best / 16
		    p = N.cdf((s - m) * math.sqrt(t - 1) / math.sqrt(1 - k3 * s + (k4 - 1) / 4 * s * s))
		    assert abs(float(r["expected_max_sharpe"]) - best) < 1e-12 and abs(float(r["deflated_sharpe"]) - p) < 1e-12, r
	PY
}

@test "one trial, or those that are all alike: no choice was made" {
	prints 'sharpe,days,skew,kurtosis,expected_max_sharpe,deflated_sharpe
0,100,0,3,0.0,0.5' st-deflate <(printf 'sharpe,days,skew,kurtosis\n0,100,0,3\n')
	printf 'sharpe,days,skew,kurtosis\n0,100,0,3\n0,200,0,3\n' >two
	[ "$(st-deflate two | cut -d, -f5,6 | sort -u)" = '0.0,0.5
expected_max_sharpe,deflated_sharpe' ]
	prints 'sharpe,days,skew,kurtosis,expected_max_sharpe,deflated_sharpe' st-deflate <(echo sharpe,days,skew,kurtosis)
}

@test "other columns pass as they are: quotes, line breaks, CRLF, a BOM" {
	printf '\357\273\277note,sharpe,days,skew,kurtosis\r\n"a, ""b""\nc",0,100,0,3\r\n' >in
	printf 'note,sharpe,days,skew,kurtosis,expected_max_sharpe,deflated_sharpe\n"a, ""b""\nc",0,100,0,3,0.0,0.5\n' >want
	prints_file want st-deflate in
	prints_file want st-deflate <in
}

@test "what it refuses" {
	printf 'sharpe,days,skew,kurtosis\n1,2,3\n' >in
	dies_like "st-deflate: in:2: .*" st-deflate in
	printf 'sharpe,days,skew,kurtosis\n1,x,3,4\n' >in
	dies "st-deflate: in:2: column 'days': not a number: \"x\"" st-deflate in
	echo sharpe,days,skew >in
	dies "st-deflate: in:1: no column 'kurtosis'" st-deflate in
	echo sharpe,days,skew,kurtosis,deflated_sharpe >in
	dies "st-deflate: in:1: there is already a column 'deflated_sharpe'" st-deflate in
	: >in
	dies_like 'st-deflate: in: empty.*' st-deflate in
	echo sharpe,days,skew,kurtosis >in
	dies 'st-deflate: --trials must be at least 1' st-deflate --trials=0 in
	dies 'st-deflate: --variance must not be below 0' st-deflate --variance=-1 in
	dies 'st-deflate: --per-year must be above 0' st-deflate --per-year=0 in
	dies_like "st-deflate: cannot write 'stdout': .*" bash -c 'st-deflate in >/dev/full'
	yes 1,2,3,4 | head -n 100000 | cat in - | st-deflate | head -n 1 >/dev/null
}
