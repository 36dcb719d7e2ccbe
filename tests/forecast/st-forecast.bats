# st-forecast: the rules, what a config may say of them, and programs as rules

load ../helper

# rule NAME FUNCTION DATA ARGS: a config with one rule; DATA and ARGS are JSON, or nothing.
rule() {
	echo "{\"trading_rules\":{\"$1\":{\"function\":\"$2\"${3:+,\"data\":$3}${4:+,\"other_args\":$4}}}}" >c
}

# forecasts 'FORECAST ...': what the config's one rule says of the input, - for missing.
forecasts() {
	{ printf '%s\n' $1 | sed 's/^-$//'; } >want
	try st-forecast --config=c "${@:2}" in
	[ "$status" = 0 ] && [ ! -s err ] || { fail "$(show err)"; return; }
	tail -n +2 out | sed 's/.*,//' | diff -u want - || fail "other forecasts"
}

# column NAME 'VALUE ...' [NAME 'VALUE ...']: an input of one instrument with these columns.
columns() {
	local day=9 v n=$1 a b
	echo "time,instrument,$1${3:+,$3}" >in
	set -- "$2" "${4:-}"
	b=($2)
	for v in $1; do
		day=$((day + 1))
		[ "$v" != - ] || v=
		echo "2021-05-$day,A,$v${2:+,$(echo "${b[day - 10]}" | sed 's/^-$//')}"
	done >>in
}

prices='100 101.5 - 99.25 100.5 100.5 103 101 - - 104.5 102.25'
vols='- - 2 2.5 - 2 1.5 1.5 2 2 2 2.5'
both='["rawdata.get_daily_prices","rawdata.daily_returns_volatility"]'

@test "ewmac: a missing vol is the last one (pandas 1.5.3)" {
	columns adjusted "$prices" vol "$vols"
	rule r systems.provided.rules.ewmac.ewmac "$both" '{"Lfast":2,"Lslow":8}'
	forecasts '- - 0.140625 -0.2335628851032993 -0.006843849946682213 0.043767790622069924 0.6876845946523721 0.1963126443032479 0.14723448322743593 0.14723448322743593 0.992449794967996 0.18969691683164455'
}

@test "ewmac_forecast_with_defaults_no_vol: a missing vol is missing (pandas 1.5.3)" {
	columns adjusted "$prices" vol "$vols"
	rule r ewmac_forecast_with_defaults_no_vol "$both" '{"Lfast":2,"Lslow":8}'
	forecasts '- - 0.140625 -0.2335628851032993 - 0.043767790622069924 0.6876845946523721 0.1963126443032479 0.14723448322743593 0.14723448322743593 0.992449794967996 0.18969691683164455'
}

@test "carry and carry2: smoothed with a centre of mass, not a span; 90 by default (pandas 1.5.3)" {
	printf 'time,instrument,raw_carry\n2021-05-10,A,\n2021-05-11,A,1\n2021-05-12,A,4\n2021-05-13,A,\n2021-05-14,A,-2\n2021-05-17,A,.5\n' >in
	rule r rules.carry2 '["rawdata.raw_carry"]'
	forecasts '- 1.0 2.5082872928176796 2.5082872928176796 0.9777385927914543 0.8556537299578557'
	rule r carry '"rawdata.raw_carry"' '{"smooth_days":"3"}'
	forecasts '- 1.0 2.7142857142857144 2.7142857142857144 0.33858267716535434 0.40345368916797486'
}

@test "breakout: 10 days and a quarter of them smoothed by default (pandas 1.5.3)" {
	columns adjusted "$prices"
	rule r breakout '["rawdata.get_daily_prices"]'
	forecasts '- - - - - 2.2222222222222223 15.555555555555554 3.8632478632478633 3.8632478632478633 3.8632478632478633 19.180555555555554 7.099572959471437'
}

@test "breakout: lookback and smooth (pandas 1.5.3)" {
	columns adjusted "$prices"
	rule r breakout '["rawdata.get_daily_prices"]' '{"lookback":4}'
	forecasts '- 20.0 20.0 -20.0 2.2222222222222223 20.0 20.0 -12.0 -12.0 -12.0 20.0 -20.0'
	rule r breakout '["rawdata.get_daily_prices"]' '{"lookback":8,"smooth":3}'
	forecasts '- - - - - 2.2222222222222223 12.380952380952381 5.066666666666666 5.066666666666666 5.066666666666666 17.164556962025316 5.004830917874396'
}

@test "each name of pysystemtrade's data is a column" {
	local pair
	printf 'time,instrument,adjusted,price,vol,raw_carry,roll\n2021-01-04,A,1,2,3,4,5\n' >in
	for pair in rawdata.get_daily_prices=1 rawdata.daily_prices=1 data.daily_prices=1 data.get_daily_prices=1 \
		rawdata.daily_denominator_price=2 rawdata.daily_returns_volatility=3 rawdata.raw_carry=4 rawdata.daily_annualised_roll=5; do
		rule r carry "[\"${pair%=*}\"]"
		forecasts "${pair#*=}.0"
	done
	rule r carry # no data: daily prices
	forecasts 1.0
}

# Sixteen days of a price and its vol, of an instrument and its class, of a factor and a condition.
long_prices="$prices 99 105 104 108"
long_vols="$vols 2 2 2 1"
own='- 1 2 - - 2.5 2 3 4.5 4 4.25 6 7 5 5.5 6'
class='0.5 0.5 1.5 2 2 1 1.5 - - 2 2.5 2 3 3.5 2 2.5'
level='- 1 -2 - 0.5 0.25 -1 3 2 -1.5 0.5 1 -0.5 - 2 1'
condition='1 - 2 -1 - 0 1 1 -2 - - - 1 -3 - 0'
against='["rawdata.get_cumulative_daily_vol_normalised_returns","rawdata.normalised_price_for_asset_class"]'

@test "ewmac_calc_vol: of any price, over its own vol; chapter 15's takes that of the level (the reference's functions)" {
	columns adjusted "$long_prices"
	rule r systems.provided.rob_system.rules.ewmac_calc_vol '' '{"Lfast":2,"Lslow":8,"vol_days":5}'
	forecasts '- - - - - - - - - - - - - - - 0.6660177223228232'
	rule r systems.provided.futures_chapter15.rules.ewmac_calc_vol '' '{"Lfast":2,"Lslow":8,"vol_days":5}'
	forecasts '- - - - - - - - - - - - -0.4748818096870495 0.3784533985764153 0.43411077359591027 0.7745779471156652'
	rule r ewmac_forecast_with_defaults '' '{"Lfast":2,"Lslow":8}'
	forecasts '- - - - - - - - - - - - - - - 0.7898330043241207'
}

@test "accel, mr_wings (the reference's functions)" {
	columns adjusted "$long_prices" vol "$long_vols"
	rule r rules.accel "$both" '{"Lfast":2}'
	forecasts '- - - - -0.14746884994668222 0.27733067572536924 0.6945284445990543 0.15254485368117798 -0.5404501114249362 -0.04907816107581198 0.8452153117405601 0.04246243360420862 -1.5762325745774604 0.3514572011793703 1.1008826973675383 1.9793218524812133'
	rule r rules.mr_wings "$both" '{"Lfast":2}'
	forecasts '- - -0.140625 0.2335628851032993 -0.0 -0.0 -0.0 -0.0 -0.0 -0.0 -0.0 -0.0 -0.0 -0.0 -0.0 -2.520475970492228'
}

@test "long_bias and short_bias: 10 and -10, without a price too" {
	columns adjusted '1 - 2'
	rule r morerules.long_bias
	forecasts '10.0 10.0 10.0'
	rule r morerules.short_bias
	forecasts '-10.0 -10.0 -10.0'
}

@test "relative_momentum, cross_sectional_mean_reversion, relative_carry (the reference's functions)" {
	columns normalised "$own" class_normalised "$class"
	rule r relative_momentum "$against" '{"horizon":4}'
	forecasts '- - - - - 0.25 0.0625 0.2788461538461538 0.5968749999999999 0.2809917355371901 0.3020260989010989 0.5174405306495883 0.3391196646341464 0.029690834264810503 0.30156821568893105 0.017187799893872875'
	rule r relative_momentum "$against" '{"horizon":3,"ewma_span":5}'
	forecasts '- - - - -0.16666666666666666 0.13333333333333333 0.14912280701754385 0.2948717948717948 0.37361769352290675 0.4197994987468671 0.30067184717500406 0.3120010573618821 0.433380279241215 0.25810282924027 0.11485692855660708 0.0202868457398225'
	rule r cross_sectional_mean_reversion "$against" '{"horizon":9}'
	forecasts '- - - - - - - - - - -0.1388888888888889 -0.32638888888888884 -0.40811965811965806 -0.24513888888888885 -0.2297979797979798 -0.2989163614163614'
	columns smoothed_carry "$own" class_carry "$class"
	rule r relative_carry '["rawdata.smoothed_carry","rawdata.median_carry_for_asset_class"]'
	forecasts '- 0.5 0.5 - - 1.5 0.5 - - 2.0 1.75 4.0 4.0 1.5 3.5 3.5'
}

@test "factor_trading_rule, conditioned_factor_trading_rule (the reference's functions)" {
	columns factor.skew_365_less_own "$level" smoothed_carry "$condition"
	rule r factor_trading_rule '["rawdata.get_demeanded_factor_value"]' '{"smooth":3}'
	forecasts '- - - - - - - - - - - 0.6545823951108506 -0.009963312550708184 -0.009963312550708184 0.979956110292196 0.8226119524897025'
	rule r conditioned_factor_trading_rule '["rawdata.get_demeanded_factor_value","rawdata.smoothed_carry"]' '{"smooth":3}'
	forecasts '- - - - - - - - - - - -0.6545823951108506 -0.4463515759579419 -0.4463515759579419 -1.1044056253400096 -0.4499430325459298'
}

@test "an instrument alone in its asset class has no forecast relative to it" {
	printf 'time,instrument,smoothed_carry,class_carry,factor.skew_365_less_class,alone\n2021-01-04,A,1,1,0,1\n' >in
	rule r relative_carry '["rawdata.smoothed_carry","rawdata.median_carry_for_asset_class"]'
	try st-forecast --config=c in
	grep -qx '2021-01-04,A,1,1,0,1,' out
	[ "$(cat err)" = "st-forecast: A: rule 'r' has no forecast on any day" ]
	rule r long_bias '["rawdata.get_demeanded_factor_value"]' '{"_demean_method":"average_factor_value_in_asset_class_for_instrument"}'
	try st-forecast --config=c in
	grep -qx '2021-01-04,A,1,1,0,1,' out
	rule r long_bias '["rawdata.smoothed_carry"]'
	forecasts 10.0
}

@test "use_attenuation: the rules that it names, programs too, are multiplied by the column" {
	printf 'time,instrument,adjusted,attenuation\n2021-01-04,A,3,2\n2021-01-05,A,5,0.5\n2021-01-06,A,5,\n' >in
	printf '#!/bin/sh\necho forecast; echo 1; echo 2; echo 3\n' >p && chmod +x p
	echo '{"trading_rules":{"a":{"function":"short_bias"},"b":{"function":"long_bias"},"c":{"function":"exec:./p"}},"use_attenuation":["b","c"]}' >c
	prints 'time,instrument,adjusted,attenuation,raw.a,raw.b,raw.c
2021-01-04,A,3,2,-10.0,20.0,2.0
2021-01-05,A,5,0.5,-10.0,5.0,1.0
2021-01-06,A,5,,-10.0,,' st-forecast --config=c in
	sed 's/attenuation/note/' in >bad
	dies "st-forecast: bad:1: no column 'attenuation'" st-forecast --config=c bad
}

@test "beyond the adjusted series only rules whose data go on there have a forecast" {
	printf 'time,instrument,adjusted,raw_carry,beyond\n2021-01-04,A,3,1,\n2021-01-05,A,,,1\n' >in
	echo '{"trading_rules":{"a":{"function":"carry"},"b":{"function":"carry","data":"rawdata.raw_carry"}}}' >c
	prints 'time,instrument,adjusted,raw_carry,beyond,raw.a,raw.b
2021-01-04,A,3,1,,3.0,1.0
2021-01-05,A,,,1,,1.0' st-forecast --config=c in
}

@test "rules in the order of the config, each instrument for itself" {
	echo '{"trading_rules":{"z":{"function":"carry","other_args":{"smooth_days":1}},"b":{"function":"carry","data":"rawdata.raw_carry"}}}' >c
	printf 'time,instrument,adjusted,raw_carry\n2021-01-04,A,1,5\n2021-01-04,B,9,7\n2021-01-05,A,4,5\n' >in
	prints "time,instrument,adjusted,raw_carry,raw.z,raw.b
2021-01-04,A,1,5,1.0,5.0
2021-01-04,B,9,7,9.0,7.0
2021-01-05,A,4,5,3.0,5.0" st-forecast --config=c in
}

@test "what a config cannot say" {
	columns adjusted '1 2' vol '1 1'
	dies 'st-forecast: option --config is required; see st-forecast --help' st-forecast in
	echo '{"trading_rules":{}}' >c
	dies 'st-forecast: c: no trading_rules' st-forecast --config=c in
	echo '{"trading_rules":{"r":{"data":[]}}}' >c
	dies "st-forecast: c: rule 'r': it has no function: \"\"" st-forecast --config=c in
	rule r x.y.magic
	dies "st-forecast: c: rule 'r': no such rule function: \"x.y.magic\"" st-forecast --config=c in
	rule r carry '["rawdata.get_moon_phase"]'
	dies "st-forecast: c: rule 'r': no column is known for the data: \"rawdata.get_moon_phase\"" st-forecast --config=c in
	rule r ewmac '["rawdata.get_daily_prices"]' '{"Lfast":2,"Lslow":8}'
	dies "st-forecast: c: rule 'r': 1 data where ewmac wants 2" st-forecast --config=c in
	rule r ewmac "$both" '{"Lfast":2}'
	dies "st-forecast: c: rule 'r': an argument is missing: \"Lslow\"" st-forecast --config=c in
	rule r ewmac "$both" '{"Lfast":2,"Lslow":0}'
	dies "st-forecast: c: rule 'r': an argument is out of range: \"Lslow\"" st-forecast --config=c in
	rule r ewmac "$both" '{"Lfast":2,"Lslow":8,"Lmiddle":4}'
	dies "st-forecast: c: rule 'r': an argument that the function does not have: \"ewmac\"" st-forecast --config=c in
	rule r ewmac "$both" '{"Lfast":2,"Lslow":"long"}'
	dies "st-forecast: c: 'Lslow' is not a number" st-forecast --config=c in
	rule r carry '["rawdata.neg_skew"]' '{"_lookback_days":0}'
	dies "st-forecast: c: rule 'r': an argument that its data method does not have, or not this value: \"rawdata.neg_skew\"" st-forecast --config=c in
	rule r carry '["rawdata.neg_skew"]' '{"_factor_name":"skew"}'
	dies "st-forecast: c: rule 'r': an argument that its data method does not have, or not this value: \"rawdata.neg_skew\"" st-forecast --config=c in
	rule r carry '["rawdata.neg_skew"]' '{"__lookback_days":9}'
	dies "st-forecast: c: rule 'r': an argument that the function does not have: \"carry\"" st-forecast --config=c in
	rule r accel "$both" '{"Lfast":0.5}'
	dies "st-forecast: c: rule 'r': an argument is out of range: \"Lfast\"" st-forecast --config=c in
	rule r carry '[1]'
	dies "st-forecast: c: rule 'r': its data is no list of at most 4 names: \"\"" st-forecast --config=c in
	rule r carry '["rawdata.raw_carry"]'
	dies "st-forecast: in:1: no column 'raw_carry'" st-forecast --config=c in
}

# ---- programs ----

# program NAME < TEXT: an executable.
program() {
	cat >"$1"
	chmod +x "$1"
}

# Two instruments, one after another.
two() {
	printf 'time,instrument,adjusted,vol\n2021-01-04,A,1,\n2021-01-05,A,3,2\n2021-01-06,A,,2\n2021-01-04,B,5,1\n' >in
}

averaging_awk() {
	program myrule <<-'AWK'
		#!/usr/bin/awk -f
		BEGIN { FS = ","; print "forecast" }
		NR > 1 { if ($2 != "") sum += $2; print sum / (NR - 1) }
	AWK
}

@test "an awk program as a rule" {
	two
	averaging_awk
	rule mine exec:./myrule '["rawdata.get_daily_prices"]'
	prints "time,instrument,adjusted,vol,raw.mine
2021-01-04,A,1,,1.0
2021-01-05,A,3,2,2.0
2021-01-06,A,,2,1.33333
2021-01-04,B,5,1,5.0" st-forecast --config=c in
}

@test "a Python program as a rule: missing in and out, other columns, its arguments" {
	command -v python3 || skip "no python3"
	two
	program rule.py <<-'PY'
		#!/usr/bin/env python3
		import csv, os, sys
		scale = float(dict(a.split("=") for a in sys.argv[1:])["scale"])
		print("note,forecast")
		for row in csv.DictReader(sys.stdin):
		    ok = row["adjusted"] and row["vol"]
		    print('"%s, %s",%s' % (os.environ["ST_INSTRUMENT"], row["time"], scale * float(row["adjusted"]) / float(row["vol"]) if ok else ""))
	PY
	rule mine exec:./rule.py "$both" '{"scale":4,"name":"x y"}'
	forecasts '- 6.0 - 20.0'
}

@test "a shell script as a rule, one column under any name; other rules beside it" {
	two
	program script <<-'SH'
		#!/bin/sh
		echo "$ST_INSTRUMENT"
		tail -n +2 | while IFS=, read -r time price; do echo "${price:-0}e1"; done
	SH
	echo '{"trading_rules":{"a":{"function":"exec:./script"},"b":{"function":"carry","other_args":{"smooth_days":1}}}}' >c
	prints "time,instrument,adjusted,vol,raw.a,raw.b
2021-01-04,A,1,,10.0,1.0
2021-01-05,A,3,2,30.0,2.3333333333333335
2021-01-06,A,,2,0.0,2.3333333333333335
2021-01-04,B,5,1,50.0,5.0" st-forecast --config=c in
}

@test "a program that never has a forecast is told of, as any rule is" {
	two
	program silent <<-'SH'
		#!/bin/sh
		awk 'NR == 1 { print "forecast" } NR > 1 { print ENVIRON["ST_INSTRUMENT"] == "B" ? 1 : "" }'
	SH
	rule mine exec:./silent
	try st-forecast --config=c in
	[ "$status" = 0 ] && [ "$(cat err)" = "st-forecast: A: rule 'mine' has no forecast on any day" ] || fail "$(show err)"
}

@test "a program is looked for in --programs, by absolute path, or along PATH" {
	two
	mkdir elsewhere
	averaging_awk
	mv myrule elsewhere
	rule mine exec:./myrule
	forecasts '1.0 2.0 1.33333 5.0' --programs=elsewhere
	rule mine "exec:$PWD/elsewhere/myrule"
	forecasts '1.0 2.0 1.33333 5.0' --programs=nowhere
	rule mine exec:myrule
	PATH=$PWD/elsewhere:$PATH forecasts '1.0 2.0 1.33333 5.0'
}

@test "a program that reads nothing, and rows of no instrument" {
	two
	program ones <<-'SH'
		#!/bin/sh
		[ "$ST_INSTRUMENT" = A ] && printf 'forecast\n1\n1\n1\n' || printf 'forecast\n2\n'
	SH
	rule mine exec:./ones
	forecasts '1.0 1.0 1.0 2.0'
	head -n 1 in >empty
	prints time,instrument,adjusted,vol,raw.mine st-forecast --config=c empty
}

# breaks WANT < PROGRAM: with this program, which does well by A, st-forecast ends in this line at B.
breaks() {
	{ printf '#!/bin/sh\n[ "$ST_INSTRUMENT" = A ] && { printf "forecast\\n1\\n1\\n1\\n"; exit; }\n' && cat; } | program bad
	dies "$1" st-forecast --config=c in && [ "$(wc -l <out)" = 4 ]
}

@test "a program that fails is named, with its instrument, and what was right before stays" {
	two
	rule mine exec:./bad
	breaks "st-forecast: rule 'mine': B: './bad' ended with status 3" <<<'echo forecast; echo 1; exit 3'
	breaks "st-forecast: rule 'mine': B: './bad' was killed by signal 9" <<<'echo forecast; echo 1; kill -9 $$'
	breaks "st-forecast: rule 'mine': B: 0 rows where 1 were given" <<<'echo forecast'
	breaks "st-forecast: rule 'mine': B: 3 rows where 1 were given" <<<'printf "forecast\n1\n2\n3\n"'
	breaks "st-forecast: rule 'mine': B:2: column 'forecast': not a number: \"nan\"" <<<'echo forecast; echo nan'
	breaks "st-forecast: rule 'mine': B:2: column 'forecast': not a number: \"up\"" <<<'echo forecast; echo up'
	breaks "st-forecast: rule 'mine': B: no column 'forecast'" <<<'echo time,value; echo 1,2'
	breaks "st-forecast: rule 'mine': B: no column 'forecast'" <<<':'
}

@test "a program that isn't one" {
	two
	rule mine exec:./missing
	try st-forecast --config=c in
	[ "$status" = 2 ] && grep -qx "st-forecast: rule 'mine': A: cannot run './missing': No such file or directory" err
	echo text >missing
	try st-forecast --config=c in
	[ "$status" = 2 ] && grep -qx "st-forecast: rule 'mine': A: cannot run './missing': Permission denied" err
}

@test "rows for a program must stand together" {
	averaging_awk
	rule mine exec:./myrule
	printf 'time,instrument,adjusted\n2021-01-04,A,1\n2021-01-04,B,1\n2021-01-05,A,1\n' >in
	dies "st-forecast: in:4: the rows of 'A' do not stand together" st-forecast --config=c in
}
