# st-prefix: is one table the beginning of another?

load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	cat >whole <<-'CSV'
		time,instrument,price,mean,note
		2021-01-04,A,1,2.0,x
		2021-01-05,A,3,2.0,y
		2021-01-06,A,5,3.0,z
		2021-01-04,B,10,10.0,u
		2021-01-05,B,20,15.0,v
	CSV
}

@test "the rows up to a day of each instrument are a prefix; columns may be fewer and in another order" {
	printf 'time,instrument,mean,price\n2021-01-04,A,2.0,1\n2021-01-05,A,2.0,3\n2021-01-04,B,10.0,10\n' >part
	prints '' sh -c 'st-prefix whole part; echo'
	cp whole part
	st-prefix whole part
	head -n 1 whole >part
	st-prefix whole part
}

@test "the first row of each column that changes" {
	printf 'time,instrument,price,mean,note\n2021-01-04,A,1,1.0,x\n2021-01-05,A,3,2.5,w\n2021-01-04,B,11,10.0,u\n' >part
	try st-prefix whole part
	[ "$status" = 1 ] && [ ! -s err ]
	diff -u - out <<-'CSV'
		column,time,instrument,part,whole
		mean,2021-01-04,A,1.0,2.0
		note,2021-01-05,A,w,y
		price,2021-01-04,B,11,10
	CSV
	try st-prefix --ignore=mean -x note -x price whole part
	[ "$status" = 0 ] && [ ! -s out ]
}

@test "a row that is missing on either side" {
	printf 'time,instrument,price,mean,note\n2021-01-05,A,3,2.0,y\n' >part
	try st-prefix whole part
	[ "$status" = 1 ] && [ "$(tail -n 1 out)" = time,2021-01-05,A,2021-01-05, ]
	printf 'time,instrument,price,mean,note\n2021-01-04,A,1,2.0,x\n2021-01-04,C,3,2.0,y\n' >part
	try st-prefix whole part
	[ "$status" = 1 ] && [ "$(tail -n 1 out)" = time,2021-01-04,C,2021-01-04, ]
}

@test "what may change is a column of one of the two" {
	printf 'time,instrument,a,b\n2021-01-04,G,1,2\n' >whole
	printf 'time,instrument,a,c\n2021-01-04,G,1,3\n' >part
	prints_file /dev/null st-prefix -x c part part
	st-prefix -x c -x b whole part
	dies "st-prefix: whole:1: no column 'A'; the nearest is 'a'" st-prefix -x c -x A whole part
	dies "st-prefix: --rtol is below 0" st-prefix --rtol=-1e-9 whole part
}

@test "--rtol lets numbers differ, not texts" {
	printf 'time,instrument,price,mean,note\n2021-01-04,A,1.0000001,2.0,x\n' >part
	try st-prefix whole part
	[ "$status" = 1 ]
	st-prefix --rtol=1e-6 whole part
	printf 'time,instrument,price,mean,note\n2021-01-04,A,,2.0,x\n' >part
	try st-prefix --rtol=1e-6 whole part
	[ "$status" = 1 ] && [ "$(tail -n 1 out)" = price,2021-01-04,A,,1 ]
}

@test "what it refuses" {
	printf 'time,instrument,other\n2021-01-04,A,1\n' >part
	dies "st-prefix: whole:1: no column 'other'" st-prefix whole part
	dies 'st-prefix: two files are wanted: "whole"; see st-prefix --help' st-prefix whole
	dies "st-prefix: cannot open 'none': No such file or directory" st-prefix whole none
	printf 'time,instrument,price\n2021-01-04,A\n' >part
	dies_like 'st-prefix: part:2: .*' st-prefix whole part
}

@test "a column's name may be quoted" {
	printf 'time,instrument,"a,b"\n2021-01-04,X,1\n2021-01-05,X,2\n' >whole
	head -n 2 whole >part
	st-prefix whole part
}
