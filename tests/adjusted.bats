#!/usr/bin/env bats
# pipelines/adjusted: adjusted_prices_csv again out of multiple_prices_csv, byte for byte

bats_require_minimum_version 1.5.0
load helper

setup() {
	cd "$BATS_TEST_TMPDIR"
	adjusted=$BATS_TEST_DIRNAME/../pipelines/adjusted
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
