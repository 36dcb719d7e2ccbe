#!/usr/bin/env bats
# st-calendar: approximate, adjusted and inferred calendars, what check and lint find, what is refused

bats_require_minimum_version 1.5.0
load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR"
	{
		echo Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset
		echo AUD,HMUZ,-5,1,HMUZ,17
		echo CORN,Z,-60,-1,HKNUZ,14
		echo GAS,FGHJKMNQUVXZ,-35,-1,FGHJKMNQUVXZ,-4
		echo METAL,HU,-5,1,HMUZ,0
	} >rolls
	head=time,instrument,current_contract,next_contract,carry_contract
}

# prices ['CODE CONTRACT STAMP ...'] ...: a stream of these contracts' prices, each 1; a stamp that ends in ? has none.
prices() {
	echo time,instrument,contract,price
	printf '%s\n' "$@" | awk '{ for (i = 3; i <= NF; i++) { x = sub(/\?$/, "", $i) ? "" : 1; sub(/_/, " ", $i); print $i "," $1 "," $2 "," x } }'
}

# days YYYY-MM HH:MM: the stamps of some days of a month.
days() {
	printf "$1-%02d_$2 " {5..17}
}

lines() {
	printf '%s\n' "$@"
}

# silent COMMAND ...: it ends well and says nothing.
silent() {
	try "$@"
	[ "$status" = 0 ] && [ ! -s out ] && [ ! -s err ] || fail "$*: status $status" "$(show out)" "$(show err)"
}

# ---- approximate ----

# Reference: spec data.md 3.6, AUD with the eight contracts 20180300 to 20191200.
@test "approximate: AUD's seven rolls at the dates desired" {
	prices 'AUD 20180300 2018-01-01' 'AUD 201806 2018-01-01' 'AUD 20180900 2018-01-01' 'AUD 20181200 2018-01-01' \
		'AUD 20190300 2018-01-01' 'AUD 20190600 2018-01-01' 'AUD 20190900 2018-01-01' 'AUD 20191200 2018-01-01' >in
	prints "$(lines $head 2018-03-13,AUD,20180300,20180600,20180600 2018-06-13,AUD,20180600,20180900,20180900 \
		2018-09-13,AUD,20180900,20181200,20181200 2018-12-13,AUD,20181200,20190300,20190300 \
		2019-03-13,AUD,20190300,20190600,20190600 2019-06-13,AUD,20190600,20190900,20190900 \
		2019-09-13,AUD,20190900,20191200,20191200)" st-calendar approximate --rolls=rolls in
	st-calendar approximate --rolls=rolls <in | st-validate --schema=calendars
	prints "$(cat out)" st-calendar --rolls=rolls approximate in
}

@test "approximate: carry before the contract held, so that the first contracts are passed" {
	prices 'CORN 20200900 2020-01-01' 'CORN 20191200 2020-01-01' 'CORN 20201200 2020-01-01' 'CORN 20210300 2020-01-01' \
		'CORN 20210900 2020-01-01' 'CORN 20211200 2020-01-01' >in
	# 20191200 has no earlier contract; out of 20211200 nothing to roll into, and nothing comes after it
	prints "$(lines $head 2020-10-16,CORN,20201200,20211200,20200900)" st-calendar approximate --rolls=rolls in
	prices 'CORN 20200900 2020-01-01' 'CORN 20201200 2020-01-01' 'CORN 20211200 2020-01-01' 'CORN 20220300 2020-01-01' >in
	# 20220300 is not to be held: the calendar ends silently. Of 20211200 the carry is 20201200, 20210900 being absent
	prints "$(lines $head 2020-10-16,CORN,20201200,20211200,20200900)" st-calendar approximate --rolls=rolls in
}

@test "approximate: a first contract outside the hold cycle is taken, as pysystemtrade does, but for --held-start" {
	prices 'METAL 20200600 2020-01-01' 'METAL 20200900 2020-01-01' 'METAL 20201200 2020-01-01' 'METAL 20210300 2020-01-01' >in
	prints "$(lines $head 2020-05-27,METAL,20200600,20200900,20200900 2020-08-27,METAL,20200900,20210300,20201200)" \
		st-calendar approximate --rolls=rolls in
	prints "$(lines $head 2020-08-27,METAL,20200900,20210300,20201200)" st-calendar approximate --held-start --rolls=rolls in
}

@test "approximate: contracts without prices are passed over, and that is told" {
	prices 'AUD 20200300 2020-01-01' 'AUD 20200900 2020-01-01' 'AUD 20201200 2020-01-01' >in
	try st-calendar approximate --rolls=rolls in
	[ "$status" = 0 ]
	[ "$(cat out)" = "$(lines $head 2020-03-13,AUD,20200300,20200900,20200900 2020-09-13,AUD,20200900,20201200,20201200)" ]
	[ "$(cat err)" = "st-calendar: AUD: passed over a next or carry contract that has no prices 2 times, the first 20200600" ]
	prints "$(cat out)" st-calendar approximate -q --rolls=rolls in
}

@test "approximate: what makes no calendar" {
	prices 'CORN 20191200 2020-01-01' >in
	dies 'st-calendar: CORN: no contract to begin with: none has a carry contract with prices' st-calendar approximate --rolls=rolls in
	prices 'METAL 20200300 2020-01-01' 'METAL 20200600 2020-01-01' >in
	dies 'st-calendar: METAL: no roll: no contract to be held comes after 20200300' st-calendar approximate --rolls=rolls in
	prices 'METAL 20200300 2020-01-01' 'METAL 20200600 2020-01-01' 'METAL 20201200 2020-01-01' >in
	dies 'st-calendar: METAL: no prices of a contract to roll 20200300 into, the last being 20201200' st-calendar approximate --rolls=rolls in
	prices 'GOLD 20200300 2020-01-01' >in
	dies "st-calendar: rolls: no roll parameters of 'GOLD'" st-calendar approximate --rolls=rolls in
}

# ---- adjust ----

# Reference: spec data.md 3.6: as the repository's AUD files, daily at 05:00, in winter at 06:00.
@test "adjust: AUD's six rolls, the last approximate row being used up" {
	prices "AUD 20180300 $(days 2018-03 05:00)" "AUD 20180600 $(days 2018-03 05:00) $(days 2018-06 05:00)" \
		"AUD 20180900 $(days 2018-06 05:00) $(days 2018-09 05:00)" "AUD 20181200 $(days 2018-09 05:00) $(days 2018-12 06:00)" \
		"AUD 20190300 $(days 2018-12 06:00) $(days 2019-03 05:00)" "AUD 20190600 $(days 2019-03 05:00) $(days 2019-06 05:00)" \
		"AUD 20190900 $(days 2019-06 05:00) $(days 2019-09 05:00)" "AUD 20191200 $(days 2019-09 05:00)" >in
	prints "$(lines $head '2018-03-13 05:00:00,AUD,20180300,20180600,20180600' '2018-06-13 05:00:00,AUD,20180600,20180900,20180900' \
		'2018-09-13 05:00:00,AUD,20180900,20181200,20181200' '2018-12-13 06:00:00,AUD,20181200,20190300,20190300' \
		'2019-03-13 05:00:00,AUD,20190300,20190600,20190600' '2019-06-13 05:00:00,AUD,20190600,20190900,20190900')" \
		st-calendar adjust --rolls=rolls in
	st-calendar adjust --rolls=rolls in >calendar
	silent st-calendar check --calendar=calendar in
}

# one STAMP ...: the adjusted date of AUD's roll desired on 2020-03-13 when both contracts have these stamps.
one() {
	prices "AUD 20200300 $*" "AUD 20200600 $*" 'AUD 20200900 2020-06-01' >one
	st-calendar adjust --rolls=rolls one | sed -n '2s/,.*//p'
}

# Reference: spec data.md 3.2: days are floored, the earliest of those equally far is taken.
@test "adjust: the nearest time by whole days, floored" {
	[ "$(one 2020-03-12_05:00 2020-03-13_05:00)" = '2020-03-13 05:00:00' ] # -1 day, 0 days
	[ "$(one 2020-03-12_05:00 2020-03-14_05:00)" = '2020-03-12 05:00:00' ] # 1 and 1
	[ "$(one 2020-03-12_23:59 2020-03-14_00:00)" = '2020-03-12 23:59:00' ]
	[ "$(one 2020-03-11_23:59 2020-03-14_00:00)" = 2020-03-14 ] # 2 and 1
	[ "$(one 2020-03-13_09:00 2020-03-13_10:00 2020-03-13_23:00)" = '2020-03-13 09:00:00' ]
	[ "$(one 2020-03-12_09:00 2020-03-12_10:00 2020-03-14_10:00)" = '2020-03-12 09:00:00' ]
	[ "$(one 2020-03-10 2020-03-12? 2020-03-13? 2020-03-17)" = 2020-03-10 ] # 3 and 4
	[ "$(one 2019-01-01)" = 2019-01-01 ]
	[ "$(one 2021-01-01)" = 2021-01-01 ]
}

@test "adjust: only times at which both have a price, and after the date wished for the roll before" {
	prices 'AUD 20200300 2020-03-13 2020-03-16' 'AUD 20200600 2020-03-13? 2020-03-14 2020-03-16 2020-06-01 2020-06-12' \
		'AUD 20200900 2020-03-10 2020-03-13 2020-06-01' 'AUD 20201200 2020-01-01' >in
	# the second roll, wished on 2020-06-13, could not be at 2020-03-13: that is not after the first wish
	prints "$(lines $head 2020-03-16,AUD,20200300,20200600,20200600 2020-06-01,AUD,20200600,20200900,20200900)" \
		st-calendar adjust --rolls=rolls in
	[ "$(sed '/2020-06-12/d; s/2020-06-01/2020-12-01/' in | st-calendar adjust --rolls=rolls | tail -n 1)" = 2020-12-01,AUD,20200600,20200900,20200900 ]
	sed 's/2020-06-01/2020-03-14/' in | sort -s -t, -k3,3 -k1,1 | sed '/^time/d' | cat <(head -n 1 in) - >later # a day after that wish will do
	[ "$(st-calendar adjust --rolls=rolls later | tail -n 1)" = 2020-03-14,AUD,20200600,20200900,20200900 ]
	# and the date to avoid is the wish, not what came of it: here the rolls fall out of order
	prices 'AUD 20200300 2020-04-01' 'AUD 20200600 2020-03-20 2020-04-01' 'AUD 20200900 2020-03-20' 'AUD 20201200 2020-01-01' >in
	st-calendar adjust --rolls=rolls in >calendar
	[ "$(cat calendar)" = "$(lines $head 2020-04-01,AUD,20200300,20200600,20200600 2020-03-20,AUD,20200600,20200900,20200900)" ]
	run -1 st-calendar check --calendar=calendar in
	[ "$output" = "AUD: 2020-03-20 00:00:00: not after the row before" ]
}

@test "adjust: an earlier carry contract must have a price, and the next row's, if there is such a time at all" {
	# rolls wished: 20200200 on 2019-12-24, 20200300 on 2020-01-22
	prices 'GAS 20200100 2019-12-20 2019-12-22' 'GAS 20200200 2019-12-20 2019-12-22 2019-12-24' \
		'GAS 20200300 2019-12-20 2019-12-22 2019-12-24' 'GAS 20200400 2020-01-01' >in
	prints "$(lines $head 2019-12-22,GAS,20200200,20200300,20200100)" st-calendar adjust --rolls=rolls in
	sed '/20200100/s/2019-12-2/2019-11-2/' in >none
	try st-calendar adjust --rolls=rolls none
	[ "$(cat out)" = "$(lines $head 2019-12-24,GAS,20200200,20200300,20200100)" ]
	[ "$(cat err)" = 'st-calendar: GAS: no time with carry prices too in 1 of 1 rolls' ]
	# A carry contract that has no prices at all is no reason to look for them
	lines DATE_TIME,current_contract,next_contract,carry_contract 2019-12-24,20200200,20200300,20200100 2020-01-22,20200300,20200400,20191100 >GAS.csv
	prints "$(lines $head 2019-12-24,GAS,20200200,20200300,20200100)" st-calendar adjust --calendar=GAS.csv in
}

@test "adjust: rolls without a time are left out at the beginning, and end the calendar later on" {
	prices 'AUD 20200300 2020-03-13' 'AUD 20200600 2020-06-12' 'AUD 20200900 2020-06-12 2020-09-11' 'AUD 20201200 2020-09-12' \
		'AUD 20210300 2020-09-12' 'AUD 20210600 2020-09-12' >in
	try st-calendar adjust --rolls=rolls in
	[ "$status" = 0 ]
	[ "$(cat out)" = "$(lines $head 2020-06-12,AUD,20200600,20200900,20200900)" ]
	[ "$(cat err)" = "$(lines 'st-calendar: AUD: no time with prices of both 20200900 and 20201200: the calendar ends there' \
		'st-calendar: AUD: no time with prices of both contracts in the first 1 rolls: the calendar begins after them')" ]
	prices 'AUD 20200300 2020-03-13' 'AUD 20200600 2020-06-12' 'AUD 20200900 2020-06-13' >in
	dies 'st-calendar: AUD: no roll at a time with prices of both contracts: the calendar would be empty' \
		st-calendar adjust --rolls=rolls in
	prices 'AUD 20200300 2020-03-13' 'AUD 20200600 2020-03-13' >in # one approximate row, which is used up
	dies 'st-calendar: AUD: no roll at a time with prices of both contracts: the calendar would be empty' \
		st-calendar adjust --rolls=rolls in
}

# Reference: pysystemtrade's driver, spec data.md 4.1: the row at now + 5 days.
@test "adjust: --now adds the phantom row, --calendar adjusts a calendar that is there" {
	prices 'AUD 20200300 2020-03-13' 'AUD 20200600 2020-03-13 2020-06-12' 'AUD 20200900 2020-06-12' 'AUD 20201200 2020-06-12' >in
	prints "$(lines $head '2020-03-13 00:00:00,AUD,20200300,20200600,20200600' '2020-06-12 00:00:00,AUD,20200600,20200900,20200900' \
		'2020-07-06 12:30:00,AUD,20200900,20201200,20201200')" st-calendar adjust --rolls=rolls --now='2020-07-01 12:30' in
	prints "$(lines $head 2020-03-13,AUD,20200300,20200600,20200600 2020-06-12,AUD,20200600,20200900,20200900)" \
		st-calendar adjust --rolls=rolls --now='2020-06-11 23:59' in
	[ "$(st-calendar adjust --rolls=rolls --now=2020-06-12 in | tail -n 1)" = 2020-06-17,AUD,20200900,20201200,20201200 ]
	# A phantom row before too, so that the last row of the calendar given is not used up
	lines DATE_TIME,current_contract,next_contract,carry_contract 2020-03-10,20200300,20200600,20200600 2020-06-20,20200600,20200900,20200900 >AUD.csv
	prints "$(lines $head 2020-03-13,AUD,20200300,20200600,20200600 2020-06-12,AUD,20200600,20200900,20200900 \
		2020-07-06,AUD,20200900,20201200,20201200)" st-calendar adjust --rolls=rolls --calendar=AUD.csv --now=2020-07-01 in
	prints "$(lines $head 2020-03-13,AUD,20200300,20200600,20200600)" st-calendar adjust --calendar=AUD.csv in
}

@test "adjust: no phantom row when its contract has no prices" {
	prices 'AUD 20200300 2020-03-13' 'AUD 20200600 2020-03-13' >in
	lines DATE_TIME,current_contract,next_contract,carry_contract 2020-03-10,20200300,20200600,20200600 2020-06-20,20200600,20200900,20200900 >AUD.csv
	try st-calendar adjust --rolls=rolls --calendar=AUD.csv --now=2020-07-01 in
	[ "$(cat out)" = "$(lines $head 2020-03-13,AUD,20200300,20200600,20200600 2020-07-06,AUD,20200600,20200900,20200900)" ]
	[ "$(cat err)" = 'st-calendar: AUD: no prices of 20200900: no row added for it' ]
}

@test "--files writes pysystemtrade's files, which are read again" {
	prices 'AUD 20200300 2020-03-13_05:00' 'AUD 20200600 2020-03-13_05:00' 'AUD 20200900 2020-03-13' \
		'METAL 20200300 2020-02-25' 'METAL 20200900 2020-02-25' 'METAL 20210300 2020-02-25' >in
	mkdir f
	try st-calendar adjust -q --rolls=rolls --files=f in
	[ "$status" = 0 ] && [ ! -s out ] && [ "$(ls f)" = "$(lines AUD.csv METAL.csv)" ]
	[ "$(cat f/AUD.csv)" = "$(lines DATE_TIME,current_contract,next_contract,carry_contract '2020-03-13 05:00:00,20200300,20200600,20200600')" ]
	[ "$(cat f/METAL.csv)" = "$(lines DATE_TIME,current_contract,next_contract,carry_contract 2020-02-25,20200300,20200900,20200900)" ]
	grep -E 'time|AUD' in >aud
	silent st-calendar check --calendar=f/AUD.csv aud
	sed 's/AUD/..\/x/; s/METAL.*//' rolls | grep . >bad
	sed 's/AUD/..\/x/' aud >in
	dies "st-calendar: instrument '../x' cannot name a file" st-calendar approximate --rolls=bad --files=f in
}

# ---- volume ----

# volumes 'CONTRACT STAMP VOLUME[ PRICE] ...' ...: a stream of AUD's contracts, priced 1 unless it says another price or none (-).
volumes() {
	echo time,instrument,contract,price,volume
	printf '%s\n' "$@" | awk '{ sub(/_/, " ", $2); print $2 ",AUD," $1 "," (NF < 4 ? 1 : $4 == "-" ? "" : $4) "," $3 }'
}

# By hand, weights 1, 1/2, 1/4, ...: on the 8th 100 against 137.5 / 1.75 = 78.6 (110 not smoothed), on the 9th 68 against 84.7.
four_days=('20200300 2020-01-06_23:00 100' '20200300 2020-01-07_23:00 100' '20200300 2020-01-08_23:00 100' '20200300 2020-01-09_23:00 40'
	'20200600 2020-01-06_23:00 10' '20200600 2020-01-07_23:00 50' '20200600 2020-01-08_23:00 110' '20200600 2020-01-09_23:00 90')

@test "volume: rolled on the first day on which the next contract's smoothed volume is greater" {
	volumes "${four_days[@]}" >in
	prints "$(lines $head '2020-01-09 23:00:00,AUD,20200300,20200600,20200600')" st-calendar volume --rolls=rolls in
	prints "$(cat out)" st-calendar volume --rolls=rolls <in
	st-calendar volume --rolls=rolls in | st-validate --schema=calendars
	prints "$(lines $head '2020-01-09 23:00:00,AUD,20200300,20200600,20200600' '2020-01-15 00:00:00,AUD,20200600,20200900,20200900')" \
		st-calendar volume --now=2020-01-10 --rolls=rolls in
	# greater, not as great
	volumes '20200300 2020-01-06 10' '20200300 2020-01-07 10' '20200600 2020-01-07 10' >in
	prints $head st-calendar volume --rolls=rolls in
	mkdir d
	volumes "${four_days[@]}" | st-calendar volume --files=d --rolls=rolls
	prints "$(lines DATE_TIME,current_contract,next_contract,carry_contract '2020-01-09 23:00:00,20200300,20200600,20200600')" cat d/AUD.csv
}

@test "volume: at the day's last time with both prices; on a later day when it has none" {
	volumes "${four_days[@]:0:7}" '20200600 2020-01-09_21:00 90' >in
	prints $head st-calendar volume --rolls=rolls in
	volumes "${four_days[@]:0:3}" '20200300 2020-01-09_20:00 10' '20200300 2020-01-09_21:00 15' '20200300 2020-01-09_22:00 15 -' \
		"${four_days[@]:4:3}" '20200600 2020-01-09_20:00 45' '20200600 2020-01-09_21:00 45' '20200600 2020-01-09_22:00 0' >in
	prints "$(lines $head '2020-01-09 21:00:00,AUD,20200300,20200600,20200600')" st-calendar volume --rolls=rolls in
	volumes "${four_days[@]:0:3}" '20200300 2020-01-09_23:00 40 -' '20200300 2020-01-10_23:00 40' "${four_days[@]:4}" '20200600 2020-01-10_23:00 90' >in
	prints "$(lines $head '2020-01-10 23:00:00,AUD,20200300,20200600,20200600')" st-calendar volume --rolls=rolls in
}

@test "volume: a day's volume is its closing row's, not that and the hours' together" {
	volumes '20200300 2020-01-06_23:00 100' '20200600 2020-01-06_10:00 60' '20200600 2020-01-06_11:00 39' '20200600 2020-01-06_23:00 99' \
		'20200300 2020-01-07_23:00 100' '20200600 2020-01-07_10:00 60' '20200600 2020-01-07_11:00 39' '20200600 2020-01-07_23:00 99' >in
	prints $head st-calendar volume --rolls=rolls in
	sed -i 's/,99$/,/' in # the same without it
	prints $head st-calendar volume --rolls=rolls in
	sed -i '/01-07/s/,39$/,45/' in
	prints "$(lines $head '2020-01-07 23:00:00,AUD,20200300,20200600,20200600')" st-calendar volume --rolls=rolls in
}

@test "volume: only contracts of the hold cycle; begun with the one traded most, carry out of the priced cycle" {
	# METAL holds H and U; carry after it in HMUZ
	volumes '20200300 2020-01-06 5' '20200600 2020-01-06 99' '20200900 2020-01-06 7' '20210300 2020-01-06 6' \
		'20200900 2020-01-07 7' '20210300 2020-01-07 30' | sed s/AUD/METAL/ >in
	prints "$(lines $head 2020-01-07,METAL,20200900,20210300,20210300)" st-calendar volume --rolls=rolls in
	{ cat in; echo 2020-01-07,METAL,20201200,1,; } >more
	prints "$(lines $head 2020-01-07,METAL,20200900,20210300,20201200)" st-calendar volume --rolls=rolls more
	# GAS carries before; without prices of such a contract it is the one of the cycle
	volumes '20200300 2020-01-06 5' '20200300 2020-01-07 5' '20200400 2020-01-07 30' '20200500 2020-01-08 90' '20200400 2020-01-08 1' |
		sed s/AUD/GAS/ >in
	prints "$(lines $head 2020-01-07,GAS,20200300,20200400,20200200 2020-01-08,GAS,20200400,20200500,20200300)" st-calendar volume --rolls=rolls in
}

# invented N: AUD's contracts, each traded ever more for 90 days and ever less then, with noise; N days of them.
invented() {
	echo time,instrument,contract,price,volume
	awk -v n="$1" 'BEGIN { for (k = 0; k < 6; k++) for (i = k * 60; i < k * 60 + 180 && i < n; i++) if ((i * 7 + k) % 13)
		printf "20%02d-%02d-%02d 23:00:00,AUD,%d,%s,%d\n", 10 + int(i / 240), 1 + int(i / 20) % 12, 1 + i % 20, \
			20100300 + int(k / 4) * 10000 + k % 4 * 300, (i + k) % 17 ? 1 : "", (90 - (i - k * 60 < 90 ? 90 - i + k * 60 : i - k * 60 - 90)) * (1 + (i * 31 + k * 17) % 11 / 5) }'
}

@test "volume: the prefix law: what later days bring changes no roll" {
	local k
	invented 400 >in
	st-calendar volume --rolls=rolls in >want
	[ "$(wc -l <want)" = 6 ]
	for k in 1 20 80 100 101 102 103 110 150 151 152 170 200 290 399; do
		invented $k | st-calendar volume -q --rolls=rolls >out
		cmp -n "$(wc -c <out)" want out || fail "of $k days" "$(cat want out)"
	done
	invented 399 | st-calendar volume -q --rolls=rolls | cmp - want
}

@test "volume: a contract that ran out before it was rolled, and no volume at all, are told" {
	volumes '20200300 2020-01-06 10' '20200600 2020-01-07 5' '20200600 2020-01-08 5' '20200600 2020-01-22 5' >in
	try st-calendar volume --rolls=rolls in
	[ "$status" = 0 ] && [ "$(cat out)" = $head ]
	[ "$(cat err)" = "st-calendar: AUD: no roll out of 20200300, whose prices end on 2020-01-06: on no day was the next one traded more and had both a price" ]
	prints $head st-calendar volume -q --rolls=rolls in
	volumes '20200300 2020-01-06 0' '20200300 2020-01-07 ' >in
	try st-calendar volume --rolls=rolls in
	[ "$status" = 0 ] && [ "$(cat out)" = $head ]
	[ "$(cat err)" = 'st-calendar: AUD: no volume of a contract that may be held' ]
}

# Reference: the days on which ewm(span=3) of pysystemtrade's sumup_business_days_over_pd_series_without_double_counting_of_closing_data,
# run with pandas 1.5.3 on its repository's eight AUD files, is first greater for the next contract.
@test "volume: AUD's eight contracts, as pandas has it" {
	data
	[ -e "$ST_DATA/contract_prices_csv/AUD_20180300.csv" ] || skip "no contract prices of AUD in \$ST_DATA"
	local f
	mkdir -p d/contract_prices_csv
	for f in "$ST_DATA"/contract_prices_csv/AUD_*.csv; do
		sed '1s/.*/DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME/' "$f" >d/contract_prices_csv/"${f##*/}"
	done
	st-fetch contracts -d d AUD >in
	prints "$(lines $head '2017-10-10 05:00:00,AUD,20180300,20180600,20180600' '2018-02-21 06:00:00,AUD,20180600,20180900,20180900' \
		'2018-04-18 05:00:00,AUD,20180900,20181200,20181200' '2018-07-06 05:00:00,AUD,20181200,20190300,20190300' \
		'2019-03-15 05:00:00,AUD,20190300,20190600,20190600' '2019-06-14 05:00:00,AUD,20190600,20190900,20190900' \
		'2019-09-16 05:00:00,AUD,20190900,20191200,20191200')" st-calendar volume --rolls=rolls in
}

@test "volume: what is refused" {
	volumes "${four_days[@]}" >in
	dies 'st-calendar: volume needs --rolls; see st-calendar --help' st-calendar volume in
	dies 'st-calendar: volume takes no --calendar; see st-calendar --help' st-calendar volume --rolls=rolls --calendar=in in
	dies "st-calendar: stdin:1: no column 'volume'" eval 'cut -d, -f1-4 in | st-calendar volume --rolls=rolls'
	sed '3s/,100$/,1e9x/' in >bad
	dies "st-calendar: bad:3: column 'volume': not a number: \"1e9x\"" st-calendar volume --rolls=rolls bad
	sed 's/AUD/GOLD/' in >bad
	dies "st-calendar: rolls: no roll parameters of 'GOLD'" st-calendar volume --rolls=rolls bad
	prints $head st-calendar volume --rolls=rolls <<<"$(head -n 1 in)"
}

# ---- infer ----

# multiple ['STAMP PRICE_CONTRACT FORWARD_CONTRACT CARRY_CONTRACT'] ...: a stream of AUD's multiple prices.
multiple() {
	echo time,instrument,price,price_contract,carry,carry_contract,forward,forward_contract
	printf '%s\n' "$@" | awk '{ sub(/_/, " ", $1); print $1 ",AUD,1," $2 ",," $4 ",," $3 }'
}

# Reference: spec data.md 3.4 and 4.1, the boundary of 2018-06-13 and the rows inferred from it.
@test "infer: the stamp before a roll or that of it, and a row at the end" {
	multiple '2018-06-12_05:00 20180600 20180900 20180300' '2018-06-13_05:00 20180600 20180900 20180900' \
		'2018-06-14_05:00 20180900 20181200 20181200' '2018-06-15_05:00 20180900 20181200 20181200' >in
	prints "$(lines $head '2018-06-13 05:00:00,AUD,20180600,20180900,20180900' '2018-06-15 05:00:00,AUD,20180900,20181200,20181200')" \
		st-calendar infer in
	prints "$(cat out)" st-calendar infer --stamp=last-old in
	prints "$(lines $head '2018-06-14 05:00:00,AUD,20180600,20180900,20180900' '2018-06-15 05:00:00,AUD,20180900,20181200,20181200')" \
		st-calendar infer --stamp=first-new in
	prints "$(lines $head '2018-06-14 05:00:00,AUD,20180600,20180900,20180900')" st-calendar infer --stamp=first-new --no-last in
}

@test "--mark-end: the row that is no roll but the end of the data is marked, in the stream alone" {
	multiple '2018-06-12 20180600 20180900 20180300' '2018-06-14 20180900 20181200 20181200' '2018-06-15 20180900 20181200 20181200' >in
	prints "$(lines $head,end 2018-06-12,AUD,20180600,20180900,20180300, 2018-06-15,AUD,20180900,20181200,20181200,1)" \
		st-calendar infer --mark-end in
	st-validate -s calendars out
	prints "$(lines $head,end 2018-06-12,AUD,20180600,20180900,20180300,)" st-calendar infer --mark-end --no-last in
	dies "st-calendar: --mark-end is of rows, and --files writes pysystemtrade's files, which say nothing of ends; see st-calendar --help" \
		st-calendar infer --mark-end --files=. in
	prices 'AUD 20200300 2020-03-13' 'AUD 20200600 2020-03-13 2020-06-12' 'AUD 20200900 2020-06-12' 'AUD 20201200 2020-06-12' >in
	prints "$(lines $head,end 2020-03-13,AUD,20200300,20200600,20200600, 2020-06-12,AUD,20200600,20200900,20200900, \
		2020-07-06,AUD,20200900,20201200,20201200,1)" st-calendar adjust --mark-end --rolls=rolls --now=2020-07-01 in
	# what is marked is read as any calendar
	cp out marked
	prints "$(cut -d, -f1-5 marked)" st-calendar adjust --rolls=rolls --calendar=marked --now=2020-07-01 in
	prints "$head,end" st-calendar volume --mark-end --rolls=rolls <<<time,instrument,contract,price,volume
	dies_like 'st-calendar: .*--mark-end.*' st-calendar approximate --mark-end --rolls=rolls in
}

@test "infer: a contract that goes back is no roll; of rows of one stamp the last counts" {
	multiple '2020-01-01 20200300 20200600 20200600' '2020-01-02 20200600 20200900 20200900' '2020-01-03 20200300 20200600 20200600' \
		'2020-01-04 20200600 20200900 20200901' '2020-01-04 20200900 20201200 20201200' '2020-01-05 20200900 20201200 20210300' \
		'2020-01-05 20200900 20201200 20201200' >in
	prints "$(lines $head 2020-01-02,AUD,20200300,20200600,20200600 2020-01-04,AUD,20200300,20200900,20200600 \
		2020-01-05,AUD,20200900,20201200,20201200)" st-calendar infer --stamp=first-new in
	multiple '2020-01-01 20200300 20200600 20200600' >in
	prints "$(lines $head 2020-01-01,AUD,20200300,20200600,20200600)" st-calendar infer in
	prints $head st-calendar infer <<<"$(head -n 1 in)"
	{ sed s/AUD/CAD/ in; sed 1d in; } >two
	prints "$(lines $head 2020-01-01,CAD,20200300,20200600,20200600 2020-01-01,AUD,20200300,20200600,20200600)" st-calendar infer two
}

@test "infer: what is refused" {
	multiple '2020-01-01 20200300 20200600 20200600' '2020-01-02 20200300 x 20200600' >in
	dies "st-calendar: in:3: column 'forward_contract': not a contract: \"x\"" st-calendar infer in
	multiple '2020-01-02 20200300 20200600 20200600' '2020-01-01 20200300 20200600 20200600' >in
	dies "st-calendar: in:3: column 'time': time goes back: \"2020-01-01\"" st-calendar infer in
	{ multiple '2020-01-02 20200300 20200600 20200600'; echo 2020-01-02,CAD,1,202003,,202006,,202006; echo 2020-01-03,AUD,1,202003,,202006,,202006; } >in
	dies "st-calendar: in:4: the rows of 'AUD' do not stand together" st-calendar infer in
	dies "st-calendar: stdin:1: no column 'forward_contract'" st-calendar infer <<<time,instrument,price_contract
	sed -i 's/2020-01-02,AUD/2020-13-02,AUD/' in
	dies "st-calendar: in:2: column 'time': not a time: \"2020-13-02\"" st-calendar infer in
}

# ---- check ----

# Reference: spec data.md 3.3: both prices there, the carry contract known at all.
@test "check: a line for each thing wrong, status 1" {
	prices 'AUD 20200300 2020-03-13' 'AUD 20200600 2020-03-13? 2020-06-12' 'AUD 20200900 2020-06-13' >in
	lines $head 2020-03-13,AUD,20200300,20200600,20200600 2020-06-12,AUD,20200600,20200900,20200900 \
		2020-06-12,AUD,20200600,20200900,20201200 2020-09-11,AUD,20200900,20201200,20201200 >calendar
	run -1 st-calendar check --calendar=calendar in
	[ "$output" = "$(lines 'AUD: 2020-03-13 00:00:00: no price of 20200600' 'AUD: 2020-06-12 00:00:00: no price of 20200900' \
		'AUD: 2020-06-12 00:00:00: not after the row before' \
		'AUD: 2020-06-12 00:00:00: out of 20200600, but 20200900 was rolled into before' \
		'AUD: 2020-06-12 00:00:00: no price of 20200900' 'AUD: 2020-06-12 00:00:00: no prices of 20201200 at all' \
		'AUD: 2020-09-11 00:00:00: no price of 20200900' 'AUD: 2020-09-11 00:00:00: no prices of 20201200 at all' \
		'AUD: 2020-09-11 00:00:00: no prices of 20201200 at all')" ]
}

@test "check: a calendar without prices and prices without a calendar are refused" {
	prices 'AUD 20200300 2020-03-13' >in
	lines $head 2020-03-13,CAD,20200300,20200600,20200600 >calendar
	dies "st-calendar: calendar: no calendar of 'AUD'" st-calendar check --calendar=calendar in
	head -n 1 in >none
	dies "st-calendar: calendar: no contract prices of 'CAD'" st-calendar check --calendar=calendar none
}

# ---- lint ----

@test "lint: parameters that leave days without a price" {
	{
		head -n 3 rolls
		echo SUGAR5,HKNV,-30,-1,HKQVZ,0
		echo COAL,FGHJKMNQUVXZ,20,1,FGHJKMNQUVXZ,14
	} >bad
	run -1 st-calendar lint --rolls=bad
	echo "$output"
	# CORN by hand: 2020-12-15 less 60 days is 2020-10-16, 2020-09-15 the 31st day before it
	[ "$output" = "$(lines \
		'CORN: no carry price in the last days before the roll out of Z, at worst 31: 20201200 is rolled on 2020-10-16, 20200900 expires on 2020-09-15' \
		'SUGAR5: N held but never priced: the hold cycle is HKNV, the priced cycle HKQVZ' \
		'SUGAR5: no carry price in the last days before the roll out of HKV, at worst 61: 20200300 is rolled on 2020-01-31, 20191200 expires on 2019-12-01' \
		'COAL: no held price in the last days before the roll out of FGHJKMNQUVXZ, at worst 20: 20200100 is rolled on 2020-02-04, 20200100 expires on 2020-01-15')" ]
	grep -E 'Inst|AUD|GAS|METAL' rolls >good
	silent st-calendar lint --rolls=good
	# Rolled 40 days late: by then every day of the last month is without
	{ head -n 1 rolls; echo LATE,FGHJKMNQUVXZ,40,-1,FGHJKMNQUVXZ,0; } >late
	run -1 st-calendar lint --rolls=late
	[ "$output" = "$(lines \
		'LATE: no held price in the last days before the roll out of FGHJKMNQUVXZ, at worst 31: 20200100 is rolled on 2020-02-10, 20200100 expires on 2020-01-01' \
		'LATE: no forward price in the last days before the roll out of FGHJKMNQUVXZ, at worst 12: 20210200 is rolled on 2021-03-13, 20210300 expires on 2021-03-01' \
		'LATE: no carry price in the last days before the roll out of FGHJKMNQUVXZ, at worst 31: 20200100 is rolled on 2020-02-10, 20191200 expires on 2019-12-01')" ]
	# Where the year before has a 29th of February, one day only
	{ head -n 1 rolls; echo YEARLY,F,-365,-1,F,0; } >leap
	run -1 st-calendar lint --rolls=leap
	[ "$output" = 'YEARLY: no carry price in the last days before the roll out of F, at worst 1: 20210100 is rolled on 2020-01-02, 20200100 expires on 2020-01-01' ]
}

@test "lint: instruments without parameters, parameters without an instrument" {
	grep -E 'Inst|AUD|GAS' rolls >good
	lines Instrument,Pointsize AUD,1 GOLD,2 >instruments
	run -1 st-calendar lint --rolls=good --instruments=instruments
	[ "$output" = "$(lines 'GOLD: an instrument, but no roll parameters' 'GAS: roll parameters, but no instrument')" ]
	lines Instrument,Pointsize GAS,1 AUD,2 >instruments
	silent st-calendar lint --rolls=good --instruments=instruments
}

@test "lint: days without a price, in prices" {
	grep -E 'Inst|AUD|METAL' rolls >good
	prices 'AUD 20200300 2020-03-11 2020-03-13' 'AUD 20200600 2020-03-11 2020-03-13 2020-03-16 2020-03-17? 2020-03-18 2020-06-12' \
		'AUD 20200900 2020-03-11 2020-03-16 2020-03-17 2020-03-18 2020-06-12 2020-06-15' 'AUD 20201200 2020-06-12 2020-06-15' >in
	run -1 st-calendar lint --rolls=good in
	[ "$output" = 'AUD: 20200600: no held price of 20200600 on 1 of the 4 days it is held, 2020-03-17 to 2020-03-17, 1 in a row' ]
	silent st-calendar lint --rolls=good --days=1 in
	grep -v 20201200 in >short
	run -1 st-calendar lint --rolls=good short
	[ "${lines[1]}" = 'AUD: 20200900: no forward prices at all of 20201200 on 1 of the 1 days it is held, 2020-06-15 to 2020-06-15, 1 in a row' ]
	[ "${lines[2]}" = 'AUD: 20200900: no carry prices at all of 20201200 on 1 of the 1 days it is held, 2020-06-15 to 2020-06-15, 1 in a row' ]
	[ ${#lines[@]} = 3 ]
}

@test "lint: contracts missing, a start outside the hold cycle, no time to roll, no parameters" {
	grep -E 'Inst|AUD|METAL' rolls >good
	prices 'METAL 20200600 2020-05-27' 'METAL 20200900 2020-05-27 2020-08-27' 'METAL 20210300 2020-08-28 2021-02-24' \
		'METAL 20210900 2021-02-24' 'METAL 20211200 2021-02-24' 'X 20200300 2020-01-01' >in
	run -1 st-calendar lint --rolls=good in
	echo "$output"
	grep -qx 'METAL: the first contract, 20200600, is not of the hold cycle HU' <<<"$output"
	grep -qx 'METAL: no time with prices of both 20200900 and 20210300' <<<"$output"
	grep -qx 'METAL: 20201200 has no prices: the carry contract of 20200900 is 20210300' <<<"$output"
	grep -qx 'X: prices, but no roll parameters' <<<"$output"
	prices 'AUD 20200300 2020-04-01' 'AUD 20200600 2020-03-20 2020-04-01' 'AUD 20200900 2020-03-20 2020-09-01' 'AUD 20201200 2020-09-01' >in
	run -1 st-calendar lint --rolls=good in
	grep -qx 'AUD: 20200600 is rolled out of on 2020-03-20, no later than into' <<<"$output"
	prices 'CORN 20191200 2020-01-01' >in
	run -1 st-calendar lint --rolls=rolls in
	grep -qx 'CORN: no contract to begin with: none has a carry contract with prices' <<<"$output"
}

# ---- reference figures ----

# as_golden CODE: stdin's rows of an instrument as the reference files have them.
as_golden() {
	awk -F, -v OFS=, -v code="$1" 'NR == 1 { print "date", $3, $4, $5 } $2 == code { sub(/ 00:00:00$/, "", $1); sub(/ /, "T", $1); print $1, $3, $4, $5 }'
}

same_as() {
	diff <(sed 's/T00:00:00,/,/' "$1") - || fail "not as $1"
}

# Reference: a run of pysystemtrade on invented markets, tests/golden/synthetic.
@test "golden: calendars of the invented markets, every row, and pysystemtrade's own files byte for byte" {
	local g=$ROOT/tests/golden/synthetic code
	st-fetch contracts -d "$g/data" >contracts
	st-calendar approximate --rolls="$g/data/csvconfig/rollconfig.csv" contracts >approximate
	st-calendar adjust -q --rolls="$g/data/csvconfig/rollconfig.csv" contracts >adjusted
	st-fetch -d "$g/data" --no-adjusted | st-calendar infer --stamp=first-new >backed_out
	for code in SYNCORN SYNCRUDE SYNEQ SYNRATE SYNVOL; do
		for kind in approximate adjusted backed_out; do
			as_golden $code <$kind | same_as "$g/golden_prices/roll_calendar_$kind/$code.csv"
		done
	done
	mkdir files
	st-calendar adjust -q --rolls="$g/data/csvconfig/rollconfig.csv" --files=files contracts
	diff -r files "$g/data/roll_calendars_csv"
	silent st-calendar check --calendar=adjusted contracts
	silent st-calendar check --calendar=<(st-fetch calendars -d "$g/data") contracts
}

@test "golden: an inferred calendar is the one that multiple prices were built from" {
	local g=$ROOT/tests/golden/synthetic
	# The first row of a calendar has no prices, and the phantom row is behind the last roll
	st-fetch -d "$g/data" --no-adjusted SYNRATE | st-calendar infer --no-last >inferred
	st-fetch calendars -d "$g/data" SYNRATE | sed 2d | diff - inferred
}

# Reference: pysystemtrade on closing prices put together from multiple prices, E_sysobjects/README.md.
@test "golden: the calendars of ten instruments, every row" {
	reference golden/E_sysobjects
	data
	local e=$ST_REFERENCE/golden/E_sysobjects file code
	jq -r '"Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset", (to_entries[] |
		[.key, .value.hold_rollcycle, .value.roll_offset_day, .value.carry_offset, .value.priced_rollcycle, .value.approx_expiry_offset] |
		join(","))' "$e/roll_parameters.json" >rolls
	for file in "$e"/contract_final_prices_reconstructed/*.csv; do
		code=${file##*/} code=${code%.csv}
		awk -F, -v OFS=, -v code="$code" 'NR == 1 { print "time,instrument,contract,price" } NR > 1 { print $1, code, $2, $3 }' "$file" >in
		st-calendar approximate -q --rolls=rolls in | as_golden "$code" | same_as "$e/roll_calendar_approximate/$code.csv"
		st-calendar adjust -q --rolls=rolls in | as_golden "$code" | same_as "$e/roll_calendar_from_parameters/$code.csv"
		st-fetch -d "$ST_DATA" --no-adjusted "$code" | st-calendar infer --stamp=first-new | as_golden "$code" |
			same_as "$e/roll_calendar_backed_out/$code.csv"
	done
}

# ---- real prices, spec data.md 8.2 and 8.3 ----

# Made by inference, all rows but the last, which depends on the day that it was made on.
@test "real: 35 shipped calendars are those inferred from the shipped multiple prices" {
	data
	local code n=0
	mkdir files
	set -- AEX AUD COPPER CORN CRUDE_W EDOLLAR EUR EUROSTX GAS_US GBP GOLD GOLD_micro JPY KOSPI KR10 KR3 LEANHOG LIVECOW MXP NASDAQ \
		NASDAQ_micro NZD OAT PALLAD PLAT SHATZ SMI SOYBEAN US10 US2 US20 US5 V2X VIX WHEAT
	st-fetch -d "$ST_DATA" --no-adjusted "$@" | st-calendar infer --stamp=first-new --files=files
	st-fetch calendars -d "$ST_DATA" "$@" >shipped
	for code; do
		awk -F, -v OFS=, -v code="$code" 'NR == 1 { print "DATE_TIME", $3, $4, $5 } $2 == code { print $1, $3, $4, $5 }' shipped | sed '$d' >want
		cmp want <(head -n "$(wc -l <want)" "files/$code.csv") && n=$((n + 1))
	done
	[ $n = 35 ]
}

# split: multiple prices on stdin as prices of contracts; where two columns have one contract the price held comes last and counts.
split() {
	awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; print "time,instrument,contract,price"; next }
		{ for (k = 3; k; k--) { x = k == 3 ? "forward" : k == 2 ? "carry" : "price"; if ($c[x] != "") print $1, $2, $c[x "_contract"], $c[x] } }'
}

# NIKKEI was rolled by other parameters than today's, and comes to nothing.
@test "real: calendars made from parameters and split multiple prices: 7577 of 7683 rolls at the same time" {
	data
	[ -d "$ST_DATA" ] || skip "ST_DATA is no folder"
	local no='AEX|AUD|COPPER|CORN|CRUDE_W|EDOLLAR|EUR|EUROSTX|GAS_US|GBP|GOLD|GOLD_micro|JPY|KOSPI|KR10|KR3|LEANHOG|LIVECOW|MXP|NASDAQ'
	no+='|NASDAQ_micro|NZD|OAT|PALLAD|PLAT|SHATZ|SMI|SOYBEAN|US10|US2|US20|US5|V2X|VIX|WHEAT|NIKKEI|USIRS5'
	st-fetch -d "$ST_DATA" --no-adjusted $(st-fetch list -d "$ST_DATA" --no-adjusted | grep -vxE "$no") | split |
		st-calendar adjust -q --rolls="$ST_DATA/csvconfig/rollconfig.csv" >made
	st-fetch calendars -d "$ST_DATA" >shipped
	run -0 awk -F, 'FNR == 1 { file++; next }
		file == 1 { time[$2, $3, $4] = $1; carry[$2, $3, $4] = $5; next }
		($2, $3, $4) in time { both++; same += time[$2, $3, $4] == $1; legs += carry[$2, $3, $4] == $5 }
		END { print both, same, legs }' shipped made
	[ "$output" = "7683 7577 7683" ]
}

# Reference: spec data.md 3.6, on the repository's own files.
@test "real: AUD's eight contracts" {
	data
	[ -e "$ST_DATA/contract_prices_csv/AUD_20180300.csv" ] || skip "no AUD contracts in ST_DATA"
	local file
	for file in "$ST_DATA"/contract_prices_csv/AUD_*.csv; do
		file=${file##*/AUD_}
		awk -F, -v OFS=, -v id="${file%.csv}" 'FNR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next } { print $c["Time"], "AUD", id, $c["Close"] }' \
			"$ST_DATA/contract_prices_csv/AUD_$file"
	done | cat <(echo time,instrument,contract,price) - >in
	prints "$(lines $head '2018-03-13 05:00:00,AUD,20180300,20180600,20180600' '2018-06-13 05:00:00,AUD,20180600,20180900,20180900' \
		'2018-09-13 05:00:00,AUD,20180900,20181200,20181200' '2018-12-13 06:00:00,AUD,20181200,20190300,20190300' \
		'2019-03-13 05:00:00,AUD,20190300,20190600,20190600' '2019-06-13 05:00:00,AUD,20190600,20190900,20190900')" \
		st-calendar adjust --rolls=rolls in
	st-calendar approximate --rolls=rolls in | cut -d, -f1 | tr '\n' ' ' >approximate
	[ "$(cat approximate)" = "time 2018-03-13 2018-06-13 2018-09-13 2018-12-13 2019-03-13 2019-06-13 2019-09-13 " ]
	st-calendar adjust --rolls=rolls in >calendar
	silent st-calendar check --calendar=calendar in
}

# ---- what is refused ----

@test "st-calendar: bad contract prices by file, line and column" {
	local v
	prices 'AUD 20200300 2020-03-13' >good
	for v in approximate adjust; do
		dies "st-calendar: stdin:1: no column 'contract'" st-calendar $v --rolls=rolls <<<time,instrument,price
		dies "st-calendar: stdin:3: column 'contract': not a contract: \"202013\"" st-calendar $v --rolls=rolls <<<"$(cat good; echo 2020-03-14,AUD,202013,1)"
		dies "st-calendar: stdin:3: column 'price': not a number: \"inf\"" st-calendar $v --rolls=rolls <<<"$(cat good; echo 2020-03-14,AUD,202003,inf)"
		dies "st-calendar: stdin:3: column 'time': not a time: \"\"" st-calendar $v --rolls=rolls <<<"$(cat good; echo ,AUD,202003,1)"
		dies "st-calendar: stdin:3: column 'time': time goes back within the contract: \"2020-03-12\"" \
			st-calendar $v --rolls=rolls <<<"$(cat good; echo 2020-03-12,AUD,202003,1)"
		dies "st-calendar: stdin:3: 2 fields where the header has 4" st-calendar $v --rolls=rolls <<<"$(cat good; echo 2020-03-12,AUD)"
		dies "st-calendar: stdin: empty: not even a header" st-calendar $v --rolls=rolls </dev/null
		prints $head st-calendar $v --rolls=rolls <<<"$(head -n 1 good)"
	done
	prices 'AUD 20200300 2020-03-13' 'AUD 20200600 2020-03-13' 'METAL 202003 2020-01-01' 'METAL 202009 2020-01-01' 'AUD 202009 2020-01-01' >in
	dies "st-calendar: in:6: the rows of 'AUD' do not stand together" st-calendar approximate -q --rolls=rolls in
	[ "$(cat out)" = "$(lines $head 2020-03-13,AUD,20200300,20200600,20200600 2020-02-25,METAL,20200300,20200900,20200900)" ]
}

@test "st-calendar: CRLF, a byte order mark, quotes and contracts mixed day by day" {
	prices 'AUD 20200300 2020-03-13' 'AUD 20200600 2020-03-13' 'AUD 20200900 2020-03-12' | sed 's/[^,]*/"&"/g; s/$/\r/; 1s/^/\xef\xbb\xbf/' >in
	grep -q $'^\xef\xbb\xbf"time","instrument"' in
	prints "$(lines $head 2020-03-13,AUD,20200300,20200600,20200600)" st-calendar adjust --rolls=rolls in
	{ head -n 1 in; sed 1d in | sort; } | sed '1s/^...//' >mixed
	prints "$(lines $head 2020-03-13,AUD,20200300,20200600,20200600)" st-calendar adjust --rolls=rolls mixed
}

@test "st-calendar: a bad calendar by file, line and column" {
	prices 'AUD 20200300 2020-03-13' >in
	lines $head 2020-03-13,AUD,20200300,2020060,20200600 >c
	dies "st-calendar: c:2: column 'next_contract': not a contract: \"2020060\"" st-calendar check --calendar=c in
	lines DATE_TIME,current_contract,next_contract,carry_contract 13/03/2020,20200300,20200600,20200600 >c
	dies "st-calendar: c:2: column 'DATE_TIME': not a time: \"13/03/2020\"" st-calendar check --calendar=c in
	: >c
	dies 'st-calendar: c: empty: not even a header' st-calendar check --calendar=c in
	lines time,instrument,current_contract >c
	dies "st-calendar: c:1: no column 'next_contract'" st-calendar check --calendar=c in
}

@test "st-calendar: options that a verb lacks or does not take" {
	for v in 'approximate needs --rolls' 'adjust needs --rolls' 'check needs --calendar' 'lint needs --rolls'; do
		dies "st-calendar: $v; see st-calendar --help" st-calendar ${v%% *} </dev/null
	done
	lines $head >c
	dies 'st-calendar: adjust needs --rolls; see st-calendar --help' st-calendar adjust --calendar=c --now=2020-01-01 </dev/null
	dies 'st-calendar: infer takes no --rolls; see st-calendar --help' st-calendar infer --rolls=rolls </dev/null
	dies 'st-calendar: approximate takes no --now; see st-calendar --help' st-calendar approximate --rolls=rolls --now=2020-01-01 </dev/null
	dies 'st-calendar: check takes no --files; see st-calendar --help' st-calendar check --calendar=c --files=. </dev/null
	dies 'st-calendar: infer takes no --days; see st-calendar --help' st-calendar infer --days=3 </dev/null
	dies 'st-calendar: infer takes no --days; see st-calendar --help' st-calendar infer --days=0 </dev/null
	run -2 st-calendar roll
	[[ "${lines[0]}" == 'st-calendar: no such verb'*'"roll"'* ]]
	run -2 st-calendar
	[[ "${lines[0]}" == 'st-calendar: no verb'* ]]
	run -2 st-calendar adjust --rolls=rolls --now=yesterday </dev/null
	[[ "${lines[0]}" == 'st-calendar: --now is not a time'*'"yesterday"'* ]]
	run -2 st-calendar infer --stamp=old </dev/null
	[[ "${lines[0]}" == 'st-calendar: --stamp is neither last-old nor first-new'*'"old"'* ]]
	run -2 st-calendar lint --rolls=rolls --days=-1
	[[ "${lines[0]}" == 'st-calendar: --days is not 0 or more'* ]]
	run -2 st-calendar infer a b
	[[ "${lines[0]}" == 'st-calendar: infer takes no further operand'*'"b"'* ]]
	dies "st-calendar: cannot open 'none': No such file or directory" st-calendar infer none
}

@test "st-calendar: a full disk, a closed pipe, the same bytes twice" {
	local g=$ROOT/tests/golden/synthetic
	st-fetch contracts -d "$g/data" SYNCRUDE >in
	run -2 bash -c "st-calendar approximate --rolls=$g/data/csvconfig/rollconfig.csv in >/dev/full"
	[[ "$output" == "st-calendar: cannot write 'stdout': "* ]]
	run -2 bash -c "st-calendar lint --rolls=rolls >/dev/full"
	[[ "$output" == "st-calendar: cannot write 'stdout': "* ]]
	run -0 bash -c "st-calendar approximate --rolls=$g/data/csvconfig/rollconfig.csv in | head -n 1"
	[ "$output" = $head ]
	st-calendar adjust -q --rolls="$g/data/csvconfig/rollconfig.csv" in >one
	st-calendar adjust -q --rolls="$g/data/csvconfig/rollconfig.csv" <in >two
	cmp one two
}
