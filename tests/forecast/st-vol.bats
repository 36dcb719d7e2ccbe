# st-vol: daily volatility of returns. Vectors are pandas 1.5.3's, by the formulas of pysystemtrade's vol functions

load ../helper

# Prices with days missing, one alone and two in a row.
prices='100 101.5 - 99.25 100.5 100.5 103 101 - - 104.5 102.25'

# vols 'VOL ...' OPTION ...: what st-vol says of the prices, - for missing.
vols() {
	local day=10 p v
	echo time,instrument,adjusted >in
	for p in $prices; do
		echo "2021-05-$day,A,${p#-}"
		day=$((day + 1))
	done >>in
	{ echo vol; printf '%s\n' $1 | sed 's/^-$//'; } >want
	try st-vol "${@:2}" in
	[ "$status" = 0 ] || { fail "$(show err)"; return; }
	cut -d, -f4 out | diff -u want - || fail "${*:2}: other vols"
}

@test "mixed, the default: slow years 10 (pandas 1.5.3)" {
	local mixed='- - - - - 0.8153683011081139 1.0313376001229348 1.6334067053793784 1.6766075359886974 1.7025280317185492 1.719808360008668 1.8943153541342326'
	vols "$mixed" --min-periods=3
	vols "$mixed" --min-periods=3 --function=mixed
	vols "$mixed" --min-periods=3 -f mixed_vol_calc
}

@test "ew: a missing day leaves two returns missing, the vol is carried (pandas 1.5.3)" {
	vols '- - - - - 0.8153683011081139 1.0694410739670384 1.8061088417505469 1.8061088417505469 1.8061088417505469 1.806108841750547 2.0243916457079125' \
		--function=ew --min-periods=3
	vols '- - - - 0.17677669529663695 0.8661745000072504 1.2954567089040845 2.213754915380741 2.213754915380741 2.213754915380741 2.213754915380741 2.126001718013013' \
		--function=simple_ewvol_calc --days=5 --min-periods=2
}

@test "simple: a rolling window over rows (pandas 1.5.3)" {
	vols '- - - - - 0.8036375634160796 1.0282468899377555 1.7284386017443605 1.7284386017443605 1.7284386017443605 1.7284386017443605 1.9472202409246537' \
		--function=simple --min-periods=3
	vols '- - - - 0.1767766952966369 0.8838834764831844 1.25 1.9189298232782424 2.254624876411447 3.181980515339464 - -' \
		--function=simple --days=4 --min-periods=2
}

@test "robust: no floor before 100 vols (pandas 1.5.3)" {
	vols '- - - - - 0.8153683011081139 1.0694410739670384 1.8061088417505469 1.8061088417505469 1.8061088417505469 1.806108841750547 2.0243916457079125' \
		--function=robust --min-periods=3
}

@test "robust: floored by a quantile of its recent self (pandas 1.5.3)" {
	cat >c <<-'JSON'
		{"volatility_calculation":{"func":"sysquant.estimators.vol.robust_vol_calc","days":5,"min_periods":2,
		"floor_min_quant":0.5,"floor_min_periods":2,"floor_days":4}}
	JSON
	vols '- - - - 0.17677669529663695 0.8661745000072504 1.2954567089040845 2.213754915380741 2.213754915380741 2.213754915380741 2.213754915380741 2.213754915380741' \
		--config=c
	sed -i 's/"days"/"vol_floor":"False","days"/' c
	vols '- - - - 0.17677669529663695 0.8661745000072504 1.2954567089040845 2.213754915380741 2.213754915380741 2.213754915380741 2.213754915380741 2.126001718013013' \
		--config=c
}

@test "a config's mixed: its days, periods, share and years, or the function's own 20 years (pandas 1.5.3)" {
	echo '{"volatility_calculation":{"func":"mixed_vol_calc","days":5,"min_periods":2,"slow_vol_years":20,"proportion_of_slow_vol":0.35}}' >c
	vols '- - - - 0.17677669529663695 0.7455416647332127 1.1148866043520316 1.8373108222781798 1.9126290505929047 1.9628412012068317 1.9987070217060174 1.9647249804987035' \
		--config=c
	echo '{"volatility_calculation":{"func":"mixed_vol_calc"}}' >c
	vols '- - - - - 0.8153683011081139 1.0313338794439146 1.6333873597263382 1.6765803803196413 1.7024961920166786 1.7197733992655833 1.8942726829868433' \
		--config=c --min-periods=3
	# options over the config
	vols '- - - - 0.17677669529663695 0.8661745000072504 1.2954567089040845 2.213754915380741 2.213754915380741 2.213754915380741 2.213754915380741 2.126001718013013' \
		--config=c --function=ew --days=5 --min-periods=2
}

@test "constant prices have the least vol there is, with compat: pysystemtrade (pandas 1.5.3)" {
	prices='5 5 5 5'
	local calc='"compat":"pysystemtrade","volatility_calculation":{"min_periods":2,"func"'
	echo "{$calc:\"mixed_vol_calc\"}}" >c
	vols '- - 1e-10 1e-10' --config=c
	echo "{$calc:\"robust_vol_calc\"}}" >c
	vols '- - 1e-10 1e-10' --config=c
	echo "{$calc:\"simple_ewvol_calc\"}}" >c
	vols '- - 0.0 0.0' --config=c
	echo "{$calc:\"mixed_vol_calc\",\"vol_abs_min\":0.5}}" >c
	vols '- - 0.5 0.5' --config=c
	[ ! -s err ]
}

@test "a floor is no estimate: while a price does not move it has no vol, and a warning names the days" {
	local kind
	prices='5 5 5 5 6 7.5'
	vols '- - - - 0.411280822620126 0.5975574282653212' --min-periods=2
	vols '- - - - 0.5140759301797858 0.7212419540204282' --function=robust --min-periods=2
	for kind in mixed robust; do
		try st-vol --function=$kind --min-periods=2 in
		[ "$(cat err)" = 'st-vol: A: vol is vol_abs_min on 2 days: no estimate, nothing is held (2021-05-12 to 2021-05-13: the price does not move)' ]
	done
	vols '- - - - 0.5140759301797858 0.7212419540204282' --function=ew --min-periods=2
	[ "$(cat err)" = 'st-vol: A: vol is 0 on 2 days: no estimate, nothing is held (2021-05-12 to 2021-05-13: the price does not move)' ]
	prices='5 6 8 8 8 8 9'
	vols '- - 0.7071067811865476 1.4142135623730951 - - 0.7071067811865476' --function=simple --days=2 --min-periods=2
	[ "$(cat err)" = 'st-vol: A: vol is 0 on 2 days: no estimate, the last one is taken (2021-05-14 to 2021-05-15: the price does not move)' ]
	# A least vol of the config's own is no estimate either, until the price moves.
	echo '{"volatility_calculation":{"func":"mixed_vol_calc","vol_abs_min":0.75,"min_periods":2}}' >c
	prices='5 5 5 5.5 6 6.25'
	vols '- - - 0.75 0.75 0.75' --config=c
	echo '{"volatility_calculation":{"func":"mixed_vol_calc","min_periods":2,"backfill":true}}' >c
	prices='5 5 5 5 6'
	vols '0.4112707840356586 0.4112707840356586 0.4112707840356586 0.4112707840356586 0.4112707840356586' --config=c
	[ "$(cat err)" = 'st-vol: A: vol is vol_abs_min on 2 days: no estimate, the first one is taken (2021-05-12 to 2021-05-13: the price does not move)' ]
}

@test "the first vol comes with the tenth return (pandas 1.5.3)" {
	prices='1 2 4 1 2 1 2 1 2 1 2 1'
	vols '- - - - - - - - - - 1.4621203917496686 1.4151718758569531' --function=ew
}

@test "instruments do not mix; days beyond the adjusted prices are as if they were not" {
	printf '%s\n' time,instrument,adjusted,beyond 2021-01-04,A,1, 2021-01-05,A,3, 2021-01-04,B,10, 2021-01-05,B,10, \
		2021-01-06,A,,1 2021-01-07,A,2, 2021-01-06,B,11, >in
	prints "time,instrument,adjusted,beyond,vol
2021-01-04,A,1,,
2021-01-05,A,3,,
2021-01-04,B,10,,
2021-01-05,B,10,,
2021-01-06,A,,1,
2021-01-07,A,2,,2.1213203435596424
2021-01-06,B,11,,0.7071067811865476" st-vol --function=ew --min-periods=2 in
}

@test "--column names the new column, which must be new" {
	printf 'time,instrument,adjusted\n2021-01-04,A,1\n' >in
	prints "time,instrument,adjusted,risk
2021-01-04,A,1," st-vol --column=risk in
	dies "st-vol: in:1: there is already a column 'adjusted'" st-vol -c adjusted in
}

# An exception to the prefix law: the days before the first vol are given it when it is known.
@test "backfill: the days before the first vol take it, those without a price too, those beyond do not" {
	printf 'time,instrument,adjusted,beyond\n2021-01-01,A,,1\n2021-01-04,A,1,\n2021-01-05,A,,\n2021-01-06,A,3,\n2021-01-07,A,2,\n' >in
	printf '2021-01-08,A,4,\n2021-01-11,A,4,\n2021-01-12,A,,1\n2021-01-04,B,1,\n2021-01-05,B,2,\n' >>in
	echo '{"volatility_calculation":{"func":"mixed_vol_calc","min_periods":2,"backfill":true}}' >c
	sed 's/,"backfill":true//' c >plain
	st-vol --config=plain in >want
	awk -F, -v OFS=, 'NR == FNR { if ($1 == "2021-01-08") vol = $5; next } FNR > 2 && FNR < 7 { $5 = vol } { print }' want want >filled
	[ "$(grep -c ',A,.*,2\.12' filled)" = 5 ] || { fail "$(cat filled)"; return; }
	prints_file filled st-vol --config=c in
	{ head -n 2 in && grep B in && sed -n '3,$p' in | grep A; } >mixed
	dies "st-vol: mixed:5: the rows of 'A' do not stand together" st-vol --config=c mixed
	echo '{"volatility_calculation":{"func":"simple_vol_calc","min_periods":2,"backfill":true}}' >c
	sed 's/,"backfill":true//' c >plain
	st-vol --config=plain in >want # which has no backfill
	prints_file want st-vol --config=c in
}

@test "what it refuses" {
	printf 'time,instrument,adjusted\n2021-01-04,A,1\n' >in
	dies 'st-vol: no such vol function: "garch"; see st-vol --help' st-vol --function=garch in
	echo '{"volatility_calculation":{"func":"x.y.garch"}}' >c
	dies 'st-vol: c: volatility_calculation.func: no such function: "garch"' st-vol --config=c in
	echo '{"volatility_calculation":{"func":"mixed_vol_calc","days":0}}' >c
	dies 'st-vol: c: volatility_calculation: a number of days out of range' st-vol --config=c in
	echo '{}' >c
	dies "st-vol: c: no key 'volatility_calculation.func'" st-vol --config=c in
	dies 'st-vol: --days is out of range' st-vol --days=0 in
	dies 'st-vol: --min-periods is below zero' st-vol --min-periods=-1 in
	dies 'st-vol: option --days wants a number: "many"; see st-vol --help' st-vol --days=many in
}

@test "rows in quotes pass as they stood; columns and instruments are found by what they say" {
	printf '%s\n' time,'"instrument"','"adjusted"' '2021-01-04,"A ""B""",1' '2021-01-05,"A ""B""","3"' '"2021-01-06","A ""B""",2' >in
	prints 'time,instrument,adjusted,vol
2021-01-04,"A ""B""",1,
2021-01-05,"A ""B""","3",
"2021-01-06","A ""B""",2,2.1213203435596424' st-vol --function=ew --min-periods=2 in
	printf '%s\n' time,instrument,raw.a '2021-01-04,"A ""B""",1' >in
	printf '%s\n' time,instrument,rule,value '2021-01-04,"A ""B""",a,7' >scalars
	echo '{}' >c
	prints 'time,instrument,raw.a,forecast.a
2021-01-04,"A ""B""",1,7.0' st-scale --config=c --scalars=scalars in
}

@test "numbers of volatility_calculation that none can be are refused by name" {
	local bad key
	printf 'time,instrument,adjusted\n2021-01-04,GOLD,1\n' >in
	for bad in floor_min_quant=2 floor_min_quant=-0.1 proportion_of_slow_vol=1.5 proportion_of_slow_vol=-1 slow_vol_years=-1 \
		min_periods=-1 min_periods=1e300 floor_min_periods=-5 floor_min_periods=1e12 vol_abs_min=-1e-10; do
		key=${bad%=*}
		echo "{\"volatility_calculation\":{\"func\":\"robust_vol_calc\",\"$key\":${bad#*=}}}" >c
		dies_like "st-vol: c: volatility_calculation.$key is not between 0 and .*" st-vol --config=c in
	done
	for bad in days=0 days=1e300 floor_days=0 floor_days=1e300; do
		echo "{\"volatility_calculation\":{\"func\":\"robust_vol_calc\",\"${bad%=*}\":${bad#*=}}}" >c
		dies "st-vol: c: volatility_calculation: a number of days out of range" st-vol --config=c in
	done
}
