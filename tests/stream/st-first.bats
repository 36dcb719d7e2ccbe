# st-first, which passes what st-weights needs of a long stream
load ../helper

@test "the first row, and each row where a column gets its first value; by instrument, mixed or not" {
	cat >in <<-EOF
		time,instrument,vol,fx
		2021-01-04,A,,
		2021-01-04,B,1,1
		2021-01-05,A,,1.5
		2021-01-05,B,2,2
		2021-01-06,A,,1.6
		2021-01-07,A,3,
		2021-01-08,A,4,1.7
	EOF
	prints $'time,instrument,vol,fx\n2021-01-04,A,,\n2021-01-04,B,1,1\n2021-01-05,A,,1.5\n2021-01-07,A,3,' \
		st-first --column=vol -c fx in
}

@test "st-weights makes the same of what it passes" {
	echo '{"instrument_weights":{"A":0.25,"B":0.75}}' >c
	printf 'time,instrument,vol,fx\n2021-01-04,A,1,1\n2021-01-05,A,1,1\n2021-01-04,B,,1\n2021-01-05,B,,1\n2021-01-06,B,2,\n2021-01-07,B,2,1\n' >in
	st-weights --config=c -c vol -c fx in >whole
	st-first -c vol -c fx in | st-weights --config=c -c vol -c fx >few
	diff whole few
	grep -qx 2021-01-06,B,0.75,1.0 whole
}

@test "--complete: status 1 when a column of an instrument had no value, after the same rows" {
	printf 'time,instrument,vol,fx\n2021-01-04,A,1,\n2021-01-05,A,,1\n2021-01-04,B,1,\n' >in
	prints "$(cat in)" st-first -c vol -c fx in
	try st-first --complete -c vol -c fx in
	[ "$status" = 1 ] && [ ! -s err ]
	diff in out
	prints "$(head -n 3 in)" st-first --complete -c vol -c fx <(head -n 3 in)
	prints time,instrument,vol st-first --complete -c vol <<<time,instrument,vol
}

@test "what it refuses" {
	printf 'time,instrument,vol\n2021-01-04,A,x\n' >in
	dies 'st-first: option --column is required, up to 31 times; see st-first --help' st-first in
	dies "st-first: in:1: no column 'fx'" st-first -c fx in
	dies "st-first: in:2: column 'vol': not a number: \"x\"" st-first -c vol in
}
