#!/usr/bin/env bats
# st-validate: what each keyword refuses, keys, order, where schemas are found, and that ours are JSON Schemas

bats_require_minimum_version 1.5.0
load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR"
	schemas=$ROOT/schemas
}

# says SCHEMA INPUT LINE...: status 1 and these lines, each after "st-validate: stdin:".
says() {
	local schema=$1 input=$2 expect
	shift 2
	printf "$input" >in
	expect=$(printf 'st-validate: stdin:%s\n' "$@")
	run -1 bash -c 'st-validate --schema="$1" <in' - "$schema"
	echo "$output"
	[ "$output" = "$expect" ]
}

# fine SCHEMA INPUT: status 0 and no word.
fine() {
	printf "$2" >in
	run -0 st-validate --schema="$1" in
	[ "$output" = "" ]
}

# schema KEYWORDS PROPERTY: a schema of one column x, in x.json.
schema() {
	echo "{ \"x-order\": [\"x\"], $1 \"properties\": { \"x\": { $2 } } }" >x.json
}

@test "st-validate: the example in its header is true" {
	says weights 'time,instrument,weight\n2020-01-01,GOLD,0.5\n2020-01-01,GOLD,x\n' \
		"3: column 'weight': not a number: \"x\"" "3: column 'time': not after the last of GOLD: \"2020-01-01\""
}

@test "st-validate: header only is fine, nothing at all is not" {
	fine weights 'time,instrument,weight\n'
	fine weights '\xef\xbb\xbftime,instrument,weight\r\n2020-01-01,GOLD,\r\n'
	run -2 st-validate --schema=weights </dev/null
	[ "$output" = "st-validate: stdin: empty: not even a header" ]
}

@test "st-validate: columns absent, unknown, twice, out of order" {
	says weights 'time,weight\n' "1: no column 'instrument'"
	says weights 'time,instrument,weight,more\n' "1: column 'more': not of the schema: \"more\""
	says weights 'time,instrument,weight,weight,weight\n' "1: column 'weight': twice: \"weight\"" "1: column 'weight': twice: \"weight\""
	says weights 'instrument,time,weight\n' "1: column 'time': out of order, belongs further left: \"time\""
	fine rows 'time,instrument,price,raw.a,raw.b,forecast.a,forecast\n2020-01-01,A,1,2,-3,4,\n'
	says rows 'time,instrument,raw.\n' "1: column 'raw.': not of the schema: \"raw.\""
	says rows 'time,instrument,forecast,raw.a\n' "1: column 'raw.a': out of order, belongs further left: \"raw.a\""
	says rows 'time,instrument,raw.a\n2020-01-01,A,z\n' "2: column 'raw.a': not a number: \"z\""
}

@test "st-validate: keys" {
	says prices 'time,instrument,price\n2020-01-02,A,1\n2020-01-01,B,1\n2020-01-02 00:00:00,A,1\n2020-01-01,A,1\n' \
		"4: column 'time': not after the last of A: \"2020-01-02 00:00:00\"" "5: column 'time': not after the last of A: \"2020-01-01\""
	fine prices 'time,instrument,price\n2020-01-01,A,1\n2020-01-01,B,1\n2020-01-02,A,1\n2020-01-02,B,1\n'
	says account 'time,gross,cost,net,gross_percent,cost_percent,net_percent\n2020-01-02,,,,,,\n2020-01-02,,,,,,\n' \
		"3: column 'time': not after the last: \"2020-01-02\""
	says curves 'time,instrument,curve,value\n2020-01-01,A,gross,1\n2020-01-01,A,costs,1\n2020-01-01,A,gross,1\n' \
		"4: column 'time': not after the last of A,gross: \"2020-01-01\""
	says scalars 'instrument,rule,item,value\nA,,x,1\nA,r,x,1\n"A",,x,2\n' \
		"4: column 'instrument': the key stood on line 2 already: \"A,,x\""
}

@test "st-validate: formats" {
	schema '' '"type": "string", "format": "date"'
	fine ./x.json 'x\n2020-02-29\n"1999-12-31"\n'
	says ./x.json 'x\n2021-02-29\n2020-01-01 00:00\n20200101\n' "2: column 'x': not a date: \"2021-02-29\"" \
		"3: column 'x': not a date: \"2020-01-01 00:00\"" "4: column 'x': not a date: \"20200101\""
	schema '' '"type": "string", "format": "date-time-naive"'
	fine ./x.json 'x\n2020-02-29\n2020-02-29 23:59\n2020-02-29T23:59:59\n'
	says ./x.json 'x\n2020-02-29 24:00:00\n2020-02-29T10:00+05\n2020-02-29T10:00Z\n' "2: column 'x': not a time: \"2020-02-29 24:00:00\"" \
		"3: column 'x': not a time: \"2020-02-29T10:00+05\"" "4: column 'x': not a time: \"2020-02-29T10:00Z\""
	schema '' '"type": "string", "format": "instrument"'
	fine ./x.json 'x\nSMI-MID\nCRUDE_W_mini\nUS10\n'
	says ./x.json 'x\n../a\n-x\n"a,b"\n' "2: column 'x': not an instrument: \"../a\"" "3: column 'x': not an instrument: \"-x\"" \
		"4: column 'x': not an instrument: \"a,b\""
	schema '' '"type": "string", "format": "contract"'
	fine ./x.json 'x\n202012\n20201200\n20201231\n'
	says ./x.json 'x\n20201300\n20201232\n20201200.0\n' "2: column 'x': not a contract: \"20201300\"" \
		"3: column 'x': not a contract: \"20201232\"" "4: column 'x': not a contract: \"20201200.0\""
	schema '' '"type": "string", "format": "currency-pair"'
	says ./x.json 'x\nEURUSD\nEUR\n' "3: column 'x': not a pair of currencies: \"EUR\""
	schema '' '"type": "string", "format": "currency"'
	says ./x.json 'x\nEUR\neur\n' "3: column 'x': not a currency: \"eur\""
}

@test "st-validate: types, limits, empty fields" {
	schema '' '"type": "number", "minimum": 0, "maximum": 1.5'
	fine ./x.json 'x\n0\n-0.0\n1.5\n1e-300\n'
	says ./x.json 'x\n-1e-9\n1.51\nnan\n0x1\n""\n' "2: column 'x': below 0.0: \"-1e-9\"" "3: column 'x': above 1.5: \"1.51\"" \
		"4: column 'x': not a number: \"nan\"" "5: column 'x': not a number: \"0x1\"" "6: column 'x': empty: \"\""
	schema '' '"type": "number", "exclusiveMinimum": 0, "x-missing": true'
	says ./x.json 'x\n""\n0\n' "3: column 'x': not above 0.0: \"0\""
	schema '' '"type": "integer"'
	fine ./x.json 'x\n-3\n4.0\n'
	says ./x.json 'x\n0.5\n' "2: column 'x': not a whole number: \"0.5\""
	schema '' '"type": "string", "minLength": 2, "enum": ["aa", "bb", "c"]'
	says ./x.json 'x\naa\nc\ncc\n' "3: column 'x': too short: \"c\"" "4: column 'x': none of aa bb c: \"cc\""
}

@test "st-validate: names 20 problems or --max, then counts" {
	{ echo time,instrument,weight; for i in $(seq 10 40); do echo "2020-01-$i,G,x"; done; } >in
	run -1 st-validate -s weights in
	[ "${#lines[@]}" = 21 ]
	[ "${lines[0]}" = "st-validate: in:2: column 'weight': not a number: \"x\"" ]
	[ "${lines[20]}" = "st-validate: in: 40 problems, 20 of them named" ]
	run -1 st-validate -s weights -n 1 in
	[ "${#lines[@]}" = 2 ]
	run -1 st-validate -s weights -n 0 in
	[ "$output" = "st-validate: in: 40 problems, 0 of them named" ]
	run -1 st-validate -s weights -n 40 in
	[ "${#lines[@]}" = 40 ]
	run -1 st-validate -q -s weights in
	[ "$output" = "" ]
}

@test "st-validate: control bytes in a value don't reach the terminal; a field of 1 MB" {
	says weights 'time,instrument,weight\n2020-01-01,A,"\033[2J\n"\n' "2: column 'weight': not a number: \"?[2J?\""
	{ printf 'time,instrument,weight\n2020-01-01,A,"'; head -c 1000000 /dev/zero | tr '\0' 1; printf '""a"\n'; } >in
	run -1 st-validate -s weights in
	[ "${#output}" -lt 200 ]
}

@test "st-validate: what is no table can't be checked" {
	printf 'time,instrument,weight\n2020-01-01,A\n' >in
	run -2 st-validate -s weights in
	[ "$output" = "st-validate: in:2: 2 fields where the header has 3" ]
	run -2 st-validate -s weights nowhere
	[ "$output" = "st-validate: cannot open 'nowhere': No such file or directory" ]
}

@test "st-validate: schemas by name, from ST_SCHEMAS first" {
	run -2 st-validate -s nothing
	[ "$output" = "st-validate: no schema 'nothing' in \$ST_SCHEMAS or where the program stands" ]
	schema '' '"type": "number"'
	mkdir own
	mv x.json own/weights.json
	echo x | ST_SCHEMAS=own st-validate -s weights
	run -1 bash -c 'echo x | st-validate -s weights'
	run -2 st-validate in
	[[ "$output" == "st-validate: name a schema with --schema"* ]]
	run -2 st-validate -s weights a b
}

# bad_schema MESSAGE: x.json is refused so.
bad_schema() {
	run -2 st-validate -s ./x.json
	echo "$output"
	[ "$output" = "st-validate: ./x.json: $1" ]
}

@test "st-validate: a schema that is not understood is an error" {
	schema '' '"type": "number", "pattern": "x"'
	bad_schema "'x': keyword \"pattern\" is not understood"
	schema '' '"type": "float"'
	bad_schema "'x': type \"float\" is not understood"
	schema '' '"format": "date"'
	bad_schema "'x': has no type"
	schema '"allOf": [],' '"type": "number"'
	bad_schema 'keyword "allOf" is not understood'
	schema '"x-key": ["y"],' '"type": "number"'
	bad_schema "x-key: no property 'y'"
	echo '{ "x-order": ["x"], "properties": {} }' >x.json
	bad_schema "'x': in x-order, but not described"
	echo '{ "x-order": [], "properties": { "x": { "type": "number" } } }' >x.json
	bad_schema "'x': not in x-order"
	echo '{ "x-order": ["x"], "patternProperties": { "^x[0-9]": { "title": "x", "type": "number" } } }' >x.json
	bad_schema 'pattern "^x[0-9]" is not a prefix'
	echo '{ "x-order": ["x"], ' >x.json
	run -2 st-validate -s ./x.json
	[[ "$output" == "st-validate: ./x.json:"*": "* ]]
}

@test "st-validate: every schema of ours loads, prints, and takes its own header" {
	for f in "$schemas"/*.json; do
		run -0 st-validate -s "$f" --columns
		[[ "${lines[0]}" == column*type*unit*description ]]
		[ "${#lines[@]}" = $(($(jq '."x-order" | length' "$f") + 1)) ]
		jq -r '."x-order" | join(",")' "$f" | st-validate -s "$f"
		[ "$(jq -r '."$id"' "$f")" = "${f##*/}" ]
	done
	run -2 bash -c 'st-validate -s rows --columns >/dev/full'
}

@test "st-validate: the data and the filters' streams are as the schemas say" {
	st-synth --seed=2 --instruments=3 --years=2 -o data
	st-fetch -d data | st-validate -s prices
	st-fetch -d data --no-adjusted | st-adjust | st-validate -s prices
	st-fetch fx -d data | st-validate -s fx
	st-fetch instruments -d data | st-validate -s instruments
	st-fetch -d data | st-daily | st-vol | st-validate -s rows
}

@test "st-validate: pysystemtrade's own prices" {
	[ -d "${ST_DATA:-}/multiple_prices_csv" ] || skip "set ST_DATA to a pysystemtrade data folder"
	st-fetch -d "$ST_DATA" | st-validate -s prices
	st-fetch fx -d "$ST_DATA" | st-validate -s fx
	st-fetch instruments -d "$ST_DATA" | st-validate -s instruments
}
