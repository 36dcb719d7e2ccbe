# tests/golden-production: what is pure in production against worked examples (tests/golden/production) and traces of a reference

load helper

export BUILD=${ST_BIN%/bin}

compared() {
	try "$ROOT/tests/golden-production" "$1"
	[ ! -s err ] || fail "$(cat err)"
}

@test "worked examples of each kind agree" {
	compared "$ROOT/tests/golden/production"
	[ "$status" = 0 ] || fail "$(cat out)"
	[ "$(tail -n 1 out)" = '113 passed, 0 failed' ] || fail "$(cat out)"
	[ "$(grep -c ' cases, ' out)" = 20 ] && grep -qx 'orders/lives.ndjson: skipped, nothing to compare it with yet' out
}

@test "a value that is wrong is named, whatever the file" {
	local file line edit files=0
	while read -r file line edit; do
		rm -rf folder
		cp -r "$ROOT/tests/golden/production" folder
		sed -i "$line$edit" "folder/$file"
		cmp -s "folder/$file" "$ROOT/tests/golden/production/$file" && fail "$file: not changed"
		compared folder
		[ "$status" = 1 ] || fail "$file: status $status"
		grep -q "^  $file:$line: " out || fail "$file:$line is not named:" "$(cat out)"
		grep -q ' [1-9][0-9]* failed$' out || fail "$file: $(tail -n 1 out)"
		files=$((files + 1))
	done <<-'EOF'
		functions/auto_limits.csv 3 s/40$/41/
		functions/buffered_trade.csv 4 s/0,0$/0,1/
		functions/capital.ndjson 5 s/"maximum":1050/"maximum":950/
		functions/capital.ndjson 7 s/\[2,2,2,2\]/[2,2,3,2]/
		functions/capital_gate.csv 5 s/0,,$/1,600,600/
		functions/fill_fits.csv 3 s/0$/1/
		functions/override_apply.csv 2 s/-2$/-3/
		functions/override_combine.csv 4 s/0$/-2/
		functions/override_sources.csv 2 s/0.25$/0.2500001/
		functions/passive_split.csv 2 s/2,3$/3,2/
		functions/position_limit.csv 7 s/8$/9/
		functions/position_limit_both.csv 3 s/0,0$/1,0/
		functions/resize.csv 8 s/1,1,0,1/1,0,0,1/
		functions/roll_states.csv 3 s/Roll_Adjusted Passive/Passive Roll_Adjusted/
		functions/spread_price.csv 2 s/-1.5$/1.5/
		functions/trade_limits.ndjson 5 s/"want":0/"want":1/
		functions/trade_limits.ndjson 6 s/"used":2/"used":8/
		dynamic/maximum_contracts.csv 3 s/3$/7/
		dynamic/problems.ndjson 1 s/"want":\[1\]/"want":[2]/
		dynamic/problems.ndjson 2 s/"valid":\["AA"\]/"valid":["AA","BB"]/
		orders/generator.ndjson 1 s/"AA":1,"BB":1/"AA":1,"BB":2/
		orders/generator.ndjson 1 s/"BB":2,"CC":0/"BB":1,"CC":0/
		orders/stack_ops.ndjson 1 s/"ok":false/"ok":true/
		orders/stack_ops.ndjson 4 s/"trade":1,/"trade":2,/
		orders/stack_ops.ndjson 6 s/"ok":false/"ok":true/
		orders/stack_ops.ndjson 7 s/"price":11,"fill_ts"/"price":10.9,"fill_ts"/
		orders/stack_ops.ndjson 8 s/"value":true/"value":false/
		orders/stack_ops.ndjson 9 s/"locked":true/"locked":false/
		orders/stack_ops.ndjson 12 s/"children":.7,8.}/"children":[8,7]}/
		orders/stack_ops.ndjson 17 s/"ok":false/"ok":true/
		orders/stack_ops.ndjson 22 s/"state":"done"/"state":"live"/
		orders/stack_ops.ndjson 23 s/"state":.{/"state":[{},{/
		rolls/rolls.ndjson 1 s/\[\["2022-03-01T23:00:00",101.5\]/[["2022-03-01T23:00:00",101]/
		rolls/rolls.ndjson 2 s/false/true/
	EOF
	[ "$files" = 34 ]
}

@test "what is not compared is counted and says why" {
	compared "$ROOT/tests/golden/production"
	sed '/"op":"put_manual"/!s/"trades":.2,3./"trades":[0,3]/' "$ROOT/tests/golden/production/orders/stack_ops.ndjson" >steps
	mkdir -p folder/orders
	cp steps folder/orders/stack_ops.ndjson
	compared folder
	grep -qx '  orders/stack_ops.ndjson: of 1 not compared: a list in which nothing is wanted: .*' out || fail "$(cat out)"
}

@test "nothing to compare, and a file that is none of its kind" {
	mkdir -p folder/functions
	try "$ROOT/tests/golden-production" folder
	[ "$status" = 2 ] && [ "$(cat err)" = 'golden-production: folder: nothing to compare' ] || fail "$(cat err)"
	echo '{' >folder/functions/capital.ndjson
	try "$ROOT/tests/golden-production" folder
	[ "$status" = 2 ] && grep -q '^golden-production: folder/functions/capital.ndjson:1: ' err || fail "$(cat err)"
	try "$ROOT/tests/golden-production"
	[ "$status" = 2 ] && [ "$(cat err)" = 'golden-production: one folder is wanted' ] || fail "$(cat err)"
}

@test "traces of pysystemtrade's production agree, 18,600 cases" {
	reference golden/P_production
	compared "$ST_REFERENCE/golden/P_production"
	[ "$status" = 0 ] || fail "$(cat out)"
	[ "$(grep -c ' cases, ' out)" = 20 ] || fail "$(cat out)"
	awk '/ passed, / { exit !($1 > 18600 && $3 == 0) }' out || fail "$(tail -n 1 out)"
}
