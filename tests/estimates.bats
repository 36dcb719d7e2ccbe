# Systems whose scalars, weights and multipliers are estimated, against runs of pysystemtrade, and the laws they obey
#
# Where an optimiser finds weights (SLSQP, by slopes taken from differences of 1.5e-8) a last digit of what goes in
# moves the sixth or seventh digit of what comes out, in the reference as here.

load helper

golden=$ROOT/tests/golden/synthetic

# backtest OUT NAME [OPTION ...]: a system of golden3.
backtest() {
	"$ROOT/pipelines/backtest" "$golden/golden3/$2/config_input.json" -d "$golden/data" -o "$1" --no-plot -q "${@:3}"
}

# agrees NAME STAGES RTOL
agrees() {
	backtest made "$1"
	"$ROOT/tests/golden-compare" --rtol "$3" "$golden/golden3/$1" made >report || { fail "$(grep -v '^ok' report)"; return; }
	[ "$(tail -n 1 report)" = "$2 of $2 stages agree" ] || fail "$(cat report)"
}

@test "invented markets, handcrafted weights, everything pooled (a pysystemtrade run)" {
	agrees handcraft 14 1e-6
}

@test "invented markets, shrinkage over rolling years, nothing pooled (a pysystemtrade run)" {
	agrees shrinkage 15 1e-6
}

# One weight of 0.03 differs by 5e-8, as much as the optimiser does itself for inputs that differ in their last bit.
@test "invented markets, one period, in sample (a pysystemtrade run)" {
	agrees one_period 15 2e-6
}

@test "multipliers alone, of plain rolling correlations and capped, with SR costs: no optimiser, so nine digits (a pysystemtrade run)" {
	agrees multipliers 5 1e-9
}

@test "weights alone: plain estimates, gross means and costs made alike, a ceiling of costs, cost weights (a pysystemtrade run)" {
	agrees plain 5 2e-6
}

@test "forecast weights and multipliers: rules by instrument, costs pooled, dear rules left out afterwards (a pysystemtrade run)" {
	agrees pools 5 1e-6
}

@test "weights of days' and business days' returns, correlations of business days and days (a pysystemtrade run)" {
	agrees days 5 1e-6
}

@test "weights of months' returns, correlations of business months and months (a pysystemtrade run)" {
	agrees months 5 1e-6
}

# Weeks are then put together from business days.
@test "weights' frequency does not change multipliers of weekly correlations" {
	local name
	backtest weeks multipliers
	backtest days multipliers --set forecast_weight_estimate.frequency=B --set instrument_weight_estimate.frequency=M
	! cmp -s weeks/work/1.returns.csv days/work/1.returns.csv
	for name in fdm idm; do
		paste -d, weeks/estimates/$name.csv days/estimates/$name.csv | awk -F, '
			NR > 1 { n++; x = $(NF / 2) - $NF; if ($1 != $(NF / 2 + 1) || x * x > 1e-24) { print; wrong = 1 } }
			END { exit wrong || n < 2 }' || fail "$name"
	done
}

@test "scalars need no optimiser: nine digits" {
	backtest made handcraft
	"$ROOT/tests/golden-compare" --only forecast_scalars "$golden/golden3/handcraft" made
}

@test "chapter 15 estimated, on real markets (a pysystemtrade run)" {
	reference golden/B_estimated
	data
	"$ROOT/pipelines/backtest" "$ST_REFERENCE/data/config/futuresestimateconfig.yaml" -d "$ST_DATA" -o made --no-plot -q
	"$ROOT/tests/golden-compare" --rtol 1e-6 "$ST_REFERENCE/golden/B_estimated" made >report || { fail "$(grep -v '^ok' report)"; return; }
	[ "$(tail -n 1 report)" = '12 of 12 stages agree' ]
}

# refused WHAT VARIATIONS: pysystemtrade stops of such rule_variations too, with a KeyError.
refused() {
	try backtest refused pools --set "rule_variations=$2"
	[ "$status" = 2 ] && grep -qx "st-[a-z]*: [a-z./]*config.json: rule_variations $1" err || fail "$(show err)"
}

@test "rule_variations: a list for all instruments is as if each had it" {
	backtest list pools --set 'rule_variations=[carry, ewmac16_64]'
	backtest each pools --set "rule_variations={SYNCORN: &l [carry, ewmac16_64], SYNCRUDE: *l, SYNEQ: *l, SYNRATE: *l, SYNVOL: *l}"
	cmp list/estimates/forecast_weights.csv each/estimates/forecast_weights.csv
	[ "$(cut -d, -f3 list/estimates/forecast_weights.csv | sort -u | xargs)" = 'carry ewmac16_64 rule' ]
	cmp list/rows.csv each/rows.csv
}

@test "rule_variations that name no rule, or lack an instrument, are refused by name" {
	refused 'names a rule that trading_rules lacks: "nosuch"' '[carry, nosuch]'
	refused 'names a rule that trading_rules lacks: "nosuch"' '{SYNCORN: [carry, nosuch]}'
	refused "has none for 'SYNCRUDE'" '{SYNCORN: [carry]}'
	refused 'is no list of rules, nor one for each instrument' '{SYNCORN: {carry: 1}}'
}

# sums OUT: of every output, the intermediate files in work aside.
sums() {
	(cd "$1" && find . -path ./work -prune -o -type f -print0 | sort -z | xargs -0 sha256sum)
}

@test "one worker or two: the same bytes; a second run makes nothing" {
	backtest one handcraft -j 1
	backtest two handcraft -j 2
	[ "$(sums one | grep -c estimates/)" = 5 ]
	diff <(sums one) <(sums two)
	find two -type f -printf '%P %T@\n' | sort >before
	backtest two handcraft -j 1
	find two -type f -printf '%P %T@\n' | sort | diff before -
}

@test "fixed and estimated again: as if run anew, no estimate left behind" {
	local fixed='--set use_forecast_weight_estimates=false --set use_instrument_div_mult_estimates=false --set use_forecast_scale_estimates=false'
	backtest fresh handcraft $fixed
	backtest first handcraft
	backtest out handcraft
	backtest out handcraft $fixed
	[ "$(cd out && echo estimates/*)" = 'estimates/fdm.csv estimates/instrument_weights.csv' ]
	diff <(sums fresh) <(sums out)
	backtest out handcraft
	diff <(sums first) <(sums out)
}

@test "--brief: rows wait for their second pass without forecasts; the account is the same, and the whole after it has all" {
	backtest whole multipliers
	backtest out multipliers --brief
	head -n 1 out/work/1.sized.csv | grep -q '^time,instrument,.*,subsystem$'
	run -1 grep -E 'forecast|raw\.' out/work/1.sized.csv
	cmp whole/account.csv out/account.csv
	backtest out multipliers
	diff <(sums whole) <(sums out)
}

@test "--brief: forecasts wait for their weights without what they were made of; the account and the whole after it too" {
	backtest whole handcraft
	backtest out handcraft --brief
	head -n 1 out/work/1.forecasts.csv | grep -q '^time,instrument,.*,forecast\.'
	run -1 grep -F raw. out/work/1.forecasts.csv
	cmp whole/account.csv out/account.csv
	diff -r whole/estimates out/estimates
	backtest out handcraft
	diff <(sums whole) <(sums out)
}

@test "the methods that the reference lacks: a whole system, and the seed decides" {
	local b='--set forecast_weight_estimate.method=bootstrap --set forecast_weight_estimate.monte_runs=3'
	backtest one handcraft $b
	backtest two handcraft $b --set instrument_weight_estimate.method=hrp
	backtest three handcraft $b --set forecast_weight_estimate.bootstrap_seed=2
	cmp one/estimates/forecast_weights.csv two/estimates/forecast_weights.csv
	! cmp -s one/estimates/instrument_weights.csv two/estimates/instrument_weights.csv
	! cmp -s one/estimates/forecast_weights.csv three/estimates/forecast_weights.csv
}

# until DAY: the system on data that end then.
until_day() {
	backtest "$1" handcraft --set "end_date=$1 23:59:59" --set forecast_scalar_estimate.backfill=false
}

# The exceptions to `no look ahead` that the pages of st-fit and st-divmult name.
@test "what looks ahead, and what does not: scalars that are not filled backwards do not" {
	local f
	until_day 2010-06-30
	until_day 2011-06-30
	for f in forecast_scalars; do
		awk -F, '$1 < "2010-06-29"' 2010-06-30/estimates/$f.csv >short
		awk -F, '$1 < "2010-06-29"' 2011-06-30/estimates/$f.csv | cmp short -
		[ "$(wc -l <short)" -gt 100 ]
	done
	# Fits are counted back from the end, and costs are of all history.
	! diff -q <(head -n 20 2010-06-30/estimates/forecast_weights.csv) <(head -n 20 2011-06-30/estimates/forecast_weights.csv) >diff
}

# The last of the dates at which multipliers are estimated lies a year before the end of the data.
@test "an instrument that begins after the last estimate takes it (in pysystemtrade it never has a position)" {
	local f estimated='--set use_instrument_div_mult_estimates=true' fixed='--set instrument_div_multiplier=1'
	tar -xzf "$ROOT/examples/data.tar.gz"
	for f in data/*_prices_csv/FX_EAST.csv; do
		awk -F, 'NR == 1 || $1 >= "2019-10-01"' "$f" >cut
		mv cut "$f"
	done
	for f in estimated fixed; do
		"$ROOT/pipelines/backtest" "$ROOT/examples/system.yaml" -d data -o $f --no-plot -q ${!f} --set notional_trading_capital=50000000
		awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "position") at = i }
			$2 == "FX_EAST" && $at != "" { print $1, $at }' $f/rows.csv >$f.position
	done
	tail -n 1 estimated/estimates/idm.csv | grep '^2019-01-04,'
	join fixed.position estimated.position | awk -v m="$(tail -n 1 estimated/estimates/idm.csv | cut -d, -f2)" '
		{ x = $2 * m - $3; if (x * x > 1e-24 * $3 * $3) { print; wrong = 1 } if ($3 != 0) n++ }
		END { exit wrong || n < 50 }'
}
