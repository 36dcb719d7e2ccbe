# st-explain series: what each stage gave, by our names and pysystemtrade's, as the files have it and as they follow from one another

load ../helper

setup_file() {
	"$BATS_TEST_DIRNAME/../../pipelines/backtest" "$BATS_TEST_DIRNAME/../../examples/system.yaml" \
		-d "$BATS_TEST_DIRNAME/../../examples/data.tar.gz" -o "$BATS_FILE_TMPDIR/run" -q --no-plot -j1 --accounts
}

setup() {
	cd "$BATS_TEST_TMPDIR"
	ln -s "$BATS_FILE_TMPDIR/run" run
}

# is FILE COLUMN WHERE OPERAND ...: the series is this column of the file's rows.
is() {
	st-columns -c "time,$2" --rename "$2=value" ${3:+-w "$3"} "run/$1" >want
	prints_file want st-explain --series run "${@:4}"
	[ "$(wc -l <want)" -gt 1000 ]
}

@test "columns of the rows, of an instrument or of its rule" {
	for name in adjusted price roll vol raw_carry forecast fx subsystem position lower upper traded; do
		is rows.csv $name instrument=OIL_LIGHT $name OIL_LIGHT
	done
	for rule in carry ewmac16_64; do
		is rows.csv raw.$rule instrument=FX_EAST raw.$rule FX_EAST
		is rows.csv forecast.$rule instrument=FX_EAST forecast.$rule FX_EAST
		is rows.csv forecast.$rule instrument=FX_EAST forecast FX_EAST $rule
	done
}

@test "accounts: of an instrument, a rule, the portfolio" {
	for name in net gross cost; do
		is pnl.csv $name instrument=OIL_LIGHT $name OIL_LIGHT
		is accounts/subsystem.csv $name instrument=OIL_LIGHT subsystem_$name OIL_LIGHT
		is accounts/rules.csv $name rule=carry $name.carry
		is account.csv $name '' $name
		is account.csv ${name}_percent '' ${name}_percent
		is accounts/actual_account.csv $name '' actual_$name
		is accounts/actual_account.csv ${name}_percent '' actual_${name}_percent
	done
	is accounts/multipliers.csv value '' capital_multiplier
	for name in actual actual_lower actual_upper actual_traded; do
		is accounts/actual.csv $name instrument=OIL_LIGHT $name OIL_LIGHT
	done
}

# follows RUN: scaled forecasts, weights and multipliers of an instrument lead to what the rows have.
follows() {
	local rules="breakout80 carry ewmac16_64 ewmac32_128 ewmac64_256 ewmac8_32" rule
	series() { st-explain --series "$1" "$2" OIL_LIGHT | cut -d, -f2; }
	for rule in $rules; do
		paste -d, <(series "$1" raw.$rule) <(series "$1" scalar.$rule) <(series "$1" scaled.$rule) <(series "$1" forecast.$rule) |
			awk -F, -v rule="$rule" "$near"' NR > 1 { near($1 == "" ? "" : $1 * $2, $3, rule); near(cap($3), $4, rule); n += $3 != "" }
				END { exit bad || n < 3000 }' || return
		series "$1" forecast.$rule >forecast.$rule
		series "$1" weight.$rule >weight.$rule
	done
	paste -d, <(series "$1" forecast) <(series "$1" forecast_multiplier) <(series "$1" volatility_scalar) <(series "$1" subsystem) \
		<(series "$1" weight) <(series "$1" multiplier) <(series "$1" position) forecast.* weight.* | awk -F, "$near"' NR > 1 {
			sum = 0
			for (i = 8; i < 14; i++) { if ($i != "") last[i] = $i; sum += last[i] * $(i + 6) }
			if ($2 == "" || $4 == "") next
			near(cap(sum * $2), $1, "forecast"); near($3 * $1 / 10, $4, "subsystem"); near($4 * $5 * $6, $7, "position"); n++
		} END { exit bad || n < 3000 }'
}
near='function cap(x) { return x == "" ? "" : x > 20 ? 20 : x < -20 ? -20 : x }
	function near(a, b, what) {
		if ((a == "") != (b == "") || (a - b) ^ 2 > 1e-16) { if (!bad) print what ", line " NR ": " a " is not " b; bad = 1 }
	}'

@test "what is worked out again leads to the rows, with everything fixed and everything estimated" {
	follows run
	"$ROOT"/pipelines/backtest "$ROOT"/examples/system.yaml -d "$ROOT"/examples/data.tar.gz -o estimated -q --no-plot -j1 \
		--set use_forecast_scale_estimates=true --set use_forecast_weight_estimates=true \
		--set use_forecast_div_mult_estimates=true --set use_instrument_div_mult_estimates=true
	follows estimated
	# which it would not if it took the fixed ones
	[ "$(st-explain --series estimated scalar.carry OIL_LIGHT | cut -d, -f2 | sort -u | wc -l)" -gt 100 ]
	! diff -q <(st-explain --series estimated weight.carry OIL_LIGHT) <(st-explain --series run weight.carry OIL_LIGHT)
}

@test "each is found by pysystemtrade's name, with the stage or without, and stands in the page" {
	st-explain --list >list
	[ "$(head -n 1 list)" = series,of,pysystemtrade,meaning ]
	diff <(st-explain list) list
	while IFS=, read -r name of method rest; do
		case $of in
		instrument) operands=OIL_LIGHT ;;
		'instrument and rule') operands='OIL_LIGHT carry' ;;
		rule) operands=carry ;;
		portfolio) operands= ;;
		*) fail "of $of" ;;
		esac
		grep -qF "$method" "$ROOT/man/st-explain.1"
		[ "$name" != optimised ] || continue
		st-explain --series run "${name%.RULE}" $operands >by_name || { [ "$of" = rule ] && st-explain --series run "${name%.RULE}.carry" >by_name; }
		first=$(awk -F, -v m="$method" '$3 == m { print $1; exit }' list)
		[ "$first" = "$name" ] || continue
		diff -q by_name <(st-explain --series run "$method" $operands)
		[ "$(awk -F, -v m=".${method#*.}$" '$3 ~ m { print $3 }' list | sort -u | wc -l)" != 1 ] ||
			diff -q by_name <(st-explain --series run "${method#*.}" $operands)
	done < <(tail -n +2 list)
}

@test "what there is not: series, instruments, rules, each with the nearest" {
	dies "st-explain: no series 'vool'; the nearest is 'vol'; --list has all" st-explain --series run vool OIL_LIGHT
	dies "st-explain: no series 'forcast.carry'; the nearest is 'forecast'; --list has all" st-explain --series run forcast.carry OIL_LIGHT
	dies "st-explain: no series 'get_notional_positions'; the nearest is 'get_notional_position'; --list has all" \
		st-explain --series run get_notional_positions OIL_LIGHT
	dies "st-explain: run/work/instruments.csv: no instrument 'OIL'; the nearest is 'OIL_LIGHT'" st-explain --series run vol OIL
	dies "st-explain: run/rows.csv: no rule 'ewmac16'; the nearest is 'ewmac16_64'" st-explain --series run raw.ewmac16 OIL_LIGHT
	dies "st-explain: run/rows.csv: no rule 'ewmac16'; the nearest is 'ewmac16_64'" st-explain --series run scaled.ewmac16 OIL_LIGHT
	dies_like "st-explain: run: no rule 'ewmac16' with a weight; the nearest is 'ewmac16_64'" st-explain --series run weight.ewmac16 OIL_LIGHT
	dies_like "st-explain: run/accounts/rules.csv: no rule 'cary'; the nearest is 'carry'" st-explain --series run net.cary
	dies "st-explain: run/rows.csv: no column 'optimised'" st-explain --series run optimised OIL_LIGHT
	dies "st-explain: 'vol' is a series of an instrument; see --list" st-explain --series run vol
	dies "st-explain: 'raw' is a series of a rule and an instrument; see --list" st-explain --series run raw OIL_LIGHT
	dies "st-explain: 'net_percent' is a series of the portfolio; see --list" st-explain --series run net_percent OIL_LIGHT
	dies 'st-explain: series needs 2 operands; see st-explain --help' st-explain --series run
	dies 'st-explain: list takes no operand: "run"; see st-explain --help' st-explain --list run
	dies_like "st-explain: cannot read config 'none/config.json'.*" st-explain --series none vol OIL_LIGHT
}

@test "what was not kept: how to get it" {
	mkdir brief
	cp -r run/config.json run/account.csv run/work brief
	dies "st-explain: brief: no rows.csv; pipelines/backtest without --brief makes it" st-explain --series brief vol OIL_LIGHT
	dies "st-explain: brief: no rows.csv; pipelines/backtest without --brief makes it" st-explain --series brief weight OIL_LIGHT
	dies "st-explain: brief: no pnl.csv; pipelines/backtest without --brief makes it" st-explain --series brief net OIL_LIGHT
	dies "st-explain: brief: no accounts/rules.csv; pipelines/backtest --accounts makes it" st-explain --series brief net.carry
	st-explain --series brief net | cmp - <(st-explain --series run net)
	dies "st-explain: cannot write 'stdout': No space left on device" bash -c 'st-explain --series run vol OIL_LIGHT >/dev/full'
	dies "st-explain: cannot write 'stdout': No space left on device" bash -c 'st-explain --list >/dev/full'
}
