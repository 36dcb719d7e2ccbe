# st-class: medians and means over the instruments of asset classes, by hand

load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR"
	printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\n' >u
	printf '%s,1,USD,%s,0,0,0,0,4\n' A Metals B Metals C Metals D Ags E Other >>u
	grep -v -e '^C' -e '^E' u >i
}

rules() {
	echo "{\"trading_rules\":{$1}}" >c
}
trend='"t":{"function":"carry","data":"rawdata.normalised_price_for_asset_class"}'
carry='"c":{"function":"carry","data":"rawdata.median_carry_for_asset_class"}'

# skew NAME METHOD: a rule of this mean of skew over seven days.
skew() {
	echo "\"$1\":{\"function\":\"carry\",\"data\":\"rawdata.get_demeanded_factor_value\",\"other_args\":{
		\"_lookback_days\":7,\"_demean_method\":\"$2\"}}"
}

@test "returns: the median of those that have one, cumulated; not traded counts too, other classes do not" {
	rules "$trend"
	cat >in <<-'CSV'
		time,instrument,adjusted,vol
		2021-01-04,A,10,1
		2021-01-05,A,11,2
		2021-01-06,A,13,2
		2021-01-07,A,,2
		2021-01-05,B,20,1
		2021-01-06,B,23,1
		2021-01-04,C,5,4
		2021-01-05,C,7,1
		2021-01-06,C,12,1
		2021-01-08,C,13,1
		2021-01-05,D,1,1
		2021-01-05,E,1,1
	CSV
	cat >want <<-'CSV'
		time,asset_class,members,normalised
		2021-01-05,Ags,1,
		2021-01-04,Metals,3,
		2021-01-05,Metals,3,0.75
		2021-01-06,Metals,3,3.75
		2021-01-07,Metals,3,
		2021-01-08,Metals,3,4.75
	CSV
	prints_file want st-class --config=c --instruments=i --universe=u in
	{ head -n 1 in && tail -n +2 in | sort -t, -k1,1 -k2,2r; } >mixed
	prints_file want st-class --config=c --instruments=i --universe=u mixed
	grep -v -e C, -e E, in >traded
	[ "$(st-class --config=c --instruments=i traded | tail -n 2 | head -n 1)" = 2021-01-06,Metals,2,3.0 ]
}

@test "carry: each smoothed over all days of the class, one without keeps its last" {
	rules "$carry"
	printf 'time,instrument,raw_carry\n2021-01-04,A,1\n2021-01-06,A,4\n2021-01-05,B,3\n' >in
	prints 'time,asset_class,members,carry
2021-01-04,Metals,2,1.0
2021-01-05,Metals,2,2.0
2021-01-06,Metals,2,2.758287039863256' st-class --config=c --instruments=i in
}

@test "factors: means over the class, over all that are traded, and the slow mean of that" {
	rules "$(skew class average_factor_value_in_asset_class_for_instrument),$(skew all current_average_factor_values_over_all_assets),
		$(skew history historic_average_factor_value_all_assets)"
	# the skews of the third to fifth day; C isn't traded, D is of another class
	awk 'BEGIN { print "time,instrument,adjusted,price,vol"
		n = split("A 1 2 4 9 7 B 5 1 2 4 0 C 3 1 4 1 5 D 2 7 1 8 2", x, " ")
		for (i = 1; i <= n; i += 6) for (j = 1; j < 6; j++) printf "2021-01-%02d,%s,%d,10,1\n", 3 + j, x[i], x[i + j] }' >in
	st-class --config=c --instruments=i --universe=u in >out
	head -n 1 out | grep -qx 'time,asset_class,members,skew_7_class,skew_7_all,skew_7_history'
	# the factors themselves are st-raw's
	echo '{"trading_rules":{"o":{"function":"carry","data":"rawdata.skew","other_args":{"_lookback_days":7}}}}' >own
	st-raw --config=own in >skews
	awk -F, 'function near(x, y) { return (x - y) ^ 2 < 1e-18 }
		FILENAME == "skews" { if ($6 != "") s[$2, $1] = $6; next }
		FNR > 1 && $1 > "2021-01-06" {
			all = (s["A", $1] + s["B", $1] + s["D", $1]) / 3
			class = $2 == "Ags" ? s["D", $1] : (s["A", $1] + s["B", $1] + s["C", $1]) / 3
			keep = 3840 / 3841
			history = $1 == "2021-01-07" ? all : (all + keep * first) / (1 + keep)
			first = all
			if (!near($4, class) || !near($5, all) || !near($6, history)) exit
			n++ }
		END { exit n != 4 }' skews out || fail "$(cat skews out)"
}

@test "--check tells whether the table is wanted" {
	rules "$trend"
	prints_file /dev/null st-class --config=c --check
	rules '"t":{"function":"carry","data":"rawdata.smoothed_carry"}'
	try st-class --config=c --check
	[ "$status" = 1 ] && [ ! -s out ] && [ ! -s err ]
}

@test "what it refuses" {
	rules "$trend"
	printf 'time,instrument,adjusted,vol\n2021-01-04,Z,1,1\n' >in
	dies "st-class: i: no instrument 'Z'" st-class --config=c --instruments=i in
	dies 'st-class: option --config is required; see st-class --help' st-class --instruments=i in
	dies 'st-class: option --instruments is required; see st-class --help' st-class --config=c in
	printf 'time,instrument,vol\n' >in
	dies "st-class: in:1: no column 'adjusted'" st-class --config=c --instruments=i in
	rules "$carry"
	dies "st-class: in:1: no column 'raw_carry'" st-class --config=c --instruments=i in
}
