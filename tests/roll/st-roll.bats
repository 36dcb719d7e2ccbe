# st-roll: multiple prices out of contracts, and back

load ../helper

synthetic=$ROOT/tests/golden/synthetic
head=time,instrument,price,price_contract,carry,carry_contract,forward,forward_contract

lines() {
	printf '%s\n' "$@"
}

# calendar LINE ...: a calendar as a stream, of AUD.
calendar() {
	echo time,instrument,current_contract,next_contract,carry_contract >calendar
	printf '%s\n' "$@" | sed 's/,/,AUD,/' >>calendar
}

# contracts LINE ...: TIME,CONTRACT,PRICE of AUD.
contracts() {
	echo time,instrument,contract,price >prices
	printf '%s\n' "$@" | sed 's/,/,AUD,/' >>prices
}

@test "build: from just after a roll to the next, an outer join, nothing filled" {
	calendar 2020-03-02,20191200,20200300,20200300 2020-03-12,20200300,20200600,20200600 2020-06-12,20200600,20200900,20200300
	contracts 2020-03-02,20200300,1 2020-03-03,20200300,2 '2020-03-12,20200300,' 2020-03-13,20200300,99 2020-03-02,20200600,3 \
		'2020-03-03 10:00:00,20200600,4' 2020-03-12,20200600,5 2020-03-16,20200600,6 2020-03-16,20200900,7 2020-06-15,20200900,8
	prints "$(lines $head '2020-03-03 00:00:00,AUD,2.0,20200300,,20200600,,20200600' '2020-03-03 10:00:00,AUD,,20200300,4.0,20200600,4.0,20200600' \
		'2020-03-12 00:00:00,AUD,,20200300,5.0,20200600,5.0,20200600' '2020-03-13 00:00:00,AUD,,20200600,99.0,20200300,,20200900' \
		'2020-03-16 00:00:00,AUD,6.0,20200600,,20200300,7.0,20200900')" st-roll build --calendar=calendar prices
}

@test "build: the contract held is over with its last price; forward and carry go on" {
	calendar 2020-03-02,20191200,20200300,20200300 2020-03-12,20200300,20200600,20200600
	contracts 2020-03-03,20200300,1 2020-03-03,20200600,2 2020-03-05,20200600,3
	prints "$(lines $head 2020-03-03,AUD,1.0,20200300,2.0,20200600,2.0,20200600 2020-03-05,AUD,,20200300,3.0,20200600,3.0,20200600)" \
		st-roll build --calendar=calendar prices
}

@test "build: contracts without prices, at the beginning, at the end and between" {
	calendar 2020-03-02,20190900,20191200,20191200 2020-03-12,20191200,20200300,20200300 2020-06-12,20200300,20200600,20200600
	contracts 2020-03-16,20200300,1
	try st-roll build --calendar=calendar prices
	[ "$status" = 0 ]
	[ "$(cat err)" = 'st-roll: AUD: no prices of contract 20191200: multiple prices begin later' ]
	[ "$(tail -n 1 out)" = 2020-03-16,AUD,1.0,20200300,,20200600,,20200600 ]
	calendar 2020-03-02,20191200,20200300,20200300 2020-03-12,20200300,20200600,20200600 2020-06-12,20200600,20200900,20200900
	contracts 2020-03-03,20200300,1
	dies 'st-roll: AUD: no prices of contract 20200600, which the calendar wants' st-roll build --calendar=calendar prices
	contracts 2020-03-03,20200300,1 2020-03-03,20200600,1
	calendar 2020-03-02,20191200,20200300,20200300 2020-03-12,20200300,20200600,20200600 2020-06-12,20200900,20201200,20201200
	dies 'st-roll: AUD: no prices of contract 20200900, which the calendar holds' st-roll build --calendar=calendar prices
}

@test "build: a contract held when its prices have ended is told of: days, contract, why" {
	# tells MESSAGE: st-roll build goes well, saying that alone.
	tells() {
		try st-roll build --calendar=calendar prices
		[ "$status" = 0 ] && [ "$(cat err)" = "${1:+st-roll: AUD: $1}" ] || fail "$(show err)"
	}
	calendar 2020-03-02,20191200,20200300,20200300 2020-06-12,20200300,20200600,20200600
	# one day's prices may yet come, at whatever hours the others have some
	contracts 2020-03-03,20200300,1 2020-03-05,20200600,3 '2020-03-05 10:00:00,20200600,3'
	tells ''
	contracts 2020-03-03,20200300,1 2020-03-03,20200600,3 2020-03-04,20200600,3 2020-03-05,20200600,3
	tells 'no price from 2020-03-04 on, 2 days: prices of 20200300, the contract held, end on 2020-03-03; it is not rolled out of, as there is no contract after 20200600 to look ahead to'
	# rows without a price are none; there is another contract to look ahead to
	contracts 2020-03-03,20200300,1 2020-03-04,20200300, 2020-03-05,20200300, 2020-03-09,20200300, 2020-03-09,20200600,2 2020-03-03,20200900,9
	tells 'no price from 2020-03-04 on, 3 days: prices of 20200300, the contract held, end on 2020-03-03; it is not rolled out of'
	contracts 2020-03-03,20200300, 2020-03-04,20200300, 2020-03-05,20200600,3
	tells 'no price from 2020-03-03 on, 3 days: 20200300, the contract held, has none; it is not rolled out of, as there is no contract after 20200600 to look ahead to'
	# in the middle
	calendar 2020-03-02,20191200,20200300,20200300 2020-03-06,20200300,20200600,20200600 2020-03-16,20200600,20200900,20200900 2020-03-18,20200900,20201200,20200900
	contracts 2020-03-03,20200300,1 2020-03-04,20200600,1 2020-03-05,20200600,1 2020-03-09,20200600,1 2020-03-10,20200900,1 \
		2020-03-11,20200900,1 2020-03-12,20200900,1 2020-03-17,20200900,1
	tells 'no price from 2020-03-10 to 2020-03-12, 3 days: 20200600 is held though it has none; and others are'
}

@test "update: a contract held when its prices have ended is told of" {
	{
		echo $head
		echo 2020-03-03,AUD,1,20200300,2,20200600,2,20200600
	} >multiple
	contracts 2020-03-03,20200300,1 2020-03-03,20200600,3 2020-03-04,20200600,3 2020-03-05,20200600,3
	try st-roll update --multiple=multiple prices
	[ "$status" = 0 ]
	[ "$(cat err)" = 'st-roll: AUD: no price from 2020-03-04 on, 2 days: prices of 20200300, the contract held, end on 2020-03-03; it is not rolled out of' ] ||
		fail "$(show err)"
}

@test "build: nothing between the first roll and the last is an error, and no file is replaced" {
	contracts 2020-03-03,20200300,1
	echo old >AUD.csv
	for rolls in 2020-03-02,20191200,20200300,20200300 \
		'2020-03-04,20191200,20200300,20200300 2020-03-12,20200300,20200600,20200600' \
		'2020-03-02,20191200,20200300,20200300 2020-03-12,20200600,20200900,20200900'; do
		calendar $rolls
		dies "st-roll: AUD: no prices between the calendar's first roll and its last" st-roll build -q --calendar=calendar --files=. prices
		[ "$(cat AUD.csv)" = old ]
	done
}

# Reference: a run of pysystemtrade; its stages are prices' to the last digit.
@test "build: pysystemtrade's multiple prices of invented markets, byte for byte" {
	mkdir m
	st-fetch contracts -d "$synthetic/data" >contracts
	st-calendar adjust -q --rolls="$synthetic/data/csvconfig/rollconfig.csv" --now=2013-01-01 contracts >calendars
	st-roll build --calendar=calendars --files=m contracts
	diff -r "$synthetic/data/multiple_prices_csv" m
}

@test "split: each contract's prices, those of the contract held first" {
	lines $head '2020-03-03 23:00:00,AUD,1,20200300,3,20200600,2,20200600' '2020-03-04 23:00:00,AUD,,20200300,4.5,20200600,,20200900' \
		'2020-03-05 23:00:00,AUD,5,20200600,7,20200600,6,20200900' >m
	prints "$(lines time,instrument,contract,open,high,low,price,volume '2020-03-03 23:00:00,AUD,20200300,1.0,1.0,1.0,1.0,1' \
		'2020-03-03 23:00:00,AUD,20200600,3.0,3.0,3.0,3.0,1' '2020-03-04 23:00:00,AUD,20200600,4.5,4.5,4.5,4.5,1' \
		'2020-03-05 23:00:00,AUD,20200600,5.0,5.0,5.0,5.0,1' '2020-03-05 23:00:00,AUD,20200900,6.0,6.0,6.0,6.0,1')" st-roll split m
	st-roll split m | st-validate --schema=contracts
	mkdir c
	st-roll split --files=c m
	[ "$(ls c | tr '\n' ' ')" = 'AUD_20200300.csv AUD_20200600.csv AUD_20200900.csv ' ]
	diff c/AUD_20200900.csv - <<<$'DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME\n2020-03-05 23:00:00,6.0,6.0,6.0,6.0,1'
}

@test "split: contracts held that end long before their roll are warned of" {
	lines Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset AUD,HMUZ,-5,1,HMUZ,17 >rolls
	lines $head '2020-03-04 23:00:00,AUD,1,20200300,,20200600,2,20200600' '2020-03-05 23:00:00,AUD,2,20200600,,20200900,2,20200900' >m
	try st-roll split --rolls=rolls m
	[ "$status" = 0 ]
	diff err - <<-'EOF'
		st-roll: AUD: prices of contract 20200300 end more than 8 days before its roll is desired, 2020-03-13
		st-roll: AUD: prices of contract 20200600 end more than 8 days before its roll is desired, 2020-06-13
	EOF
	sed 's/2020-03-04/2020-03-05/; s/2020-03-05 23:00:00,AUD,2/2020-06-12,AUD,2/' m >n
	try st-roll split --rolls=rolls n
	[ ! -s err ]
}

# What comes back is what went in, where the held contract changes into the forward one and nothing was missing.
@test "split and build undo each other" {
	st-fetch -d "$synthetic/data" --no-adjusted SYNRATE >m
	st-roll split m >contracts
	st-calendar infer m >calendar
	st-roll build --calendar=calendar contracts >again 2>/dev/null
	# the first contract has no row before it to begin with, so its rows are lost
	first=$(sed -n 2p again | cut -d, -f1)
	awk -F, -v first="$first" 'NR == 1 || $1 >= first && ($3 != "" || $5 != "" || $7 != "")' m | cut -d, -f1-4,7-8 >want
	cut -d, -f1-4,7-8 again >got
	awk -F, 'NR == FNR { want[$1] = $0; next } !($1 in want) || want[$1] != $0 { print; bad = 1 } END { exit bad }' want got
	[ "$(wc -l <got)" -gt 1500 ]
}

# Multiple prices hold all of a contract that they show, so but for the first contract's rows, which a calendar only begins
# after, all come back but rows without any price (456). At 51 of pysystemtrade's rows with an inferred price, a second
# before a roll, CARRY is blank though the carry contract is the forward one: there its price comes back too.
@test "real: shipped multiple prices, split and built again: the 2900386 rows after each first roll" {
	data
	st-fetch -d "$ST_DATA" --no-adjusted | tee m | st-roll split >contracts
	st-calendar infer m >calendar 2>/dev/null
	st-roll build -q --calendar=calendar contracts >got
	awk -F, -v OFS=, '
		function differs(a, b) { return a != b && (a == "" || b == "" || a + 0 != b + 0) }
		function next_row() { more = (getline line <"got") > 0; split(line, g, ",") }
		BEGIN { next_row(); next_row() }
		FNR == 1 { next }
		!more || $1 != g[1] || $2 != g[2] { if ($2 in begun) $3 $5 $7 == "" ? blank++ : lost++; next }
		{
			begun[$2]; same++
			for (i = 3; i <= 8; i++) if (differs($i, g[i])) { if (i == 5 && $5 == "" && $6 == $8) carry++; else other++ }
			next_row()
		}
		END { print same, blank, carry, lost + 0, other + 0, more + 0 }' m >counts
	[ "$(cat counts)" = 2900386,456,51,0,0,0 ] || fail "$(cat counts)"
}

@test "E: multiple prices rebuilt from shipped markets' calendars (pysystemtrade)" {
	reference golden/E_sysobjects
	E=$ST_REFERENCE/golden/E_sysobjects
	for f in "$E"/multiple_prices_from_calendar/*.csv; do
		code=$(basename "$f" .csv)
		awk -F, -v code="$code" 'NR == 1 { print "time,instrument,contract,price"; next } { print $1 "," code "," $2 "," $3 }' \
			"$E/contract_final_prices_reconstructed/$code.csv" | { read -r h; echo "$h"; sort -t, -k3,3 -k1,1; } >contracts
		{ echo DATE_TIME,current_contract,next_contract,carry_contract; tail -n +2 "$E/roll_calendar_from_parameters/$code.csv"; } >"$code.csv"
		st-roll build -q --calendar="$code.csv" contracts >got
		# date,PRICE,FORWARD,CARRY and contracts, against ours
		awk -F, -v OFS=, 'NR > 1 { print $1, $3 + 0, $7 + 0, $5 + 0, $4, $8, $6 }' got >ours
		awk -F, -v OFS=, 'NR > 1 { print substr($1, 1, 10), $2 + 0, $3 + 0, $4 + 0, $5, $6, $7 }' "$f" >theirs
		diff theirs ours >diffs || fail "$code: $(head -n 4 diffs)"
	done
}

@test "the verb may stand behind the options; what is refused" {
	calendar 2020-03-02,20191200,20200300,20200300 2020-03-12,20200300,20200600,20200600
	contracts 2020-03-03,20200300,1
	prints "$(lines $head 2020-03-03,AUD,1.0,20200300,,20200600,,20200600)" st-roll --calendar=calendar build prices
	dies 'st-roll: build needs --calendar; see st-roll --help' st-roll build prices
	dies 'st-roll: no such verb: "make"; there are build, split, update, now and extend' st-roll make
	dies 'st-roll: no such verb: "biuld"; the nearest is build' st-roll biuld --calendar=calendar prices
	dies 'st-roll: build takes no further operand: "more"; see st-roll --help' st-roll build --calendar=calendar prices more
	dies 'st-roll: no verb: ""; see st-roll --help' st-roll
	calendar 2020-03-02,20191200,20200300,20200300 2020-03-01,20200300,20200600,20200600
	dies "st-roll: AUD: the calendar's times do not increase" st-roll build --calendar=calendar prices
	lines $head 2020-03-04,AUD,1,,,,, >m
	dies "st-roll: m:2: column 'price_contract': not a contract: \"\"" st-roll split m
	lines $head 2020-03-04,AUD,1,20200300,x,20200600,, >m
	dies "st-roll: m:2: column 'carry': not a number: \"x\"" st-roll split m
	lines $head 2020-03-04,AUD,1,20200300,,,, 2020-03-04,AUD,1,20200300,,,, >m
	dies "st-roll: m:3: column 'time': twice: \"2020-03-04\"" st-roll split m
	lines $head 2020-03-04,AUD,1,20200300,,,, 2020-03-05,GOLD,1,20200300,,,, 2020-03-06,AUD,1,20200300,,,, >m
	dies "st-roll: m:4: the rows of 'AUD' do not stand together" st-roll split m
}
