# st-select: which instruments an account should trade for its size

load ../helper

# The invented markets of golden/synthetic with 500,000: contracts at a forecast of 20, turnover times cost of a trade,
# correlations of the subsystems' returns (pysystemtrade's find_best_ordered_set_of_instruments).
setup() {
	cd "$BATS_TEST_TMPDIR" || return
	cat >in <<-'CSV'
		instrument,position,cost
		SYNCORN,39.80240617262944,0.058794824299489824
		SYNCRUDE,6.880222531608557,0.028203314894394742
		SYNEQ,30.75672683309521,0.03046581137720731
		SYNRATE,29.818633191887137,0.03225741958639021
		SYNVOL,241.84425154410008,0.09928417641134103
	CSV
	cat >rho <<-'CSV'
		instrument,other,correlation
		SYNCRUDE,SYNCORN,-0.050801305635666864
		SYNEQ,SYNCORN,-0.03953289000204773
		SYNEQ,SYNCRUDE,0.14502103881026904
		SYNRATE,SYNCORN,0.10305342723999664
		SYNRATE,SYNCRUDE,-0.030045352449734077
		SYNRATE,SYNEQ,0.05205514647549071
		SYNVOL,SYNCORN,-0.015068567766100119
		SYNVOL,SYNCRUDE,0.020262232500172655
		SYNVOL,SYNEQ,-0.051715810360813935
		SYNVOL,SYNRATE,0.07903530618564217
	CSV
}

@test "invented markets: the order and the Sharpe ratios of a pysystemtrade run, the one too big left out" {
	st-select --correlation=rho in >out
	[ "$(cut -d, -f1 out | paste -sd' ')" = 'instrument SYNEQ SYNCORN SYNVOL SYNRATE' ]
	paste -d, out - <<-'CSV' | awk -F, 'NR > 1 && ($2 - $3) ^ 2 > 1e-24 { print; bad = 1 } END { exit bad || NR != 5 }'
		want
		0.4166787387754962
		0.5962021349374019
		0.7264861662937542
		0.7727232490706352
	CSV
}

@test "what the config keeps out of trading is not added" {
	echo '{"exclude_instrument_lists":{"bad_markets":["SYNCORN"]}}' >c
	[ "$(st-select --correlation=rho --config=c in | cut -d, -f1 | paste -sd' ')" = 'instrument SYNEQ SYNVOL SYNRATE' ]
}

@test "none and one" {
	head -n 1 in >none
	prints instrument,sharpe st-select --correlation=rho none
	head -n 2 in | sed 's/0.0587.*/0.1/; s/39.8[0-9]*/20/' >one
	prints 'instrument,sharpe
SYNCORN,0.275' st-select --correlation=rho - <one
}

@test "what it cannot do" {
	dies 'st-select: option --correlation is required; see st-select --help' st-select in
	sed 2d rho >less
	dies "st-select: less: no correlation of 'SYNCRUDE' and 'SYNCORN'" st-select --correlation=less in
	sed '2s/-0.05.*/2/' rho >bad
	dies "st-select: bad:2: column 'correlation' is not -1 to 1" st-select --correlation=bad in
	sed '3s/6.88[0-9]*//' in >bad
	dies "st-select: bad:3: column 'position' is empty" st-select --correlation=rho bad
	sed '3s/6.88[0-9]*/x/' in >bad
	dies "st-select: bad:3: column 'position': not a number: \"x\"" st-select --correlation=rho bad
	sed '3s/SYNCRUDE/SYNCORN/' in >bad
	dies "st-select: bad:3: 'SYNCORN' twice" st-select --correlation=rho bad
	dies "st-select: cannot write 'stdout': No space left on device" eval 'st-select --correlation=rho in >/dev/full'
	dies 'st-select: one file at most: "in"; see st-select --help' st-select --correlation=rho in in
}
