# st-points: figures found, not made (tests/sweep.bats has those of backtests)

load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	mkdir -p points/1 points/b
	printf 'time,net_percent\n2021-01-04,\n2021-01-05,3\n2021-01-06,\n2021-01-07,-1\n2021-01-08,1\n2021-01-11,1\n' >points/1/returns.csv
	cp points/1/returns.csv points/b
	cat >points/1/stats.csv <<-CSV
		account,frequency,curve,units,stat,value
		portfolio,daily,gross,percent,sharpe,0.60
		portfolio,daily,costs,percent,ann_mean,-1e-1
		portfolio,daily,net,percent,ann_mean,4
		portfolio,daily,net,percent,sharpe,0.50
		portfolio,daily,net,percent,skew,
		portfolio,weekly,net,percent,sharpe,7
		portfolio,daily,net,value_terms,sharpe,8
		GOLD,daily,net,percent,sharpe,9
	CSV
	tac points/1/stats.csv | sed '$d' | cat <(head -n 1 points/1/stats.csv) - >points/b/stats.csv
	cat >points/b/held.csv <<-CSV
		missing,account,held_from,sharpe,ann_mean,ann_std
		,GOLD,2021-01-04,1,1,1
		"a, b",portfolio,2021-01-05,0.7,5,
	CSV
}

# Returns 3, -1, 1, 1: mean 1, deviations 2, -2, 0, 0; fourth moment 8, variance 2.
@test "the portfolio's daily figures in percent, as they stand, in whatever order; days and kurtosis" {
	printf 'point,x\n1,"a\n,"\n"b",\nnone,3\n' >in
	printf '%s,%s\n' 'point,x' \
		days,ann_mean,ann_std,sharpe,sortino,skew,kurtosis,worst_drawdown,time_in_drawdown,t_stat,gross_sharpe,ann_costs \
		'1,"a
,"' 4,4,,0.50,,,2.0,,,,0.60,-1e-1 '"b",' 4,4,,0.50,,,2.0,,,,0.60,-1e-1 none,3 ,,,,,,,,,,, >want
	prints_file want st-points --points=points in
	prints_file want st-points --points=points <in
}

@test "from when something could be held, where a file says so" {
	printf 'point\n1\nb\nnone\n' >in
	printf '%s\n' point,held_from,held_ann_mean,held_ann_std,held_sharpe,missing 1,,,,, 'b,2021-01-05,5,,0.7,"a, b"' none,,,,, >want
	prints_file want st-points --points=points --held in
}

@test "a figure of any length, as it stands" {
	long=0.$(printf '%0200d' 7)
	sed -i "s/^portfolio,daily,net,percent,sharpe,.*/portfolio,daily,net,percent,sharpe,$long/" points/1/stats.csv
	sed -i "s/^portfolio,daily,net,percent,ann_mean,.*/portfolio,daily,net,percent,ann_mean,\"4\"/" points/1/stats.csv
	printf 'point\n1\n' | st-points --points=points | cut -d, -f3,5 >out
	printf 'ann_mean,sharpe\n"4",%s\n' "$long" | cmp - out
}

@test "no returns, or equal ones" {
	printf 'time,net_percent\n2021-01-04,\n' >points/1/returns.csv
	printf 'time,net_percent\n2021-01-04,1\n2021-01-05,1\n' >points/b/returns.csv
	printf 'point\n1\nb\n' | st-points --points=points | cut -d, -f1,2,8 >out
	printf 'point,days,kurtosis\n1,0,\nb,2,\n' | cmp - out
}

@test "what it refuses" {
	dies 'st-points: --points is required; see st-points --help' st-points
	echo x >in
	dies "st-points: in:1: no column 'point'" st-points --points=points in
	echo point,sharpe >in
	dies "st-points: in:1: there is already a column 'sharpe'" st-points --points=points in
	echo point,missing >in
	dies "st-points: in:1: there is already a column 'missing'" st-points --points=points --held in
	echo account >points/1/held.csv
	printf 'point\n1\n' >in
	dies "st-points: points/1/held.csv:1: no column 'held_from'" st-points --points=points --held in
	rm points/1/held.csv
	local name
	for name in ../points/1 '' . .. 'a/b'; do
		printf 'point,x\n%s,\n' "$name" >in
		dies "st-points: in:2: column 'point': no name of a point: \"$name\"" st-points --points=points in
	done
	printf 'point\n1\n' >in
	sed -i 's/0.50/x/' points/1/stats.csv
	dies "st-points: points/1/stats.csv:5: column 'value': not a number: \"x\"" st-points --points=points in
	echo 2021-01-11,1 >>points/1/returns.csv
	dies "st-points: points/1/returns.csv:8: column 'time': not later than the row before: \"2021-01-11\"" st-points --points=points in
	printf 'time\n' >points/1/returns.csv
	dies "st-points: points/1/returns.csv:1: no column 'net_percent'" st-points --points=points in
	rm points/1/returns.csv
	dies_like "st-points: cannot open 'points/1/returns.csv': .*" st-points --points=points in
	echo point >in
	dies_like "st-points: cannot write 'stdout': .*" bash -c 'st-points --points=points in >/dev/full'
}
