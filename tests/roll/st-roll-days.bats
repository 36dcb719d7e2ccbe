#!/usr/bin/env bats
# st-roll update, now and extend: what a day's prices, and a roll, make of multiple and adjusted prices; what is refused

bats_require_minimum_version 1.5.0
load ../helper

head=time,instrument,price,price_contract,carry,carry_contract,forward,forward_contract

setup() {
	cd "$BATS_TEST_TMPDIR"
	{
		echo Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset
		echo A,HMUZ,-5,-1,HMUZ,17
		echo B,Z,-60,1,HKNUZ,14
	} >rolls
	{
		echo $head
		echo 2020-01-01,A,10,20200300,9,20191200,11,20200600
		echo 2020-01-02,A,12,20200300,,20191200,,20200600
	} >multiple
	{
		echo time,instrument,contract,price
		echo 2020-01-02,A,20191200,10.5
		echo 2020-01-01,A,20200300,99
		echo 2020-01-03,A,20200300,13
		echo 2020-01-01,A,20200600,98
		echo 2020-01-02,A,20200600,12.5
		echo 2020-01-02,A,20200900,12.75
	} >prices
}

lines() {
	printf '%s\n' "$@"
}

updated=(2020-01-01,A,10.0,20200300,9.0,20191200,11.0,20200600 2020-01-02,A,12.0,20200300,10.5,20191200,12.5,20200600
	2020-01-03,A,13.0,20200300,,20191200,,20200600)

# ---- update ----

# By hand from spec data.md 4.3; its own example, run with pysystemtrade, is in unit/roll_update.
@test "update: what is there stays, what is missing is filled in, later times are added" {
	prints "$(lines $head "${updated[@]}")" st-roll update --multiple=multiple prices
	prints "$(cat out)" st-roll update --multiple=multiple - <prices
	prints "$(cat out)" st-roll --multiple=multiple update <prices
}

@test "update: a second time, all stays as it is" {
	st-roll update --multiple=multiple prices >once
	prints "$(cat once)" st-roll update --multiple=once prices
}

@test "update: instruments one by one, in the same order in both" {
	sed '1d; s/,A,/,B,/' multiple >b
	sed '1d; s/,A,/,B,/' prices | cat prices - >both
	prints "$(lines $head "${updated[@]}" "${updated[@]/,A,/,B,}")" st-roll update --multiple=<(cat multiple b) both
	dies "st-roll: multiple: no multiple prices of 'B', which has contract prices" st-roll update --multiple=multiple both
	cat multiple b >m
	dies "st-roll: m: no contract prices of 'B'" st-roll update --multiple=m prices
	{ head -n 1 multiple && cat b; } >m
	dies "st-roll: m: multiple prices of 'B' where the contract prices are those of 'A'" st-roll update --multiple=m prices
}

@test "update: prices that begin after the multiple prices end are not used, and that is told" {
	{ head -n 1 prices && echo 2020-01-03,A,20200300,13; } >in
	try st-roll update --multiple=multiple in
	[ "$status" = 0 ]
	[ "$(wc -l <out)" = 3 ]
	[ "$(cat err)" = "st-roll: A: prices of contract 20200300 not used: they begin after the multiple prices end" ]
	prints "$(cat out)" st-roll update -q --multiple=multiple in
}

@test "update: --files writes pysystemtrade's file in place of the old one" {
	mkdir d
	echo old >d/A.csv
	try st-roll update --files=d --multiple=multiple prices
	[ "$status" = 0 ] && [ ! -s out ]
	prints "$(lines DATETIME,PRICE,FORWARD,CARRY,PRICE_CONTRACT,FORWARD_CONTRACT,CARRY_CONTRACT \
		2020-01-01,10.0,11.0,9.0,20200300,20200600,20191200 2020-01-02,12.0,12.5,10.5,20200300,20200600,20191200 \
		2020-01-03,13.0,,,20200300,20200600,20191200)" cat d/A.csv
}

# Reference: pysystemtrade's files; the last days of each contract are taken off, and come back out of the contracts' prices.
@test "update: the last days of shipped multiple prices, out of their contracts" {
	data
	local code
	for code in AUD KR3 EDOLLAR; do
		st-fetch -d "$ST_DATA" --no-adjusted $code >whole
		head -n -100 whole >old
		[ "$(tail -n 101 whole | cut -d, -f4 | sort -u | wc -l)" = 1 ] || fail "$code rolls"
		st-roll split whole >contracts
		st-roll update --multiple=old contracts >out
		# a row without a price at all is in no contract; a price there under another leg comes in under both
		awk -F, 'NR == FNR { for (i = 3; i <= 7; i += 2) if ($i != "") has[$1 i] = $i; next }
			{ for (i = 3; i <= 7; i += 2) if (has[$1 i] != "" && has[$1 i] + 0 != $i + 0) exit bad = 1 } END { exit bad }' whole out
		[ "$(awk -F, '$3 $5 $7 != ""' whole | wc -l)" = "$(awk -F, '$3 $5 $7 != ""' out | wc -l)" ]
	done
}

# ---- now ----

@test "now: a row a second later, of the next contracts" {
	sed '$d' multiple >m
	echo 2020-01-02,A,12,20200300,,20191200,12.5,20200600 >>m
	prints "$(lines $head '2020-01-01 00:00:00,A,10.0,20200300,9.0,20191200,11.0,20200600' \
		'2020-01-02 00:00:00,A,12.0,20200300,,20191200,12.5,20200600' '2020-01-02 00:00:01,A,12.5,20200600,,20200300,12.75,20200900')" \
		st-roll now --rolls=rolls --multiple=m prices
}

@test "now: a missing price is inferred in a row of its own" {
	sed 's/2020-01-01/2019-12-30/' multiple | sed '2p; s/2019-12-30/2020-01-01/' >m
	# the forward is 1 above on 2020-01-01, which counts; the first row does not
	prints "$(lines '2020-01-02 00:00:01,A,12.0,20200300,,20191200,13.0,20200600' '2020-01-02 00:00:02,A,13.0,20200600,,20200300,12.75,20200900')" \
		eval 'st-roll now --rolls=rolls --multiple=m prices | tail -n 2'
	dies 'st-roll: A: no roll: no price of contract 20200600, nor another to infer it from' \
		st-roll now --rolls=rolls --multiple=multiple prices
}

# Reference: the rows that pysystemtrade appended on these days (spec data.md 4.5).
@test "now: AEX's rolls with an inferred price, as they were" {
	data
	local day
	st-fetch -d "$ST_DATA" --no-adjusted AEX >whole
	st-roll split whole >contracts
	echo Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset >rolls
	echo AEX,FGHJKMNQUVXZ,-5,1,FGHJKMNQUVXZ,19 >>rolls
	for day in 2020-12-11 2021-02-10 2021-03-15; do
		awk -F, -v last="$day 20:00:00" 'NR == 1 || $1 <= last' whole >old
		grep "^$day 20:00:" whole >want
		[ "$(wc -l <want)" = 3 ]
		st-roll now --rolls=rolls --multiple=old contracts | tail -n 3 | diff want -
	done
}

# ---- extend ----

@test "extend: prices of the contract held, those that are not missing, from the last time on" {
	mkdir adj
	printf 'DATETIME,price\n2019-12-31,\n2020-01-01,7.5\n2020-01-02,\n' >adj/A.csv
	st-roll update --multiple=multiple prices >m
	echo 2020-01-04,A,,20200300,,20191200,,20200600 >>m
	prints "$(lines time,instrument,adjusted 2019-12-31,A, 2020-01-01,A,7.5 2020-01-02,A,12.0 2020-01-03,A,13.0)" st-roll extend --adjusted=adj m
	try st-roll extend --adjusted=adj --files=adj m
	[ "$status" = 0 ] && [ ! -s out ] && [ ! -s err ]
	prints "$(lines DATETIME,price 2019-12-31, 2020-01-01,7.5 2020-01-02,12.0 2020-01-03,13.0)" cat adj/A.csv
}

@test "extend: a late price from before the end stays out, as in pysystemtrade" {
	mkdir adj
	printf 'DATETIME,price\n2019-12-31,6\n2020-01-02,12\n' >adj/A.csv
	prints "$(lines time,instrument,adjusted 2019-12-31,A,6.0 2020-01-02,A,12.0)" st-roll extend --adjusted=adj multiple
}

@test "extend: after a roll it refuses, and writes nothing" {
	mkdir adj
	printf 'DATETIME,price\n2020-01-01,10\n' >adj/A.csv
	cp multiple m
	echo 2020-01-03,A,13,20200600,,20200300,,20200900 >>m
	dies 'st-roll: A: rolled at 2020-01-03 00:00:00, after the adjusted prices end: adjust all of them anew' \
		st-roll extend --adjusted=adj --files=adj m
	[ "$(cat adj/A.csv)" = "$(lines DATETIME,price 2020-01-01,10)" ]
	[ "$(ls -A adj)" = A.csv ]
	# the roll is on the last adjusted row: nothing happened since
	printf 'DATETIME,price\n2020-01-03,13\n' >adj/A.csv
	prints "$(lines time,instrument,adjusted 2020-01-03,A,13.0)" st-roll extend --adjusted=adj m
}

@test "extend: bad files are refused by line and column" {
	mkdir adj
	dies "st-roll: cannot open 'adj/A.csv': No such file or directory" st-roll extend --adjusted=adj multiple
	refuses() {
		printf "$2" >adj/A.csv
		dies "st-roll: $1" st-roll extend --adjusted=adj multiple
	}
	refuses 'adj/A.csv: empty: not even a header' ''
	refuses 'adj/A.csv: no prices' 'DATETIME,price\n'
	refuses "adj/A.csv:1: no column 'price'" 'DATETIME,PRICE\n2020-01-01,1\n'
	refuses 'adj/A.csv:2: not a time: "20200101"' 'DATETIME,price\n20200101,1\n'
	refuses 'adj/A.csv:3: not after the row before: "2020-01-01"' 'DATETIME,price\n2020-01-01,1\n2020-01-01,1\n'
	refuses "adj/A.csv:2: column 'price': not a number: \"nan\"" 'DATETIME,price\n2020-01-01,nan\n'
	refuses 'adj/A.csv:2: 1 field where the header has 2' 'DATETIME,price\n2020-01-01\n'
	refuses 'A: no multiple prices at the end of the adjusted ones' 'DATETIME,price\n2019-12-31,1\n'
}

# Reference: pysystemtrade's files, 115 of the 116 byte for byte; SMI-MID's is the exception (spec data.md 8.1).
@test "extend: shipped adjusted prices, from 40 rows after the last roll on" {
	data
	local code same=0
	[ -d "$ST_DATA" ] || skip "ST_DATA is no folder"
	mkdir adj
	for code in "$ST_DATA"/multiple_prices_csv/*.csv; do
		code=${code##*/} code=${code%.csv}
		st-fetch -d "$ST_DATA" --no-adjusted "$code" >whole
		head -n "$(awk -F, 'NR > 1 { if ($4 != id) n = NR; id = $4 } END { print n + 40 }' whole)" whole |
			st-adjust --drop-missing --files=adj
		st-roll extend --adjusted=adj --files=adj whole
		if cmp -s "adj/$code.csv" "$ST_DATA/adjusted_prices_csv/$code.csv"; then same=$((same + 1)); else echo "$code"; fi
	done
	[ $same = 115 ]
}

# ---- what every verb refuses ----

@test "what is not given, or not there" {
	dies 'st-roll: update needs --multiple; see st-roll --help' st-roll update prices
	dies 'st-roll: now needs --rolls; see st-roll --help' st-roll now --multiple=multiple prices
	dies 'st-roll: now needs --multiple; see st-roll --help' st-roll now --rolls=rolls prices
	dies 'st-roll: extend needs --adjusted; see st-roll --help' st-roll extend multiple
	dies 'st-roll: update takes no --rolls; see st-roll --help' st-roll update --rolls=rolls --multiple=multiple prices
	dies "st-roll: cannot open 'nothing': No such file or directory" st-roll update --multiple=nothing prices
	sed 's/^A,/C,/' rolls >r
	dies "st-roll: r: no roll parameters of 'A'" st-roll now --rolls=r --multiple=multiple prices
}

# refuses MESSAGE ROW: the multiple prices with this row at their end.
refuses() {
	{ cat multiple && printf '%b\n' "$2"; } >bad
	dies "st-roll: $1" st-roll update --multiple=bad prices
}

@test "bad multiple prices are refused by file, line and column" {
	refuses 'bad:4: 7 fields where the header has 8' 2020-01-03,A,12,20200300,,20191200,
	refuses "bad:4: column 'price': not a number: \"1x\"" 2020-01-03,A,1x,20200300,,20191200,,20200600
	refuses "bad:4: column 'forward': not a number: \"inf\"" 2020-01-03,A,1,20200300,,20191200,inf,20200600
	refuses "bad:4: column 'price_contract': not a contract: \"\"" 2020-01-03,A,1,,,20191200,,20200600
	refuses "bad:4: column 'carry_contract': not a contract: \"202013\"" 2020-01-03,A,1,20200300,,202013,,20200600
	refuses "bad:4: column 'time': twice: \"2020-01-02\"" 2020-01-02,A,1,20200300,,20191200,,20200600
	refuses "bad:4: column 'time': time goes back: \"2020-01-01\"" 2020-01-01,A,1,20200300,,20191200,,20200600
	refuses "bad:4: column 'time': not a time: \"1/2/2020\"" 1/2/2020,A,1,20200300,,20191200,,20200600
	refuses "bad:4: column 'price': not a number: \"?[31m\"" '2020-01-03,A,\033[31m,20200300,,20191200,,20200600'
	sed '1s/carry,/nothing,/' multiple >bad
	dies "st-roll: bad:1: no column 'carry'" st-roll update --multiple=bad prices
	dies 'st-roll: bad: empty: not even a header' eval ': >bad; st-roll update --multiple=bad prices'
	dies 'st-roll: stdin: empty: not even a header' st-roll update --multiple=multiple </dev/null
}

@test "header only, CRLF, BOM, a full disk, a closed pipe" {
	head -n 1 multiple >m
	head -n 1 prices >p
	prints $head st-roll update --multiple=m p
	prints "$(lines $head "${updated[@]}")" st-roll update --multiple=<(sed 's/$/\r/' multiple) <(printf '\357\273\277' | cat - prices)
	dies "st-roll: cannot write 'stdout': No space left on device" eval 'st-roll update --multiple=multiple prices >/dev/full'
	mkdir adj
	printf 'DATETIME,price\n2020-01-02,10\n' >adj/A.csv
	dies "st-roll: cannot write 'stdout': No space left on device" eval 'st-roll extend --adjusted=adj multiple >/dev/full'
	run -0 bash -c 'st-roll update --multiple=multiple prices | head -n 0'
}
