# st-daily: rows of any frequency to one a business day

load ../helper

# rows LINE ...: a stream with all columns that it reads but `beyond`.
rows() {
	printf '%s\n' time,instrument,price,price_contract,carry,carry_contract,adjusted "$@"
}

# daily WANT LINE ...: these rows give these, header aside (; for a newline).
daily() {
	rows "${@:2}" >in
	prints "$(echo "time,instrument,adjusted,price,roll;$1" | tr ';' '\n')" st-daily in
}

# Prices that carry by their own amount a year: last, mean.
@test "B bins: last and mean (vector of pandas 1.5.3)" {
	local i=0 t v
	local times=('2021-01-02 10:00' '2021-01-04 09:00' '2021-01-04 20:00' '2021-01-05 23:00' '2021-01-08 23:00' '2021-01-09 01:00' \
		'2021-01-10 22:00' '2021-01-12 03:00' '2021-01-17 05:00')
	for v in 1 2 '' 4 5 6 '' 8 9; do
		t=${times[i]} i=$((i + 1))
		echo "$t:00,A,${v:+$((v + 1))},20210300,1,20220300,$v"
	done >lines
	rows >in
	cat lines >>in
	prints "time,instrument,adjusted,price,roll
2021-01-01,A,1,2,1.0
2021-01-04,A,2,3,2.0
2021-01-05,A,4,5,4.0
2021-01-06,A,,,
2021-01-07,A,,,
2021-01-08,A,6,7,5.5
2021-01-11,A,,,
2021-01-12,A,8,9,8.0
2021-01-13,A,,,
2021-01-14,A,,,
2021-01-15,A,9,10,9.0" st-daily in
}

@test "annualised roll: EDOLLAR's of 1984-01-12 and 13 (a pysystemtrade run)" {
	daily '1984-01-12,EDOLLAR,72.7,88.27,0.9600000000000364;1984-01-13,EDOLLAR,72.9,88.46,1.2000000000000455' \
		'1984-01-12 23:00:00,EDOLLAR,88.27,19850600,88.51,19850300,72.7' '1984-01-13 23:00:00,EDOLLAR,88.46,19850600,88.76,19850300,72.9'
}

@test "roll: missing where price, carry or a contract is, and where price and carry are the same" {
	daily '2021-01-04,A,,1,;2021-01-05,A,,,;2021-01-06,A,,1,;2021-01-07,A,,1,;2021-01-08,A,,2,1.0' \
		2021-01-04,A,1,20210300,,20220300, 2021-01-05,A,,20210300,1,20220300, 2021-01-06,A,1,,2,20220300, \
		2021-01-07,A,1,20210300,1,20220300, '2021-01-08 10:00:00,A,1,20210300,1,20220300,' '2021-01-08 11:00:00,A,2,20210300,1,20220300,'
}

# A quarter: 03 to 06. Days: a hundredth of a month each. 2021.5 to 2021.505: less than a day of 1/365.25.
@test "years between contracts: days count as hundredths of a month, small positive ones are a day at least" {
	daily '2021-01-04,A,,2,4.0;2021-01-05,A,,2,-4.0;2021-01-06,A,,2,365.25;2021-01-07,A,,2,-1200.000000082946' \
		2021-01-04,A,2,20210600,1,20210900, 2021-01-05,A,2,20210900,1,20210600, 2021-01-06,A,2,20210600,1,20210601, \
		2021-01-07,A,2,20210601,1,20210600,
}

@test "contracts as pandas writes them back from numbers" {
	daily '2021-01-04,A,,2,1.0' 2021-01-04,A,2,20210300.0,1,20220300.0,
}

@test "text of prices passes as it stood, quotes aside" {
	daily '2021-01-04,A,-01.50,2e0,' '2021-01-04,A,2e0,,,,"-01.50"'
}

@test "without carry or adjusted columns" {
	printf 'time,instrument,price\n2021-01-04,A,1\n2021-01-06,A,2\n' >in
	prints "time,instrument,price,roll
2021-01-04,A,1,
2021-01-05,A,,
2021-01-06,A,2," st-daily in
}

@test "a day is beyond when all its rows are; an empty one when a neighbour is" {
	printf '%s\n' time,instrument,price,adjusted,beyond 2021-01-04,A,1,,1 2021-01-06,A,2,7, '2021-01-07 10:00:00,A,3,,1' \
		'2021-01-07 23:00:00,A,4,8,' 2021-01-11,A,5,9, 2021-01-13,A,6,,1 >in
	prints "time,instrument,adjusted,price,roll,beyond
2021-01-04,A,,1,,1
2021-01-05,A,,,,1
2021-01-06,A,7,2,,
2021-01-07,A,8,4,,
2021-01-08,A,,,,
2021-01-11,A,9,5,,
2021-01-12,A,,,,1
2021-01-13,A,,6,,1" st-daily in
}

@test "a stamp may repeat, instruments follow one another or come day by day" {
	printf 'time,instrument,price\n2021-01-04 10:00:00,A,1\n2021-01-04 10:00:00,A,2\n2021-01-05,A,3\n2021-01-04,B,7\n2021-01-06,B,8\n' >in
	prints "time,instrument,price,roll
2021-01-04,A,2,
2021-01-05,A,3,
2021-01-04,B,7,
2021-01-05,B,,
2021-01-06,B,8," st-daily in
	printf 'time,instrument,price\n2021-01-04 10:00:00,A,1\n2021-01-04 11:00:00,B,7\n2021-01-04 12:00:00,A,2\n2021-01-05,A,3\n2021-01-06,B,8\n' >in
	prints "time,instrument,price,roll
2021-01-04,A,2,
2021-01-04,B,7,
2021-01-05,A,3,
2021-01-05,B,,
2021-01-06,B,8," st-daily in
}

@test "what it cannot read" {
	rows 2021-01-04,A,1,20210300,1,20220300, 2021-01-05,A,1,MAR21,1,20220300, >in
	dies 'st-daily: in:3: not contracts: "MAR21", "20220300"' st-daily in
	rows 2021-01-04,A,1,20210300,1,20220300, 2021-01-05,A,1,20210300,1,20220300,x >in
	dies "st-daily: in:3: column 'adjusted': not a number: \"x\"" st-daily in
	[ "$(tail -n 1 out)" = time,instrument,adjusted,price,roll ] || [ "$(tail -n 1 out)" = 2021-01-04,A,,1, ]
	printf 'time,instrument,price,carry\n' >in
	dies "st-daily: in:1: no column 'price_contract'" st-daily in
}

@test "a name in quotes is the name, and is printed in quotes where it needs them" {
	daily '2021-01-04,"A ""B"", C",1,1,;2021-01-05,"A ""B"", C",3,3,;2021-01-04,D,2,2,' \
		'2021-01-04,"A ""B"", C",1,,,,1' '"2021-01-05","A ""B"", C","3",,,,3' '2021-01-04,"D",2,,,,"2"'
}
