# Broken input, and the one line that each must give: nothing written, nothing lost, nothing crashed.

load helper

# What may stand in the shipped files and is no mistake: spec data.md 9.
strange_rows() {
	cat <<-'CSV'
		DATETIME,PRICE
		2014-01-18 00:00:00,1.5219999999999998
		2014-01-20 00:00:00,
		2019-10-24 00:00:00,103.57000000000028
		2019-10-24 23:00:00,-3.0400000000624372e-05
		2019-10-25 09:59:59,1.0658141036401503e-14
		2019-10-25 10:00:01,0.0
		2019-10-27 18:00:00,-48.25
		2021-11-30 00:00:00,
	CSV
}

# Each line of a table: a command | the text of the file `in` | its message. `good` and `f` are sound files of rates.
refuse_each() {
	local command input message n=0
	while IFS='|' read -r command input message; do
		printf 'DATETIME,PRICE\n2021-01-04 23:00:00,1.5\n2021-01-05 23:00:00,1.25\n' >f
		printf 'DATETIME,PRICE\n2021-01-06 23:00:00,1.5\n' >good
		cp f was
		printf "${input# }" | sed 's/ $//' >in
		command=${command% } message=${message# }
		dies "$message" bash -c "$command" || { echo "$command < $input"; return 1; }
		cmp f was && [ ! -e f.tmp ] || return
		n=$((n + 1))
	done
	[ "$n" -ge "$1" ]
}

@test "rows that look strange and are right pass untouched" {
	strange_rows >f
	cp f was
	strange_rows | st-update -q --full f
	strange_rows | st-update -q --overwrite f
	cmp f was
	strange_rows | tail -n +4 | { echo DATETIME,PRICE; cat; } >new
	strange_rows | head -n 3 >f
	st-update --no-spike-check f <new
	cmp f was
}

@test "new rows that are broken" {
	refuse_each 38 <<-'END'
		st-update f <in | | st-update: stdin: empty: not even a header
		st-update f <in |\n| st-update: stdin:1: no column 'DATETIME'
		st-update f <in |<!DOCTYPE html><html><body>Please wait</body></html>\n| st-update: stdin:1: no column 'DATETIME'
		st-update f <in |{"error": "no such symbol"}\n| st-update: stdin:1: quote inside a field that does not begin with one
		st-update f <in |2021-01-06,1.5\n| st-update: stdin:1: no column 'DATETIME'
		st-update f <in |DATETIME;PRICE\n2021-01-06;1.5\n| st-update: stdin:1: no column 'DATETIME'
		st-update f <in |DATETIME\tPRICE\n2021-01-06\t1.5\n| st-update: stdin:1: no column 'DATETIME'
		st-update f <in |datetime,price\n2021-01-06,1.5\n| st-update: stdin:1: no column 'DATETIME'
		st-update f <in |\xff\xfeD\0A\0\n| st-update: stdin:1: no column 'DATETIME'
		st-update f <in |DATETIME,PRICE\r2021-01-06,1.5\r| st-update: stdin: cut off, its last line does not end
		st-update f <in |DATETIME,PRICE,\n2021-01-06,1.5,\n| st-update: stdin:1: column '' is none of 'f'
		st-update f <in |DATETIME,PRICE,LAST\n2021-01-06,1.5,1.5\n| st-update: stdin:1: column 'LAST' is none of 'f'
		st-update f <in |DATETIME,PRICE,PRICE\n2021-01-06,1.5,1.5\n| st-update: stdin:1: column 'PRICE' twice
		st-update f <in |DATETIME\n2021-01-06\n| st-update: stdin:1: no column 'PRICE'
		st-update f <in |DATETIME,PRICE\n20210106,1.5\n| st-update: stdin:2: column 'DATETIME': not a time: "20210106"
		st-update f <in |DATETIME,PRICE\n01/06/2021,1.5\n| st-update: stdin:2: column 'DATETIME': not a time: "01/06/2021"
		st-update f <in |DATETIME,PRICE\n"Jan 6, 2021",1.5\n| st-update: stdin:2: column 'DATETIME': not a time: "Jan 6, 2021"
		st-update f <in |DATETIME,PRICE\n2021-02-30,1.5\n| st-update: stdin:2: column 'DATETIME': not a time: "2021-02-30"
		st-update f <in |DATETIME,PRICE\n2021-01-06 24:00:00,1.5\n| st-update: stdin:2: column 'DATETIME': not a time: "2021-01-06 24:00:00"
		st-update f <in |DATETIME,PRICE\n2021-01-06 23:00:00.5,1.5\n| st-update: stdin:2: column 'DATETIME': not a time: "2021-01-06 23:00:00.5"
		st-update f <in |DATETIME,PRICE\n2021-01-06 23:00:00+99:00,1\n| st-update: stdin:2: column 'DATETIME': not a time: "2021-01-06 23:00:00+99:00"
		st-update f <in |DATETIME,PRICE\n99999-01-06,1.5\n| st-update: stdin:2: column 'DATETIME': not a time: "99999-01-06"
		st-update f <in |DATETIME,PRICE\n,1.5\n| st-update: stdin:2: column 'DATETIME': not a time: ""
		st-update f <in |DATETIME,PRICE\n2021-01-06,1,5\n| st-update: stdin:2: 3 fields where the header has 2
		st-update f <in |DATETIME,PRICE\n2021-01-06,"1,5"\n| st-update: stdin:2: column 'PRICE': not a number: "1,5"
		st-update f <in |DATETIME,PRICE\n2021-01-06,1.5\nTotal rows: 1\n| st-update: stdin:3: 1 field where the header has 2
		st-update f <in |DATETIME,PRICE\n2021-01-06,1.5\nTotal,1\n| st-update: stdin:3: column 'DATETIME': not a time: "Total"
		st-update f <in |DATETIME,PRICE\n2021-01-06,1.5\n\n| st-update: stdin:3: 1 field where the header has 2
		st-update f <in |DATETIME,PRICE\n2021-01-06,NaN\n| st-update: stdin:2: column 'PRICE': not a number: "NaN"
		st-update f <in |DATETIME,PRICE\n2021-01-06,NA\n| st-update: stdin:2: column 'PRICE': not a number: "NA"
		st-update f <in |DATETIME,PRICE\n2021-01-06,-\n| st-update: stdin:2: column 'PRICE': not a number: "-"
		st-update f <in |DATETIME,PRICE\n2021-01-06,inf\n| st-update: stdin:2: column 'PRICE': not a number: "inf"
		st-update f <in |DATETIME,PRICE\n2021-01-06,1e999\n| st-update: stdin:2: column 'PRICE': not a number: "1e999"
		st-update f <in |DATETIME,PRICE\n2021-01-06,0x1p3\n| st-update: stdin:2: column 'PRICE': not a number: "0x1p3"
		st-update f <in |DATETIME,PRICE\n2021-01-06, 1.5\n| st-update: stdin:2: column 'PRICE': not a number: " 1.5"
		st-update f <in |DATETIME,PRICE\n2021-01-06,$1.5\n| st-update: stdin:2: column 'PRICE': not a number: "$1.5"
		st-update f <in |DATETIME,PRICE\n2021-01-06,1.5\0\n| st-update: stdin:2: column 'PRICE': not a number: "1.5"
		st-update f <in |DATETIME,PRICE\n2021-01-06,\x1b[31m\n| st-update: stdin:2: column 'PRICE': not a number: "?[31m"
		st-update f <in |DATETIME,PRICE\n2021-01-06,"1.5\n| st-update: stdin:2: quote never closed
		st-update f <in |DATETIME,PRICE\n2021-01-06,"1.5"x\n| st-update: stdin:2: text after a closing quote
		st-update f <in |DATETIME,PRICE\n2021-01-06,1.5\n2021-01-07 23:00| st-update: stdin:3: 1 field where the header has 2
		st-update f <in |DATETIME,PRICE\n2021-01-06,1.5\n2021-01-07 23:00:00,1.| st-update: stdin: cut off, its last line does not end
		st-update --drop-zero f <in |DATETIME,PRICE\n2021-01-06,1.5\n| st-update: stdin:1: no column 'VOLUME'
	END
}

@test "a file of prices that is broken stays as it is" {
	refuse_each 10 <<-'END'
		st-update in <good | | st-update: in: empty: not even a header
		st-update in <good |DATETIME,PRICE\n2021-01-04,1\n2021-01-04,1\n| st-update: in:3: column 'DATETIME': not later than the row before: "2021-01-04"
		st-update in <good |DATETIME,PRICE\n2021-01-05,1\n2021-01-04,1\n| st-update: in:3: column 'DATETIME': not later than the row before: "2021-01-04"
		st-update in <good |DATETIME,PRICE\n2021-01-04,one\n| st-update: in:2: column 'PRICE': not a number: "one"
		st-update in <good |DATETIME,PRICE\n2021-01-04\n| st-update: in:2: 1 field where the header has 2
		st-update in <good |DATETIME,PRICE\n<<<<<<< HEAD\n| st-update: in:2: 1 field where the header has 2
		st-update in <good |DATETIME,PRICE\nsoon,1\n| st-update: in:2: column 'DATETIME': not a time: "soon"
		st-update in <good |DATETIME,PRICE,PRICE\n2021-01-04,1,1\n| st-update: in:1: column 'PRICE' twice
		st-update in <good |Date,PRICE\n2021-01-04,1\n| st-update: stdin:1: no column 'Date'
		st-update in <good |DATETIME,OPEN,PRICE\n2021-01-04,1,1\n| st-update: in:1: no column 'FINAL'
		st-update in <good |DATETIME,PRICE\n"2021-01-04,1\n| st-update: in:2: quote never closed
	END
}

@test "decisions that are broken" {
	refuse_each 6 <<-'END'
		st-update -d in f <good | | st-update: in: empty: not even a header
		st-update -d in f <good |stamp\n2021-01-04\n| st-update: in:1: no column 'decision'
		st-update -d in f <good |stamp,decision\nsoon,accept\n| st-update: in:2: column 'stamp': not a time: "soon"
		st-update -d in f <good |stamp,decision\n2021-01-04,Accept\n| st-update: in:2: column 'decision': not accept, previous or a number: "Accept"
		st-update -d in f <good |stamp,decision\n2021-01-04,1.5p\n| st-update: in:2: column 'decision': not accept, previous or a number: "1.5p"
		st-update -d in f <good |stamp,decision,decision\n2021-01-04,1,2\n| st-update: in:1: column 'decision' twice
		st-update -d none f <good | | st-update: cannot open 'none': No such file or directory
	END
}

@test "rates that are broken" {
	refuse_each 7 <<-'END'
		st-rate EURUSD <in | | st-rate: stdin: empty: not even a header
		st-rate EURUSD <in |time,rate\n2021-01-04,1\n| st-rate: stdin:1: no column 'currency'
		st-rate EURUSD <in |time,currency,rate\n2021-01-04,EURUSD,one\n| st-rate: stdin:2: column 'rate': not a number: "one"
		st-rate EURUSD <in |time,currency,rate\nsoon,EURUSD,1\n| st-rate: stdin:2: column 'time': not a time: "soon"
		st-rate EURUSD <in |time,currency,rate\n2021-01-05,EURUSD,1\n2021-01-04,EURUSD,1\n| st-rate: stdin:3: column 'time': time goes back: "2021-01-04"
		st-rate EURUSD <in |time,currency,rate\n2021-01-05,EURUSD\n| st-rate: stdin:2: 2 fields where the header has 3
		st-rate EURUSD <in |time,currency,rate\n2021-01-05,GBPUSD,1\n| st-rate: no FX rates of EURUSD
	END
}

@test "a data folder's files that are broken" {
	mkdir -p d/fx_prices_csv
	ln -s ../../in d/fx_prices_csv/EURUSD.csv
	refuse_each 4 <<-'END'
		st-store -d d | | st-store: d/fx_prices_csv/EURUSD.csv: empty: not even a header
		st-store -d d |DATETIME,PRICE\nsoon,1\n| st-store: d/fx_prices_csv/EURUSD.csv:2: not a time: "soon"
		st-store -d d |DATETIME,PRICE\n2021-01-04,1\n2021-01-05\n| st-store: d/fx_prices_csv/EURUSD.csv:3: 1 field where the header has 2
		st-store -d d |DATETIME,PRICE\n2021-01-04,"1\n| st-store: d/fx_prices_csv/EURUSD.csv:2: quote never closed
	END
}

@test "configs of sources that are broken" {
	refuse_each 5 <<-'END'
		st-sources --config=in A |{| st-sources: in:2: did not find expected node content
		st-sources --config=in A |[1, 2]\n| st-sources: in: not a mapping of keys
		st-sources --config=in A |a: 1\na: 2\n| st-sources: in:2: duplicate key 'a', first at in:1
		st-sources --config=in A |historical_data_sources: [IB]\n| st-sources: in:1: historical_data_sources: not a mapping
		st-sources --config=in A |historical_data_sources: {IB: {config: {schedule: {x: {frequency: D}}}}}\n| st-sources: in:1: schedule 'x' has no days
	END
}

@test "an average forecast that is not above zero turns positions round: it is refused by all that divide by it" {
	local x
	. "$ROOT/tests/feeds.bash"
	feed_files
	for x in 0 -10; do
		sed -i "1s/{\( \"average_absolute_forecast\": [^,]*,\)\{0,1\}/{ \"average_absolute_forecast\": $x,/" config
		for f in st-size st-scalar st-cost st-returns st-rule-pnl; do
			feed_rows $f >in
			dies "$f: config: average_absolute_forecast is not above zero" $f ${feed_args[$f]} in
		done
	done
}

@test "a NUL in a name of a table is refused, not taken for its end" {
	local f side
	. "$ROOT/tests/feeds.bash"
	for side in 'instruments st-size' 'weights st-portfolio' 'costs st-rule-pnl'; do
		f=${side#* } side=${side% *}
		feed_files
		feed_rows "$f" >in
		sed -i '2s/,/\x00,/' $side
		dies_like "$f: $side:2: .*a NUL.*" "$f" ${feed_args[$f]} in
		feed_files
		sed -i '1s/,/\x00,/' $side
		dies_like "$f: $side:1: .*a NUL.*" "$f" ${feed_args[$f]} in
	done
}
