# The accounts that `backtest --accounts` makes, and those that are piped by hand, against runs of pysystemtrade

load helper

synthetic=$ROOT/tests/golden/synthetic

# backtest CONFIG DATA OUT [OPTION ...]
backtest() {
	"$ROOT/pipelines/backtest" "$1" -d "$2" -o "$3" --no-plot -q --accounts "${@:4}"
}

# agree REFERENCE OUT STAGES: all stages of a reference agree, as many as these.
agree() {
	"$ROOT/tests/golden-compare" "$1" "$2" >report || { fail "$(grep -v '^ok' report)"; return; }
	[ "$(tail -n 1 report)" = "$3 of $3 stages agree" ] || fail "$(tail -n 1 report)"
}

# tell WHAT [OPTION ...]: the statistics of the cash flows on standard input, in value, as lines of golden/accounts.csv.
tell() {
	st-stats --config=config.json "${@:2}" | awk -F, -v OFS=, -v what="$1" '$4 == "value_terms" { print what, $1, $2, $3, $5, $6 }'
}

@test "invented markets: forecasts, rules and subsystems, alone and as shares of the system" {
	backtest "$synthetic/config.json" "$synthetic/data" made
	cd made
	rules=(st-rule-pnl --config=config.json --instruments=work/instruments.csv --prices=work/adjusted.csv --costs=scalars.csv)
	st-rule-weights --config=config.json --weights=work/weights.csv --within-rule rows.csv >within
	"${rules[@]}" rows.csv >forecasts
	"${rules[@]}" --weights=work/rule_weights.csv rows.csv >system
	"${rules[@]}" --weights=within rows.csv >rule
	for what in forecasts system rule; do
		tell $what <$what
		tell "$what by rule" --by=rule <$what
		tell "$what by instrument" --by=instrument <$what
	done >mine
	tell subsystem <work/subsystem_curves.csv >>mine
	# What the pipeline wrote is the same.
	st-stats --config=config.json forecasts | cmp - accounts/forecast_stats.csv
	st-stats --config=config.json --by=rule system | cmp - accounts/rule_stats.csv
	st-account --config=config.json --by=rule system | cmp - accounts/rules.csv
	awk -F, '
		function size(x) { return x < 0 ? -x : x }
		{ key = $1 "," $2 "," $3 "," $4 "," $5 }
		FNR == NR { mine[key] = $6; next }
		FNR > 1 {
			n++
			if (!(key in mine) || (mine[key] == "") != ($6 == "") || size(mine[key] - $6) > 1e-9 * size($6) + 1e-12) {
				print key ": " mine[key] ", reference " $6
				bad++
			}
		}
		END { if (n != 1728) { print n " figures"; bad++ } exit bad > 0 }' mine "$synthetic/golden/accounts.csv" >differences ||
		fail "$(head -n 20 differences)"
}

@test "invented markets: half compounding" {
	backtest "$synthetic/config.json" "$synthetic/data" made --set capital_multiplier.func=syscore.capital.half_compounding
	agree "$synthetic/golden_half" made 5
}

@test "accounts are made again when they should be, and go when they are not asked for" {
	backtest "$synthetic/config.json" "$synthetic/data" made
	find made -type f -printf '%P %T@\n' | sort >before
	backtest "$synthetic/config.json" "$synthetic/data" made
	find made -type f -printf '%P %T@\n' | sort | grep -v '^work/lock' | diff <(grep -v '^work/lock' before) -
	cp made/accounts/rules.csv rules.csv
	backtest "$synthetic/config.json" "$synthetic/data" made --set percentage_vol_target=10
	! cmp -s made/accounts/rules.csv rules.csv
	backtest "$synthetic/config.json" "$synthetic/data" made -j 2
	cmp made/accounts/rules.csv rules.csv
	"$ROOT/pipelines/backtest" "$synthetic/config.json" -d "$synthetic/data" -o made --no-plot -q
	[ ! -e made/accounts ]
}

@test "chapter 15 on real markets: subsystems, drawdown, weeks, months, years, fractions of contracts" {
	reference golden/A_chapter15
	data
	local golden=$ST_REFERENCE/golden/A_chapter15 stage
	backtest "$golden/config.json" "$ST_DATA" made
	cd made
	st-account --config=config.json --percent work/subsystem_curves.csv >subsystem.csv
	st-account --config=config.json --portfolio --risk work/*.curves.csv >risk.csv
	for frequency in weekly monthly annual; do
		st-account --config=config.json --portfolio --frequency=$frequency work/*.curves.csv >$frequency.csv
	done
	awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "traded") at = i } { $at = ""; sub(/,$/, ""); print }' rows.csv |
		st-buffer --config=config.json --fractions |
		st-pnl --config=config.json --instruments=work/instruments.csv --fx=work/fx.csv --fractions |
		st-account --config=config.json --portfolio >fractions.csv
	cd ..
	agree "$golden" made 22
}

@test "an account each way of holding it: buffers, SR costs, compounding, on real markets" {
	reference golden/E_sysobjects
	data
	local golden=$ST_REFERENCE/golden/E_sysobjects/accounts
	for variant in fixed_capital=6 full_compounding=7 buffer_forecast=4 buffer_forecast_trade_to_edge=3 buffer_position_trade_to_edge=3 \
		use_SR_costs=3; do
		backtest "${golden}_${variant%=*}/config.json" "$ST_DATA" made
		agree "${golden}_${variant%=*}" made "${variant#*=}"
	done
}

# What pysystemtrade has of an instrument whose first and last five positions are those of the account that does
# not compound is the profit of the latter, by a collision in its cache (st(7), COMPATIBILITY).
@test "half compounding on real markets, with what the reference takes for its profits" {
	reference golden/E_sysobjects
	data
	local golden=$ST_REFERENCE/golden/E_sysobjects/accounts_half_compounding
	backtest "$golden/config.json" "$ST_DATA" made
	cd made
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		{ n[$2]++; plain[$2, n[$2]] = $at["traded"]; actual[$2, n[$2]] = $at["actual_traded"] }
		END { for (code in n) { same = 1; for (i = 1; i <= 5; i++) for (k = i; k <= n[code]; k += n[code] - 2 * i + 1)
			if (plain[code, k] != actual[code, k]) same = 0
			if (same) print code } }' accounts/actual.csv | sort >same
	[ "$(xargs <same)" = 'CORN EDOLLAR EUROSTX US10' ]
	{
		head -n 1 work/actual_curves.csv
		cat work/*[0-9].curves.csv | grep -F -f <(sed 's/.*/,&,/' same)
		sed 1d work/actual_curves.csv | grep -v -F -f <(sed 's/.*/,&,/' same)
	} >mixed
	compounding=(--config=config.json --capital-multiplier=accounts/multipliers.csv)
	st-account "${compounding[@]}" --portfolio mixed >accounts/actual_account.csv
	st-stats "${compounding[@]}" mixed >accounts/actual_stats.csv
	cd ..
	agree "$golden" made 8
}
