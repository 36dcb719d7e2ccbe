# pipelines/lookahead: a system that knows the future is found out, whichever way it does

load helper

lookahead=$ROOT/pipelines/lookahead

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	st-synth --seed=3 --instruments=2 --years=4 -o data
	cat >system.yaml <<-'YAML'
		trading_rules:
		  mine: {function: 'exec:./mine', data: [rawdata.get_daily_prices], forecast_scalar: 1.0}
		  slow:
		    function: rules.ewmac
		    data: [rawdata.get_daily_prices, rawdata.daily_returns_volatility]
		    other_args: {Lfast: 16, Lslow: 64}
		    forecast_scalar: 3.75
		forecast_weights: {mine: 0.5, slow: 0.5}
		instrument_weights: {EQ_NORTH: 0.5, BOND_LONG: 0.5}
	YAML
}

# rule AWK: what the rule `mine` does; its prices are in x[1..n], its forecasts go into f[1..n].
rule() {
	cat >mine <<-AWK
		#!/usr/bin/awk -f
		BEGIN { FS = OFS = ","; print "time", "forecast" }
		NR > 1 { t[++n] = \$1; x[n] = \$2 == "" ? x[n - 1] : \$2 }
		END { $1
			for (i = 1; i <= n; i++) print t[i], f[i] }
	AWK
	chmod +x mine
}

# found COLUMN: lookahead ends with 1, and this is the first column it names.
found() {
	try "$lookahead" system.yaml -d data
	[ "$status" = 1 ] || { fail "status $status" "$(show err)"; return; }
	[ "$(sed -n 1p out)" = until,column,time,instrument,part,whole ]
	[ "$(sed -n 2p out | cut -d, -f2)" = "$1" ] || fail "$(show out)"
}

@test "a rule that looks back only passes" {
	rule 'for (i = 6; i <= n; i++) f[i] = (x[i] > x[i - 5]) - (x[i] < x[i - 5])'
	try "$lookahead" system.yaml -d data
	[ "$status" = 0 ] && [ ! -s out ] && [ ! -s err ] || fail "status $status" "$(show out)" "$(show err)"
}

@test "a centred window" {
	rule 'for (i = 6; i <= n - 5; i++) f[i] = x[i] > (x[i - 5] + x[i + 5]) / 2 ? 1 : -1'
	found raw.mine
}

@test "the mean of the whole sample" {
	rule 'for (i = 1; i <= n; i++) s += x[i]; for (i = 1; i <= n; i++) f[i] = x[i] > s / n ? 1 : -1'
	found raw.mine
}

@test "a shift the wrong way" {
	rule 'for (i = 1; i < n; i++) f[i] = x[i + 1] > x[i] ? 1 : -1'
	found raw.mine
	# on the last day before the cut nothing is known of the day after
	[ "$(sed -n 2p out | cut -d, -f5)" = '' ]
}

@test "a gap at the start filled from behind" {
	rule 'for (i = 30; i <= n; i++) f[i] = x[i] > x[i - 29] ? 1 : -1; for (i = 1; i < 30; i++) f[i] = f[30]'
	found raw.mine
}

@test "vol that is backfilled" {
	rule 'for (i = 1; i <= n; i++) f[i] = 1'
	try "$lookahead" system.yaml -d data --set volatility_calculation.backfill=true
	[ "$status" != 2 ] || skip "st-vol takes no backfill: $(cat err)"
	[ "$status" = 1 ] && [ "$(sed -n 2p out | cut -d, -f2)" = vol ]
}

@test "truncations of one's own, columns that may change, no output" {
	rule 'for (i = 1; i < n; i++) f[i] = x[i + 1] > x[i] ? 1 : -1'
	try "$lookahead" system.yaml -d data --until 2002-03-03
	[ "$status" = 1 ] && [ "$(cut -d, -f1 out | sort -u | tr '\n' ' ')" = '2002-03-03 until ' ]
	try "$lookahead" system.yaml -d data --until 2002-03-03 -q
	[ "$status" = 1 ] && [ ! -s out ]
	try "$lookahead" system.yaml -d data --until 2002-03-03 -x raw.mine -x forecast.mine -x forecast -x subsystem -x position \
		-x lower -x upper -x traded
	[ "$status" = 0 ] || fail "$(show out)"
}

@test "the bundled systems know nothing of the future" {
	for s in examples/system.yaml examples/custom-rule/system.yaml; do
		"$lookahead" "$ROOT/$s" -d "$ROOT/examples/data.tar.gz" -n 1
	done
}

@test "what it refuses" {
	rule ''
	dies 'lookahead: -n wants a number: "x"' "$lookahead" system.yaml -d data -n x
	for day in 2016-13-01 yesterday 2016 20160104; do
		dies "lookahead: --until wants a day, as 2021-01-04: \"$day\"" "$lookahead" system.yaml -d data --until 2016-01-04 --until $day
	done
	try "$lookahead" system.yaml -d data -n 0 -x forecst
	[ "$status" = 2 ]
	tail -n 1 err | grep -qxE "st-prefix: .*/whole/rows.csv:1: no column 'forecst'; the nearest is 'forecast'"
	dies 'lookahead: no such option: "--nope"; see lookahead --help' "$lookahead" system.yaml -d data --nope
	try "$lookahead" system.yaml
	[ "$status" = 2 ] && grep -q '^usage: lookahead' err
	try "$lookahead" nothing.yaml -d data
	[ "$status" = 2 ] && grep -q "cannot read system 'nothing.yaml'" err
}
