# st-weights: instrument weights, shared by the instruments that there are

load ../helper

# Three instruments: A has a position from the 5th, B from the 7th, C none.
three() {
	cat >in <<-'CSV'
		time,instrument,subsystem,vol
		2021-01-05,A,1,
		2021-01-06,A,,2
		2021-01-04,B,,2
		2021-01-05,B,,
		2021-01-07,B,0,
		2021-01-06,C,,
	CSV
}

@test "a row when an instrument has its first position, with the sum that all are divided by; sorted; the rest at nought" {
	three
	echo '{"instrument_weights":{"A":0.3,"B":0.2,"C":0.5}}' >c
	prints "time,instrument,weight,sum
2021-01-04,A,0.0,0.0
2021-01-04,B,0.0,0.0
2021-01-04,C,0.0,0.0
2021-01-05,A,0.3,0.3
2021-01-07,B,0.2,0.5" st-weights --config=c in
}

@test "rows day by day give the same" {
	three
	echo '{"instrument_weights":{"A":0.3,"B":0.2,"C":0.5}}' >c
	st-weights --config=c in >want
	{ head -n 1 in && tail -n +2 in | sort; } >by_day
	prints_file want st-weights --config=c by_day
}

# Simple system: weights of three of four instruments, renormalised.
@test "weights need not sum to 1: an instrument left out leaves its share to the others" {
	printf 'time,instrument,subsystem\n2021-01-04,CORN,1\n2021-01-04,EDOLLAR,1\n2021-01-04,US10,1\n' >in
	echo '{"instrument_weights":{"EDOLLAR":0.25,"US10":0.25,"CORN":0.25,"SP500":0.25}}' >c
	[ "$(st-weights --config=c in | cut -d, -f3,4 | tail -n +2 | tr '\n' ' ')" = '0.25,0.75 0.25,0.75 0.25,0.75 ' ]
}

@test "no weights in the config: all the same; some forced to nought" {
	three
	echo '{}' >c
	[ "$(st-weights --config=c in | tail -n +5 | tr '\n' ' ')" = '2021-01-05,A,1.0,1.0 2021-01-07,B,1.0,2.0 ' ]
	echo '{"instrument_weights":{"A":0.5,"B":0.25,"C":0.25},"allocate_zero_instrument_weights_to_these_instruments":["A"]}' >c
	[ "$(st-weights --config=c in | tail -n +5 | tr '\n' ' ')" = '2021-01-07,B,0.25,0.25 ' ]
}

@test "--column: there once every one of these has had a value" {
	three
	echo '{}' >c
	[ "$(st-weights --config=c --column=vol in | tail -n +5 | tr '\n' ' ')" = '2021-01-06,A,1.0,2.0 ' ]
	[ "$(st-weights --config=c -c vol -c subsystem in | tail -n +5 | tr '\n' ' ')" = '2021-01-06,A,1.0,1.0 2021-01-07,B,1.0,2.0 ' ]
	dies "st-weights: in:1: no column 'price'" st-weights --config=c -c price in
}

@test "--raw: fitted weights from the first business day on that they hold; a missing one stays missing" {
	three
	echo '{"allocate_zero_instrument_weights_to_these_instruments":["C"]}' >c
	printf 'time,instrument,value\n2021-01-03,A,0.3\n2021-01-03,B,0.1\n2021-01-09,A,0.6\n2021-01-09,B,0.2\n2021-01-13,A,\n2021-01-13,B,0.2\n' >r
	prints "time,instrument,weight,sum
2021-01-04,A,0.0,0.0
2021-01-04,B,0.0,0.0
2021-01-04,C,0.0,0.0
2021-01-05,A,0.3,0.3
2021-01-07,B,0.1,0.4
2021-01-11,A,0.6,0.8
2021-01-11,B,0.2,0.8
2021-01-13,A,,0.2" st-weights --config=c --raw=r in
	echo '{}' >c
	dies "st-weights: r: no weights of 'C'" st-weights --config=c --raw=r in
}

@test "what it refuses" {
	three
	dies 'st-weights: option --config is required; see st-weights --help' st-weights in
	echo '{"instrument_weights":{"A":0.3,"B":0.2}}' >c
	dies "st-weights: c: instrument_weights has none for 'C'" st-weights --config=c in
	echo '{"instrument_weights":{"A":"most"}}' >c
	dies "st-weights: c: 'A' is not a number" st-weights --config=c in
	echo '{"use_instrument_weight_estimates":true}' >c
	dies 'st-weights: c: use_instrument_weight_estimates: st-fit estimates them; give its output by --raw' st-weights --config=c in
}
