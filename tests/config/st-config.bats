#!/usr/bin/env bats
# st-config: merging, checking and explaining configs

load ../helper

# The value at a jq path of the last output.
at() {
	jq -c "$1" out
}

# yaml TEXT: the file s.yaml, printf's escapes understood.
yaml() {
	printf -- "$1" >s.yaml
}

# gives PATH WANT [ARG ...]: st-config with s.yaml or the arguments has WANT at a jq path.
gives() {
	if [ $# -gt 2 ]; then try st-config "${@:3}"; else try st-config s.yaml; fi
	[ "$status" = 0 ] || { fail "status $status" "$(show err)"; return; }
	[ "$(at "$1")" = "$2" ] || fail "$1 is $(at "$1"), not $2"
}

@test "the header's example" {
	printf 'forecast_cap: 30\n' | st-config --explain - | grep ^forecast_cap >out
	printf 'forecast_cap = 30\t# from stdin:1\n' | diff - out
}

@test "without a file: the defaults, the same bytes twice and in any locale" {
	st-config >a
	LC_ALL=C.UTF-8 TZ=Asia/Tokyo st-config >b
	cmp a b
	[ "$(jq -c '[.percentage_vol_target, .notional_trading_capital, .base_currency, .forecast_weight_estimate.vol_estimate.min_periods]' a)" = '[16,1000000,"USD",5]' ]
	[ "$(jq -c '[.trading_rules, .compat, .forecast_floor, .volatility_calculation.backfill, has("instruments")]' a)" = '[null,null,null,null,false]' ]
	[ "$(jq -r 'keys_unsorted | join("\n")' a)" = "$(jq -r 'keys_unsorted[]' a | sort)" ]
}

@test "a merged config gives itself, byte for byte" {
	yaml 'forecast_cap: 30\ninstrument_weights: {GOLD: .5, CORN: 5e-1}\nvolatility_calculation: {days: 20}\n'
	st-config s.yaml >a
	prints_file a st-config a
}

# rules_are WANT [ARG ...]: trading_rules with s.yaml or the arguments.
rules_are() {
	gives .trading_rules "$@"
}

# pysystemtrade, process_trading_rules: forecasts of such systems are those of the same rules with names.
@test "trading rules of a list, a single one and functions alone get the names that pysystemtrade gives" {
	local carry='{"data":"rawdata.raw_carry","forecast_scalar":30,"function":"a.carry"}'
	yaml 'trading_rules:\n  - {function: a.carry, data: rawdata.raw_carry, forecast_scalar: 30}\n  - a.breakout\n'
	rules_are "{\"rule0\":$carry,\"rule1\":{\"function\":\"a.breakout\"}}"
	st-config s.yaml >a
	prints_file a st-config a
	yaml 'trading_rules:\n  function: a.carry\n  data: rawdata.raw_carry\n  forecast_scalar: 30\n'
	rules_are "{\"rule0\":$carry}"
	yaml 'trading_rules: a.breakout\n'
	rules_are '{"rule0":{"function":"a.breakout"}}'
	yaml 'trading_rules: {fast: a.breakout, slow: {function: a.carry}}\n'
	rules_are '{"fast":{"function":"a.breakout"},"slow":{"function":"a.carry"}}'
	rules_are '{"rule0":{"function":"exec:./x"},"rule1":{"forecast_scalar":2,"function":"b"}}' \
		--set 'trading_rules=[exec:./x, b]' --set trading_rules.rule1.forecast_scalar=2 s.yaml
	yaml 'trading_rules: []\n'
	rules_are '{}'
	st-config --set 'trading_rules=[a, b]' --explain | grep '^trading_rules\.' >out
	printf 'trading_rules.rule%d.function = "%s"\t# from --set\n' 0 a 1 b | diff - out
}

@test "what can be no rule of a list is refused by its name" {
	yaml '\ntrading_rules:\n  - functon: a\n'
	dies "st-config: s.yaml:2: unknown key 'trading_rules.rule0.functon'; did you mean 'trading_rules.rule0.function'?" st-config s.yaml
	yaml 'trading_rules: [a, 3]\n'
	dies "st-config: s.yaml:1: 'trading_rules.rule1' wants map|text, not 3" st-config s.yaml
	yaml 'trading_rules: {function: a, dat: b}\n'
	dies "st-config: s.yaml:1: unknown key 'trading_rules.rule0.dat'; did you mean 'trading_rules.rule0.data'?" st-config s.yaml
	dies "st-config: --set: unknown key 'trading_rules.rule0.dat'; did you mean 'trading_rules.rule0.data'?" \
		st-config --set 'trading_rules=[{dat: b}]'
}

@test "numbers and text keep their kind" {
	yaml 'notional_trading_capital: 250000\nforecast_cap: 20.0\npercentage_vol_target: 1e6\nforecast_weights: {a: .5, b: 1_000, c: "12", d: 017, e: 2000-01-01, NO: 08, f: 127.0.0.1, g: -.5e-9}\n'
	st-config s.yaml >out
	grep -q '^ "notional_trading_capital": 250000,$' out
	grep -q '^ "forecast_cap": 20.0,$' out
	grep -q '^ "percentage_vol_target": 1000000.0,$' out
	sed -n '/"forecast_weights"/,/}/p' out >got
	diff - got <<'EOF'
 "forecast_weights": {
  "NO": "08",
  "a": 0.5,
  "b": 1000,
  "c": "12",
  "d": 15,
  "e": "2000-01-01",
  "f": "127.0.0.1",
  "g": -5e-10
 },
EOF
}

@test "YAML 1.1: booleans, nulls, anchors, merge keys" {
	yaml 'use_SR_costs: yes\nbuffer_trade_to_edge: Off\nforecast_weights: &w {a: 1, b: 2}\nforecast_scalars: {<<: *w, b: 3, c: ~}\n'
	gives '[.use_SR_costs, .buffer_trade_to_edge, .forecast_scalars]' '[true,false,{"a":1,"b":3,"c":null}]'
	yaml 'countries: {<<: [{x: 1}, {x: 2, y: 3}], z: "yes"}\n'
	gives .countries '{"x":1,"y":3,"z":"yes"}'
}

@test "JSON, BOM, CRLF" {
	yaml '{\n\t"forecast_cap": 2E1, "base_currency": "\\u0047BP",\n\t"use_SR_costs": true}\n'
	gives '[.forecast_cap, .base_currency, .use_SR_costs]' '[20,"GBP",true]'
	yaml '\xef\xbb\xbfforecast_cap: 31\r\nbase_currency: GBP\r\n'
	gives '[.forecast_cap, .base_currency]' '[31,"GBP"]'
}

@test "text prints escaped" {
	yaml 'base_currency: "a\\n\\t\\x01\\"\\\\\xc3\xa9"\n'
	st-config s.yaml >out
	grep -qF ' "base_currency": "a\n\t\u0001\"\\é",' out
}

@test "what is absent or null gets its default, option by option" {
	yaml 'forecast_cap: null\nvolatility_calculation: {days: 20, min_periods: ~}\nforecast_div_multiplier: {GOLD: 1.2}\n'
	gives '[.forecast_cap, .volatility_calculation.days, .volatility_calculation.min_periods, .volatility_calculation.slow_vol_years, .forecast_div_multiplier]' \
		'[20,20,10,10,{"GOLD":1.2}]'
}

@test "layers: files in order, base_config first, private, --set" {
	mkdir sub
	printf 'forecast_cap: 1\nforecast_floor: -1\nforecast_weights: {a: 1}\n' >sub/base.yaml
	printf 'base_config: base.yaml\nforecast_cap: 2\n' >sub/one.yaml
	printf 'forecast_weights: {b: 1}\nbuffer_size: 0.2\n' >two.yaml
	printf 'buffer_size: 0.3\nbroker_account: U1\n' >private.yaml
	gives '[.forecast_cap, .forecast_floor, .forecast_weights, .buffer_size, .broker_account, has("base_config")]' \
		'[2,-1,{"b":1},0.3,"U1",false]' --private=private.yaml sub/one.yaml two.yaml
	gives '[.buffer_size, .base_currency]' '[0.4,"GBP"]' -p private.yaml -s buffer_size=.4 --set base_currency=GBP two.yaml
}

@test "a base_config may be keys, a package, or too deep" {
	yaml 'base_config: {forecast_cap: 3, buffer_size: .3}\nforecast_cap: 4\n'
	gives '[.forecast_cap, .buffer_size]' '[4,0.3]'
	mkdir -p a/b
	echo 'forecast_cap: 5' >a/b/c.yaml
	yaml 'base_config: a.b.c.yaml\n'
	gives .forecast_cap 5
	yaml '\nbase_config: none.yaml\n'
	dies "st-config: s.yaml:2: cannot find base_config 'none.yaml'" st-config s.yaml
	yaml 'base_config: s.yaml\n'
	dies 'st-config: s.yaml:1: base_config within base_config, 16 deep' st-config s.yaml
}

@test "--set: paths, flow values, null for the default again" {
	yaml 'volatility_calculation: {days: 20}\nforecast_cap: 30\n'
	gives '[.volatility_calculation.days, .volatility_calculation.min_periods]' '[25,10]' --set volatility_calculation.days=25 s.yaml
	gives '[.volatility_calculation.days, .volatility_calculation.min_periods]' '[35,7]' --set 'volatility_calculation={min_periods: 7}' s.yaml
	gives .forecast_cap 20 --set forecast_cap=null s.yaml
	gives .instrument_weights '{"GOLD":0.5}' --set instrument_weights.GOLD=.5 s.yaml
	gives .trading_rules.r.other_args '{"N":[1,"x=y"]}' --set 'trading_rules.r={function: f, other_args: {N: [1, x=y]}}' s.yaml
	gives .base_currency '""' --set 'base_currency=""'
}

@test "the names of duplicate_instruments: filled in as the reference does, unless --set or a complete file says otherwise" {
	yaml 'duplicate_instruments: {exclude: {}, include: {}}\n'
	gives '.duplicate_instruments.exclude.gold' '"GOLD"'
	gives '.duplicate_instruments | [.exclude, .include.gold]' '[{},"GOLD_micro"]' --set duplicate_instruments.exclude={} s.yaml
	st-config --set duplicate_instruments.exclude={} --set exclude_instrument_lists.bad_markets=[] >a
	prints_file a st-config a
	jq 'del(.small_system)' a >b
	gives '.duplicate_instruments.exclude.gold' '"GOLD"' b
	yaml 'forecast_cap: 25\n'
	gives '[.duplicate_instruments.exclude, .forecast_cap]' '[{},25]' a s.yaml
}

@test "unknown keys, with the nearest known one" {
	yaml '\nforecast_cpa: 1\n'
	dies "st-config: s.yaml:2: unknown key 'forecast_cpa'; did you mean 'forecast_cap'?" st-config s.yaml
	yaml 'volatility_calculation:\n  days: 3\n  min_period: 3\n'
	dies "st-config: s.yaml:3: unknown key 'volatility_calculation.min_period'; did you mean 'volatility_calculation.min_periods'?" st-config s.yaml
	yaml 'forecast_weight_estimate:\n  mean_estimate:\n    xyzzy: 3\n'
	dies "st-config: s.yaml:3: unknown key 'forecast_weight_estimate.mean_estimate.xyzzy'" st-config s.yaml
	yaml 'trading_rules:\n  fast:\n    functon: f\n'
	dies "st-config: s.yaml:3: unknown key 'trading_rules.fast.functon'; did you mean 'trading_rules.fast.function'?" st-config s.yaml
	dies "st-config: --set: unknown key 'buffersize'; did you mean 'buffer_size'?" st-config --set buffersize=1
	yaml '"*": 1\n'
	dies "st-config: s.yaml:1: unknown key '*'" st-config s.yaml
}

@test "names and arguments are free" {
	yaml 'trading_rules: {my_rule: {function: f, data: data.x, other_args: {anything: [1, {b: 2}]}, forecast_scalar: 2}, other: a.b}\ninstrument_weights: {X-Y.Z: 1}\nforecast_mapping: {X: {a_param: 1}}\nhistorical_data_sources: {mine: {func: f, enabled: no}}\n'
	gives '[.trading_rules.my_rule.other_args, .instrument_weights, .historical_data_sources.mine.enabled]' '[{"anything":[1,{"b":2}]},{"X-Y.Z":1},false]'
}

@test "values that cannot be meant" {
	yaml 'notional_trading_capital: 250k\n'
	dies "st-config: s.yaml:1: 'notional_trading_capital' wants number, not \"250k\"" st-config s.yaml
	yaml 'use_SR_costs: "yes"\n'
	dies "st-config: s.yaml:1: 'use_SR_costs' wants flag, not \"yes\"" st-config s.yaml
	yaml 'volatility_calculation: 5\n'
	dies "st-config: s.yaml:1: 'volatility_calculation' wants map, not 5" st-config s.yaml
	yaml 'buffer_method: fxed\n'
	dies "st-config: s.yaml:1: 'buffer_method' wants position|forecast, not \"fxed\"" st-config s.yaml
	yaml 'base_currency: {a: 1}\n'
	dies "st-config: s.yaml:1: 'base_currency' wants text, not a mapping" st-config s.yaml
	yaml 'compat: some\n'
	dies "st-config: s.yaml:1: 'compat' wants pysystemtrade|none, not \"some\"" st-config s.yaml
	dies "st-config: --set: 'forecast_cap' wants number, not true" st-config --set forecast_cap=yes
}

@test "numbers and flags may stand as text" {
	yaml 'notional_trading_capital: "250000"\nuse_SR_costs: "True"\nbuffer_trade_to_edge: f\ncompat: none\n'
	gives '[.notional_trading_capital, .use_SR_costs, .buffer_trade_to_edge, .compat]' '["250000","True","f","none"]'
}

@test "--explain: where each value came from, and what nothing reads" {
	printf 'forecast_weights:\n  a: 1\n  b: [x, {y: 1.0}]\ncountries: {}\nrisk_overlay: {max_risk_fraction_stdev_risk: 5}\n' >s.yaml
	echo 'buffer_size: .3' >p.yaml
	st-config --explain --private p.yaml --set forecast_cap=21 s.yaml |
		grep -E '^(forecast_weights|countries|risk_overlay|buffer_size|forecast_cap|instruments_with|base_currency)' >out
	tr '@' '\t' >want <<'EOF'
base_currency = "USD"@# from default
buffer_size = 0.3@# from p.yaml:1
countries = {}@# from s.yaml:4, unread
forecast_cap = 21@# from --set
forecast_weights.a = 1@# from s.yaml:2
forecast_weights.b = ["x", {"y": 1.0}]@# from s.yaml:3
instruments_with_threshold = []@# from default, unread
risk_overlay.max_risk_fraction_correlation_risk = 4.0@# from default, unread
risk_overlay.max_risk_fraction_normal_risk = 2.0@# from default, unread
risk_overlay.max_risk_fraction_stdev_risk = 5@# from s.yaml:5, unread
EOF
	diff want out
}

@test "--keys: every default and its meaning, four columns, no key twice" {
	st-config --keys >out
	[ "$(head -1 out)" = "$(printf 'key\tdefault\ttype\tmeaning')" ]
	awk -F '\t' 'NF != 4 || $4 == "" || seen[$1]++ { print; bad = 1 } END { exit bad }' out
	grep -q "^compat	" out
	# each leaf of the defaults has its row with that default
	st-config | jq -r 'del(.duplicate_instruments, .historical_data_sources) | paths(type != "object") as $p
		| select($p | all(type == "string")) | $p | join(".")' | sort >leaves
	awk -F '\t' 'NR > 1 && $2 != "" { print $1 }' out | grep -v -e ^duplicate -e ^historical | sort | diff leaves -
}

@test "failures of files" {
	dies "st-config: cannot open 'none.yaml': No such file or directory" st-config none.yaml
	dies "st-config: cannot open 'none.yaml': No such file or directory" st-config --private none.yaml
	dies "st-config: cannot read '.': Is a directory" st-config .
	: >s.yaml
	dies 'st-config: s.yaml: empty: not a mapping of keys' st-config s.yaml
	yaml '# only this\n'
	dies 'st-config: s.yaml: empty: not a mapping of keys' st-config s.yaml
	yaml '- a\n'
	dies 'st-config: s.yaml: not a mapping of keys' st-config s.yaml
	dies "st-config: cannot write 'stdout': No space left on device" sh -c 'st-config >/dev/full'
	dies "st-config: cannot write 'stdout': No space left on device" sh -c 'st-config --explain >/dev/full'
	dies "st-config: cannot write 'stdout': No space left on device" sh -c 'st-config --keys >/dev/full'
	st-config --explain | head -n 1 | grep -q default
}

@test "failures of YAML name file and line" {
	yaml 'volatility_calculation:\n\tdays: 3\n'
	dies 'st-config: s.yaml:2: a tab in the indentation: YAML wants spaces' st-config s.yaml
	yaml '\nbase_currency: \xff\n'
	dies 'st-config: s.yaml:2: invalid leading UTF-8 octet' st-config s.yaml
	yaml '\nbase_currency: \x01\n'
	dies 'st-config: s.yaml:2: control characters are not allowed' st-config s.yaml
	yaml 'base_currency: "\\0"\n'
	dies 'st-config: s.yaml:1: a NUL in a text' st-config s.yaml
	yaml 'forecast_cap: 1\nforecast_cap: 2\n'
	dies "st-config: s.yaml:2: duplicate key 'forecast_cap', first at s.yaml:1" st-config s.yaml
	yaml '{"forecast_cap": 1,\n"forecast_cap": 2}\n'
	dies "st-config: s.yaml:2: duplicate key 'forecast_cap', first at s.yaml:1" st-config s.yaml
	yaml 'forecast_cap: 1\n---\nforecast_cap: 2\n'
	dies 'st-config: s.yaml:2: a second document in the file' st-config s.yaml
	yaml 'forecast_cap: 1: 2\n'
	dies_like 'st-config: s.yaml:1: mapping values .*' st-config s.yaml
	yaml 'forecast_weights: {a: 12:30}\n'
	dies 'st-config: s.yaml:1: a base-60 number; text wants quotes: "12:30"' st-config s.yaml
	yaml 'forecast_cap: .nan\n'
	dies 'st-config: s.yaml:1: not a finite number: ".nan"' st-config s.yaml
	yaml 'forecast_cap: 9223372036854775808\n'
	dies 'st-config: s.yaml:1: a whole number too large: "9223372036854775808"' st-config s.yaml
	yaml 'countries: {"": 1}\n'
	dies 'st-config: s.yaml:1: an empty key' st-config s.yaml
	yaml 'countries: {[a]: 1}\n'
	dies 'st-config: s.yaml:1: a key that is no text' st-config s.yaml
	yaml 'countries: &c {a: *c}\n'
	dies 'st-config: s.yaml:1: no anchor before its alias: "*c"' st-config s.yaml
	yaml 'forecast_cap: !!python/name:os.system x\n'
	dies 'st-config: s.yaml:1: tag not supported: "tag:yaml.org,2002:python/name:os.system"' st-config s.yaml
}

@test "a file whose name is no UTF-8" {
	name=$(printf 'a\xffb.yaml')
	echo 'forecast_cap: 3' >"$name"
	gives .forecast_cap 3 "$name"
	st-config --explain "$name" | grep -q '^forecast_cap = 3	# from ?$'
}

@test "depth, size and alias bombs are bounded" {
	{ printf 'countries: '; printf '{a: %.0s' $(seq 100); printf '}%.0s' $(seq 100); } >s.yaml
	dies 'st-config: s.yaml:1: nested deeper than 64 levels' st-config s.yaml
	{ printf 'countries: '; head -c 100000 /dev/zero | tr '\0' '['; } >s.yaml
	dies 'st-config: s.yaml:1: nested deeper than 64 levels' st-config s.yaml
	{
		printf 'countries:\n a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n'
		for i in $(seq 12); do
			printf " a$i: &a$i [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\n" | sed "s/\*b/*a$((i - 1))/g"
		done
	} >s.yaml
	dies_like 'st-config: s.yaml:[0-9]+: too large a document once its aliases are expanded' st-config s.yaml
	{
		printf 'countries:\n a0: &a0 [x]\n'
		for i in $(seq 30); do printf " a$i: &a$i [[[*a$((i - 1))]]]\n"; done
	} >s.yaml
	dies_like 'st-config: s.yaml:[0-9]+: nested deeper than 64 levels' st-config s.yaml
	head -c 17000000 /dev/zero | tr '\0' a >s.yaml
	dies 'st-config: s.yaml: larger than 16777216 bytes' st-config s.yaml
}

@test "bad --set" {
	dies 'st-config: --set wants KEY=VALUE: "forecast_cap"' st-config --set forecast_cap
	dies 'st-config: --set: an empty key: "=1"' st-config --set =1
	dies 'st-config: --set: an empty key: "forecast_weights..a=1"' st-config --set forecast_weights..a=1
	dies_like 'st-config: --set: did not find .*' st-config --set 'forecast_weights=[1'
	dies 'st-config: --set: base_config belongs in a file' st-config --set base_config=x.yaml
	dies_like 'st-config: --set: nested deeper than 64 levels: "countries.a.a.*' st-config --set "countries$(printf '.a%.0s' $(seq 40000))=1"
	dies_like 'st-config: --set: not UTF-8 text: .*' st-config --set "$(printf 'countries.\xff=1')"
	yaml 'forecast_div_multiplier: 1.2\n'
	dies "st-config: --set: 'forecast_div_multiplier' is not a mapping, has no 'GOLD'" st-config --set forecast_div_multiplier.GOLD=1 s.yaml
}

# The reference's own merged configs end without a newline.
same_as() {
	try st-config "$1"
	[ "$status" = 0 ] || { fail "$1: status $status" "$(show err)"; return; }
	{ cat "$2"; echo; } | diff - out >diff || fail "$1: is not $2" "$(show diff)"
}

@test "the reference's merged configs give themselves" {
	reference golden/A_chapter15/config.json
	for d in A_chapter15 B_estimated C_vol_rules D_dynamic F_perf_10y F_perf_full synthetic/golden synthetic/golden2; do
		same_as "$ST_REFERENCE/golden/$d/config.json" "$ST_REFERENCE/golden/$d/config.json"
	done
}

@test "the reference's systems give its merged configs" {
	reference golden/A_chapter15/config.json
	same_as "$ST_REFERENCE/data/config/futuresconfig.yaml" "$ST_REFERENCE/golden/A_chapter15/config.json"
	same_as "$ST_REFERENCE/data/config/futuresestimateconfig.yaml" "$ST_REFERENCE/golden/B_estimated/config.json"
	same_as "$ST_REFERENCE/golden/synthetic/golden/config_input.json" "$ST_REFERENCE/golden/synthetic/golden/config.json"
	same_as "$ST_REFERENCE/golden/synthetic/golden2/config_input.json" "$ST_REFERENCE/golden/synthetic/golden2/config.json"
}

@test "weights below zero and scalars not above it are warned of, once for each kind" {
	yaml 'forecast_weights:\n  fast: 0.5\n  slow: -0.25\n  carry: "-1"\nforecast_scalars: {fast: 2}\n'
	try st-config s.yaml
	[ "$status" = 0 ]
	[ "$(cat err)" = "st-config: s.yaml:3: rule 'slow' of all instruments has a weight below zero, -0.25, and 1 more: its forecasts are turned round" ]
	prints_file out st-config -q s.yaml
	yaml 'forecast_weights: {GOLD: {fast: 1}, CORN: {fast: -1}}\ntrading_rules: {fast: {function: ewmac, forecast_scalar: 0}}\n'
	try st-config --set forecast_scalar=-2 s.yaml
	[ "$status" = 0 ]
	diff - err <<-'END'
		st-config: s.yaml:1: rule 'fast' of 'CORN' has a weight below zero, -1: its forecasts are turned round
		st-config: s.yaml:2: rule 'fast' has a forecast scalar not above zero, 0, and 1 more: its forecasts are turned round, or none
	END
	try st-config --set forecast_scalar=-2
	[ "$(cat err)" = "st-config: --set: a rule without one of its own has a forecast scalar not above zero, -2: its forecasts are turned round, or none" ]
}

@test "a weight of a rule that there is not is refused for a run, with its place and the rule that may be meant" {
	local rules='trading_rules:\n  carry: {function: carry}\n  ewmac: {function: ewmac}\n'
	yaml "${rules}forecast_weights:\n  carry: 0.5\n  carrry: 0.5\n"
	dies "st-config: s.yaml:6: forecast_weights has a rule 'carrry' that trading_rules has not; the nearest is 'carry'" st-config --run s.yaml
	yaml "${rules}instrument_weights: {GOLD: 1}\nforecast_weights:\n  GOLD: {carry: 0.5,\n    slow: 0}\n"
	dies "st-config: s.yaml:7: forecast_weights has a rule 'slow' that trading_rules has not" st-config --run s.yaml
	dies "st-config: --set: forecast_weights has a rule 'x' that trading_rules has not" st-config --run --set 'forecast_weights={x: 1}' s.yaml
	# else it is warned of: the config may be a part of one
	try st-config s.yaml
	[ "$status" = 0 ] && [ "$(cat err)" = "st-config: s.yaml:7: forecast_weights has a rule 'slow' that trading_rules has not" ] || fail "$(show err)"
	# and so is what no run reads, once for each key
	yaml "${rules}instrument_weights: {GOLD: 1}\nforecast_weights: {GOLD: {carry: 1}, TIN: {slow: 1}}\nforecast_scalars: {carry: 1, fast: 2, slow: 3}\n"
	try st-config --run --set 'rule_variations={GOLD: [ewmac, ewmc]}' s.yaml
	[ "$status" = 0 ]
	diff - err <<-'END'
		st-config: s.yaml:5: forecast_weights has a rule 'slow' that trading_rules has not
		st-config: s.yaml:6: forecast_scalars has a rule 'fast' that trading_rules has not; and 1 more
		st-config: --set: rule_variations has a rule 'ewmc' that trading_rules has not; the nearest is 'ewmac'
	END
	try st-config --set 'rule_variations=[carry, x]' s.yaml
	[ "$(tail -n 1 err)" = "st-config: --set: rule_variations has a rule 'x' that trading_rules has not" ] || fail "$(show err)"
	yaml "${rules}forecast_weights: {x: 1}\nuse_forecast_weight_estimates: true\n"
	try st-config --run s.yaml
	[ "$status" = 0 ] && [ "$(cat err)" = "st-config: s.yaml:4: forecast_weights has a rule 'x' that trading_rules has not" ] || fail "$(show err)"
	# a part of a config
	yaml 'forecast_weights: {x: 1}\n'
	st-config --run s.yaml 2>err
	[ ! -s err ]
}

@test "every config file of the reference passes" {
	reference data/config/defaults.yaml
	for f in "$ST_REFERENCE"/data/config/*.yaml; do
		try st-config "$f"
		[ "$status" = 0 ] || fail "$f" "$(show err)"
	done
	st-config "$ST_REFERENCE/data/config/defaults.yaml" | jq -S '.exclude_instrument_lists |= map_values(sort)' >a
	st-config | jq -S '.exclude_instrument_lists |= map_values(sort)' >b
	diff a b
}
