# st-rule-pnl: what forecasts alone earn; by hand

load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	echo '{"notional_trading_capital":1000,"percentage_vol_target":16,"average_absolute_forecast":10}' >c
	printf '%s\n' instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year \
		DAX,1,EUR,Equity,0,0,0,0,4 GOLD,1,USD,Metals,0,0,0,0,4 >i
	{
		echo instrument,rule,item,value
		for code in DAX GOLD; do
			printf "$code,%s\n" ,SR_cost_per_trade,0 ,SR_holding_cost_only,0.25 slow,forecast_turnover_individual,4 slow,forecast_days,4
		done
	} >costs
	run=(st-rule-pnl --config=c --instruments=i --costs=costs)
}

# One contract at an average forecast: 1000 * 0.16 / 16 / 10.
days() {
	echo time,instrument,adjusted,fx,vol,beyond,forecast.slow
	printf '2021-01-%s\n' 04,DAX,10,1,10,,10 05,DAX,11,1,10,,20 06,DAX,13,1,10,,-10 07,DAX,14,1,10,,10
}

# values CURVE: those of the output.
values() {
	awk -F, -v curve="$1" '$4 == curve { printf "%s%s", s, $5 == "" ? "-" : $5; s = " " } END { print "" }' out
}

@test "a forecast is held from the next day on and earns the move after" {
	days >r
	try "${run[@]}" --prices=r r
	[ "$status" = 0 ] && [ ! -s err ]
	[ "$(head -n 2 out)" = "time,instrument,rule,curve,value
2021-01-04,DAX,slow,gross,0.0" ]
	[ "$(values gross)" = '0.0 0.0 2.0 2.0' ]
	# a quarter of the annual target of 160, a day of 365.25
	values costs | awk '{ exit !($1 == "-" && $2 == $3 && $3 == $4 && ($2 + 40 / 365.25) ^ 2 < 1e-30) }'
}

@test "prices at stamps: each move, within the day too, and costs by the time between them; fx" {
	days >r
	printf '%s\n' time,instrument,adjusted,fx '2021-01-04 23:00:00,DAX,10,2' '2021-01-05 10:00:00,DAX,12,2' '2021-01-05 23:00:00,DAX,11,2' \
		'2021-01-06 11:00:00,DAX,14,2' '2021-01-06 23:00:00,DAX,,2' '2021-01-07 23:00:00,DAX,15,3' >p
	try "${run[@]}" --prices=p r
	[ "$(values gross)" = '0.0 0.0 -2.0 6.0 0.0 6.0' ]
	[ "$(sed -n 4p out | cut -d, -f 1)" = '2021-01-05 10:00:00' ]
	values costs | awk '{ day = -40 / 365.25; for (i = 2; i <= 6; i++) x[i] = $i / day
		split("- 22 26 24 24 72", want, " "); for (i = 2; i <= 6; i++) if ((x[i] * 24 - want[i]) ^ 2 > 1e-20) exit 1 }'
}

@test "days that the forecast lacks change nothing; nothing is held before there is a vol" {
	{ days | sed 's/^\(2021-01-04,DAX,10,1,\)10/\1/; 4s/,10,,-10$/,10,1,/'; } >r
	try "${run[@]}" --prices=<(grep -v 2021-01-06 r | cat - <(echo 2021-01-08,DAX,20,1,10,,1)) r
	[ "$status" = 0 ] || fail "$(show err)"
	# the 5th's 2 contracts are held on the 7th (the 6th is no day of the forecast) and earn 20 - 14
	[ "$(values gross)" = '0.0 0.0 0.0 12.0' ]
	[ "$(values costs | cut -d' ' -f 1-2)" = '- -' ]
}

@test "with weights: positions already delayed are weighed, and delayed again" {
	days >r
	printf 'time,instrument,rule,value\n2021-01-04,DAX,slow,0.5\n2021-01-06,DAX,slow,0.25\n' >w
	try "${run[@]}" --prices=r --weights=w r
	# held alone: - 1 2 -1; times .5 .5 .25 .25, a day later: - - 0.5 0.5
	[ "$(values gross)" = '0.0 0.0 0.0 0.5' ]
	values costs | awk '{ exit !($1 == "-" && $2 == "-" && ($3 + 10 / 365.25) ^ 2 < 1e-30 && ($4 + 10 / 365.25) ^ 2 < 1e-30) }'
}

@test "a rule that is not the instrument's has no account" {
	{ days; days | sed '1d; s/DAX/GOLD/'; } | sed 's/$/,5/; 1s/,5$/,forecast.fast/' >r
	for code in DAX GOLD; do printf "$code,fast,%s\n" forecast_turnover_individual,4 forecast_days,4; done >>costs
	echo '{"notional_trading_capital":1000,"percentage_vol_target":16,"forecast_weights":{"DAX":{"slow":1},"GOLD":{"fast":1}}}' >c
	"${run[@]}" --prices=r r >out
	[ "$(cut -d, -f 2,3 out | sort -u | xargs)" = 'DAX,slow GOLD,fast instrument,rule' ]
}

@test "what st-rule-pnl refuses" {
	days >r
	dies 'st-rule-pnl: options --config, --instruments, --prices and --costs are required; see st-rule-pnl --help' st-rule-pnl r
	head -n 3 costs >less
	dies "st-rule-pnl: less: no costs of rule 'slow' in 'DAX'" st-rule-pnl --config=c --instruments=i --prices=r --costs=less r
	printf 'time,instrument,rule,value\n2021-01-04,DAX,fast,0.5\n' >w
	dies "st-rule-pnl: w: no weight of rule 'slow' in 'DAX'" "${run[@]}" --prices=r --weights=w r
	{ cat r; echo 2021-01-04,GOLD,1,1,1,,1; } >p
	dies "st-rule-pnl: p:6: column 'instrument': not the daily rows' next one: \"GOLD\"" "${run[@]}" --prices=p r
}
