# feeds.bash - for every row filter an input that it takes, for hostile.bats
#
# feed PROGRAM 'COLUMN ...' [ARGUMENT ...]: the columns that it reads (besides time
# and instrument), and the arguments that it is run with. The first column must hold
# a number that it always reads. A filter that takes none has ''. The columns are
# those of invented_rows, the files that arguments name those of feed_files.

declare -gA feed_columns feed_args

# These want rows day by day.
declare -gA feed_order=([st-optimal]=time [st-risk]=time)

feed() {
	feed_columns[$1]=$2
	feed_args[$1]="${*:3}"
}

feed st-actual 'position lower upper' --capital-multiplier=multipliers
feed st-adjust 'price price_contract forward'
feed st-buffer 'position lower upper' --config=config
feed st-carry 'roll vol'
feed st-class 'adjusted price vol raw_carry' --config=rules --instruments=instruments
feed st-combine 'forecast.slow forecast.fast' --config=config
feed st-cost 'adjusted price vol fx subsystem position lower upper traded' --config=config --instruments=instruments --weights=weights
feed st-exposure 'adjusted price fx vol' --config=config --instruments=instruments --fx=fx
feed st-daily 'price adjusted carry price_contract carry_contract'
feed st-divmult 'forecast.slow forecast.fast' --forecast --config=config --weeks=weeks
feed st-first 'subsystem' --column=subsystem
feed st-forecast 'adjusted vol raw_carry' --config=config
feed st-fx '' --instruments=instruments --fx=fx
feed st-idle 'traded price vol fx raw.slow forecast.slow forecast subsystem position' --config=config --output=idle
feed st-merge ''
feed st-optimal 'position return stdev exposure trade_cost' --config=config --instruments=instruments
feed st-pnl 'adjusted price vol fx subsystem position traded' --config=config --instruments=instruments --fx=fx --weights=weights
feed st-portfolio 'subsystem price vol fx' --config=config --weights=weights --instruments=instruments
feed st-raw 'adjusted price vol raw_carry' --config=rules --classes=classes --instruments=instruments
feed st-returns 'adjusted vol forecast.slow' --config=config --instruments=instruments --prices=prices --costs=costs
feed st-rule-pnl 'vol forecast.slow' --config=config --instruments=instruments --prices=prices --costs=costs
feed st-rule-weights 'forecast.slow forecast.fast' --config=config --weights=weights
feed st-scalar 'raw.slow raw.fast' --config=config
feed st-risk 'position traded return stdev exposure' --config=config --instruments=instruments --priced=position --column=traded
feed st-scale 'raw.slow raw.fast' --config=config
feed st-size 'price vol fx forecast' --config=config --instruments=instruments
feed st-tee '' --output=copy
feed st-vol 'adjusted'
feed st-weights 'subsystem' --config=config

# The files that arguments name, in the current folder.
feed_files() {
	cat >config <<-'JSON'
		{ "notional_trading_capital": 250000, "percentage_vol_target": 16, "base_currency": "USD",
		  "trading_rules": {
		    "slow": { "function": "rules.carry", "data": ["rawdata.raw_carry"], "other_args": { "smooth_days": 10 },
		      "forecast_scalar": 30 },
		    "fast": { "function": "rules.ewmac", "data": ["rawdata.get_daily_prices", "rawdata.daily_returns_volatility"],
		      "other_args": { "Lfast": 2, "Lslow": 8 }, "forecast_scalar": 10 } },
		  "forecast_scalar_estimate": { "pool_instruments": false, "min_periods": 3, "backfill": false },
		  "forecast_correlation_estimate": { "date_method": "in_sample", "using_exponent": false },
		  "forecast_cap": 20, "forecast_weights": { "slow": 0.5, "fast": 0.5 }, "forecast_div_multiplier": 1.1,
		  "forecast_weight_ewma_span": 5, "instrument_weights": { "CORN": 0.3, "EURO": 0.3, "GOLD": 0.4 },
		  "instrument_div_multiplier": 1.5, "instrument_weight_ewma_span": 5,
		  "buffer_method": "position", "buffer_size": 0.1, "buffer_trade_to_edge": true,
		  "small_system": { "shadow_cost": 10, "cost_multiplier": 1, "tracking_error_buffer": 0.01 },
		  "instrument_returns_correlation": { "frequency": "7D", "interval_frequency": "W", "date_method": "rolling",
		    "ew_lookback": 10, "min_periods": 3, "floor_at_zero": false, "clip": 0.9, "offdiag": 0, "shrinkage_parameter": 0.5 } }
	JSON
	cat >rules <<-'JSON'
		{ "use_attenuation": ["relative"], "trading_rules": {
		    "relative": { "function": "rules.relative_momentum", "other_args": { "horizon": 10 },
		      "data": ["rawdata.get_cumulative_daily_vol_normalised_returns", "rawdata.normalised_price_for_asset_class"] },
		    "carry": { "function": "rules.relative_carry", "data": ["rawdata.smoothed_carry", "rawdata.median_carry_for_asset_class"] },
		    "own": { "function": "rules.factor_trading_rule", "data": ["rawdata.get_demeanded_factor_value"],
		      "other_args": { "_factor_name": "kurtosis", "_lookback_days": 20 } },
		    "class": { "function": "rules.factor_trading_rule", "data": ["rawdata.get_demeanded_factor_value"],
		      "other_args": { "_demean_method": "average_factor_value_in_asset_class_for_instrument", "_lookback_days": 20 } } } }
	JSON
	printf 'time,asset_class,members,normalised,carry,skew_20_class\n2020-01-01,Metals,2,,,\n2020-01-08,Metals,2,1.5,0.25,-1\n' >classes
	printf '2020-01-02,Ags,1,1,0.5,\n2020-01-15,Ags,1,2.5,0.125,0.5\n' >>classes
	cat >instruments <<-'CSV'
		instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year
		GOLD,100,USD,Metals,0.05,2.5,0,0,4
		CORN,50,USD,Ags,0.125,2.5,0,0,4
		EURO,25,EUR,Equity,0.5,0,0.0001,0,4
	CSV
	printf 'time,currency,rate\n2019-01-01,EURUSD,1.25\n2020-02-03,EURUSD,1.125\n' >fx
	printf 'time,instrument,adjusted,fx\n2020-01-02 23:00:00,GOLD,100,1\n2020-01-03 23:00:00,GOLD,101,1\n' >prices
	printf 'time,instrument,forecast.slow,forecast.fast\n2020-01-05,%s,1,2\n2020-01-12,%s,2,1\n2020-01-19,%s,3,3\n' \
		CORN CORN CORN EURO EURO EURO GOLD GOLD GOLD | awk 'NR == 1 || !/^time/' >weeks
	printf 'time,value\n2020-01-01,1\n2020-01-20,0.5\n' >multipliers
	{
		echo instrument,rule,item,value
		printf '%s,,SR_cost_per_trade,0.01\n' CORN EURO GOLD
		printf '%s,,SR_holding_cost_only,0.02\n' CORN EURO GOLD
		printf '%s,slow,forecast_turnover_individual,5\n' CORN EURO GOLD
		printf '%s,slow,forecast_days,100\n' CORN EURO GOLD
	} >costs
	printf 'time,instrument,weight\n2020-01-01,CORN,0.3\n2020-01-01,EURO,0.3\n2020-01-01,GOLD,0.4\n' >weights
}

# invented_rows DAYS ORDER COLUMN ...: three instruments' rows with time, instrument, an
# untouched `note` and the columns, one instrument after another or (ORDER time) day by day.
invented_rows() {
	awk -v days="$1" -v order="$2" -v columns="time instrument note ${*:3}" '
	function civil(z,  era, doe, yoe, doy, mp, d, m) { # Hinnant, chrono-compatible low-level date algorithms
		z += 719468; era = int(z / 146097); doe = z - era * 146097
		yoe = int((doe - int(doe / 1460) + int(doe / 36524) - int(doe / 146096)) / 365)
		doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100)); mp = int((5 * doy + 2) / 153)
		d = doy - int((153 * mp + 2) / 5) + 1; m = mp < 10 ? mp + 3 : mp - 9
		return sprintf("%04d-%02d-%02d", yoe + era * 400 + (m <= 2), m, d)
	}
	function contract(n) { return sprintf("%04d%02d00", 2020 + int(n / 4), n % 4 * 3 + 3) }
	function value(c, k, i,  p, f) {
		p = 100 + 20 * k + (i * 37 + k * 11) % 23 / 4 + (i + 10 * k) % 200 / 8
		f = (i * 13 + k * 5) % 31 - 15
		if (c == "time") return civil(18262 + 7 * int(i / 5) + i % 5 - 2)
		if (c == "instrument") return code[k]
		if (c == "note") return "n" i
		if (c ~ /^(price|adjusted)$/) return p
		if (c == "carry") return p - 0.5
		if (c == "forward") return p + 0.5
		if (c == "price_contract") return contract(int(i / 40))
		if (c ~ /^(carry|forward)_contract$/) return contract(int(i / 40) + 1)
		if (c == "vol") return 1 + i % 7 / 8
		if (c == "fx") return k == 3 ? 1.125 : 1
		if (c ~ /^ra|^roll$/) return f / 16
		if (c ~ /^forecast/) return f
		if (c == "return") return f / 1000
		if (c == "stdev") return 0.125 + i % 7 / 64
		if (c == "exposure") return p / 1000
		if (c == "trade_cost") return 0.00001
		if (c == "lower") return f / 4 - 1
		if (c == "upper") return f / 4 + 1
		if (c == "traded") return int(f / 4)
		return f / 4
	}
	function line(k, i,  s, c) {
		s = value(column[1], k, i)
		for (c = 2; c <= n; c++)
			s = s "," value(column[c], k, i)
		print s
	}
	BEGIN {
		split("GOLD CORN EURO", code, " ")
		n = split(columns, column, " ")
		for (c = 1; c <= n; c++)
			printf "%s%s", column[c], c < n ? "," : "\n"
		if (order == "time")
			for (i = 2; i < days + 2; i++) for (k = 1; k <= 3; k++) line(k, i)
		else
			for (k = 1; k <= 3; k++) for (i = 2; i < days + 2; i++) line(k, i)
	}'
}

# feed_rows PROGRAM [DAYS [ORDER]]: its input.
feed_rows() {
	invented_rows "${2:-60}" "${3:-${feed_order[$1]:-instrument}}" ${feed_columns[$1]}
}
