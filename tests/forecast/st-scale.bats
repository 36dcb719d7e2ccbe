# st-scale: forecast scalars and the cap

load ../helper

@test "the rule's own scalar, else the one listed, else the one for all" {
	echo '{"trading_rules":{"a":{"forecast_scalar":2},"b":{}},"forecast_scalars":{"a":5,"b":"3"},"forecast_scalar":7}' >c
	printf 'time,instrument,raw.a,raw.b,raw.c\n2021-01-04,A,1,1,1\n' >in
	prints "time,instrument,raw.a,raw.b,raw.c,forecast.a,forecast.b,forecast.c
2021-01-04,A,1,1,1,2.0,3.0,7.0" st-scale --config=c in
	echo '{}' >c
	prints "time,instrument,raw.a,raw.b,raw.c,forecast.a,forecast.b,forecast.c
2021-01-04,A,1,1,1,1.0,1.0,1.0" st-scale --config=c in
}

# 1984-01-26, the scalars of Carver's chapter 15.
@test "EDOLLAR's first forecasts (a pysystemtrade run)" {
	echo '{"trading_rules":{"ewmac2_8":{"forecast_scalar":10.6},"ewmac16_64":{"forecast_scalar":3.75}},"forecast_cap":20}' >c
	printf 'raw.ewmac2_8,raw.ewmac16_64\n0.05328910681770489,-0.016815629189882574\n' >in
	prints "raw.ewmac2_8,raw.ewmac16_64,forecast.ewmac2_8,forecast.ewmac16_64
0.05328910681770489,-0.016815629189882574,0.5648645322676719,-0.06305860946205966" st-scale --config=c in
}

@test "the cap, 20 by default; a floor of its own; missing stays missing" {
	echo '{"forecast_scalar":10}' >c
	printf 'raw.a\n3\n-3\n2\n\n1.5\n' >in
	prints "raw.a,forecast.a
3,20.0
-3,-20.0
2,20.0
,
1.5,15.0" st-scale --config=c in
	echo '{"forecast_scalar":10,"forecast_cap":12.5,"forecast_floor":-5}' >c
	prints "raw.a,forecast.a
3,12.5
-3,-5.0
2,12.5
,
1.5,12.5" st-scale --config=c in
}

@test "what it refuses" {
	echo '{"use_forecast_scale_estimates":true}' >c
	printf 'raw.a\n1\n' >in
	dies 'st-scale: c: use_forecast_scale_estimates: st-scalar estimates them; give its output by --scalars' st-scale --config=c in
	dies 'st-scale: option --config is required; see st-scale --help' st-scale in
	echo '{"forecast_scalars":{"a":"two"}}' >c
	dies "st-scale: c: 'a' is not a number" st-scale --config=c in
	echo '{"forecast_cap":"high"}' >c
	dies "st-scale: c: 'forecast_cap' is not a number" st-scale --config=c in
	echo '{}' >c
	printf 'raw,forecast.a\n1,1\n' >in
	dies "st-scale: in:1: no column 'raw.RULE'" st-scale --config=c in
	printf 'raw.a,forecast.a\n1,1\n' >in
	dies "st-scale: in:1: there is already a column 'forecast.a'" st-scale --config=c in
}

@test "estimated scalars are found by whole names, in quotes or not" {
	slow=$(printf '%085d_slow' 0) fast=$(printf '%085d_fast' 0)
	echo '{}' >c
	printf 'time,instrument,rule,value\n2021-01-04,"GOLD",%s,2\n2021-01-04,GOLD,%s,3\n' "$slow" "$fast" >scalars
	printf '2021-01-04,"A,B",C,4\n2021-01-04,A,"B,C",5\n' >>scalars
	printf 'time,instrument,raw.%s,raw.%s\n2021-01-04,GOLD,1,1\n' "$slow" "$fast" >in
	prints "time,instrument,raw.$slow,raw.$fast,forecast.$slow,forecast.$fast
2021-01-04,GOLD,1,1,2.0,3.0" st-scale --config=c --scalars=scalars in
	printf 'time,instrument,raw.C,"raw.B,C"\n2021-01-04,"A,B",1,1\n2021-01-04,A,1,1\n' >in
	prints 'time,instrument,raw.C,"raw.B,C",forecast.C,"forecast.B,C"
2021-01-04,"A,B",1,1,4.0,
2021-01-04,A,1,1,,5.0' st-scale --config=c --scalars=scalars in
}
