#!/usr/bin/env bats
# pipelines/adjusted: adjusted_prices_csv again out of multiple_prices_csv, byte for byte

bats_require_minimum_version 1.5.0
load helper

setup() {
	cd "$BATS_TEST_TMPDIR"
	adjusted=$ROOT/pipelines/adjusted
}

# differing DIR OUT: the files of OUT that are not those of DIR, byte for byte.
differing() {
	for f in "$2"/*.csv; do
		cmp -s "$f" "$1/adjusted_prices_csv/${f##*/}" || echo "${f##*/}"
	done
}

@test "adjusted: synthetic markets come out as they were made, by one worker or three" {
	st-synth --seed=5 --instruments=7 --years=4 -o data
	run -0 "$adjusted" -d data -o one -j 1
	[ "$output" = "" ]
	[ "$(ls -A one | wc -l)" = 7 ]
	[ "$(differing data one)" = "" ]
	"$adjusted" -d data -o three -j 3
	diff -r one three
	"$adjusted" -d data -o some EQ_NORTH
	[ "$(ls -A some)" = EQ_NORTH.csv ]
	cmp some/EQ_NORTH.csv one/EQ_NORTH.csv
}

@test "adjusted: when one instrument fails no file is replaced, and nothing is left behind" {
	st-synth --seed=5 --instruments=3 --years=2 -o data
	mkdir out
	echo old >out/EQ_NORTH.csv
	echo 2001,oops >>data/multiple_prices_csv/BOND_LONG.csv
	run -2 "$adjusted" -d data -o out -j 2
	[[ "$output" == *BOND_LONG* ]]
	[ "$(cat out/EQ_NORTH.csv)" = old ]
	[ "$(ls -A out)" = EQ_NORTH.csv ]
	run -2 "$adjusted" -d data -o out NOPE
	[ "$(ls -A out)" = EQ_NORTH.csv ]
}

@test "adjusted: what is wrong is said once, whatever the workers, and without what follows from it" {
	st-synth --seed=1 --instruments=2 --years=1 -o data
	for jobs in 1 3; do
		dies "st-fetch: no prices of 'EQ' (the nearest is 'EQ_NORTH') in 'data'; 'list' shows what there is" \
			"$adjusted" -d data -o made -j $jobs EQ
		dies "st-fetch: cannot open 'none': No such file or directory" "$adjusted" -d none -o made -j $jobs
		dies "st-fetch: 'EQ_NORTH' is asked for twice" "$adjusted" EQ_NORTH -d data -o made -j $jobs EQ_NORTH
	done
	sed -i '3s/^[^,]*/2000-99-99/' data/multiple_prices_csv/EQ_NORTH.csv
	try "$adjusted" -d data -o made -j 2
	[ "$status" = 2 ] && [ "$(wc -l <err)" = 1 ] || fail "$(cat err)"
	[ -z "$(ls -A made)" ]
}

@test "adjusted: usage" {
	run -2 "$adjusted" -d data
	[[ $output == "usage: adjusted -d DATA -o OUT [-j N] [CODE ...]"* ]]
	run -2 "$adjusted" -d data -o out -j 0
	run -2 "$adjusted" -d data -o out -j x
}

# SMI-MID's file was stitched before two late rows came in; it is the one known difference.
@test "adjusted: pysystemtrade's own files, 115 of 116" {
	[ -d "${ST_DATA:-}/multiple_prices_csv" ] || skip "set ST_DATA to a pysystemtrade data folder"
	"$adjusted" -d "$ST_DATA" -o out
	[ "$(ls out | wc -l)" = 116 ]
	[ "$(differing "$ST_DATA" out)" = SMI-MID.csv ]
}

# close WANT GOT: two files of time,value agree: the wanted rows are all there, to 1e-9 or empty in both.
close() {
	awk -F, 'NR == FNR { got[$1] = $2; next }
		FNR > 1 { sub("T", " ", $1); n++; d = got[$1] - $2; size = $2 < 0 ? -$2 : $2
			if (!($1 in got) || (d < 0 ? -d : d) > 1e-9 * size + 1e-11 || (got[$1] == "") != ($2 == "")) { print; bad = 1 } }
		END { exit bad || n < 300 }' "$2" "$1"
}

@test "E: stitched at natural stamps and by day, as pysystemtrade does" {
	data
	reference golden/E_sysobjects
	for f in "$ST_REFERENCE"/golden/E_sysobjects/adjusted_prices_natural_tail/*.csv; do
		code=$(basename "$f" .csv)
		st-fetch -d "$ST_DATA" --no-adjusted "$code" | st-adjust >rows
		awk -F, 'NR > 1 { print $1 "," $NF }' rows >got
		close "$f" got
		st-daily rows | awk -F, 'NR > 1 { print $1 "," $3 }' >got
		close "${f/natural_tail/daily_last}" got
	done
}

@test "E: multiple prices made from a calendar, stitched" {
	reference golden/E_sysobjects
	for f in "$ST_REFERENCE"/golden/E_sysobjects/adjusted_prices_from_calendar/*.csv; do
		awk -F, 'BEGIN { OFS = ","; print "time,instrument,price,price_contract,forward" } NR > 1 { print substr($1, 1, 10), "X", $2, $5, $3 }' \
			"${f/adjusted/multiple}" | st-adjust | awk -F, 'NR > 1 { print $1 "," $NF }' >got
		close "$f" got
	done
}

@test "adjusted: what a killed run left goes, what another is at work on stays; one line for all workers" {
	st-synth --seed=5 --instruments=2 --years=2 -o data
	mkdir -p made/.adjusted.killed made/.adjusted.atwork
	touch made/.adjusted.killed/A.csv
	exec 7<made/.adjusted.atwork
	flock 7
	"$adjusted" -d data -o made -j 2 7<&-
	[ ! -e made/.adjusted.killed ] && [ -d made/.adjusted.atwork ]
	exec 7<&-
	# one that is killed for good
	setsid sh -c 'echo $$ >group; exec "$@"' - "$adjusted" -d data -o made 2>/dev/null 3>&- &
	for i in $(seq 500); do
		[ -z "$(find made -name '.adjusted.??????' -newer group 2>/dev/null)" ] || break
		sleep 0.002
	done
	kill -KILL -- "-$(cat group)" 2>/dev/null || :
	wait $! || :
	while kill -0 -- "-$(cat group)" 2>/dev/null; do sleep 0.01; done
	"$adjusted" -d data -o made
	[ "$(ls -A made)" = "$(ls -A data/adjusted_prices_csv)" ]
	dies "st-fetch: cannot open 'nowhere': No such file or directory" "$adjusted" -d nowhere -o made -j 3
	dies "adjusted: cannot write in 'data/csvconfig/rollconfig.csv/x': Not a directory" "$adjusted" -d data -o data/csvconfig/rollconfig.csv/x
}
