# st-walk-forward: windows by hand (tests/sweep.bats has them of backtests, by another program)

load ../helper

# returns POINT: lines of DAY VALUE into its file.
returns() {
	mkdir -p "points/$1"
	{ echo time,net_percent; sed 's/ /,/'; } >"points/$1/returns.csv"
	echo "$1" >>in
}

walk() {
	st-walk-forward --points=points "$@" in
}

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	echo point >in
	returns a <<-TXT
		2010-01-15 1
		2010-06-01 3
		2011-02-01 -5
		2011-07-01 5
		2012-03-01 2
	TXT
	# begins later, and so do the windows: on 2010-02-01
	returns b <<-TXT
		2010-01-15 
		2010-02-01 2
		2010-06-01 1
		2011-02-01 1
		2011-07-01 0
		2012-03-01 
		2012-04-01 
	TXT
}

@test "the best of a window, what it earned in the next, and all together" {
	# to 2011-01-31 a 3, b 1.5; to 2012-01-31 a 0, b 0.5, which has no more returns
	walk --fit=1 --run=1 --by=mean --output=account >out
	cut -d, -f1-8 out >got
	cat >want <<-CSV
		window,fit_from,fit_to,run_from,run_to,point,fit_mean,run_mean
		1,2010-02-01,2011-01-31,2011-02-01,2012-01-31,a,3.0,0.0
		2,2011-02-01,2012-01-31,2012-02-01,2012-03-01,b,0.5,
		all,,,2011-02-01,2012-03-01,,,0.0
	CSV
	diff want got
	printf 'time,point,net_percent\n2011-02-01,a,-5.0\n2011-07-01,a,5.0\n' | diff - account
	[ "$(head -n 1 out)" = "$(head -n 1 got),ann_mean,ann_std,skew,worst_drawdown,t_stat" ]
	# two returns -5 and 5 in 256ths of a year: mean 0, deviation sqrt(50) * 16, a drawdown from the first on of 0
	[[ $(sed -n 2p out) =~ ,0\.0,113\.137084989847[0-9]*,0\.0,0\.0,0\.0$ ]] || fail "$(show out)"
	[ "$(sed -n 4p out | cut -d, -f8-)" = "$(sed -n 2p out | cut -d, -f8-)" ]
}

@test "half years; the first of equals" {
	cp points/a/returns.csv points/b
	walk --fit=0.5 --run=0.5 --by=mean | cut -d, -f1-6 >got
	cat >want <<-CSV
		window,fit_from,fit_to,run_from,run_to,point
		1,2010-01-15,2010-07-14,2010-07-15,2011-01-14,a
		2,2010-07-15,2011-01-14,2011-01-15,2011-07-14,
		3,2011-01-15,2011-07-14,2011-07-15,2012-01-14,a
		4,2011-07-15,2012-01-14,2012-01-15,2012-03-01,
		all,,,2010-07-15,2012-03-01,
	CSV
	diff want got
	try walk --fit=0.5 --run=0.5 --by=mean
	[ "$(cat err)" = 'st-walk-forward: no point can be chosen for the days from 2011-01-15
st-walk-forward: no point can be chosen for the days from 2012-01-15' ]
}

@test "a longer history does not change an earlier choice" {
	walk --fit=1 --run=0.25 --by=mean --output=whole >/dev/null
	sed -i '/^2012/d' points/*/returns.csv
	walk --fit=1 --run=0.25 --by=mean --output=part >/dev/null
	[ "$(wc -l <part)" -gt 1 ]
	head -n "$(wc -l <part)" whole | cmp - part
}

@test "points that failed, or never traded, are left out" {
	walk --fit=1 --run=1 --by=mean >want
	mkdir points/c
	printf 'time,net_percent\n2015-01-01,\n' >points/c/returns.csv
	printf 'c\nnone\n' >>in
	walk --fit=1 --run=1 --by=mean | diff want -
}

@test "what it refuses" {
	dies 'st-walk-forward: --points is required; see st-walk-forward --help' st-walk-forward
	dies 'st-walk-forward: --fit and --run are required; see st-walk-forward --help' walk --fit=1
	dies 'st-walk-forward: --run must be a number of years above 0, in whole months' walk --fit=1 --run=0
	dies 'st-walk-forward: --fit must be a number of years above 0, in whole months' walk --fit=0.3 --run=1
	dies 'st-walk-forward: --fit must be a number of years above 0, in whole months' walk --fit=1e9 --run=1
	dies 'st-walk-forward: no such statistic: "best"; see st-stats(1)' walk --fit=1 --run=1 --by=best
	dies 'st-walk-forward: all points have returns from 2010-02-01, until 2012-03-01 only: too short to choose by' walk --fit=5 --run=1
	echo point >none
	dies 'st-walk-forward: none: no point has returns' st-walk-forward --points=points --fit=1 --run=1 none
	dies_like "st-walk-forward: cannot write '/dev/full': .*" walk --fit=1 --run=1 --output=/dev/full
	walk_full() { walk --fit=1 --run=1 >/dev/full; }
	dies_like "st-walk-forward: cannot write 'stdout': .*" walk_full
	echo 2012-04-01,x >>points/a/returns.csv
	dies "st-walk-forward: points/a/returns.csv:7: column 'net_percent': not a number: \"x\"" walk --fit=1 --run=1
}
