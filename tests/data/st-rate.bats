# st-rate: rates of any two currencies, against pysystemtrade's figures

load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	cat >fx <<-'CSV'
		time,currency,rate
		2021-01-04 00:00:00,EURUSD,1.25
		2021-01-05 23:00:00,EURUSD,
		2021-01-06 23:00:00,EURUSD,1.5
		2021-01-05 23:00:00,GBPUSD,2
		2021-01-07 23:00:00,GBPUSD,
	CSV
}

# table HEADER ROW ...: the text of a table.
table() {
	printf '%s\n' "$@"
}
stream=time,currency,rate

@test "in dollars as it stood, of dollars the inverse" {
	prints "$(table $stream '2021-01-04 00:00:00,EURUSD,1.25' '2021-01-05 23:00:00,EURUSD,' '2021-01-06 23:00:00,EURUSD,1.5' \
		'2021-01-05 23:00:00,USDGBP,0.5' '2021-01-07 23:00:00,USDGBP,')" st-rate EURUSD USDGBP <fx
}

@test "a cross: every stamp of either, each filled forwards, missing before both are there" {
	prints "$(table $stream '2021-01-04 00:00:00,GBPEUR,' '2021-01-05 23:00:00,GBPEUR,1.6' '2021-01-06 23:00:00,GBPEUR,1.3333333333333333' \
		'2021-01-07 23:00:00,GBPEUR,1.3333333333333333')" st-rate --fx=fx GBPEUR
}

@test "a currency in itself is 1 on business days from 1970 until --now" {
	prints "$(table $stream '1970-01-01 00:00:00,EUREUR,1.0' '1970-01-02 00:00:00,EUREUR,1.0' '1970-01-05 00:00:00,EUREUR,1.0')" \
		st-rate --now='1970-01-05 09:00' EUREUR <fx
	prints "$stream" st-rate --now='1969-12-31' EUREUR <fx
	dies 'st-rate: rates of EUREUR go on for ever; --now says where they end' st-rate EUREUR <fx
	prints "$(table $stream ,EUREUR,1.0)" st-rate --last EUREUR <fx
	# pandas.date_range("1970-01-01", freq="B", end="2021-11-30 10:00") has 13544 days
	[ "$(st-rate --now='2021-11-30 10:00' JPYJPY <fx | wc -l)" = 13545 ]
}

@test "--last is the last that is not missing" {
	prints "$(table $stream '2021-01-05 23:00:00,GBPUSD,2.0' '2021-01-06 23:00:00,USDEUR,0.6666666666666666')" st-rate -l GBPUSD USDEUR <fx
	printf "$stream\n2021-01-04,EURUSD,\n" >fx
	dies 'st-rate: no rate of EURUSD that is not missing' st-rate -l EURUSD <fx
}

@test "--amount is what it is worth; nothing is worth nothing, unseen" {
	prints "$(table $stream,value '2021-01-06 23:00:00,EURUSD,1.5,-15.0' '2021-01-05 23:00:00,GBPUSD,2.0,-20.0' ,USDUSD,1.0,-10.0)" \
		st-rate --amount=-10 EURUSD GBPUSD USDUSD <fx
	prints "$(table $stream,value ,XXXYYY,,0.0)" st-rate --amount=0 XXXYYY <fx
	st-rate --amount=10 EURUSD GBPUSD <fx | st-validate --schema=value
}

@test "--invert: a broker's dollars in yen; --file: as a file of rates has it" {
	printf "$stream\n2021-01-04 23:00:00,USDJPY,125\n2021-01-05 23:00:00,USDJPY,\n" >fx
	prints "$(table DATETIME,PRICE '2021-01-04 23:00:00,0.008' '2021-01-05 23:00:00,')" st-rate --invert --file JPYUSD <fx
	prints "$(table $stream '2021-01-04 23:00:00,USDJPY,125.0' '2021-01-05 23:00:00,USDJPY,')" st-rate --invert USDJPY <fx
	printf "$stream\n2021-01-04 23:00:00,JPY,125\n" >fx
	dies 'st-rate: not a pair of currencies: "JPY"' st-rate --invert JPYUSD <fx
}

# Reference: sysdata/fx/spotfx.py on the shipped files, spec data.md 5.7; JPYKRW there is 10.424894551069556, from rates
# that pandas reads an ulp off, as st-fetch --config does.
@test "real rates: GBPEUR, USDGBP, JPYKRW as pysystemtrade has them" {
	data
	st-fetch fx --data="$ST_DATA" >fx
	st-rate GBPEUR <fx >gbpeur
	[ "$(tail -n +2 gbpeur | wc -l)" = 7994 ]
	[ "$(grep -c ',$' gbpeur)" = 2219 ] && [ "$(sed -n '2221p' gbpeur)" = 1999-09-06\ 00:00:00,GBPEUR,1.5109001439552894 ]
	[ "$(tail -n 1 gbpeur)" = '2021-11-30 23:00:00,GBPEUR,1.1753968112902364' ]
	[ "$(st-rate USDGBP <fx | tail -n 1)" = '2021-11-30 23:00:00,USDGBP,0.7560979298038681' ]
	st-rate JPYKRW <fx >jpykrw
	[ "$(tail -n +2 jpykrw | wc -l)" = 8023 ] && [ "$(tail -n +2 jpykrw | head -n 945 | grep -c ',$')" = 945 ]
	[ "$(sed -n 947p jpykrw | sed 's/.*,//')" != '' ]
	# the shipped texts divided in doubles, 0.008802468212086668 / 0.00084437
	[ "$(tail -n 1 jpykrw)" = '2021-11-30 23:00:00,JPYKRW,10.424894551069636' ]
	echo '{}' >config
	[ "$(st-fetch fx --data="$ST_DATA" --config=config | st-rate -l JPYKRW | tail -n 1)" = '2021-11-30 23:00:00,JPYKRW,10.424894551069556' ]
	st-rate GBPEUR <fx | st-validate --schema=fx
}

@test "what it cannot do" {
	dies 'st-rate: no FX rates of CHFUSD' st-rate CHFEUR <fx
	dies 'st-rate: not a pair of currencies: "EUR"; see st-rate --help' st-rate EUR <fx
	dies 'st-rate: not a pair of currencies: ""; see st-rate --help' st-rate '' <fx
	dies 'st-rate: a PAIR is wanted, such as GBPEUR: ""; see st-rate --help' st-rate <fx
	dies 'st-rate: --file goes with one pair and without --amount; see st-rate --help' st-rate --file EURUSD GBPUSD <fx
	dies 'st-rate: --now is not a time: "now"; see st-rate --help' st-rate --now=now EUREUR <fx
	dies 'st-rate: stdin: empty: not even a header' st-rate EURUSD </dev/null
	printf "$stream\n2021-01-04,EURUSD,0\n" >fx
	dies "st-rate: stdin:2: column 'rate': not above zero: \"0\"" st-rate USDEUR <fx
}

@test "a reader that leaves, a disk that is full" {
	run bash -c 'set -o pipefail; st-rate --now=2020-01-01 EUREUR <fx | head -n 1'
	[ "$status" = 141 ] || [ "$status" = 0 ] || fail "status $status"
	[ "$output" = $stream ]
	[ -e /dev/full ] || skip "no /dev/full"
	run bash -c 'st-rate EURUSD <fx >/dev/full'
	[ "$status" = 2 ] && [ "$output" = "st-rate: cannot write 'stdout': No space left on device" ]
}
