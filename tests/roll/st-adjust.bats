#!/usr/bin/env bats
# st-adjust: the stitch, byte for byte; what it drops and counts; what it refuses

bats_require_minimum_version 1.5.0
load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR"
}

# rows LINE...: a stream of these rows.
rows() {
	echo time,instrument,price,price_contract,forward
	printf '%s\n' "$@"
}

@test "st-adjust: the example in its header is true" {
	run -0 bash -c "printf 'time,instrument,price,price_contract,forward\n2020-01-01,GOLD,10,20200200,12\n2020-01-02,GOLD,13,20200400,\n' | st-adjust"
	[ "${lines[0]}" = time,instrument,price,price_contract,forward,adjusted ]
	[ "${lines[1]}" = 2020-01-01,GOLD,10,20200200,12,12.0 ]
	[ "${lines[2]}" = 2020-01-02,GOLD,13,20200400,,13.0 ]
	[ "${#lines[@]}" = 3 ]
}

# Reference: rows of pysystemtrade's EDOLLAR file, spec data.md 4.2: d = 98.75 - 98.845.
@test "st-adjust: EDOLLAR's roll of 2021-08-26" {
	rows '2021-08-26 17:00:00,EDOLLAR,98.82,20240300,98.725' '2021-08-26 18:00:00,EDOLLAR,98.845,20240300,98.75' \
		'2021-08-26 18:00:01,EDOLLAR,98.75,20240600,98.67' '2021-08-26 19:00:00,EDOLLAR,98.745,20240600,98.665' >in
	run -0 bash -c 'st-adjust in | cut -d, -f6'
	[ "$output" = "$(printf 'adjusted\n98.725\n98.75\n98.75\n98.745')" ]
}

# Shifts 1.9 - 3.0 and 1.8 - 2.7: by hand in doubles (3.0 + d1) + d2 is 0.9999999999999998, 3.0 + (d1 + d2) is 1.0.
@test "st-adjust: shifts are added one after another, oldest first" {
	rows 2020-01-01,A,3.0,1,1.9 2020-01-02,A,2.7,2,1.8 2020-01-03,A,2.5,3, >in
	run -0 bash -c 'st-adjust in | sed -n 2p'
	[ "$output" = 2020-01-01,A,3.0,1,1.9,0.9999999999999998 ]
}

@test "st-adjust: other columns, quotes and all, pass byte for byte; instruments follow one another" {
	printf 'note,time,instrument,price,price_contract,forward,"x,y"\r\n' >in
	printf '"a ""b"", c",2020-01-01,A,01.50,1,2,\r\n,2020-01-02,A,3,2,,"\n"\r\nz,2020-01-01,B,7,1,,q\r\n' >>in
	run -0 bash -c 'st-adjust <in'
	[ "$output" = "$(printf 'note,time,instrument,price,price_contract,forward,"x,y",adjusted\n"a ""b"", c",2020-01-01,A,01.50,1,2,,2.0\n,2020-01-02,A,3,2,,"\n",3.0\nz,2020-01-01,B,7,1,,q,7.0')" ]
}

@test "st-adjust: a missing price stays missing; --drop-missing drops it from the last roll on" {
	rows 2020-01-01,A,,1,2 2020-01-02,A,1,1,2 2020-01-03,A,,2, 2020-01-04,A,4,2, 2020-01-05,A,,2, >in
	run -0 bash -c 'st-adjust in | cut -d, -f6 | tr "\n" " "'
	[ "$output" = "adjusted  2.0  4.0  " ]
	run -0 bash -c 'st-adjust --drop-missing in | cut -d, -f1'
	[ "$output" = "$(printf 'time\n2020-01-01\n2020-01-02\n2020-01-04')" ]
	run -0 bash -c 'st-adjust -v --drop-missing in 2>&1 >/dev/null'
	[ "$output" = "st-adjust: rows dropped for want of a price: 2" ]
	run -0 bash -c 'st-adjust --drop-missing in 2>&1 >/dev/null'
	[ "$output" = "" ]
}

@test "st-adjust: --files writes pysystemtrade's files and nothing on stdout" {
	rows '2020-01-01 23:00:00,A,1,1,2' '2020-01-02 23:00:00,A,,2,' '2020-01-01 23:00:00,B-C_d,1e-05,1,' >in
	mkdir out
	echo old >out/A.csv
	run -0 st-adjust --files=out in
	[ "$output" = "" ]
	[ "$(cat out/A.csv)" = "$(printf 'DATETIME,price\n2020-01-01 23:00:00,2.0\n2020-01-02 23:00:00,')" ]
	[ "$(cat out/B-C_d.csv)" = "$(printf 'DATETIME,price\n2020-01-01 23:00:00,1e-05')" ]
	[ "$(ls -A out | wc -l)" = 2 ]
	rm out/*
	run -0 st-adjust --files=out --drop-missing in
	[ "$(cat out/A.csv)" = "$(printf 'DATETIME,price\n2020-01-01 23:00:00,2.0')" ]
}

@test "st-adjust: --files keeps the old file when the instrument fails, and leaves no rest" {
	rows 2020-01-01,A,1,1, 2020-01-02,A,1e308,1,-1e308 2020-01-03,A,1,2,1 >in
	mkdir out
	echo old >out/A.csv
	run -2 st-adjust --files=out in
	[ "$(cat out/A.csv)" = old ]
	[ "$(ls -A out | wc -l)" = 1 ]
	run -2 st-adjust --files=nowhere <(rows 2020-01-01,A,1,1,)
	[ "$output" = "st-adjust: cannot open 'nowhere/A.csv': No such file or directory" ]
}

@test "st-adjust: a code that cannot name a file is refused" {
	for code in ../A a/b .x; do
		run -2 st-adjust --files=. <(rows "2020-01-01,$code,1,1,")
		[ "$output" = "st-adjust: instrument '$code' cannot name a file" ]
	done
}

@test "st-adjust: a roll without both prices is named" {
	rows 2020-01-01,A,1,1,2 2020-01-01,B,1,1, 2020-01-02,B,1,2,3 >in
	run -2 bash -c 'st-adjust in 2>err'
	[ "${lines[1]}" = 2020-01-01,A,1,1,2,1.0 ]
	[ "${#lines[@]}" = 2 ]
	[ "$(cat err)" = "st-adjust: in:4: column 'forward': empty on the row before the roll of B: \"2020-01-02\"" ]
	rows 2020-01-01,A,,1,2 2020-01-02,A,1,2, >in
	run -2 bash -c 'st-adjust in 2>&1 >/dev/null'
	[ "$output" = "st-adjust: in:3: column 'price': empty on the row before the roll of A: \"2020-01-02\"" ]
}

# refuses MESSAGE LINE...: exit 2 and this one line.
refuses() {
	local message=$1
	shift
	rows "$@" >in
	run -2 bash -c 'st-adjust in 2>&1 >/dev/null'
	echo "$output"
	[ "$output" = "st-adjust: $message" ]
}

@test "st-adjust: bad rows are refused by file, line and column" {
	refuses "in:3: column 'time': \"2020-01-01\" after \"2020-01-01\" in A" 2020-01-01,A,1,1, 2020-01-01,A,1,1,
	refuses "in:4: the rows of 'A' do not stand together" 2020-01-01,A,1,1, 2020-01-01,B,1,1, 2020-01-02,A,1,1,
	refuses "in:2: column 'price': not a number: \"nan\"" 2020-01-01,A,nan,1,
	refuses "in:2: column 'forward': not a number: \"1x\"" 2020-01-01,A,1,1,1x
	refuses "in:2: column 'price_contract': not a contract: \"\"" 2020-01-01,A,1,,1
	refuses "in:2: 4 fields where the header has 5" 2020-01-01,A,1,1
	refuses "in:2: column 'adjusted' came out infinite, of A, 2020-01-01" 2020-01-01,A,1e308,1,1 2020-01-02,A,-1e308,1,1e308 2020-01-03,A,1,2,1
}

@test "st-adjust: a column missing, or there already" {
	run -2 st-adjust <<<time,instrument,price,price_contract
	[[ "$output" == "st-adjust: "*"no column 'forward'" ]]
	run -2 st-adjust <<<time,instrument,price,price_contract,forward,adjusted
	[[ "$output" == "st-adjust: "*"there is already a column 'adjusted'" ]]
	run -2 st-adjust </dev/null
	[ "$output" = "st-adjust: stdin: empty: not even a header" ]
}

@test "st-adjust: header only, BOM, no last newline" {
	run -0 bash -c "printf '\xef\xbb\xbftime,instrument,price,price_contract,forward' | st-adjust"
	[ "$output" = time,instrument,price,price_contract,forward,adjusted ]
}

@test "st-adjust: a field of 1 MB, a full disk, a closed pipe" {
	rows "2020-01-01,A,1,1,2" "2020-01-02,A,2,2," | paste -d, - <(echo big; head -c 1000000 /dev/zero | tr '\0' x; echo; echo 1) >in
	[ "$(st-adjust in | wc -c)" = $(($(wc -c <in) + 17)) ]
	run -2 bash -c 'st-adjust in >/dev/full'
	[[ "$output" == "st-adjust: cannot write 'stdout': "* ]]
	run -0 bash -c 'for i in $(seq 1 20000); do echo 2020-01-01,A$i,1,1,; done | cat <(echo time,instrument,price,price_contract,forward) - >many; st-adjust many | head -n 1'
	[ "$output" = time,instrument,price,price_contract,forward,adjusted ]
}

@test "st-adjust: in a chain as in a pipe" {
	for i in $(seq 10 28); do echo 2020-01-$i,A,$i.$i,$((i / 7)),$i.5; done | cat <(echo time,instrument,price,price_contract,forward) - >in
	st-chain st-adjust then st-vol <in >chain
	st-adjust in | st-vol >pipe
	cmp chain pipe
}

@test "st-adjust: holds what a filter before it in a chain computed" {
	printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\nA,1,EUR,X,0,0,0,0,4\n' >table
	printf 'time,currency,rate\n2020-01-01,EURUSD,1.25\n2020-01-03,EURUSD,1.5\n' >fx
	rows 2020-01-01,A,1,1,2 2020-01-02,A,2,2, 2020-01-03,A,3,2, >in
	st-chain st-fx --fx=fx --instruments=table then st-adjust then st-vol <in >chain
	st-fx --fx=fx --instruments=table in | st-adjust | st-vol >pipe
	cmp chain pipe
	[ "$(sed -n 4p chain)" = 2020-01-03,A,3,2,,1.5,3.0, ]
}

# ---- the other methods ----

# invented ROWS: an instrument's rows with a roll every 20, some prices missing, all in eighths: sums of them are exact.
invented() {
	echo time,instrument,price,price_contract,forward
	awk -v n="$1" 'BEGIN {
		for (i = 0; i < n; i++) {
			k = int(i / 20)
			p = 200 + (i * 37 + k * 11) % 23 / 8 - k / 2
			f = p + ((k * 7) % 5 - 2.5) / 4
			printf "20%02d-%02d-%02d,A,%s,%d,%s\n", 10 + int(i / 300), 1 + int(i / 25) % 12, 1 + i % 25, i % 20 == 7 ? "" : p, k + 1, i % 4 == 3 ? f : ""
		}
	}'
}

# By hand: shifts of 10 - 12 and of 20 - 15, for what comes after them.
@test "st-adjust: --method=forward leaves the first contract and shifts what follows" {
	rows 2020-01-01,A,9,1,11 2020-01-02,A,10,1,12 2020-01-03,A,13,2, 2020-01-04,A,20,2,15 2020-01-05,A,,3, 2020-01-06,A,16,3, \
		2020-01-01,B,1,1, >in
	run -0 bash -c 'st-adjust --method=forward in | cut -d, -f6 | tr "\n" " "'
	[ "$output" = "adjusted 9.0 10.0 11.0 18.0  19.0 1.0 " ]
}

@test "st-adjust: forward differs from panama by one number, the sum of all shifts" {
	invented 240 >in
	paste -d, <(st-adjust --method=forward in | cut -d, -f6) <(st-adjust in | cut -d, -f6) | sed 1d >both
	[ "$(wc -l <both)" = 240 ]
	# the last contract is panama's own price, the first one forward's
	run -0 awk -F, '($1 == "") != ($2 == "") { bad = 1 } $1 != "" { seen[$1 - $2]++ } END { n = 0; for (d in seen) n++; print n, seen[d], d != 0, bad + 0 }' both
	[ "$output" = "1 228 1 0" ]
	[ "$(head -n 20 both | cut -d, -f1 | awk '{ print $1 + 0 }')" = "$(sed 1d in | head -n 20 | cut -d, -f3 | awk '{ print $1 + 0 }')" ]
	[ "$(tail -n 20 both | cut -d, -f2 | awk '{ print $1 + 0 }')" = "$(tail -n 20 in | cut -d, -f3 | awk '{ print $1 + 0 }')" ]
}

@test "st-adjust: the prefix law holds with --method=forward" {
	local k
	invented 240 >in
	st-adjust --method=forward in >want
	for k in 1 2 19 20 21 39 40 41 100 239; do
		head -n $((k + 1)) in | st-adjust --method=forward | cmp - <(head -n $((k + 1)) want)
	done
	{ cat in; echo 2030-01-01,A,1x,13,; } >bad
	run -2 bash -c 'st-adjust --method=forward bad 2>/dev/null | cmp - want && exit ${PIPESTATUS[0]}'
}

# By hand: 12/10 * 20/16 = 1.5 for the first contract, 1.25 for the second.
@test "st-adjust: --method=ratio multiplies what went before by forward over price" {
	rows 2020-01-01,A,8,1,9 2020-01-02,A,10,1,12 2020-01-03,A,14,2, 2020-01-04,A,16,2,20 2020-01-05,A,,3, 2020-01-06,A,24,3, >in
	run -0 bash -c 'st-adjust --method=ratio in | cut -d, -f6 | tr "\n" " "'
	[ "$output" = "adjusted 12.0 15.0 17.5 20.0  24.0 " ]
	run -0 bash -c 'st-adjust --drop-missing --method=ratio in | cut -d, -f6 | tr "\n" " "'
	[ "$output" = "adjusted 12.0 15.0 17.5 20.0 24.0 " ]
	run -0 st-adjust --method=ratio --files=. in
	[ "$(sed -n 3p A.csv)" = 2020-01-02,15.0 ]
}

@test "st-adjust: ratio keeps the returns in percent of each contract, and over a roll those of the next one" {
	invented 240 >in
	st-adjust --method=ratio in >out
	# p: the price of the row before, in the contract of this one
	run -0 awk -F, 'NR > 1 { p = id == $4 ? held : forward
		if (p != "" && $3 != "") { n++; d = $6 / adjusted - $3 / p; if (d > 1e-12 || d < -1e-12) bad++ }
		held = $3; forward = $5; adjusted = $6; id = $4; if ($3 != "" && $6 <= 0) bad++ }
		END { print n, bad + 0 }' out
	[ "$output" = "215 0" ]
}

@test "st-adjust: no ratio of a price that isn't above zero" {
	rows 2020-01-01,A,0,1,2 2020-01-02,A,2,2, >in
	run -2 bash -c 'st-adjust --method=ratio in 2>&1 >/dev/null'
	[ "$output" = "st-adjust: in:3: column 'price': no ratio, as it is not above zero on the row before the roll of A: \"2020-01-02\"" ]
	rows 2020-01-01,A,1,1,-2 2020-01-02,A,2,2, >in
	run -2 bash -c 'st-adjust --method=ratio in 2>&1 >/dev/null'
	[ "$output" = "st-adjust: in:3: column 'forward': no ratio, as it is not above zero on the row before the roll of A: \"2020-01-02\"" ]
	run -0 bash -c 'st-adjust --method=forward in | tail -n 1'
	[ "$output" = 2020-01-02,A,2,2,,5.0 ]
}

@test "st-adjust: forward writes files, and refuses a roll without both prices, as panama does" {
	rows 2020-01-01,A,1,1,2 2020-01-02,A,2,2, >in
	run -0 st-adjust --method=forward --files=. in
	[ "$(cat A.csv)" = "$(printf 'DATETIME,price\n2020-01-01,1.0\n2020-01-02,1.0')" ]
	rows 2020-01-01,A,1,1, 2020-01-02,A,2,2, >in
	run -2 bash -c 'st-adjust --method=forward in 2>&1 >/dev/null'
	[ "$output" = "st-adjust: in:3: column 'forward': empty on the row before the roll of A: \"2020-01-02\"" ]
}

@test "st-adjust: a method that isn't one, and what does not go together" {
	run -2 st-adjust --method=back </dev/null
	[ "$output" = 'st-adjust: option --method: not panama, ratio or forward: "back"' ]
	run -2 st-adjust --method=forward --drop-missing </dev/null
	[ "$output" = "st-adjust: --drop-missing looks ahead to the last roll, which --method=forward does not" ]
}

@test "st-adjust: the prefix law does not hold for the other methods, as CAVEATS says" {
	rows 2020-01-01,A,1,1,2 2020-01-02,A,2,2, >in
	[ "$(head -n 2 in | st-adjust --method=ratio | tail -n 1)" = 2020-01-01,A,1,1,2,1.0 ]
	[ "$(st-adjust --method=ratio in | sed -n 2p)" = 2020-01-01,A,1,1,2,2.0 ]
	[ "$(head -n 2 in | st-adjust | tail -n 1)" = 2020-01-01,A,1,1,2,1.0 ]
	[ "$(st-adjust in | sed -n 2p)" = 2020-01-01,A,1,1,2,2.0 ]
}
