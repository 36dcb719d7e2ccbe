# A name that there isn't is refused with the one that was meant, whatever looks it up (base/nearest)

load helper

# A data folder of GOLD_micro and CORN in the folder d, and a config c of both.
data() {
	mkdir -p d/multiple_prices_csv d/adjusted_prices_csv d/fx_prices_csv d/csvconfig
	for code in GOLD_micro CORN; do
		printf 'DATETIME,CARRY,CARRY_CONTRACT,PRICE,PRICE_CONTRACT,FORWARD,FORWARD_CONTRACT\n' >d/multiple_prices_csv/$code.csv
		printf '2021-01-0%d 23:00:00,1,20210300,2,20210600,3,20210900\n' 4 5 >>d/multiple_prices_csv/$code.csv
		printf 'DATETIME,price\n2021-01-04 23:00:00,2\n2021-01-05 23:00:00,2\n' >d/adjusted_prices_csv/$code.csv
	done
	printf 'Instrument,Description,Pointsize,Currency,AssetClass,Slippage,PerBlock,Percentage,PerTrade\n' \
		>d/csvconfig/instrumentconfig.csv
	printf '%s,,10,USD,Metals,0.1,2,0,0\n' GOLD_micro CORN >>d/csvconfig/instrumentconfig.csv
	printf 'Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset\n' >d/csvconfig/rollconfig.csv
	printf '%s,HMUZ,-10,-1,HMUZ,15\n' GOLD_micro CORN >>d/csvconfig/rollconfig.csv
}

# config YAML: as st-config has it, in c.
config() {
	printf '%s\n' "$1" >yaml
	st-config yaml >c
}

@test "instruments: by parts of their names, in data, tables and configs" {
	data
	dies "st-fetch: no prices of 'GOLD' (the nearest is 'GOLD_micro') in 'd'; 'list' shows what there is" st-fetch -d d GOLD
	dies "st-fetch: no prices of 'gold-micro' (the nearest is 'GOLD_micro'), 'CRN' (the nearest is 'CORN') in 'd'; 'list' shows what there is" \
		st-fetch -d d gold-micro CRN
	dies "st-fetch: no prices of 'DAX' in 'd'; 'list' shows what there is" st-fetch -d d DAX
	config 'instrument_weights: {CRN: 1}'
	dies "st-fetch: c: no prices of CRN (the nearest is 'CORN') in 'd'; exclude_instrument_lists.ignore_instruments leaves instruments out" \
		st-fetch -d d --config=c
	dies "st-fetch: d/csvconfig/instrumentconfig.csv: no instrument 'GOLD'; the nearest is 'GOLD_micro'" st-fetch instruments -d d GOLD
	dies "st-store: nothing of 'gold' in 'd'; the nearest is 'GOLD_micro'" st-store -d d gold
	dies "st-contracts: d/csvconfig/rollconfig.csv: no roll parameters of 'GOLD'; the nearest is 'GOLD_micro'" \
		st-contracts --rolls=d/csvconfig/rollconfig.csv --instrument=GOLD 20210600
	st-fetch instruments -d d GOLD_micro >i
	printf 'time,instrument,price,forecast,vol,fx\n2021-01-04,GOLD,2,1,1,1\n' >rows
	config 'percentage_vol_target: 20'
	dies "st-size: i: no instrument 'GOLD'; the nearest is 'GOLD_micro'" st-size --config=c --instruments=i rows
	config 'forecast_div_multiplier: {GOLD_micro: 1}'
	printf 'time,instrument,forecast.fast\n2021-01-04,GOLD,2\n' >rows
	dies "st-combine: c: forecast_div_multiplier has none for 'GOLD'; the nearest is 'GOLD_micro'" st-combine --config=c rows
	config 'instrument_weights: {GOLD_micro: 1}'
	printf 'time,instrument,subsystem\n2021-01-04,GOLD,2\n' >rows
	dies_like "st-weights: .*instrument_weights has none for 'GOLD'; the nearest is 'GOLD_micro'" st-weights --config=c rows
}

@test "rules, their functions and their data" {
	printf 'time,instrument,adjusted,vol,forecast.ewmac16_64\n2021-01-04,GOLD,2,1,1\n' >rows
	config 'forecast_weights: {ewmac16: 1}'
	dies "st-combine: rows:1: no column 'forecast.ewmac16', which forecast_weights in c names; the nearest is 'ewmac16_64'" \
		st-combine --config=c rows
	rule() {
		config "trading_rules: {r: {function: $1, data: [$2, rawdata.daily_returns_volatility], other_args: {Lfast: 2, Lslow: 8}}}"
	}
	rule systems.provided.rules.ewmac.emwac rawdata.get_daily_prices
	dies "st-forecast: c: rule 'r': no such rule function: \"systems.provided.rules.ewmac.emwac\"; the nearest is 'ewmac'" \
		st-forecast --config=c rows
	rule systems.provided.rules.ewmac.ewmac rawdata.get_daily_price
	dies "st-forecast: c: rule 'r': no column is known for the data: \"rawdata.get_daily_price\"; the nearest is 'rawdata.get_daily_prices'" \
		st-forecast --config=c rows
	config 'volatility_calculation: {func: sysquant.estimators.vol.robust_vol}'
	dies_like "st-vol: c: volatility_calculation.func: no such function: \"robust_vol\"; the nearest is 'robust_vol_calc'" \
		st-vol --config=c rows
	dies "st-vol: no such vol function: \"mixd\"; the nearest is 'mixed'; see st-vol --help" st-vol --function=mixd rows
}

@test "config keys, at every level" {
	dies "st-config: --set: unknown key 'vol_target'; did you mean 'percentage_vol_target'?" st-config --set vol_target=1
	dies "st-config: --set: unknown key 'Forecast-Cap'; did you mean 'forecast_cap'?" st-config --set Forecast-Cap=1
	dies "st-config: --set: unknown key 'volatility_calculation.abs_min'; did you mean 'volatility_calculation.vol_abs_min'?" \
		st-config --set volatility_calculation.abs_min=1
	dies "st-config: --set: unknown key 'moon'" st-config --set moon=1
}

@test "programs, verbs, options, columns and files that come with the programs" {
	dies "st-chain: no filter 'vol' to chain; the nearest is 'st-vol'; see st-chain --help" st-chain vol
	dies "st-help: no program is of that group: \"cary\"; the nearest is 'st-carry'; see st-help --help" st-help cary
	dies 'st-roll: no such verb: "biuld"; the nearest is build' st-roll biuld
	dies 'st-vol: no such option: "--cofnig=c"; the nearest is --config; see st-vol --help' st-vol --cofnig=c
	dies 'st-roll: no such option: "--biuld"; the nearest is --build; see st-roll --help' st-roll --biuld
	dies 'st-vol: no such option: "--Quiet"; the nearest is --quiet; see st-vol --help' st-vol --Quiet
	dies "st-first: stdin:1: no column 'contract'; the nearest is 'price_contract'" \
		st-first --column=contract <<<$'time,instrument,price_contract\n'
	dies_like "st-validate: no schema 'price'.*; the nearest is 'prices'" st-validate --schema=price
	dies_like "st-get: no adapter 'EODH'.*; the nearest is 'eodhd'" st-get --adapter=EODH AAPL
	data
	dies 'st-store: no such folder: "adjusted_prices"; the nearest is '"'adjusted_prices_csv'; see st-store --help" \
		st-store -d d --folder=adjusted_prices
}

@test "options of every pipeline" {
	for pipeline in "$ROOT"/pipelines/*; do
		[ -x "$pipeline" ] || continue
		name=${pipeline##*/}
		dies "$name: no such option: \"--vers=1\"; the nearest is --version; see $name --help" "$pipeline" --vers=1
	done
	dies 'sweep: no such option: "--walkforward"; the nearest is --walk-forward; see sweep --help' "$ROOT/pipelines/sweep" --walkforward
}

@test "st-help --nearest: of the names on standard input" {
	prints GOLD_micro st-help --nearest=GOLD < <(printf '%s\n' COPPER GOLD_micro CORN)
	prints GOLD_micro st-help --nearest=GOLD < <(printf '%s\n' COPPER; printf GOLD_micro)
	[ -z "$(st-help --nearest=DAX < <(printf '%s\n' COPPER GOLD_micro))" ]
	[ -z "$(st-help --nearest=DAX </dev/null)" ]
	st-help --nearest= </dev/null
	dies "st-help: cannot read 'stdin': Is a directory" st-help --nearest=DAX <.
	dies_like "st-help: cannot write 'stdout': .*" bash -c 'echo DAX | st-help --nearest=DA >/dev/full'
}
