# st-optimal: whole contracts of all instruments together

load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	st-config --set notional_trading_capital=100000 --set exclude_instrument_lists.bad_markets='[OIL]' >c
	table DAX CORN OIL >i
	args=(--config=c --instruments=i)
}

# A table of instruments of which only the codes matter.
table() {
	echo 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year'
	printf '%s,1,USD,Equity,0,0,0,0,4\n' "$@"
}

rows() {
	printf 'time,instrument,position,return,stdev,exposure,trade_cost\n'
	printf '%s\n' "$@"
}

# A week without data, after which correlations are 0.
quiet_week='2020-12-28,DAX,,,,,'

# held ROW ...: the positions, a line a row: time instrument contracts.
held() {
	rows "$quiet_week" "$@" | st-optimal "${args[@]}" | tail -n +5 | awk -F, '{ print $1, $2, $NF }'
}

# The recorded inputs of golden/D_dynamic as rows.
recorded() {
	local d=$ST_REFERENCE/golden/D_dynamic
	jq -r '.costs | to_entries[] | "\(.key),\(.value.cost_prop_capital)"' "$d/setup.json" >costs
	rows | sed 2d
	awk -F, '
		FILENAME == "costs" { cost[$1] = $2; next }
		FNR == 1 { file++; for (i = 2; i <= NF; i++) code[i] = $i; n = NF; next }
		file < 5 { for (i = 2; i <= NF; i++) x[file, $1, i] = $i; next }
		{ for (i = 2; i <= n; i++) printf "%s,%s,%s,%s,%s,%s,%.17g\n", $1, code[i], x[1, $1, i], x[2, $1, i], x[3, $1, i], x[4, $1, i],
			cost[code[i]] * $i }
		' costs "$d"/{optimal_positions_unrounded,percentage_returns,annualised_perc_vol,per_contract_value_prop_capital,cost_deflator}/ALL.csv
}

@test "22 markets on 2594 dates with recorded inputs: the positions of a pysystemtrade run that rounds" {
	reference golden/D_dynamic
	local d=$ST_REFERENCE/golden/D_dynamic
	table $(jq -r '.instruments[]' "$d/setup.json") >i
	recorded >in
	st-optimal --config="$d/config.json" --instruments=i --until=2021-12-10 in | cut -d, -f1,2,8 >got
	awk -F, 'FNR == 1 { for (i = 2; i <= NF; i++) code[i] = $i; print "time,instrument,optimised"; next }
		{ for (i = 2; i <= NF; i++) print $1 "," code[i] "," $i }' "$d/variant_nearest_integer/optimised_positions/ALL.csv" >want
	[ "$(wc -l <want)" = $((2594 * 22 + 1)) ]
	cmp want got
}

# From nothing to 2 of each is a tracking error of sqrt(0.08^2 + 0.04^2) = 0.089: 0.86 of the way, 1.72 contracts.
@test "by hand: contracts as near as whole ones come" {
	[ "$(held 2021-01-04,DAX,1.7,,0.2,0.2,0 2021-01-04,CORN,2.4,,0.1,0.2,0)" = "2021-01-04 DAX 2
2021-01-04 CORN 2
2021-01-04 OIL 0" ]
}

# The same market with its price's sign turned: return, stdev and exposure all change theirs, a contract's profit and risk do not.
@test "a price below 0 changes nothing, unless compat: pysystemtrade asks for it" {
	local bought sold
	bought=$(held 2021-01-04,DAX,1.7,,0.2,0.2,0 2021-01-04,CORN,2.4,,0.1,0.2,0)
	[ "$(held 2021-01-04,DAX,1.7,,0.2,0.2,0 2021-01-04,CORN,2.4,,-0.1,-0.2,0)" = "$bought" ]
	sold=$(held 2021-01-04,DAX,1.7,,0.2,0.2,0 2021-01-04,CORN,-2.4,,0.1,0.2,0)
	[ "$sold" = "${bought/CORN 2/CORN -2}" ]
	[ "$(held 2021-01-04,DAX,1.7,,0.2,0.2,0 2021-01-04,CORN,-2.4,,-0.1,-0.2,0)" = "$sold" ]
	for compat in none pysystemtrade; do
		jq --arg compat "$compat" '.compat = $compat' c >c.new
		mv c.new c
		[ "$(held 2021-01-04,DAX,1.7,,0.2,0.2,0 2021-01-04,CORN,2.4,,0.1,0.2,0)" = "$bought" ]
		held 2021-01-04,DAX,1.7,,0.2,0.2,0 2021-01-04,CORN,2.4,,-0.1,-0.2,0 >got.$compat
	done
	[ "$(cat got.none)" = "$bought" ]
	grep -q 'CORN 0' got.pysystemtrade
}

@test "costs keep it where it is, a small enough error too" {
	[ "$(held 2021-01-04,DAX,2,,0.2,0.2,0 2021-01-04,CORN,2,,0.1,0.2,0 2021-01-05,DAX,4,,0.2,0.2,0.01 2021-01-05,CORN,2,,0.1,0.2,0 |
		grep 'DAX')" = "2021-01-04 DAX 2
2021-01-05 DAX 2" ]
	# 0.6 * 0.2 * 0.1 = 0.012 is below the buffer of 0.0125
	[ "$(held 2021-01-04,DAX,2,,0.2,0.2,0 2021-01-04,CORN,2,,0.1,0.2,0 2021-01-05,DAX,2,,0.2,0.2,0 2021-01-05,CORN,2.6,,0.1,0.2,0 |
		grep 'CORN')" = "2021-01-04 CORN 2
2021-01-05 CORN 2" ]
}

@test "a bad market is not bought; one alone, or without a number, is not held" {
	[ "$(held 2021-01-04,DAX,4,,0.2,0.2,0 2021-01-04,OIL,4,,0.2,0.2,0)" = "2021-01-04 DAX 4
2021-01-04 OIL 0
2021-01-04 CORN 0" ]
	[ "$(held 2021-01-04,DAX,4,,0.2,0.2,0 | head -n 1)" = "2021-01-04 DAX 0" ]
	[ "$(held 2021-01-04,DAX,4,,0.2,,0 2021-01-04,CORN,4,,0.2,0.2,0 | paste -sd ' ')" = \
		'2021-01-04 DAX 0 2021-01-04 CORN 4 2021-01-04 OIL 0' ]
}

@test "an instrument whose rows have ended is held on, and traded; beyond is 1" {
	rows "$quiet_week" 2021-01-04,DAX,2,,0.2,0.2,0 2021-01-04,CORN,2,,0.1,0.2,0 2021-01-05,CORN,2,,0.1,0.2,0 |
		sed 's/$/,/; 1s/$/beyond/' >in
	prints "2021-01-05,CORN,2,,0.1,0.2,0,,2
2021-01-05,DAX,,,,,,1,2
2021-01-05,OIL,,,,,,1,0" eval 'st-optimal "${args[@]}" in | tail -n 3'
}

@test "--until: the week of the last day gets no correlation of its own" {
	local day k=0
	st-config --set notional_trading_capital=100000 --set instrument_returns_correlation.min_periods=2 >c
	table DAX CORN >i
	{
		rows | sed 2d
		for day in 04 11 18 25 30; do
			k=$((k + 1))
			printf "2021-01-$day,DAX,10,0.0%s,0.2,0.05,0\n2021-01-$day,CORN,-10,0.0%s,0.2,0.05,0\n" $((k * k % 7)) $((k * k % 7))
		done
	} >in
	st-risk "${args[@]}" --column=position in >whole
	st-risk "${args[@]}" --column=position --until=2021-02-01 in | cmp - whole
	st-risk "${args[@]}" --column=position --until=2021-01-31 in | diff - whole >out && fail "no difference"
	[ "$(grep '^<' out | cut -c 3-12 | paste -sd ' ')" = '2021-01-25 2021-01-30' ] || fail "$(cat out)"
}

@test "days without an answer are told, and positions held on" {
	rows 2021-01-04,DAX,2,,0.2,0.2,0 2021-01-04,CORN,2,,0.1,0.2,0 2021-01-05,DAX,9,,0.2,0.2,0 2021-01-05,CORN,9,,0.1,0.2,0 >in
	sed 's/,0$/,/' in >bad
	try st-optimal "${args[@]}" bad
	[ "$status" = 0 ]
	[ "$(cat err)" = "st-optimal: 2 days have no answer, the first 2021-01-04: no trade_cost of DAX; positions were held on" ]
	[ "$(cut -d, -f8 out | sort -u | paste -sd' ')" = '0 optimised' ]
}

@test "what it cannot do" {
	rows 2021-01-04,DAX,2,,0.2,0.2,0 >in
	dies 'st-optimal: options --config and --instruments are required; see st-optimal --help' st-optimal --config=c in
	dies 'st-optimal: option --until: not a date: "x"' st-optimal "${args[@]}" --until=x in
	rows 2021-01-04,COAL,2,,0.2,0.2,0 >in
	dies "st-optimal: in:2: 'COAL' is not in 'i'" st-optimal "${args[@]}" in
	rows '2021-01-04 10:00:00,DAX,2,,0.2,0.2,0' '2021-01-04 11:00:00,DAX,2,,0.2,0.2,0' >in
	dies "st-optimal: in:3: 'DAX' has had its row of the day" st-optimal "${args[@]}" in
	rows 2021-01-04,DAX,1e300,,0.2,0.2,0 2021-01-04,CORN,1,,0.2,0.2,0 >in
	dies "st-optimal: 2021-01-04: column 'position': over a million contracts of 'DAX'" st-optimal "${args[@]}" in
}

@test "settings that are not estimated, or cannot be meant" {
	local set
	rows 2021-01-04,DAX,2,,0.2,0.2,0 >in
	for set in instrument_returns_correlation.{frequency=W,interval_frequency=12M,date_method=in_sample,using_exponent=false} \
		instrument_returns_correlation.{forward_fill_price_index=false,ew_lookback=0,min_periods=-1,shrinkage_parameter=2} \
		small_system.{shadow_cost=-1,tracking_error_buffer=-1}; do
		st-config --set "$set" >c
		dies_like "st-optimal: c: .*" st-optimal "${args[@]}" in
	done
}
