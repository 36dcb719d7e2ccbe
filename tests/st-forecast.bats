# st-forecast: the rules, what a config may say of them, and programs as rules

load helper

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
		echo "2021-05-$day,A,${v#-}${2:+,$(echo "${b[day - 10]}" | sed 's/^-$//')}"
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
