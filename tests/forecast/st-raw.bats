# st-raw: each series by hand; the whole of them against pysystemtrade runs is golden.bats

load ../helper

# wants 'DATA ...' [ARGS]: a config with a rule for each of these data methods.
wants() {
	local d list=
	for d in $1; do
		list="$list${list:+,}\"$d\":{\"function\":\"long_bias\",\"data\":\"rawdata.$d\"${2:+,\"other_args\":$2}}"
	done
	echo "{\"trading_rules\":{$list}}" >c
}

# Two instruments of one class, the second alone in its own as far as the table says.
tables() {
	printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\n' >i
	printf 'A,1,USD,Metals,0,0,0,0,4\nB,1,USD,Ags,0,0,0,0,4\n' >>i
}

@test "nothing more is wanted: the rows as they are" {
	echo '{"trading_rules":{"r":{"function":"carry"}}}' >c
	printf 'price,x\n1,"a,b"\n' >in
	prints_file in st-raw --config=c in
}

@test "normalised: returns over the vol of the day before, cumulated; a missing price leaves two out" {
	wants get_cumulative_daily_vol_normalised_returns
	printf 'time,instrument,beyond,adjusted,vol\n2021-01-01,A,1,,\n2021-01-04,A,,10,\n2021-01-05,A,,12,2\n' >in
	printf '2021-01-06,A,,13,4\n2021-01-07,A,,,4\n2021-01-08,A,,20,4\n2021-01-11,A,,18,8\n2021-01-12,A,1,,\n' >>in
	st-raw --config=c in | cut -d, -f6 >out
	printf 'normalised\n\n\n\n0.5\n\n\n0.0\n\n' | diff - out
}

@test "smoothed carry: com 90, or another (pandas 1.5.3)" {
	printf 'time,instrument,raw_carry\n2021-01-04,A,1\n2021-01-05,A,\n2021-01-06,A,4\n' >in
	wants smoothed_carry
	prints 'time,instrument,raw_carry,smoothed_carry
2021-01-04,A,1,1.0
2021-01-05,A,,1.0
2021-01-06,A,4,2.5165740797265124' st-raw --config=c in
	wants smoothed_carry '{"_smooth_days":1}'
	prints 'time,instrument,raw_carry,smoothed_carry_1
2021-01-04,A,1,1.0
2021-01-05,A,,1.0
2021-01-06,A,4,3.4' st-raw --config=c in
}

@test "factors: skew and kurtosis over calendar days, less their own slow mean" {
	wants 'skew neg_skew kurtosis get_factor_value_for_instrument' '{"_lookback_days":7}'
	printf 'time,instrument,adjusted,price,vol\n2021-01-04,A,100,200,1\n2021-01-05,A,102,200,1\n2021-01-06,A,98,,1\n' >in
	printf '2021-01-07,A,104,100,1\n2021-01-08,A,105,100,1\n2021-01-18,A,106,100,1\n' >>in
	st-raw --config=c in | cut -d, -f6- >out
	# returns .01 -.02 .06 .01: by the formulas of bias-corrected sample skew and kurtosis
	printf 'factor.skew_7,factor.neg_skew_7,factor.kurtosis_7\n,,\n,,\n,,\n' >want
	awk 'BEGIN { n = split("0.01 -0.02 0.06 0.01", x, " ")
		for (k = 3; k <= n; k++) {
			m = m2 = m3 = m4 = 0
			for (i = 1; i <= k; i++) m += x[i] / k
			for (i = 1; i <= k; i++) { d = x[i] - m; m2 += d ^ 2 / k; m3 += d ^ 3 / k; m4 += d ^ 4 / k }
			skew = sqrt(k * (k - 1)) / (k - 2) * m3 / m2 ^ 1.5
			kurt = k < 4 ? "" : sprintf("%.9f", (k - 1) / ((k - 2) * (k - 3)) * ((k + 1) * (m4 / m2 ^ 2 - 3) + 6))
			printf "%.9f,%.9f,%s\n", skew, -skew, kurt
		}
		print ",," }' >>want
	awk -F, -v OFS=, 'NR > 1 { for (i = 1; i <= NF; i++) if ($i != "") $i = sprintf("%.9f", $i) } { print }' out | diff want -
	wants get_demeanded_factor_value '{"_lookback_days":7}'
	[ "$(st-raw --config=c in | sed -n 5p | cut -d, -f7)" = 0.0 ]
}

@test "classes: the day's number, else the last; beyond the adjusted series no normalised price" {
	tables
	echo '{"trading_rules":{"a":{"function":"carry","data":"rawdata.normalised_price_for_asset_class"},
		"b":{"function":"carry","data":"rawdata.median_carry_for_asset_class"}}}' >c
	printf 'time,asset_class,members,normalised,carry\n2021-01-01,Metals,2,9,9\n2021-01-04,Metals,2,,\n2021-01-06,Metals,2,1,\n' >t
	printf '2021-01-07,Metals,2,,3\n2021-01-11,Metals,2,2,4\n2021-01-04,Ags,1,7,8\n' >>t
	printf 'time,instrument,beyond\n2021-01-04,A,\n2021-01-05,A,\n2021-01-06,A,\n2021-01-07,A,\n2021-01-08,A,1\n2021-01-04,B,\n2021-01-05,B,\n' >in
	prints 'time,instrument,beyond,alone,class_normalised,class_carry
2021-01-04,A,,,,
2021-01-05,A,,,,
2021-01-06,A,,,1.0,
2021-01-07,A,,,1.0,3.0
2021-01-08,A,1,,,3.0
2021-01-04,B,,1,7.0,8.0
2021-01-05,B,,1,7.0,8.0' st-raw --config=c --classes=t --instruments=i in
}

@test "attenuation: twice while nothing is known, less when vol is high in percent of the price (the reference's functions)" {
	local day=2 vol price
	echo '{"trading_rules":{"r":{"function":"carry"}},"use_attenuation":["r"]}' >c
	echo time,instrument,adjusted,price,vol >in
	for vol in 3 4 2 5 1 2 2 3 1 2.5 6 1 4 0.5 7 2 3 '' 9 1; do
		day=$((day + 1))
		price=$((day < 8 ? 100 : 50))
		echo "2021-01-$(printf %02d $day),A,1,${price/#50/$([ $day = 8 ] || echo 50)},$vol" >>in
	done
	printf '%s\n' 2.0 2.0 2.0 2.0 2.0 2.0 2.0 2.0 2.0 2.0 1.9721426139011484 1.977708468659024 1.936790706737261 1.949020020720922 1.8631474705866031 1.8535518769310202 1.8313168224203966 1.86283741595448 1.7709131541186298 1.7994445521494866 >want
	st-raw --config=c in | awk -F, 'NR > 1 { print $6 }' | diff want -
}

@test "what it refuses" {
	tables
	printf 'time,instrument,adjusted,vol\n2021-01-04,A,1,1\n' >in
	dies 'st-raw: option --config is required; see st-raw --help' st-raw in
	wants get_moon_phase
	dies "st-raw: c: rule 'get_moon_phase': no column is known for the data: \"rawdata.get_moon_phase\"" st-raw --config=c in
	wants normalised_price_for_asset_class
	dies 'st-raw: c: a rule looks at asset classes: options --classes and --instruments are required then' st-raw --config=c in
	printf 'time,asset_class,members\n' >t
	dies "st-raw: t: no column 'normalised'" st-raw --config=c --classes=t --instruments=i in
	printf 'time,instrument\n' >t
	dies 'st-raw: t: not a table of st-class: it begins with time,asset_class' st-raw --config=c --classes=t --instruments=i in
	printf 'time,asset_class,members,normalised\n2021-01-05,M,1,1\n2021-01-05,M,1,1\n' >t
	dies "st-raw: t:3: column 'time': \"2021-01-05\" is not after the one before it in its class" st-raw --config=c --classes=t --instruments=i in
	printf 'time,asset_class,members,normalised\n2021-01-05,M,1,x\n' >t
	dies "st-raw: t:2: column 'normalised': not a number: \"x\"" st-raw --config=c --classes=t --instruments=i in
	wants get_cumulative_daily_vol_normalised_returns
	printf 'time,instrument,adjusted\n2021-01-04,A,1\n' >in
	dies "st-raw: in:1: no column 'vol'" st-raw --config=c in
}
