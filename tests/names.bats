# Names of instruments, asset classes and rules that have commas and quotes in them, through a whole backtest

load helper

# rename OLD NEW: an instrument of the folder data.
rename() {
	local quoted=\"${2//\"/\"\"}\" folder
	for folder in multiple_prices_csv adjusted_prices_csv; do
		mv "data/$folder/$1.csv" "data/$folder/$2.csv"
	done
	for folder in data/csvconfig/*.csv; do
		awk -v old="$1," -v new="$quoted," 'index($0, old) == 1 { $0 = new substr($0, length(old) + 1) } { print }' "$folder" >new
		mv new "$folder"
	done
}

setup_file() {
	cd "$BATS_FILE_TMPDIR" || return
	st-synth --instruments=3 --years=3 -o data
	rename EQ_NORTH 'a,b'
	rename BOND_LONG '"q'
	rename OIL_LIGHT 'c"d'
	cat >fixed.yaml <<-'YAML'
		trading_rules:
		  'r,b': {function: ewmac, data: [rawdata.get_daily_prices, rawdata.daily_returns_volatility], other_args: {Lfast: 8, Lslow: 32}, forecast_scalar: 5}
		  'r"b': {function: ewmac, data: [rawdata.get_daily_prices, rawdata.daily_returns_volatility], other_args: {Lfast: 16, Lslow: 64}, forecast_scalar: 4}
		  '"c': {function: carry, data: rawdata.raw_carry, other_args: {smooth_days: 90}, forecast_scalar: 30}
		forecast_weights: {'r,b': 0.3, 'r"b': 0.3, '"c': 0.4}
		forecast_div_multiplier: 1.4
		instrument_weights: {'a,b': 0.3, '"q': 0.3, 'c"d': 0.4}
		instrument_div_multiplier: 1.9
		percentage_vol_target: 20
		notional_trading_capital: 2000000
		base_currency: USD
	YAML
	cat >estimated.yaml <<-'YAML'
		use_forecast_scale_estimates: true
		use_forecast_weight_estimates: true
		use_forecast_div_mult_estimates: true
		use_instrument_weight_estimates: true
		use_instrument_div_mult_estimates: true
		instruments: ['a,b', '"q', 'c"d']
	YAML
	{ sed -E '/^(forecast|instrument)_/d; s/, forecast_scalar.*/}/' fixed.yaml; cat estimated.yaml; } >all.yaml
	mv all.yaml estimated.yaml
	"$ROOT/pipelines/backtest" fixed.yaml -d data -o fixed --accounts -q --no-plot
	"$ROOT/pipelines/backtest" fixed.yaml -d data -o dynamic --accounts -q --no-plot --set optimal=dynamic
	"$ROOT/pipelines/backtest" estimated.yaml -d data -o estimated --accounts -q --no-plot
}

setup() {
	cd "$BATS_FILE_TMPDIR" || return
}

# values COLUMN FILE: the distinct ones, without quotes.
values() {
	st-tee -o /dev/null "$2" | awk -v want="$1" '
		{ text = text $0 "\n" }
		END {
			n = 0; field = ""; inside = 0; row = 1; at = 0
			for (i = 1; i <= length(text); i++) {
				c = substr(text, i, 1)
				if (c == "\"" && inside && substr(text, i + 1, 1) == "\"") { field = field c; i++ }
				else if (c == "\"") inside = !inside
				else if (!inside && (c == "," || c == "\n")) {
					n++
					if (row == 1 && field == want) at = n
					if (row > 1 && n == at) print field
					field = ""
					if (c == "\n") { row++; n = 0 }
				} else field = field (c == "\n" ? "\\n" : c)
			}
		}' | LC_ALL=C sort -u
}

@test "every table of a backtest can be read again" {
	local out file n=0
	for out in fixed dynamic estimated; do
		while IFS= read -r file; do
			st-tee -o /dev/null "$file" >/dev/null || fail "$file"
			n=$((n + 1))
		done < <(find "$out" -name '*.csv' -size +0 ! -name '[2-9]*.rows.csv')
	done
	[ "$n" -ge 60 ] || fail "only $n tables"
}

@test "its names are those of the config" {
	local file out
	for out in fixed dynamic estimated; do
		for file in "$out"/{pnl,scalars}.csv "$out"/work/weights.csv; do
			[ "$(values instrument "$file" | grep .)" = "$(printf '"q\na,b\nc"d')" ] || fail "$file: $(values instrument "$file")"
		done
		[ "$(values rule "$out/accounts/rules.csv")" = "$(printf '"c\nr"b\nr,b')" ] || fail "$out: rules: $(values rule "$out/accounts/rules.csv")"
	done
}

@test "what reads a backtest finds them" {
	local out code
	for out in fixed dynamic estimated; do
		st-report "$out" >page.html
		st-report --text "$out" >page
		for code in 'a,b' '"q' 'c"d'; do
			grep -qF -- "$code" page || fail "no $code in the report"
			st-explain "$out" "$code" 2002-06-03 >explained || fail "$code is not explained"
			st-plot --text --figure=equity --instrument="$code" "$out" >plotted || fail "$code is not plotted"
		done
		st-stats --config="$out/config.json" --summary "$out"/work/*.curves.csv | grep -qF 'a,b'
	done
}

@test "a rule's name has no control bytes: it will be a column's" {
	sed 's/r"b/r\\tb/; s/'"'"'r\\tb'"'"'/"r\\tb"/' fixed.yaml >tab.yaml
	st-config tab.yaml >tab.json
	dies "st-forecast: tab.json: rule 'r?b': a control byte in its name, which columns will have" st-forecast --config=tab.json /dev/null
}

@test "control bytes of names do not reach a terminal" {
	local escape=$'\033[31m' other=$'\302\233' command
	rm -rf planted
	cp -r fixed planted
	sed -i "s/r,b/r${escape}${other}b/g" planted/rows.csv
	sed -i "s/Equity/Eq${escape}${other}y/; s/,USD,/,U${escape}${other},/" planted/work/instruments.csv
	jq --arg rule "r${escape}${other}b" --arg currency "U${escape}${other}" \
		'walk(if type == "object" then with_entries(if .key == "r,b" then .key = $rule else . end) else . end) | .base_currency = $currency' \
		fixed/config.json >planted/config.json
	printf "time,instrument,rule,curve,value\n2020-01-01,A,r$escape$other,gross,0\n2020-01-02,A,r$escape$other,gross,1\n" >rules.csv
	while IFS= read -r command; do
		try $command
		[ "$status" = 0 ] || fail "$command: $(cat err)"
		[ -s out ] || fail "$command says nothing"
		! LC_ALL=C grep -q -e "$escape" -e "$other" out || fail "$command prints control bytes"
		LC_ALL=C grep -qF '?[31m??' out || fail "$command does not print the name at all"
	done <<-'COMMANDS'
		st-report --text planted
		st-explain planted a,b 2002-06-03
		st-stats --summary --capital=1 --by=rule rules.csv
	COMMANDS
	try st-plot --text planted
	[ "$status" = 0 ]
	! LC_ALL=C grep -q -e "$escape" -e "$other" out
}

# A header whose second name, or a first row whose second field, has a NUL in it: nul HEADER ROW.
nul() {
	printf "$1\n$2\n" >in
}

@test "a NUL in a name is told of with its place, wherever names are kept" {
	nul 'time,instr\0ument,adjusted' 2020-01-01,A,1
	for command in st-vol st-merge st-columns 'st-validate -s rows' 'st-first -c adjusted'; do
		dies "${command%% *}: in:1: a NUL byte in the name of a column: \"instr\"" $command in
	done
	nul 'time,instrument,pri\0ce' 2020-01-01,A,1
	dies 'st-prefix: in:1: a NUL byte in the name of a column: "pri"' st-prefix in in
	nul 'instrument,point\0_size' A,1
	echo '{"percentage_vol_target": 20, "notional_trading_capital": 1, "base_currency": "USD"}' >config
	dies 'st-size: in:1: a NUL byte in the name of a column: "point"' st-size --config=config --instruments=in /dev/null
	nul time,currency,rate '2020-01-01,EUR\0USD,1'
	dies "st-rate: in:2: column 'currency': a NUL byte in \"EUR\"" st-rate --fx=in EURUSD
	nul time,instrument,rule,value '2020-01-01,A\0B,a,1'
	echo '{}' >config
	echo time,instrument,raw.a >rows
	dies "st-scale: in:2: column 'instrument': a NUL byte in \"A\"" st-scale --config=config --scalars=in rows
	try st-validate -s estimates in
	[ "$status" = 2 ]
	[ "$(tail -n 1 err)" = "st-validate: in:2: column 'instrument': a NUL byte in \"A\"" ]
	dies "st-columns: in:2: column 'instrument': a NUL byte in \"A\"" st-columns -i A in
	nul Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset 'A\0B,Z,-5,1,HMUZ,18'
	dies "st-contracts: in:2: column 'Instrument': a NUL byte in \"A\"" st-contracts --rolls=in --instrument=A 20200300
}
