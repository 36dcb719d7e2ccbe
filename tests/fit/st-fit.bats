# st-fit: weights fitted to returns. Against pysystemtrade: estimates.bats.

load ../helper

# Two rules in two instruments, 130 weeks each: slow earns 2 a week with little noise, fast 1 with more.
invented_weeks() {
	awk 'BEGIN {
		print "time,instrument,gross.fast,gross.slow,days.fast,days.slow"
		for (k = 0; k < 2; k++)
			for (i = 0; i < 130; i++) {
				cmd = sprintf("date -u -d \"2018-01-07 + %d days\" +%%F", 7 * i)
				if (!(i in day)) { cmd | getline day[i]; close(cmd) }
				printf "%s,%s,%d,%d,5,5\n", day[i], k ? "GOLD" : "DAX", 1 + 9 * ((i * 7 + k) % 5 - 2), 2 + 3 * ((i * 3 + k) % 7 - 3)
			}
	}'
	{
		echo 'instrument,rule,item,value'
		for i in GOLD DAX; do
			printf "$i,,%s,%s\n" SR_cost_per_trade 0.001 SR_holding_cost_only 0.002
			for rule in slow:2 fast:30; do
				printf "$i,${rule%:*},%s,%s\n" forecast_turnover_individual "${rule#*:}" forecast_days 600 gross_days 600 \
					gross_mean 0.3 gross_stdev 2 unit_cost_mean -0.1
			done
		done
	} >costs
}

fit() {
	printf '{"use_forecast_weight_estimates":true,"forecast_weight_estimate":{%s}%s}' "$1" "${2:+,$2}" >c
	st-fit --forecast --config=c --costs=costs weeks
}

# of FILE TIME INSTRUMENT: "fast slow" weights.
of() {
	awk -F, -v t="$2" -v i="$3" '$1 == t && $2 == i { w[$3] = $4 } END { print w["fast"], w["slow"] }' "$1"
}

@test "a row for each weight and fit period, from its start on; half each until there are data" {
	invented_weeks >weeks
	fit '"method":"equal_weights"' >out
	[ "$(cut -d, -f1 out | sort -u | tr '\n' ' ')" = '2018-01-07 2019-06-29 00:00:00.000001 time ' ] || fail "$(cut -d, -f1 out | sort -u)"
	[ "$(wc -l <out)" = 9 ]
	[ "$(of out 2018-01-07 GOLD)" = '0.5 0.5' ]
	[ "$(head -n 2 out | tail -n 1)" = '2018-01-07,DAX,fast,0.5' ]
}

@test "instruments that are not pooled are fitted at whole days" {
	invented_weeks >weeks
	fit '"pool_gross_returns":false' >out
	[ "$(cut -d, -f1 out | sort -u | tr '\n' ' ')" = '2018-01-07 2019-06-29 time ' ] || fail "$(cut -d, -f1 out | sort -u)"
}

@test "the better rule has more, by every method that looks at returns; equal_weights and Sharpe ratios held equal do not" {
	invented_weeks >weeks
	local method
	for method in handcraft shrinkage one_period bootstrap; do
		fit "\"method\":\"$method\",\"date_method\":\"in_sample\"" >out
		of out 2018-01-07 GOLD | awk '{ exit !($2 > 0.5 && $1 + $2 > 1 - 1e-9 && $1 + $2 < 1 + 1e-9) }' || fail "$method: $(of out 2018-01-07 GOLD)"
	done
	fit '"date_method":"in_sample","equalise_SR":true' >out
	[ "$(of out 2018-01-07 GOLD)" = '0.5 0.5' ]
	fit '"date_method":"in_sample","method":"hrp"' >out
	of out 2018-01-07 GOLD | awk '{ exit !($1 > 0.49 && $1 < 0.51) }' # vols are made alike
}

@test "bootstrap: the seed decides, and the number and length of histories" {
	invented_weeks >weeks
	local boot='"method":"bootstrap","date_method":"in_sample","monte_runs":10'
	fit "$boot" >one
	fit "$boot" | cmp - one
	fit "$boot,\"bootstrap_seed\":1" | cmp - one
	fit "$boot,\"bootstrap_seed\":2" >out
	! cmp -s out one
	fit "$boot,\"bootstrap_length\":26" >out
	! cmp -s out one
}

@test "a rule too dear is not fitted, or is left out of what was fitted" {
	invented_weeks >weeks
	# fast costs 0.002 + 30 * 0.001 a year, slow 0.002 + 2 * 0.001
	fit '"ceiling_cost_SR":0.03' >out
	[ "$(cut -d, -f3 out | sort -u | tr '\n' ' ')" = 'rule slow ' ]
	fit '"method":"equal_weights"' '"forecast_post_ceiling_cost_SR":0.03' >out
	[ "$(cut -d, -f3 out | sort -u | tr '\n' ' ')" = 'rule slow ' ]
	[ "$(of out 2018-01-07 GOLD)" = ' 0.5' ]
	printf '{"use_forecast_weight_estimates":true,"forecast_weight_estimate":{"ceiling_cost_SR":0.001}}' >c
	dies "st-fit: no rule of 'DAX' costs less than forecast_weight_estimate.ceiling_cost_SR, 0.001: the cheapest, 'slow', costs 0.004; raise it, add rules or leave the instrument out" \
		st-fit --forecast --config=c --costs=costs weeks
	printf '{"use_forecast_weight_estimates":true,"forecast_post_ceiling_cost_SR":0.001}' >c
	dies "st-fit: no rule of 'DAX' costs less than forecast_post_ceiling_cost_SR, 0.001: the cheapest, 'slow', costs 0.004; raise it, add rules or leave the instrument out" \
		st-fit --forecast --config=c --costs=costs weeks
	[ ! -s out ]
}

@test "no forecast, or a cost that is not known, is not taken for a rule too dear" {
	invented_weeks >weeks
	sed '/^GOLD/ { s/forecast_days,600/forecast_days,0/; s/gross_days,600/gross_days,0/ }' costs >silent
	sed 's/^\(GOLD,,SR_[a-z_A-Z]*\),.*/\1,/' silent >costs
	printf '{"use_forecast_weight_estimates":true}' >c
	dies "st-fit: no rule has a forecast of 'GOLD' on any day: weights cannot be fitted; give it more data, or leave the instrument out" \
		st-fit --forecast --config=c --costs=costs weeks
	sed -i 's/_days,0/_days,600/' costs
	dies "st-fit: what rules cost in 'GOLD' is not known, as a cost, price or volatility of it is missing: weights cannot be fitted" \
		st-fit --forecast --config=c --costs=costs weeks
}

@test "costs count: the more often, the less the dear rule weighs" {
	invented_weeks >weeks
	sed -i 's/unit_cost_mean,-0.1/unit_cost_mean,-5/' costs
	fit '"date_method":"in_sample","cost_multiplier":0' >none
	fit '"date_method":"in_sample","cost_multiplier":3' >thrice
	[ "$(of none 2018-01-07 DAX)" != "$(of thrice 2018-01-07 DAX)" ]
	awk -v a="$(of none 2018-01-07 DAX)" -v b="$(of thrice 2018-01-07 DAX)" 'BEGIN { exit !(b + 0 < a + 0) }'
	fit '"date_method":"in_sample","method":"equal_weights","apply_cost_weight":true' >out
	of out 2018-01-07 DAX | awk '{ exit !($1 < $2) }'
}

@test "weights of instruments; one that is allocated nothing is left out" {
	invented_weeks | awk -F, 'NR == 1 { print "time,instrument,gross,days,net" } NR > 1 { print $1 "," $2 "," $4 "," $6 "," $4 }' >weeks
	printf 'instrument,rule,item,value\nDAX,,cost_mean,-0.1\nDAX,,gross_stdev,4\nGOLD,,cost_mean,\nGOLD,,gross_stdev,4\n' >costs
	echo '{"instrument_weight_estimate":{"method":"one_period"}}' >c
	st-fit --instrument --config=c --costs=costs weeks >out
	[ "$(head -n 3 out | tail -n 2 | tr '\n' ' ')" = '2018-01-07,DAX,0.5 2018-01-07,GOLD,0.5 ' ]
	[ "$(wc -l <out)" = 5 ]
	echo '{"allocate_zero_instrument_weights_to_these_instruments":["DAX"]}' >c
	st-fit --instrument --config=c --costs=costs weeks >out
	[ "$(cut -d, -f2 out | sort -u | tr '\n' ' ')" = 'GOLD instrument ' ]
}

@test "parts of the instruments in several files are as good as one" {
	invented_weeks >weeks
	fit '"method":"one_period"' >want
	awk -F, 'NR == 1 || $2 == "DAX"' weeks >a
	awk -F, 'NR == 1 || $2 == "GOLD"' weeks >b
	grep -v GOLD costs >x
	grep -v DAX costs >y
	st-fit --forecast --config=c --costs=x --costs=y a b | cmp - want
	st-fit --forecast --config=c --costs=x --costs=y b a | cmp - want
	st-fit --forecast --config=c --costs=costs <weeks | cmp - want
}

@test "what it refuses" {
	local usage='options --config, --costs and either --forecast or --instrument are required; see st-fit --help'
	invented_weeks >weeks
	echo '{}' >c
	dies "st-fit: $usage" st-fit --config=c --costs=costs weeks
	dies "st-fit: $usage" st-fit --forecast --instrument --config=c --costs=costs weeks
	dies "st-fit: $usage" st-fit --forecast --config=c weeks
	head -n 1 weeks >bad
	dies "st-fit: no weeks of 'DAX', which the costs have" st-fit --forecast --config=c --costs=costs bad
	sed 2s/2018-01-07/2018-01-06/ weeks >bad
	dies "st-fit: bad:2: column 'time': neither a Sunday nor a business day: \"2018-01-06\"" st-fit --forecast --config=c --costs=costs bad
	sed 2s/2018-01-07/2018-01-05/ weeks >bad
	dies "st-fit: bad:3: column 'time': not the business day after the one before: \"2018-01-14\"" \
		st-fit --forecast --config=c --costs=costs bad
	sed 3s/2018-01-14/2018-01-12/ weeks >bad
	dies "st-fit: bad:3: column 'time': not the week after the one before: \"2018-01-12\"" st-fit --forecast --config=c --costs=costs bad
	sed 3d weeks >bad
	dies "st-fit: bad:3: column 'time': not the week after the one before: \"2018-01-21\"" st-fit --forecast --config=c --costs=costs bad
	sed 3s/,5,5/,5,five/ weeks >bad
	dies "st-fit: bad:3: column 'days.slow': not a number: \"five\"" st-fit --forecast --config=c --costs=costs bad
	sed 3s/,5,5/,5/ weeks >bad
	dies_like 'st-fit: bad:3: .*fields.*' st-fit --forecast --config=c --costs=costs bad
	{ cat weeks; sed -n 2p weeks; } >bad
	dies "st-fit: bad:262: column 'instrument': its rows don't stand together: \"DAX\"" st-fit --forecast --config=c --costs=costs bad
	sed 1s/gross.slow/gross.swift/ weeks >bad
	dies "st-fit: no column 'gross.slow' in the weeks, which the costs have" st-fit --forecast --config=c --costs=costs bad
	sed 1s/gross.slow/gross.swift/ weeks >other
	dies "st-fit: other:1: a column 'gross.swift' that the first file lacks" st-fit --forecast --config=c --costs=costs weeks other
	echo '{"forecast_weight_estimate":{"method":"guess"}}' >c
	dies "st-fit: c: forecast_weight_estimate.method is handcraft, shrinkage, one_period, equal_weights, hrp or bootstrap, not 'guess'" \
		st-fit --forecast --config=c --costs=costs weeks
	echo '{"forecast_weight_estimate":{"equalise_vols":false}}' >c
	dies 'st-fit: c: forecast_weight_estimate: handcraft wants equalise_vols' st-fit --forecast --config=c --costs=costs weeks
	echo '{"forecast_weight_estimate":{"frequency":"BM"}}' >c
	dies "st-fit: c: forecast_weight_estimate.frequency is B, D, W or M, not 'BM'" st-fit --forecast --config=c --costs=costs weeks
	echo '{"forecast_weight_estimate":{"frequency":"D"}}' >c
	dies 'st-fit: rows of weeks where the config wants others: st-returns and st-account --weekly give them with the same config' \
		st-fit --forecast --config=c --costs=costs weeks
	echo '{"forecast_weight_estimate":{"date_method":"sometimes"}}' >c
	dies "st-fit: c: forecast_weight_estimate.date_method is expanding, rolling or in_sample, not 'sometimes'" \
		st-fit --forecast --config=c --costs=costs weeks
	echo '{"forecast_weight_estimate":{"shrinkage_corr":2}}' >c
	dies 'st-fit: c: forecast_weight_estimate.shrinkage_corr is not 0 to 1' st-fit --forecast --config=c --costs=costs weeks
	echo '{}' >c
	: >bad
	dies 'st-fit: bad: empty: not even a header' st-fit --forecast --config=c --costs=costs bad
}

@test "a full disk and a closed pipe" {
	invented_weeks >weeks
	echo '{}' >c
	dies_like 'st-fit: .*No space left.*' bash -c 'st-fit --forecast --config=c --costs=costs weeks >/dev/full'
	st-fit --forecast --config=c --costs=costs weeks | :
}

@test "CRLF and a BOM are no matter" {
	invented_weeks >weeks
	fit '"method":"one_period"' >want
	{ printf '\357\273\277'; sed 's/$/\r/' weeks; } >crlf
	st-fit --forecast --config=c --costs=costs crlf | cmp - want
}
