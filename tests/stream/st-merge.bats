# st-merge: order of time, whatever came in

load ../helper
load ../feeds

@test "rows in order of time, at one time in order of codes; repeated stamps keep their order" {
	printf 'time,instrument,x\n2021-01-04 10:00,B,1\n2021-01-04 10:00,B,2\n2021-01-05,B,3\n2021-01-04,C,4\n2021-01-04 10:00,A,"5,5"\n' >in
	prints 'time,instrument,x
2021-01-04,C,4
2021-01-04 10:00,A,"5,5"
2021-01-04 10:00,B,1
2021-01-04 10:00,B,2
2021-01-05,B,3' st-merge in
}

@test "as sort(1) does it, from either order" {
	invented_rows 300 instrument price vol >in
	{ head -n 1 in && tail -n +2 in | sort -t, -k1,2; } >want
	prints_file want st-merge in
	prints_file want st-merge want
}

@test "numbers of the filter before it pass too" {
	invented_rows 50 instrument roll vol >in
	st-carry in | st-merge >want
	prints_file want st-chain st-carry then st-merge <in
}

@test "many instruments" {
	awk 'BEGIN { print "time,instrument,x"
		for (i = 0; i < 500; i++) for (j = i % 7; j < 20; j += 1 + i % 3) printf "2021-01-%02d,I%03d,%d\n", j + 1, (i * 77) % 500, j }' >in
	{ head -n 1 in && tail -n +2 in | sort -t, -k1,2; } >want
	prints_file want st-merge in
}

@test "--by-instrument: and back, in order of codes whichever came first" {
	invented_rows 300 time price vol >in
	{ head -n 1 in && tail -n +2 in | sort -s -t, -k2,2; } >want
	prints_file want st-merge --by-instrument in
	prints_file want st-merge --by-instrument want
	head -n 1 in >none
	prints_file none st-merge --by-instrument none
}
