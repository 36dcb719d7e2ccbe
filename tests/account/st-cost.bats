# st-cost: turnovers, costs in Sharpe ratio units, and the table of them

load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	cat >i <<-'CSV'
		instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year
		EDOLLAR,2500,USD,STIR,0.0025,2.11,0,0,4
		DAX,25,EUR,Equity,0.5,2,0,0,1
		PERCENT,25,EUR,Equity,0.5,2,0.0004,0,4
		TRADE,25,EUR,Equity,0.5,2,0,30,4
	CSV
	printf 'time,instrument,weight\n2020-01-01,EDOLLAR,0.5\n2020-01-01,DAX,0.5\n2020-01-01,PERCENT,0.5\n2020-01-01,TRADE,0.5\n' >w
	echo '{"notional_trading_capital":250000,"percentage_vol_target":20,"instrument_div_multiplier":4}' >c
}

head=time,instrument,adjusted,price,vol,fx,position,lower,upper,traded

# item CODE ITEM: a figure of the table.
item() {
	awk -F, -v code="$1" -v item="$2" '$1 == code && $3 == item { print $4 }' out
}

cost() {
	try st-cost --config=c --instruments=i --weights=w "$@" in
	[ "$status" = 0 ] && [ ! -s err ] || fail "$(show err)"
}

@test "EDOLLAR's costs at its mean price and vol of the last year (a pysystemtrade run)" {
	printf '%s\n' $head 2021-11-30,EDOLLAR,98.79294466403161,98.37,0.04539794087624545,1,5,4,6,5 >in
	cost
	[ "$(item EDOLLAR SR_cost_per_trade)" = 0.009207466064142994 ]
	[ "$(item EDOLLAR SR_holding_cost_only)" = 0.018414932128285988 ]
	[ "$(item EDOLLAR recent_average_price)" = 98.79294466403161 ]
	[ "$(item EDOLLAR recent_average_daily_vol)" = 0.04539794087624545 ]
}

@test "the table: items, their order, what the instrument's row says" {
	printf '%s\n' $head 2021-01-04,DAX,13000,13000,100,1.25,1,1,1,1 >in
	cost
	[ "$(cut -d, -f3 out | tr '\n' ' ')" = "item value_of_block_price_move rolls_per_year cost_price_slippage \
cost_value_of_block_commission cost_percentage_cost cost_value_of_pertrade_commission SR_cost_per_trade SR_holding_cost_only \
instrument_turnover_rounded instrument_turnover_unrounded turnover_at_portfolio_level recent_average_price \
recent_average_daily_vol " ]
	[ "$(head -n 7 out | cut -d, -f 1,2,4 | tr '\n' ' ')" = \
		'instrument,rule,value DAX,,25.0 DAX,,1.0 DAX,,0.5 DAX,,2.0 DAX,,0.0 DAX,,0.0 ' ]
	[ "$(item DAX instrument_turnover_rounded)" = '' ] # of one day there is none
}

@test "turnover of each rule's forecasts, and how many days they have; pooled with --total --rules" {
	echo $head,beyond,forecast.slow >in
	for code in DAX EDOLLAR; do
		printf "2021-01-%02d,$code,100,100,1,1,1,1,1,1,%s\n" 4 ,10 5 ,20 6 1, 7 ,$([ $code = DAX ] && echo 5 || echo -10)
	done >>in
	echo '{"notional_trading_capital":250000,"percentage_vol_target":20,"average_absolute_forecast":10}' >c
	cost
	# A day beyond the prices without a forecast is none. 256 * (1 + 1.5) / 2, 256 * (1 + 3) / 2
	grep -qx DAX,slow,forecast_turnover_individual,320.0 out
	grep -qx EDOLLAR,slow,forecast_turnover_individual,512.0 out
	[ "$(grep -c 'slow,forecast_days,3.0$' out)" = 2 ]
	mv out table
	st-cost --total --config=c --rules=table table >all
	[ "$(grep -c 'slow,forecast_turnover,416.0$' all)" = 2 ]
	awk -F, '{ x[$1 $3] = $4 } END { want = x["DAXSR_holding_cost_only"] + 416 * x["DAXSR_cost_per_trade"]
		exit !(want > 0 && (x["DAXSR_cost_forecast"] / want - 1) ^ 2 < 1e-28) }' all
	st-validate -s scalars all
}

# By hand: 14.5 for a block, or 12.5 slippage and the larger commission, over 25 * 13000, twice, over 16 * 100 / 13000.
@test "a block costs slippage and the largest of three commissions" {
	printf '%s\n' $head 2021-01-04,DAX,13000,13000,100,1.25,1,1,1,1 2021-01-04,PERCENT,13000,13000,100,1.25,1,1,1,1 \
		2021-01-04,TRADE,13000,13000,100,1.25,1,1,1,1 >in
	cost
	awk -F, '$3 == "SR_cost_per_trade" { x[$1] = $4 } $3 == "SR_holding_cost_only" { h[$1] = $4 }
		function near(a, b) { return a > b * (1 - 1e-14) && a < b * (1 + 1e-14) }
		END { exit !(near(x["DAX"], 14.5 / 20000) && near(x["PERCENT"], 142.5 / 20000) && near(x["TRADE"], 42.5 / 20000) &&
			near(h["DAX"], 14.5 / 40000) && near(h["TRADE"], 42.5 / 10000)) }' out
}

# A daily target of 3125 over a vol of 3125 holds 1 contract of it at an average forecast; times .5 and 4, 2.
@test "turnovers: of what is traded, of what would be in fractions, against the whole capital's position" {
	printf '%s\n' $head 2021-01-04,DAX,13000,13000,100,1.25,1.2,1.1,1.3,1 2021-01-05,DAX,13000,13000,100,1.25,2.6,2.5,2.7,2 \
		2021-01-06,DAX,13000,13000,100,1.25,2.6,2.5,2.7,2 2021-01-07,DAX,13000,13000,100,1.25,0.4,0.3,0.5,0 >in
	cost
	[ "$(item DAX instrument_turnover_rounded)" = 128.0 ]           # 256 * mean(1 0 2) / 2
	[ "$(item DAX turnover_at_portfolio_level)" = 256.0 ]           # 256 * mean(1 0 2) / 1
	item DAX instrument_turnover_unrounded | awk '{ exit !($1 > 153.6 - 1e-9 && $1 < 153.6 + 1e-9) }' # 256 * mean(1.4 0 2.2) / 2
	echo '{"notional_trading_capital":250000,"percentage_vol_target":20,"instrument_div_multiplier":4,"buffer_trade_to_edge":true}' >c
	cost # to 1.2, 2.5, 2.5, 0.5: 256 * mean(1.3 0 2) / 2
	item DAX instrument_turnover_unrounded | awk '{ exit !($1 > 140.8 - 1e-9 && $1 < 140.8 + 1e-9) }'
}

@test "means are over a calendar year, the day a year before included, days beyond the adjusted prices not" {
	printf '%s\n' "$head,beyond" 2020-01-03,DAX,1000,1,7,1.25,1,1,1,1, 2020-01-06,DAX,100,1,2,1.25,1,1,1,1, \
		2020-07-01,DAX,,1,,1.25,1,1,1,1, 2021-01-06,DAX,200,1,4,1.25,1,1,1,1, 2021-01-07,DAX,,1,9,1.25,1,1,1,1,1 >in
	cost
	[ "$(item DAX recent_average_price)" = 150.0 ]
	[ "$(item DAX recent_average_daily_vol)" = 3.0 ]
}

@test "--output writes the table to a file and passes the rows on" {
	printf '%s\n' $head 2021-01-04,DAX,13000,13000,100,1.25,1,1,1,1 2021-01-05,DAX,13000,13000,100,1.25,2,2,2,2 >in
	cost
	cp out want.table
	prints_file in st-cost --config=c --instruments=i --weights=w --output=table in
	cmp want.table table
	dies_like "st-cost: cannot .*/nowhere/table.*" st-cost --config=c --instruments=i --weights=w -o /nowhere/table in
}

@test "an instrument's rows stand together with --output; without it those of many may alternate" {
	echo 'GOLD,100,USD,Metals,0.05,2,0,0,6' >>i
	echo 2021-01-04,GOLD,1 >>w
	printf '%s\n' $head 2021-01-04,DAX,13000,13000,100,1.25,1,1,1,1 2021-01-05,DAX,13000,13000,100,1.25,2,2,2,2 \
		2021-01-04,GOLD,1800,1800,20,1,1,1,1,1 2021-01-05,GOLD,1810,1810,20,1,3,3,3,3 >in
	cost
	mv out want
	grep -q '^GOLD,,instrument_turnover_rounded,[0-9]' want
	st-cost --config=c --instruments=i --weights=w --output=got in >/dev/null
	diff want got
	{ sed -n 1,2p in; sed -n 4p in; sed -n 3p in; sed -n 5p in; } >mixed
	st-cost --config=c --instruments=i --weights=w mixed | diff want -
	dies "st-cost: mixed:4: the rows of 'DAX' do not stand together" \
		st-cost --config=c --instruments=i --weights=w --output=got mixed
}

# The target of spec 6.2.
@test "--total appends what is true of the portfolio (target: a pysystemtrade run)" {
	printf 'instrument,rule,item,value\nA,,turnover_at_portfolio_level,1.5\nA,,x,9\nB,,turnover_at_portfolio_level,\nC,,turnover_at_portfolio_level,2\n' >in
	{ cat in && printf ',,total_portfolio_level_turnover,3.5\n,,daily_cash_vol_target,3125.0\n,,annual_cash_vol_target,50000.0\n'; } >want
	prints_file want st-cost --total --config=c in
}

@test "--total --rules appends what following each rule costs" {
	printf 'instrument,rule,item,value\nDAX,,x,1\n' >in
	printf 'instrument,rule,item,value\nDAX,,SR_cost_per_trade,0.25\nDAX,,SR_holding_cost_only,0.5\n' >r
	printf 'DAX,slow,forecast_turnover_individual,2\nDAX,slow,forecast_days,9\n' >>r
	try st-cost --total --rules=r --config=c in
	printf '%s\n' instrument,rule,item,value DAX,,x,1 DAX,slow,forecast_turnover,2.0 \
		DAX,slow,SR_cost_forecast,1.0 | diff - <(head -n 4 out)
}

@test "subsystem_turnover when there is such a column" {
	printf '%s\n' $head,subsystem 2021-01-04,DAX,13000,13000,100,1.25,1,1,1,1,1 2021-01-05,DAX,13000,13000,100,1.25,1,1,1,1,2 >in
	cost
	# 3125 a day over 100 * 25 * 1.25 is a position of 1 at an average forecast.
	[ "$(item DAX subsystem_turnover)" = 256.0 ]
	[ -n "$(item DAX SR_cost_subsystem)" ]
}

@test "with estimated multipliers the average position ends with them" {
	printf '%s\n' $head 2021-01-04,DAX,13000,13000,100,1.25,1,1,1,1 2021-01-05,DAX,13000,13000,100,1.25,1,1,1,2 >in
	printf 'time,value\n2021-01-04,2\n' >m
	cost --multipliers=m
	[ "$(item DAX instrument_turnover_rounded)" = 256.0 ] # of an average position of 0.5 * 2 that is carried on
	echo '{"notional_trading_capital":250000,"percentage_vol_target":20,"compat":"none"}' >c
	cost --multipliers=m
	[ "$(item DAX instrument_turnover_rounded)" = 256.0 ]
	sed -i s/2021-01-04/2021-01-05/ m
	cost --multipliers=m
	[ -z "$(item DAX instrument_turnover_rounded)" ]
}

@test "what it refuses" {
	printf '%s\n' $head 2021-01-04,TIN,1,1,1,1,1,1,1,1 >in
	dies "st-cost: i: no instrument 'TIN'" st-cost --config=c --instruments=i --weights=w in
	echo 'TIN,1,USD,M,0,0,0,0,1' >>i
	dies "st-cost: w: no weight of 'TIN'" st-cost --config=c --instruments=i --weights=w in
	dies 'st-cost: options --config, --instruments and --weights are required; see st-cost --help' st-cost --config=c --instruments=i in
	echo '{"percentage_vol_target":20}' >c
	dies "st-cost: c: no key 'notional_trading_capital'" st-cost --config=c --instruments=i --weights=w in
}

@test "--dear: what costs more than 0.01 SR a round trip, or than a limit, the dearest first" {
	{
		echo instrument,rule,item,value
		for row in A,0.0101 B,0.01 C,0.5 D, E,0.5 '"F,G"',1e2 H,-1; do
			code=${row%,*}
			echo "$code,,SR_holding_cost_only,7"
			echo "$code,,SR_cost_per_trade,${row##*,}"
		done
		echo ,,total_portfolio_level_turnover,3
	} >table
	try st-cost --dear table
	[ "$status" = 0 ] && [ "$(cat err)" = 'st-cost: D: what a trade costs is not known' ] || fail "$(show err)"
	printf '%s\n' instrument,SR_cost_per_trade '"F,G",100.0' C,0.5 E,0.5 A,0.0101 | diff - out
	prints $'instrument,SR_cost_per_trade\n"F,G",100.0' st-cost --dear --limit=0.5 -q table
	prints instrument,SR_cost_per_trade st-cost --dear --limit=100 -q table
	prints instrument,SR_cost_per_trade st-cost --dear <<<instrument,rule,item,value
	dies "st-cost: stdin:1: no column 'item'" st-cost --dear <<<instrument,value
	dies 'st-cost: --limit is of --dear; see st-cost --help' st-cost --limit=1 table
	dies 'st-cost: --dear goes with neither --total nor --output; see st-cost --help' st-cost --dear --total table
	dies 'st-cost: --dear goes with neither --total nor --output; see st-cost --help' st-cost --dear -o x table
}
