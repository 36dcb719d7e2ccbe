# st-columns: columns and rows by name
load ../helper

rows() {
	cat >in <<-'EOF2'
		time,instrument,price,forecast.carry,forecast.fast,forecast
		2020-12-31,CORN,4,-1,6,2
		2021-01-04,CORN,4.5,-2,7,3.1
		2021-01-04,GOLD_micro,1900,3,,3
		2021-01-31 16:00:00,GOLD_micro,,2,1,1.6
		2021-02-01,"PLAT, old",1,0,0,0.0
	EOF2
}

# The first line's columns and how many lines there are: columns WANT LINES OPTION ...
picks() {
	st-columns "${@:2}" in >out
	[ "$(head -n 1 out)" = "$1" ] || fail "${*:2}: $(head -n 1 out), wanted $1"
	[ "$(wc -l <out)" = 6 ]
}

# The rows that pass: lines LINES OPTION ...: their numbers in the input.
lines() {
	st-columns "${@:2}" in >out 2>err || fail "${*:2}: $(cat err)"
	[ "$(grep -nxFf <(tail -n +2 out) in | cut -d: -f1 | paste -sd ' ')" = "$1" ] || fail "${*:2}: other rows than $1:" "$(cat out)"
}

@test "st-columns: without options all passes, byte for byte" {
	rows
	prints_file in st-columns in
	prints_file in st-columns <in
	printf 'a,"b ""c"""\r\n"1,\n2",\r\n' >in
	prints $'"b ""c""",a\n,"1,\n2"' st-columns -c 'b*,a' in
	printf '\xef\xbb\xbfa,b\n1,2' | prints $'b\n2' st-columns -c b
	prints a,b st-columns <<<a,b
}

@test "columns in the order given, by name and by pattern, each once" {
	rows
	picks forecast,time -c forecast,time
	picks forecast,time -c forecast -c time
	picks forecast.carry,forecast.fast -c 'forecast.*'
	picks forecast.fast,time,instrument,price,forecast.carry,forecast -c 'forecast.fast,*'
	picks time,instrument,price,forecast.carry,forecast.fast,forecast -c '*'
	picks price,time -c 'pr?ce,t*e'
	prints $'forecast,price,instrument\n2,4,CORN' st-columns -c forecast,price,instrument <(head -n 2 in)
	prints $'price,forecast.carry,time\n4,-1,2020-12-31' st-columns -c price,forecast.carry,time <(head -n 2 in)
}

@test "but those excepted" {
	rows
	picks time,instrument,price,forecast -x 'forecast.*'
	picks time,price,forecast.carry,forecast.fast -x instrument,forecast
	picks time,price,forecast.carry,forecast.fast --except instrument --except forecast
	picks forecast,time -c forecast,price,time -x price
	picks price,forecast.carry,time -c price,forecast.carry,forecast.fast,time -x forecast.fast
}

@test "renamed, in place; other options have the old names" {
	rows
	picks time,price,PRICE -c time,forecast,price --rename forecast=price --rename price=PRICE
	picks 'time,"a,b=c"' -c time,price --rename 'price=a,b=c'
	lines 2 -i CORN -w price=4 --rename price=x -c '*'
	[ "$(head -n 1 out)" = time,instrument,x,forecast.carry,forecast.fast,forecast ]
}

@test "rows by what a column says, as text" {
	rows
	lines '2 3' -w instrument=CORN
	lines '2 3 4 5' -w 'instrument=CORN,GOLD_*'
	lines '4' -w forecast.fast=
	lines '2 3 4 6' -w price!=
	lines '2 3 6' -w price!= -w forecast.fast!=
	lines '3 4 5 6' -w forecast!=2
	lines '6' -w forecast=0.0
	lines '' -w forecast=0
	lines '6' -w 'instrument=PLAT? old'
	lines '5' -w 'time=2021-01-31 *'
	lines '4 5 6' -w 'instrument!=C*'
	printf 'a=b,c\n1,x=y\n' >in
	prints $'a=b,c\n1,x=y' st-columns -w c=x=y in
}

@test "rows of instruments, each of which must be there" {
	rows
	lines '2 3' -i CORN
	lines '2 3 4 5' --instrument CORN,GOLD_micro
	lines '2 3 4 5' -i CORN -i '*micro'
	lines '4 5' -i 'GOLD*o,GOLD_micro'
	lines '' -i CORN --start 2022
	lines '' -w price=1900 -i CORN
	try st-columns -i GOLD,CORN in
	[ "$status" = 2 ]
	[ "$(cat err)" = "st-columns: in: no rows of 'GOLD'; the nearest is 'GOLD_micro'" ]
	diff out <(head -n 3 in)
	dies "st-columns: in: no rows of 'S*'" st-columns -i 'S*' in
}

@test "rows between two times, of which a day, a month and a year have a first moment and a last" {
	rows
	lines '3 4 5 6' --start 2021
	lines '3 4 5 6' --start 2021-01
	lines '5 6' --start 2021-01-05
	lines '5 6' --start '2021-01-31 16:00:00'
	lines '6' --start '2021-01-31 16:00:01'
	lines '2' --end 2020
	lines '2 3 4 5' --end 2021-01
	lines '2 3 4 5' --end 2021-01-31
	lines '2 3 4' --end 2021-01-30
	lines '2 3 4 5' --end 2021-01-31T16:00
	lines '2 3 4' --end '2021-01-31 15:59:59'
	lines '3 4 5' --start 2021-01 --end 2021-01
	lines '' --start 2021-02 --end 2021-01
	printf 'DATETIME,PRICE\n2021-01-04 23:00:00,2\n2021-01-05 23:00:00,3\n' >in
	lines 2 --end 2021-01-04
	for time in 2021-13 2021-02-30 21 '' now 2021-01-04x 2021-1-4; do
		dies "st-columns: --start is neither a time, a day, a month nor a year: \"$time\"" st-columns --start "$time" in
		dies "st-columns: --end is neither a time, a day, a month nor a year: \"$time\"" st-columns --end "$time" in
	done
}

@test "without a header" {
	rows
	prints $'2,2020-12-31\n3.1,2021-01-04' st-columns -H -c forecast,time -i CORN in
	prints_file <(tail -n +2 in) st-columns --no-header-out in
}

@test "what it refuses" {
	rows
	for option in -c -x; do
		dies "st-columns: in:1: no column 'Forcast'; the nearest is 'forecast'" st-columns $option time,Forcast in
		dies "st-columns: in:1: no column 'x*'" st-columns $option 'x*' in
		dies "st-columns: in:1: no column ''" st-columns $option time, in
	done
	dies "st-columns: column 'time' is named twice" st-columns -c time,price,time in
	dies "st-columns: no column is left" st-columns -x '*' in
	dies "st-columns: in:1: no column 'fast'; the nearest is 'forecast.fast'" st-columns -w fast=1 in
	dies "st-columns: in:1: no column 'fast'; the nearest is 'forecast.fast'" st-columns --rename fast=1 in
	for text in price =price price= ''; do
		dies "st-columns: --rename wants OLD=NEW: \"$text\"" st-columns --rename "$text" in
	done
	dies "st-columns: two columns would be called 'time'" st-columns --rename price=time in
	for text in price =4 !=4 ''; do
		dies "st-columns: --where wants COLUMN=VALUE,... or COLUMN!=VALUE,...: \"$text\"" st-columns -w "$text" in
	done
	printf 'time,price\n2021-01-04,1\nx,2\n' >in
	try st-columns --start 2021 in
	[ "$status" = 2 ] && [ "$(cat err)" = "st-columns: in:3: column 'time': not a time: \"x\"" ]
	[ "$(cat out)" = $'time,price\n2021-01-04,1' ]
	dies "st-columns: in:1: no column 'instrument'" st-columns -i GOLD in
	printf 'a,a\n' >in
	dies "st-columns: in:1: column 'a' twice" st-columns in
	printf 'a,b\n1\n' >in
	dies "st-columns: in:2: 1 field where the header has 2" st-columns in
	: >in
	dies "st-columns: in: empty: not even a header" st-columns in
	dies "st-columns: cannot open 'none': No such file or directory" st-columns none
	dies 'st-columns: one file at most: "b"; see st-columns --help' st-columns a b
	rows
	dies "st-columns: cannot write 'stdout': No space left on device" bash -c 'st-columns in >/dev/full'
}
