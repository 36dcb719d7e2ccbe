# st-ttest: the paired test of two accounts

load ../helper

@test "pysystemtrade's account_test on the same accounts (a run of it)" {
	printf 'time,net_percent\n2021-01-04,1\n2021-01-05,-1\n2021-01-06,3\n2021-01-07,0\n2021-01-08,2\n' >one
	printf 'time,net_percent\n2021-01-04,1\n2021-01-05,0\n2021-01-06,1\n2021-01-07,1\n2021-01-08,0\n' >other
	st-ttest one other >out
	awk -F, 'function near(x, y) { return (x / y - 1) ^ 2 < 1e-20 }
		NR == 2 { exit !($1 == 4 && near($2, -0.36754446796632423) && near($3, -0.544377026756612) && near($4, 0.6240372027337293)) }' out
}

# Run on the invented markets: the portfolio against the sum of subsystems.
@test "two accounts of a backtest (a pysystemtrade run)" {
	local golden=$ROOT/tests/golden/synthetic
	"$ROOT/pipelines/backtest" "$golden/config.json" -d "$golden/data" -o made --no-plot -q --accounts
	cd made
	st-account --config=config.json --portfolio work/subsystem_curves.csv >subsystems.csv
	st-ttest account.csv subsystems.csv >out
	awk -F, 'function near(x, y) { return (x / y - 1) ^ 2 < 1e-18 }
		NR == 2 { exit !(near($2, -0.011760552741315499) && near($3, -1.5575459377756977) && near($4, 0.11949520409428734)) }' out
}

@test "periods that one of them lacks: sums go on, a missing return takes the next with it" {
	printf 'time,r\n2021-01-04,1\n2021-01-05,2\n2021-01-06,4\n2021-01-07,\n2021-01-08,8\n2021-01-11,1\n2021-01-12,5\n' >one
	printf 'time,r\n2021-01-04,3\n2021-01-06,1\n2021-01-07,2\n2021-01-08,3\n2021-01-11,4\n2021-01-12,6\n' >other
	# together: 6 and 1 on the 6th, 1 and 4 on the 11th, 5 and 6 on the 12th
	printf 'time,r\n2021-01-04,0\n2021-01-05,6\n2021-01-06,1\n2021-01-07,5\n' >one.plain
	printf 'time,r\n2021-01-04,0\n2021-01-05,1\n2021-01-06,4\n2021-01-07,6\n' >other.plain
	st-ttest --column=r one.plain other.plain >want
	prints_file want st-ttest --column=r one other
	grep -q ^3, want
}

@test "too few periods, and equal accounts: what does not exist is empty" {
	printf 'time,net_percent\n2021-01-04,1\n2021-01-05,1\n' >one
	prints 'periods,difference,t_stat,p_value
1,,,' st-ttest one one
	head -n 1 one >none
	prints 'periods,difference,t_stat,p_value
0,,,' st-ttest none one
	printf 'time,net_percent\n2021-01-04,1\n2021-01-05,1\n2021-01-06,2\n' >one
	prints 'periods,difference,t_stat,p_value
2,0.0,,' st-ttest one one
}

@test "what it refuses" {
	printf 'time,net_percent\n2021-01-04,1\n2021-01-04,1\n' >one
	dies 'st-ttest: two accounts are wanted; see st-ttest --help' st-ttest one
	dies "st-ttest: one:3: column 'time': time does not increase: \"2021-01-04\"" st-ttest one one
	printf 'time,net_percent\n2021-01-04,x\n' >one
	dies "st-ttest: one:2: column 'net_percent': not a number: \"x\"" st-ttest one one
	dies "st-ttest: one:1: no column 'gross'" st-ttest --column=gross one one
	printf 'time,net_percent\n' >one
	dies_like "st-ttest: cannot write 'stdout': .*" bash -c 'st-ttest one one >/dev/full'
}
