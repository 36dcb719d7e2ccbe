# st-pnl: gross profit, fills, rolls, deflated and SR costs

load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	cat >i <<-'CSV'
		instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year
		A,10,USD,X,0.5,2,0,0,1
		TRADE,10,USD,X,0.5,2,0,30,4
		PERCENT,10,USD,X,0.5,2,0.01,0,1
		EURO,10,EUR,X,0.5,2,0,0,1
		DAX,25,EUR,Equity,0.5,2,0,0,4
	CSV
	printf 'time,currency,rate\n2020-01-01,EURUSD,1.25\n2021-06-30 23:00:00,EURUSD,1.5\n' >f
	printf 'time,instrument,weight\n2021-01-01,DAX,0.5\n' >w
	echo '{"base_currency":"USD","vol_normalise_currency_costs":false}' >c
}

# rows CODE 'DAY,PRICE,TRADED' ...: an input, FX rate 1.
rows() {
	local r day price
	echo time,instrument,adjusted,fx,traded >in
	for r in "${@:2}"; do
		IFS=, read -r day price traded <<<"$r"
		echo "$day,$1,$price,1,$traded"
	done >>in
}

# curve NAME 'DAY=VALUE ...' OPTION ...: what the input gives of this curve.
curve() {
	printf '%s\n' $2 >want
	try st-pnl --config=c --instruments=i --fx=f "${@:3}" in
	[ "$status" = 0 ] && [ ! -s err ] || { fail "$(show err)"; return; }
	awk -F, -v c="$1" '$3 == c { print $1 "=" $4 }' out | diff -u want - || fail "other $1"
}

week='2021-01-04,100,1 2021-01-05,101,2 2021-01-06,103,3 2021-01-07,,4 2021-01-08,106,5'

# By hand: held - 1 2 3 4; moves 1 2 0 3, at 10 a point.
@test "gross: a decision is filled at the next close and earns from then; a price missing is the last one" {
	rows A $week
	curve gross '2021-01-04=0.0 2021-01-05=0.0 2021-01-06=20.0 2021-01-07=0.0 2021-01-08=90.0'
}

@test "compat none: filled at the close of the decision" {
	rows A $week
	echo '{"base_currency":"USD","vol_normalise_currency_costs":false,"compat":"none"}' >c
	curve gross '2021-01-04=0.0 2021-01-05=10.0 2021-01-06=40.0 2021-01-07=0.0 2021-01-08=120.0'
}

@test "positions are rounded half to even, with --fractions not" {
	rows A 2021-01-04,1,0.5 2021-01-05,2,1.5 2021-01-06,3,2.5 2021-01-07,4,2.5
	curve gross '2021-01-04=0.0 2021-01-05=0.0 2021-01-06=0.0 2021-01-07=20.0'
	curve gross '2021-01-04=0.0 2021-01-05=0.0 2021-01-06=5.0 2021-01-07=15.0' --fractions
}

@test "gross is turned into base currency by the row's rate" {
	printf 'time,instrument,adjusted,fx,traded\n2021-01-04,A,1,1,1\n2021-01-05,A,1,1,1\n2021-01-06,A,3,1.25,1\n2021-01-07,A,3,,1\n2021-01-08,A,4,1.5,1\n' >in
	curve gross '2021-01-04=0.0 2021-01-05=0.0 2021-01-06=25.0 2021-01-07= 2021-01-08=15.0'
}

@test "days beyond the adjusted prices have a position but no profit" {
	printf 'time,instrument,adjusted,fx,traded,beyond\n2021-01-04,A,1,1,1,\n2021-01-05,A,1,1,1,\n2021-01-06,A,3,1,1,\n2021-01-07,A,,1,2,1\n2021-01-08,A,,1,3,1\n' >in
	curve gross '2021-01-04=0.0 2021-01-05=0.0 2021-01-06=20.0'
	curve costs '2021-01-08=-7.0 2021-07-02=-8.75' # held - 1 1 1 2: the trade of the 7th, and 1.25 contracts rolled
}

# A contract costs .5 * 10 + 2 = 7. Held 1 2 3 4 from the second day: a contract a day from the third; mean 2.5.
@test "a fill costs slippage and commission; the first position is no trade" {
	rows A $week
	curve costs '2021-01-06=-7.0 2021-01-07=-7.0 2021-01-08=-7.0 2021-07-02=-17.5'
}

@test "commission: the largest of by block, by trade and by percentage" {
	rows TRADE $week
	curve costs '2021-01-06=-35.0 2021-01-07=-35.0 2021-01-08=-35.0 2021-02-15=-42.5 2021-05-17=-30.0 2021-08-16=-30.0 2021-11-15=-30.0'
	rows PERCENT $week # 1 % of 103 * 10; without a price no percentage; rolls have none
	curve costs '2021-01-06=-15.3 2021-01-07=-7.0 2021-01-08=-15.6 2021-07-02=-17.5'
}

@test "rolls at equal distances: R=4 on 15 February, 17 May, 16 August, 15 November; a leap year's a day before; R=1 on 2 July" {
	rows TRADE 2019-12-30,1,1 2020-01-02,1,1
	[ "$(st-pnl --config=c --instruments=i --fx=f in | awk -F, '$3 == "costs" { print $1 "=" $4 }' | tr '\n' ' ')" = \
"2019-02-15=-30.0 2019-05-17=-30.0 2019-08-16=-30.0 2019-11-15=-30.0 2020-02-15=-35.0 2020-05-16=-30.0 2020-08-15=-30.0 2020-11-14=-30.0 " ]
	rows A 2019-12-30,1,1 2020-01-02,1,1
	curve costs '2019-07-02=-0.0 2020-07-01=-7.0'
}

# The roll of 2 July 2021 is of the mean position since 1 July 2020, both days included: 1 1 1 1 2; a trade on that day.
@test "a trade and a roll on one date: one cost survives, with compat none their sum" {
	rows A 2021-06-28,1,1 2021-06-29,1,1 2021-06-30,1,1 2021-07-01,1,2 2021-07-02,1,2 2021-07-05,1,3 2021-07-06,1,3
	curve costs '2021-07-02=-8.75 2021-07-06=-7.0'
	echo '{"base_currency":"USD","vol_normalise_currency_costs":false,"compat":"none"}' >c
	rows A 2021-06-29,1,1 2021-06-30,1,1 2021-07-01,1,1 2021-07-02,1,2 2021-07-05,1,2
	curve costs '2021-07-02=-15.75'
}

@test "costs are turned into base currency by the rate at midnight of their date" {
	rows EURO 2021-06-25,1,1 2021-06-28,1,1 2021-06-29,1,1 2021-06-30,1,2 2021-07-01,1,3 # held - 1 1 1 2
	curve costs '2021-07-01=-10.5 2021-07-02=-13.125'
}

# Prices 100 101 103 102 106 105: the deviation of moves so far, over the last one, is 0.9813067629253164
# on the 30th, when a contract is filled, and 1 on Friday. Saturday 2022-07-02 rolls 1.4 contracts.
@test "cash costs are deflated by vol; a weekend's roll takes the deflator of the cost before it (pandas 1.5.3)" {
	echo '{"base_currency":"USD"}' >c
	rows A 2022-06-24,100,1 2022-06-27,101,1 2022-06-28,103,1 2022-06-29,102,2 2022-06-30,106,2 2022-07-01,105,2
	curve costs '2022-06-30=-6.869147340477214 2022-07-02=-9.6168062766681'
}

@test "a cost before the vol is known is missing" {
	echo '{"base_currency":"USD"}' >c
	rows A 2021-10-18,100,1 2021-10-19,101,1 2021-10-20,103,2 2021-10-21,102,2 2021-10-22,106,3
	try st-pnl --config=c --instruments=i --fx=f in
	[ "$(grep costs out | head -n 1)" = 2021-07-02,A,costs, ]
}

@test "rows come in order of time, gross before costs on a day; instruments one after another" {
	rows A 2021-06-30,1,1 2021-07-01,1,1 2021-07-02,2,1 2021-07-05,3,1
	sed 's/,A,/,PERCENT,/; 1d' in >more
	cat more >>in
	prints "time,instrument,curve,value
2021-06-30,A,gross,0.0
2021-07-01,A,gross,0.0
2021-07-02,A,gross,10.0
2021-07-02,A,costs,-7.0
2021-07-05,A,gross,10.0
2021-06-30,PERCENT,gross,0.0
2021-07-01,PERCENT,gross,0.0
2021-07-02,PERCENT,gross,10.0
2021-07-02,PERCENT,costs,-7.0
2021-07-05,PERCENT,gross,10.0" st-pnl --config=c --instruments=i --fx=f in
	{ head -n 1 in && tail -n +2 in | sort -s -t, -k1,1; } >mixed
	dies "st-pnl: mixed:4: the rows of 'A' do not stand together" st-pnl --config=c --instruments=i --fx=f mixed
}

# By hand: a block costs 14.5, in SR units 14.5 / 20000 at price 13000 and vol 100; held all the time: R / 2 of that, .00145 a
# year on an average position of 1 (as in st-cost.bats): .00145 * 16 * 100 points * 25 * 1.25 = 72.5 a year of 365.25 days.
@test "SR costs: charged by time on the average position, from the first position on; a weekend is three days" {
	echo '{"base_currency":"USD","use_SR_costs":true,"notional_trading_capital":250000,"percentage_vol_target":20,"instrument_div_multiplier":2}' >c
	printf '%s\n' time,instrument,adjusted,price,vol,fx,traded 2021-01-06,DAX,13000,13000,100,1.25, 2021-01-07,DAX,13000,13000,100,1.25,0 \
		2021-01-08,DAX,13000,13000,100,1.25,0 2021-01-11,DAX,13000,13000,100,1.25,0 2021-01-12,DAX,13000,13000,100,1.25,0 >in
	st-pnl --config=c --instruments=i --fx=f --weights=w in >out
	# a position is held from the 8th
	awk -F, '$3 == "costs" { n++; days = $1 ~ /-11$/ ? 3 : 1; want = -72.5 * days / 365.25
		if ($1 < "2021-01-08" ? $4 != "" : !($4 < want * (1 - 1e-12) && $4 > want * (1 + 1e-12))) exit bad = 1 }
		END { exit bad || n != 5 }' out
	dies 'st-pnl: option --weights is required with use_SR_costs' st-pnl --config=c --instruments=i --fx=f in
	dies "st-pnl: stdin:1: no column 'price'" st-pnl --config=c --instruments=i --fx=f --weights=w <<<time,instrument,adjusted,fx,traded
}

@test "--actual: the positions of an account that compounds; --subsystem ones are not rounded" {
	echo '{"base_currency":"USD","vol_normalise_currency_costs":false}' >c
	printf '%s\n' time,instrument,adjusted,fx,traded,actual_traded,subsystem 2021-01-04,A,10,1,1,2,0.5 2021-01-05,A,11,1,1,2,0.5 \
		2021-01-06,A,12,1,1,2,0.5 >in
	printf '%s\n' instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year \
		A,1,USD,x,0,0,0,0,1 >i
	echo time,currency,rate >f
	for want in 1.0: 2.0:--actual 0.5:--subsystem; do
		st-pnl --config=c --instruments=i --fx=f ${want#*:} in | grep -qx "2021-01-06,A,gross,${want%:*}"
	done
}

@test "--subsystem: the column subsystem, in fractions" {
	rows A $week
	sed -i '1s/traded/subsystem/; s/,1$/,1.5/' in
	curve gross '2021-01-04=0.0 2021-01-05=0.0 2021-01-06=30.0 2021-01-07=0.0 2021-01-08=90.0' --subsystem
}

# Weekends, a missing price and rate, a second instrument, days beyond: first costs that vanish, and with compat none do not.
@test "--accounts: what st-account makes of the output, which stays as it is" {
	printf '%s\n' time,instrument,adjusted,fx,traded,beyond 2021-01-04,A,100,1,1, 2021-01-05,A,101,1,2, 2021-01-06,A,,1,2, \
		2021-01-07,A,106,,3, 2021-01-08,A,104,1,-1, 2021-01-11,A,103,1,-1,1 2021-01-05,TRADE,7,1,5, 2021-01-06,TRADE,9,1,0.4, \
		2021-01-07,PERCENT,7,1,5,1 >in
	for compat in pysystemtrade none; do
		echo "{\"base_currency\":\"USD\",\"vol_normalise_currency_costs\":false,\"compat\":\"$compat\"}" >c
		st-pnl --config=c --instruments=i --fx=f in >plain
		st-account --config=c plain >want
		[ "$(wc -l <want)" -gt 4 ]
		st-pnl --config=c --instruments=i --fx=f --accounts=got in | cmp - plain
		diff want got
	done
	dies_like "st-pnl: cannot write '/dev/full': .*" st-pnl --config=c --instruments=i --fx=f --accounts=/dev/full in
	dies_like "st-pnl: .*in.*" st-pnl --config=c --instruments=i --fx=f --accounts=in in
}

@test "what it refuses" {
	rows TIN 2021-01-04,1,1
	dies "st-pnl: i: no instrument 'TIN'" st-pnl --config=c --instruments=i --fx=f in
	dies 'st-pnl: options --config, --instruments and --fx are required; see st-pnl --help' st-pnl --config=c --instruments=i in
	echo 'ROLLS,10,USD,X,0.5,2,0,0,' >>i
	rows ROLLS 2021-01-04,1,1
	dies_like 'st-pnl: .*rolls_per_year is not 1 to 12.*' st-pnl --config=c --instruments=i --fx=f in
	rows EURO 2021-01-04,1,1
	echo time,currency,rate >f
	dies 'st-pnl: no FX rates of EURUSD' st-pnl --config=c --instruments=i --fx=f in
	echo '{}' >c
	dies "st-pnl: c: no key 'base_currency'" st-pnl --config=c --instruments=i --fx=f in
	echo '{"base_currency":"USD","compat":"all"}' >c
	dies "st-pnl: c: 'compat' is 'none' or 'pysystemtrade', not 'all'" st-pnl --config=c --instruments=i --fx=f in
}
