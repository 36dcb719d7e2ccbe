# st-carry: annualised roll over annualised volatility

load ../helper

@test "EDOLLAR's raw carry of 2021-11-30 (a pysystemtrade run)" {
	printf 'time,instrument,roll,vol\n2021-11-30,EDOLLAR,0.11333333333331552,0.05436332120844417\n' >in
	prints "time,instrument,roll,vol,raw_carry
2021-11-30,EDOLLAR,0.11333333333331552,0.05436332120844417,0.1302961845574655" st-carry in
}

@test "missing where roll or vol is; signs; columns in any place" {
	printf 'vol,x,roll\n0.5,a,8\n,b,8\n0.5,c,\n0.25,d,-1\n0,e,0\n' >in
	prints "vol,x,roll,raw_carry
0.5,a,8,1.0
,b,8,
0.5,c,,
0.25,d,-1,-0.25
0,e,0," st-carry in
}

@test "a roll without any volatility is refused" {
	printf 'time,instrument,roll,vol\n2021-01-04,A,1,1\n2021-01-05,A,1,0\n' >in
	dies "st-carry: in:3: column 'raw_carry' came out infinite, of A, 2021-01-05, as vol is 0" st-carry in
	[ "$(tail -n 1 out)" = 2021-01-04,A,1,1,0.0625 ]
}
