# Markets in the folder that have adjusted prices and no multiple prices: they count in what asset classes earn, and in no more
#
# The figures are a run of pysystemtrade's (rob_system's raw data and rules) on this folder and this system.

load helper

# half CODE CLASS: such a market, whose prices are those of another one.
half() {
	cp data/adjusted_prices_csv/FX_EAST.csv "data/adjusted_prices_csv/$1.csv"
	echo "$1,10,0,1,0,$2,USD,,0.1" >>data/csvconfig/instrumentconfig.csv
	echo "$1,HMUZ,-5,1,HMUZ,17" >>data/csvconfig/rollconfig.csv
}

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	tar -xzf "$ROOT/examples/data.tar.gz"
	cat >sys.yaml <<-'YAML'
		trading_rules:
		  assettrend:
		    function: ewmac_calc_vol
		    data: rawdata.normalised_price_for_asset_class
		    other_args: {Lfast: 8, Lslow: 32}
		  relcarry:
		    function: relative_carry
		    data: [rawdata.smoothed_carry, rawdata.median_carry_for_asset_class]
		  relmomentum:
		    function: relative_momentum
		    data: [rawdata.get_cumulative_daily_vol_normalised_returns, rawdata.normalised_price_for_asset_class]
		    other_args: {horizon: 20}
		  skewrv:
		    function: factor_trading_rule
		    data: rawdata.get_demeanded_factor_value
		    other_args: {smooth: 90, _factor_name: neg_skew, _demean_method: average_factor_value_in_asset_class_for_instrument}
		instrument_weights: {EQ_NORTH: 0.5, EQ_SOUTH: 0.3, BOND_EAST: 0.2}
	YAML
}

# forecasts RULE ...: time, instrument and these raw forecasts of a backtest.
forecasts() {
	"$ROOT/pipelines/backtest" sys.yaml -d data -o made --no-plot -q
	awk -F, -v OFS=, -v rules="$*" '
		NR == 1 { n = split(rules, rule, " "); for (i = 1; i <= NF; i++) at[$i] = i }
		NR > 1 { line = $1 OFS $2; for (i = 1; i <= n; i++) line = line OFS $at["raw." rule[i]]; print line }' made/rows.csv
}

@test "rules that look at asset classes are as in pysystemtrade, to the last digit" {
	half EQ_WEST Equity
	forecasts assettrend relcarry relmomentum skewrv | grep -e ^2010-06-01,EQ_ -e ^2019-12-31,EQ_ >got
	diff - got <<-'CSV'
		2010-06-01,EQ_NORTH,-4.884119321028562,-0.09104900598403756,-0.06164768329764506,-0.7332692089404321
		2019-12-31,EQ_NORTH,-1.658844885827845,-0.023486703894928143,-0.07545486658802175,13.600636442899823
		2010-06-01,EQ_SOUTH,-4.884119321028562,0.09104900598403755,0.027566393411267483,0.7332723403935755
		2019-12-31,EQ_SOUTH,-1.658844885827845,0.023486703894928143,-0.302616527954781,-13.600636442899823
	CSV
}

# In pysystemtrade the dates of a class with such a market are not in order, and means over them see what comes later.
@test "carry and factors are the same without them, also where pysystemtrade's dates are out of order" {
	forecasts relcarry skewrv >without
	forecasts assettrend relmomentum >trends
	half EQ_WEST Equity
	half BOND_HALF Bond
	forecasts relcarry skewrv | diff without -
	forecasts assettrend relmomentum >got
	for code in EQ_NORTH EQ_SOUTH BOND_EAST; do
		! diff -q <(grep ",$code," trends) <(grep ",$code," got) >/dev/null || fail "$code"
	done
}

@test "one that is traded has its adjusted price for the one held, and counts in factors too" {
	half EQ_WEST Equity
	forecasts skewrv >without
	sed -i 's/EQ_NORTH: 0.5/EQ_NORTH: 0.4, EQ_WEST: 0.1/' sys.yaml
	forecasts skewrv >got
	[ "$(awk -F, '$2 == "EQ_WEST" && $3 != "" && $3 != 0' got | wc -l)" -gt 3000 ]
	! diff -q <(grep ,EQ_NORTH, without) <(grep ,EQ_NORTH, got) >/dev/null
}
