# st-chain: filters behind one another in one process

load ../helper
load ../feeds

@test "a chain of the whole backtest writes what the pipe does" {
	feed_files
	invented_rows 300 instrument adjusted price vol raw_carry fx >in
	local c=--config=config i=--instruments=instruments w=--weights=weights
	st-forecast $c in | st-scale $c | st-combine $c | st-size $c $i | st-portfolio $c $w $i | st-buffer $c >want
	prints_file want st-chain st-forecast $c then st-scale $c then st-combine $c then st-size $c $i then \
		st-portfolio $c $w $i then st-buffer $c <in
	st-pnl $c $i --fx=fx want >pnl
	prints_file pnl st-chain st-forecast $c then st-scale $c then st-combine $c then st-size $c $i then \
		st-portfolio $c $w $i then st-buffer $c then st-cost $c $i $w --output=table then st-pnl $c $i --fx=fx <in
	st-cost $c $i $w want >want.table
	cmp want.table table
}

@test "a filter that makes new rows in mid-chain; one that adds no column" {
	printf 'time,instrument,price,adjusted\n2021-01-04 10:00:00,A,1,7\n2021-01-04 11:00:00,A,2,8\n2021-01-06,A,3,9\n' >in
	st-daily in | st-vol >want
	prints_file want st-chain st-tee -o copy then st-daily then st-vol <in
	cmp in copy
}

# It is make check-asan that sees a row too short.
@test "a filter that makes new rows leaves room in them for what the filters behind add" {
	feed_files
	printf 'time,instrument,raw.slow\n2021-01-04,A,1\n2021-01-05,A,2\n' >in
	echo '{"base_currency":"USD","forecast_scalar_estimate":{"min_periods":2}}' >config
	printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\nA,1,USD,Ags,0,0,0,0,4\n' >i
	prints $'time,instrument,rule,value,fx\n2021-01-04,A,slow,6.666666666666667,1.0' \
		st-chain st-scalar --config=config then st-fx --config=config --fx=fx --instruments=i <in
}

@test "one filter alone is a chain" {
	printf 'time,instrument,adjusted\n2021-01-04,A,1\n' >in
	prints "$(st-vol in)" st-chain st-vol <in
}

@test "a filter that reads what another made, not what the text says" {
	printf 'time,instrument,roll,vol\n2021-01-04,A,1,0.1\n' >in
	echo '{"trading_rules":{"x":{"function":"carry","data":["rawdata.raw_carry"]}}}' >c
	echo '{"forecast_scalar":20}' >d
	prints "time,instrument,roll,vol,raw_carry,raw.x,forecast.x
2021-01-04,A,1,0.1,0.625,0.625,12.5" st-chain st-carry then st-forecast --config=c then st-scale --config=d <in
}

@test "a fault names file, line and column, and rows before it are written" {
	printf 'time,instrument,adjusted\n2021-01-04,A,1\n2021-01-05,A,x\n' >in
	dies "st-chain: stdin:3: column 'adjusted': not a number: \"x\"" st-chain st-tee -o copy then st-vol <in
	[ "$(cat out)" = "$(printf 'time,instrument,adjusted,vol\n2021-01-04,A,1,')" ]
}

@test "what it refuses" {
	dies 'st-chain: name the filters: ""; see st-chain --help' st-chain
	dies "st-chain: no filter 'st-nothing' to chain; see st-chain --help" st-chain st-vol then st-nothing
	dies "st-chain: no filter 'st-fetch' to chain; see st-chain --help" st-chain st-fetch
	dies "st-chain: a filter is missing at 'then'; see st-chain --help" st-chain then st-vol
	dies "st-chain: a filter is missing at 'then'; see st-chain --help" st-chain st-vol then then st-carry
	dies "st-chain: a filter is missing at 'then'; see st-chain --help" st-chain st-vol then
	dies 'st-chain: no operand in a chain: "in"; see st-vol --help' st-chain st-vol in then st-carry
	dies 'st-chain: no such option: "--nope"; see st-vol --help' st-chain st-carry then st-vol --nope
	dies "st-chain: stdin:1: st-carry: no column 'roll'" st-chain st-vol then st-carry <<<time,instrument,adjusted
	dies "st-chain: stdin:1: st-vol: there is already a column 'vol'" st-chain st-vol then st-vol <<<time,instrument,adjusted
	dies 'st-chain: stdin: empty: not even a header' st-chain st-vol </dev/null
}
