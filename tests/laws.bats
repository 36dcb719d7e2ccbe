# The laws of the whole: the same bytes however it is run, nothing made twice, no look ahead

load helper

golden=$ROOT/tests/golden/synthetic

# backtest OUT [OPTION ...]: the system of the invented markets.
backtest() {
	"$ROOT/pipelines/backtest" "${system:-$golden/config.json}" -d "${markets:-$golden/data}" -o "$1" -q "${@:2}"
}

# sums OUT: of every output, the intermediate files in work aside.
sums() {
	(cd "$1" && find . -path ./work -prune -o -type f -print0 | sort -z | xargs -0 sha256sum)
}

# same OUT ...: their outputs are the same, byte for byte.
same() {
	local o
	sums "$1" >sums
	[ "$(wc -l <sums)" -ge 6 ] || { fail "few outputs" "$(cat sums)"; return; }
	for o in "${@:2}"; do
		sums "$o" | diff sums - || { fail "$o is not $1"; return; }
	done
}

# times OUT: of all files, those in work too.
times() {
	find "$1" -type f -printf '%P %T@\n' | sort
}

@test "two runs, the same bytes" {
	backtest one
	backtest two
	same one two
}

@test "another locale and time zone, the same bytes" {
	backtest one
	localedef -i de_DE -f UTF-8 "$BATS_TEST_TMPDIR/de_DE.UTF-8" 2>/dev/null ||
		echo "# no locale with a decimal comma to be had here: only the time zone is tested" >&3
	LOCPATH=$BATS_TEST_TMPDIR LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8 TZ=America/New_York backtest two
	LC_ALL=C.UTF-8 TZ=Asia/Kolkata backtest three
	same one two three
}

@test "one worker, two, or more than there are instruments: the same bytes" {
	backtest one -j 1
	backtest two -j 2
	backtest nine -j 9
	same one two nine
}

@test "positions optimised together: the same bytes with one worker or more, and after those within buffers" {
	backtest one -j 1 --no-plot --set optimal=dynamic
	backtest nine -j 9 --no-plot --set optimal=dynamic
	backtest other -j 2 --no-plot
	cmp -s other/pnl.csv one/pnl.csv && fail "they are the same as within buffers"
	backtest other --no-plot --set optimal=dynamic
	same one nine other
}

@test "a folder or an archive of it: the same bytes" {
	tar cf data.tar.gz -z -C "$golden" data
	backtest one --no-plot
	markets=data.tar.gz backtest two --no-plot
	same one two
}

@test "a second run makes nothing, with other workers neither" {
	backtest out
	times out >before
	backtest out
	times out | diff before -
	backtest out -j 1
	times out | diff before -
}

@test "a change of config is made, and made back: as if run anew" {
	backtest first --no-plot
	backtest out --no-plot
	backtest fresh --no-plot --set percentage_vol_target=10 --set buffer_size=0.2
	backtest out --no-plot --set percentage_vol_target=10 --set buffer_size=0.2
	same fresh out
	cmp -s out/rows.csv first/rows.csv && fail "the config has changed nothing"
	backtest out --no-plot
	same first out
}

@test "a change of data is made, as if run anew" {
	cp -r "$golden/data" d
	markets=d backtest out --no-plot
	cp -r out old
	local last f=d/adjusted_prices_csv/SYNEQ.csv
	last=$(tail -n 1 $f)
	echo "2012-12-31 23:59:00,${last##*,}1" >>$f
	markets=d backtest out --no-plot
	markets=d backtest fresh --no-plot
	same fresh out
	cmp -s old/rows.csv out/rows.csv && fail "the data have changed nothing"
	return 0
}

# The system as one chain of filters, from the rows of `st-fetch --daily` to profit and loss.
prepare() {
	config=$golden/config.json
	st-fetch instruments -d "$golden/data" --config="$config" >instruments
	st-fetch fx -d "$golden/data" --config="$config" >fx
	st-fetch -d "$golden/data" --config="$config" | cut -d, -f 1-6,9,10 >rows
	printf 'time,instrument,weight\n' >weights
	sed -n 's/^\(SYN[A-Z]*\),.*/2005-01-01,\1,0.2/p' instruments >>weights
	printf '{"volatility_calculation":{"func":"mixed_vol_calc","slow_vol_years":10},' >c
	tail -c +2 "$config" >>c
}

positions() {
	st-chain st-daily then st-fx --fx=fx --instruments=instruments then st-vol --config=c then st-carry then \
		st-forecast --config=c then st-scale --config=c then st-combine --config=c then \
		st-size --config=c --instruments=instruments then st-portfolio --config=c --weights=weights then st-buffer
}

profits() {
	st-pnl --config=c --instruments=instruments --fx=fx
}

# of CODE: its rows of a stream, header first.
of() {
	awk -F, -v code="$1" 'NR == 1 || $2 == code'
}

@test "a chain and a pipe write the same bytes" {
	prepare
	positions <rows >want
	[ "$(wc -l <want)" -gt 9000 ]
	st-daily rows | st-fx --fx=fx --instruments=instruments | st-vol --config=c | st-carry | st-forecast --config=c | st-scale --config=c |
		st-combine --config=c | st-size --config=c --instruments=instruments | st-portfolio --config=c --weights=weights | st-buffer >out
	cmp want out
}

@test "instruments one by one, or in one stream: the same bytes" {
	local code
	prepare
	positions <rows >want
	profits <want >pnl
	for code in $(tail -n +2 instruments | cut -d, -f1); do
		of "$code" <rows >one
		positions <one >out
		of "$code" <want | cmp - out
		profits <out >one
		of "$code" <pnl | cmp - one
	done
}

@test "day by day, or one instrument after another: the same rows of each" {
	prepare
	positions <rows >want
	{ head -n 1 rows && tail -n +2 rows | LC_ALL=C sort -s -t, -k1,2; } | positions >out
	[ "$(wc -l <out)" = "$(wc -l <want)" ]
	tail -n +2 want | sort >sorted
	tail -n +2 out | sort | cmp sorted -
}

@test "no look ahead: what was said of the first rows stays as it is, the last day's aside" {
	local k
	prepare
	of SYNEQ <rows >one
	positions <one >want
	for k in 1 2 3 50 333 334 1777 2500 3003; do
		head -n $((k + 1)) one | positions | sed '$d' >out
		cmp -n "$(wc -c <out)" want out || fail "of $k rows"
		[ "$k" -lt 50 ] || [ -s out ]
	done
}

@test "a system that looks at asset classes: any number of workers, the same bytes; a second run makes nothing" {
	system=$golden/golden2/config.json
	backtest one -j 1 --no-plot
	backtest nine -j 9 --no-plot
	same one nine
	times one >before
	backtest one --no-plot
	times one | diff before -
	# another system that doesn't, in the same place
	system=$golden/config.json
	backtest one --no-plot
	backtest fresh --no-plot
	same one fresh
}

@test "no look ahead through asset classes, skew, attenuation: on truncated histories the days say the same" {
	"$ROOT/pipelines/lookahead" "$golden/golden2/config.json" -d "$golden/data" --until 2008-06-30 --until 2011-10-12 2>err >out ||
		fail "$(show out)" "$(show err)"
}
