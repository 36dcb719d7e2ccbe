# st-get: each adapter against nginx on loopback, and a server on its bad days; no other network.
# The answers are invented, in the forms that the vendors document.

load ../helper
load ../server

setup_file() {
	serve || return
	misbehave || return
	put good.csv 'DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME' '2020-01-02 23:00:00,1.0,3.0,1.0,2.0,7' '2020-01-03 23:00:00,2.0,3.0,1.0,2.5,8'
}

teardown_file() {
	stop_servers
}

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	unset http_proxy https_proxy HTTPS_PROXY all_proxy ALL_PROXY
	(umask 077 && echo s3cret >key)
	: >"$asked"
	rm -f "$state"/*
}

# put PATH LINE ...: a file of the server's
put() {
	mkdir -p "$(dirname "$www/$1")"
	printf '%s\n' "${@:2}" >"$www/$1"
}

ours=DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME
good=$(printf '%s\n' $ours '2020-01-02 23:00:00,1.0,3.0,1.0,2.0,7' '2020-01-03 23:00:00,2.0,3.0,1.0,2.5,8')
six=$(printf '%s\n' $ours "2020-01-0"{2,3,6,7,8,9}" 23:00:00,100.0,102.5,99.0,101.25,1234")

# get ADDRESS ...: pysystemtrade's own form, no waiting
get() {
	st-get -a csv --retries=2 --wait=0 "$@"
}

# ---- adapters ----

@test "ECB: rates, the address as documented, dates in it" {
	put service/data/EXR/D.USD.EUR.SP00.A KEY,FREQ,CURRENCY,TIME_PERIOD,OBS_VALUE,TITLE \
		'EXR.D.USD.EUR.SP00.A,D,USD,2021-01-04,1.2296,"US dollar, Euro"' 'EXR.D.USD.EUR.SP00.A,D,USD,2021-01-05,NaN,""' \
		'EXR.D.USD.EUR.SP00.A,D,USD,2021-01-06,1.2338,"US dollar, Euro"'
	prints "$(printf '%s\n' DATETIME,PRICE '2021-01-04 23:00:00,1.2296' '2021-01-06 23:00:00,1.2338')" \
		st-get -q -a ecb --server="$web" --start=2021-01-04 --end=2021-01-06 EURUSD
	[ "$(cut -d ' ' -f 1,2 "$asked")" = 'GET /service/data/EXR/D.USD.EUR.SP00.A?format=csvdata&startPeriod=2021-01-04&endPeriod=2021-01-06' ]
	st-get -a ecb --server="$web/" EXR/D.USD.EUR.SP00.A >out 2>err
	[ "$(cat err)" = "st-get: $web/service/data/EXR/D.USD.EUR.SP00.A?format=csvdata: 1 of 3 rows left out: they have no value" ]
	[ "$(cut -d ' ' -f 2 "$asked" | tail -n 1)" = '/service/data/EXR/D.USD.EUR.SP00.A?format=csvdata' ]
}

@test "FRED: JSON, a key, points for holidays, yen for a dollar turned round" {
	put fred/DEXJPUS '{"realtime_start":"2021-02-01","count":3,"observations":[{"date":"2021-01-04","value":"100"},' \
		'{"date":"2021-01-05","value":"."},{"date":"2021-01-06","value":"125.0"}]}'
	prints "$(printf '%s\n' DATETIME,PRICE '2021-01-04 23:00:00,0.01' '2021-01-06 23:00:00,0.008')" \
		st-get -q -a fred --server="$web" --key=key JPYUSD
	grep -qF '/fred/series/observations?series_id=DEXJPUS&file_type=json&api_key=s3cret' "$asked"
	put fred/DTB3 '{"observations":[{"date":"2021-01-04","value":"0.09"}]}'
	prints "$(printf '%s\n' DATETIME,PRICE '2021-01-04 23:00:00,0.09')" st-get -a fred --server="$web" --key=/dev/fd/3 USD_3M 3<key
	# from a pipe that hands it over in parts, and from one that is not at its end
	prints "$(printf '%s\n' DATETIME,PRICE '2021-01-04 23:00:00,0.09')" st-get -a fred --server="$web" --key=- USD_3M \
		< <(printf s3; sleep 0.3; printf cret)
	[ "$(tail -n 1 "$asked" | grep -c api_key=s3cret)" = 1 ]
	prints "$(printf '%s\n' DATETIME,PRICE '2021-01-04 23:00:00,0.09')" st-get -a fred --server="$web" --key=- USD_3M \
		< <(printf 's3cret\nother'; sleep 3)
	put fred/ODD '{"observations":{"date":"2021-01-04"}}'
	dies_like "st-get: $web/fred.*api_key=KEY: no list 'observations' in it" st-get -a fred --server="$web" --key=key ODD
	put fred/ODD '{"observations":[{"date":"2021-01-04"}]}'
	dies_like "st-get: .*: observations\[0\]: no 'value'" st-get -a fred --server="$web" --key=key ODD
	put fred/ODD '{"observations":[{"date":"2021-01-04","value":"0.09"},{"date":"2021-01-04","value":"0.09"}]}'
	dies_like "st-get: .*: observations\[1\]: a time stands twice: 2021-01-04 23:00:00" st-get -a fred --server="$web" --key=key ODD
	put fred/ODD '{"observations":[]}'
	dies_like "st-get: .*: no rows" st-get -a fred --server="$web" --key=key ODD
	put fred/ODD '{"error_message":"Bad Request. The series does not exist."}'
	dies_like "st-get: .*: instead of data an error: \"Bad Request. The series does not exist.\"" st-get -a fred --server="$web" --key=key ODD
	put fred/ODD '{"observations":[{"date":"2021-01-04","val'
	dies_like "st-get: .*:[12]: not JSON: .*" st-get -a fred --server="$web" --key=key ODD
}

@test "EODHD: prices, and what it says instead of them" {
	put api/eod/EURUSD.FOREX Date,Open,High,Low,Close,Adjusted_close,Volume 2021-01-04,1.2,1.25,1.1,1.21,1.21,0
	prints "$(printf '%s\n' $ours '2021-01-04 23:00:00,1.2,1.25,1.1,1.21,0')" \
		st-get -a eodhd --server="$web" --key=key --start=2021-01-04 EURUSD.FOREX
	grep -qF 'GET /api/eod/EURUSD.FOREX?fmt=csv&period=d&order=a&from=2021-01-04&api_token=s3cret' "$asked"
	put api/eod/Q.US '{"errors":["You exceeded your daily API requests limit"]}'
	dies_like 'st-get: .*: instead of data an error: "You exceeded your daily API requests limit"' st-get -a eodhd --server="$web" --key=key Q.US
	put api/eod/Q.US Unauthenticated
	dies "st-get: $web/api/eod/Q.US?fmt=csv&period=d&order=a&api_token=KEY:1: no column 'Date' in \"Unauthenticated\"" \
		st-get -a eodhd --server="$web" --key=key Q.US
}

@test "Databento: a form, basic authentication, days that begin at midnight" {
	put databento.csv ts_event,rtype,publisher_id,instrument_id,open,high,low,close,volume,symbol \
		2021-01-04T00:00:00.000000000Z,35,1,5602,3750.250000000,3760.000000000,3650.000000000,3691.750000000,1750000,ESH1
	prints "$(printf '%s\n' $ours '2021-01-04 23:00:00,3750.25,3760.0,3650.0,3691.75,1750000')" \
		st-get -a databento --server="$web" --key=key --start=2021-01-01 ESH1
	grep -qF 'form=dataset=GLBX.MDP3&schema=ohlcv-1d&symbols=ESH1&stype_in=raw_symbol&start=2021-01-01&encoding=csv&pretty_px=true&pretty_ts=true' "$asked"
	sed -i s/T00:/T10:/ "$www/databento.csv"
	dies_like "st-get: .*: column 'ts_event': not a time as .*" st-get -a databento --server="$web" --key=key ESH1
}

@test "Yahoo: lists beside each other, nulls, days by London's and New York's midnight; asked only by who says so" {
	dies_like 'st-get: .*/yahoo.yaml: asks a server in a way that its owner does not offer; --unofficial does it all the same' \
		st-get -a yahoo --server="$web" --start=2024-10-01 EURUSD=X
	[ ! -s "$asked" ]
	# yahoo TIMES OPENS HIGHS LOWS CLOSES VOLUMES [ERROR]
	yahoo() {
		put v8/finance/chart/EURUSD=X '{"chart":{"result":[{"meta":{"currency":"USD","symbol":"EURUSD=X","gmtoffset":0},' \
			"\"timestamp\":$1,\"indicators\":{\"quote\":[{\"volume\":$6,\"open\":$2,\"low\":$4,\"high\":$3,\"close\":$5}]," \
			'"adjclose":[{"adjclose":[]}]}}],"error":'"${7:-null}}}"
	}
	get_yahoo() { st-get -q -a yahoo --unofficial --retries=0 --server="$web" --start=2024-10-01 "${@:-EURUSD=X}"; }
	# 2024-10-24 23:00, 10-27 24:00 (summer ends), 10-29 00:00 of UTC, and New York's midnight
	yahoo '[1729810800,1730073600,1730160000,1730260800]' '[1.1,1.2,null,1]' '[1.25,1.25,null,1]' '[1,1,null,1]' '[1.125,1.5,null,1]' '[0,0,null,7]'
	prints "$(printf '%s\n' $ours '2024-10-25 23:00:00,1.1,1.25,1.0,1.125,0' '2024-10-28 23:00:00,1.2,1.25,1.0,1.5,0' \
		'2024-10-30 23:00:00,1.0,1.0,1.0,1.0,7')" get_yahoo
	grep -qF 'GET /v8/finance/chart/EURUSD%3DX?period1=1727740800&period2=9999999999&interval=1d ' "$asked"
	dies_like 'st-get: .*yahoo.yaml: ".*" lacks a value: --start.*' st-get -a yahoo --unofficial --server="$web" EURUSD=X
	yahoo '[1729810800,1730073600]' '[1,1]' '[1,1]' '[1,1]' '[1]' '[0,0]'
	dies_like "st-get: .*: list 'indicators.quote.0.close' is of 1 values, that of the times of 2" get_yahoo
	yahoo '[1729810800,1730073600]' '[1,1]' '[1,1]' '[1,1]' '[1,true]' '[0,0]'
	dies_like "st-get: .*: timestamp\[1\]: neither a number nor text: 'indicators.quote.0.close'" get_yahoo
	yahoo null '[]' '[]' '[]' '[]' '[]'
	dies_like "st-get: .*: no list 'timestamp' in it" get_yahoo
	yahoo '[]' '[]' '[]' '[]' '[]' '[]'
	dies_like "st-get: .*: no rows" get_yahoo
	yahoo '[1729810800]' '[1]' '[1]' '[1]' '[1]' '[0]' '{"code":"x","description":"half of it is missing"}'
	dies_like 'st-get: .*: instead of data an error: "half of it is missing"' get_yahoo
	put v8/finance/chart/NONE '{"chart":{"result":null,"error":{"code":"Not Found","description":"No data found, symbol may be delisted"}}}'
	dies_like 'st-get: .*: instead of data an error: "No data found, symbol may be delisted"' get_yahoo NONE
	put v8/finance/chart/NONE '{"chart":{"result":[],"error":null}}'
	dies_like "st-get: .*: no object 'chart.result.0' in it" get_yahoo NONE
}

@test "pysystemtrade: the archive as it is, into a file that st-fetch reads" {
	st-synth --instruments=1 --years=1 -o data
	mkdir -p "$www/pst-group/pysystemtrade/archive"
	tar -czf "$www/pst-group/pysystemtrade/archive/HEAD.tar.gz" data
	st-get -a pysystemtrade --server="$web" -o pst.tar.gz
	cmp pst.tar.gz "$www/pst-group/pysystemtrade/archive/HEAD.tar.gz"
	st-fetch list --data=pst.tar.gz >list
	[ "$(wc -l <list)" = 1 ]
	head -c 2000 pst.tar.gz >"$www/pst-group/pysystemtrade/archive/cut.tar.gz"
	dies_like "st-get: cannot read '$web/pst-group/pysystemtrade/archive/cut.tar.gz': .*" \
		st-get -a pysystemtrade --server="$web" -o pst.tar.gz cut
	cmp pst.tar.gz "$www/pst-group/pysystemtrade/archive/HEAD.tar.gz"
	# All of it there, but not as it was.
	gzip -d <pst.tar.gz | python3 -c 'import gzip, sys; sys.stdout.buffer.write(gzip.compress(sys.stdin.buffer.read())[:-8] + bytes(8))' \
		>"$www/pst-group/pysystemtrade/archive/corrupt.tar.gz"
	dies "st-get: cannot read '$web/pst-group/pysystemtrade/archive/corrupt.tar.gz': gzip: incorrect data check" \
		st-get -a pysystemtrade --server="$web" -o pst.tar.gz corrupt
	cmp pst.tar.gz "$www/pst-group/pysystemtrade/archive/HEAD.tar.gz"
	put pst-group/pysystemtrade/archive/page.tar.gz '<html>'
	dies "st-get: $web/pst-group/pysystemtrade/archive/page.tar.gz: HTML or XML where an archive was expected: \"<html>?\"" \
		st-get -a pysystemtrade --server="$web" page
}

@test "CSV and JSON from any address" {
	prints "$good" get "$web/good.csv"
	put good.json '[{"date":"2020-01-02","open":1,"high":3,"low":1,"close":2,"volume":7},' \
		'{"date":"2020-01-03","open":2.0,"high":3,"low":1,"close":"2.5","volume":8}]'
	prints "$good" st-get -a json "$web/good.json"
	{ printf '\xef\xbb\xbf\n' && cat "$www/good.json"; } >"$www/bom.json"
	prints "$good" st-get -a json "$web/bom.json"
	printf '\xef\xbb\xbf' >"$www/bom.json"
	dies "st-get: $web/bom.json: empty" st-get -a json "$web/bom.json"
	printf '%s\n' 'url: "{symbol}"' 'format: json' 'rows: "0.x.y"' 'time: t.d' 'date_format: "%Y-%m-%d"' 'columns: { PRICE: [ a.b, p.1 ] }' >own.yaml
	put deep.json '[{"x.y":[{"t":{"d":"2020-01-02"},"p":[7,8.5]},{"t.d":"2020-01-03","a.b":"9","p":[]}]}]'
	prints "$(printf '%s\n' DATETIME,PRICE '2020-01-02 23:00:00,8.5' '2020-01-03 23:00:00,9.0')" st-get -a own.yaml "$web/deep.json"
	put deep.json '[{"x":{"y":[{"t":{"d":"2020-01-02"},"p":[7]}]}}]'
	dies "st-get: $web/deep.json: 0.x.y[0]: no 'a.b' or 'p.1'" st-get -a own.yaml "$web/deep.json"
	put bad.json '[[1,2]]'
	dies "st-get: $web/bad.json: rows[0]: not an object" st-get -a json "$web/bad.json"
	put bad.json '[{"date":"2020-01-02","open":true}]'
	dies "st-get: $web/bad.json: rows[0]: neither a number nor text: 'open'" st-get -a json "$web/bad.json"
	put bad.json '{"message":"not found"}'
	dies "st-get: $web/bad.json: instead of data an error: \"not found\"" st-get -a json "$web/bad.json"
	put bad.json '{"a":1,"a":2}'
	dies_like "st-get: $web/bad.json:1: not JSON: duplicate object key.*" st-get -a json "$web/bad.json"
}

@test "many symbols, a file each; a range of dates; bytes as they came" {
	put service/data/EXR/D.USD.EUR.SP00.A TIME_PERIOD,OBS_VALUE 2021-01-04,1.2 2021-01-05,1.3
	put service/data/EXR/D.GBP.EUR.SP00.A TIME_PERIOD,OBS_VALUE 2021-01-04,0.9
	st-get -a ecb --server="$web" --files=fx EURUSD EURGBP
	prints "$(printf '%s\n' DATETIME,PRICE '2021-01-04 23:00:00,0.9')" cat fx/EURGBP.csv
	[ "$(ls fx)" = "$(printf '%s\n' EURGBP.csv EURUSD.csv)" ]
	prints "$(printf '%s\n' DATETIME,PRICE '2021-01-05 23:00:00,1.3')" st-get -a ecb --server="$web" --start=2021-01-05 EURUSD
	prints "$(printf '%s\n' DATETIME,PRICE '2021-01-04 23:00:00,1.2')" st-get -a ecb --server="$web" --end=2021-01-04 EURUSD
	prints_file "$www/service/data/EXR/D.USD.EUR.SP00.A" st-get -a ecb --server="$web" --raw EURUSD
	dies "st-get: no name of a file: \"EXR/D.USD.EUR.SP00.A\"; \`symbols\` of the adapter can give it one" \
		st-get -a ecb --server="$web" --files=fx EXR/D.USD.EUR.SP00.A
}

# ---- bad days ----

@test "429 with Retry-After, 500 twice, then data; told each time, muted by -q" {
	try get "$bad/429"
	[ "$status" = 0 ]
	[ "$(cat out)" = "$six" ]
	[ "$(cat err)" = "st-get: $bad/429: HTTP status 429: \"slow down\"; try 2 of 3 in 1 s" ]
	try get "$bad/500"
	[ "$status" = 0 ]
	[ "$(cat out)" = "$six" ]
	printf '%s\n' "st-get: $bad/500: HTTP status 500: \"oops\"; try "{2,3}" of 3 in 0 s" | diff - err
	rm "$state/500"
	prints "$six" get -q "$bad/500"
}

@test "waits double, and the last failure is the error" {
	try st-get -a csv --retries=2 --wait=0.01 "$bad/503"
	[ "$status" = 2 ]
	[ ! -s out ]
	printf '%s\n' "st-get: $bad/503: HTTP status 503: \"<html>maintenance</html>\""{'; try 2 of 3 in 0.01 s','; try 3 of 3 in 0.02 s',} | diff - err
	dies "st-get: $bad/503: HTTP status 503: \"<html>maintenance</html>\"" get --retries=0 "$bad/503"
	dies "st-get: $bad/429-long: HTTP status 429: \"come back tomorrow\"; the server asks to be left alone for 86400 s" get "$bad/429-long"
}

@test "what will not change is not asked for again" {
	dies "st-get: $bad/other: HTTP status 404: \"no such path\"" get "$bad/other"
	[ "$(wc -l <"$state/other")" = 1 ]
	dies "st-get: $web/gone: HTTP status 410: \"no such series\"" get "$web/gone"
	dies "st-get: $bad/no-content: HTTP status 204" get "$bad/no-content"
}

@test "a transfer that breaks off goes on where it broke, if the server can tell the version" {
	local p
	for p in cut cut-dated; do
		prints "$six" get -q "$bad/$p"
		[ "$(sed -n 2p "$state/$p" | cut -d ' ' -f 1)" = range=bytes=150- ]
	done
	grep -qF 'if-range="v1"' "$state/cut"
	grep -qF 'if-range=Mon, 06 Jan 2020 10:00:00 GMT' "$state/cut-dated"
	prints "$six" get -q "$bad/cut-weak"
	[ "$(sed -n 2p "$state/cut-weak")" = 'range= if-range=' ]
}

@test "the rest of another version, or another part, is not taken for the rest" {
	prints "$six" get -q "$bad/cut-changed"
	prints "$six" get -q "$bad/cut-wrong-part"
	prints "$six" get -q "$bad/cut-416"
	prints "$six" get -q "$bad/cut-short-part"
	dies "st-get: $bad/part: HTTP status 206: a part, where all was asked for" get "$bad/part"
	[ "$(tail -n 1 "$state/cut-416")" = 'range= if-range=' ]
}

@test "a broken transfer is kept, and the next run goes on with it" {
	try get --retries=0 --cache=kept "$bad/cut"
	[ "$status" = 2 ]
	[ ! -s out ]
	[ "$(cat kept/*.part | wc -c)" = 150 ]
	prints "$six" get --retries=0 --cache=kept "$bad/cut"
	[ "$(cat "$state/cut")" = "$(printf '%s\n' 'range= if-range=' 'range=bytes=150- if-range="v1"')" ]
	[ "$(ls kept | sed 's/.*\.//' | sort | paste -sd ' ')" = 'body version' ]
}

@test "each bad answer has its line, and nothing is printed" {
	local end='transfer closed with .* remaining'
	dies_like "st-get: $bad/cut-always: $end.*" get --retries=0 "$bad/cut-always"
	dies_like "st-get: $bad/cut-chunk: transfer closed .*" get --retries=0 "$bad/cut-chunk"
	dies "st-get: $bad/cut-unknown: the last line has no end: cut off?" get "$bad/cut-unknown"
	dies "st-get: $bad/short-length: the last line has no end: cut off?" get "$bad/short-length"
	dies "st-get: $bad/hang: nothing came for 1 s" get --retries=0 --timeout=1 "$bad/hang"
	dies "st-get: $bad/nothing: Empty reply from server" get --retries=0 "$bad/nothing"
	dies_like "st-get: $bad/garbage: Received HTTP/0.9 when not allowed.*" get "$bad/garbage"
	dies "st-get: $bad/html: HTML or XML where CSV was expected: \"<!DOCTYPE html><title>One moment, please</title>\"" get "$bad/html"
	dies "st-get: $bad/error: instead of data an error: \"quota exceeded\"" get "$bad/error"
	dies "st-get: $bad/long-head: a line of its head is too long" get "$bad/long-head"
	dies "st-get: $bad/empty: empty" get "$bad/empty"
	dies "st-get: $bad/header-only: no rows" get "$bad/header-only"
	dies "st-get: $bad/endless: more than 100000 bytes" get --max-size=0.1 "$bad/endless"
	[ ! -s out ]
	dies_like "st-get: http://127.0.0.1:1/x: Failed to connect.*" get --retries=0 http://127.0.0.1:1/x
	dies_like "st-get: http://no.such.host.invalid/x: Could not resolve host.*" get --retries=0 http://no.such.host.invalid/x
}

@test "a wrong order, highs and lows that contradict each other" {
	put bad.csv $ours '2020-01-03 23:00:00,1,1,1,1,1' '2020-01-02 23:00:00,1,1,1,1,1'
	dies "st-get: $web/bad.csv:3: times go backwards: 2020-01-02 23:00:00" get "$web/bad.csv"
	put bad.csv $ours '2020-01-03 23:00:00,1,1,2,1,1'
	dies "st-get: $web/bad.csv:2: HIGH below LOW: 1.0, 2.0" get "$web/bad.csv"
	put bad.csv $ours '2020-01-03 23:00:00,1,1,1,1.5,1'
	dies "st-get: $web/bad.csv:2: HIGH below FINAL: 1.0, 1.5" get "$web/bad.csv"
}

@test "a bad answer neither replaces what was written nor what was kept" {
	put moving.csv $ours '2020-01-03 23:00:00,1.0,1.0,1.0,1.0,1'
	get --cache=kept -o mine.csv "$web/moving.csv"
	cp mine.csv before
	put moving.csv '<html>'
	try get --cache=kept -o mine.csv "$web/moving.csv"
	[ "$status" = 2 ]
	cmp before mine.csv
	prints_file before get --cache=kept --offline "$web/moving.csv"
	put moving.csv $ours '2020-01-03 23:00:00,2.0,2.0,2.0,2.0,1'
	prints_file "$www/moving.csv" get --cache=kept "$web/moving.csv"
}

@test "a byte now and then is no answer: too slow over twice the timeout, too long in all" {
	try st-get -a csv --retries=1 --wait=0 --timeout=1 "$bad/trickle"
	[ "$status" = 2 ]
	[ ! -s out ]
	printf '%s\n' "st-get: $bad/trickle: fewer than 100 bytes a second over 2 s"{'; try 2 of 2 in 0 s',} | diff - err
	dies "st-get: $bad/trickle-head: fewer than 100 bytes a second over 2 s" get --retries=0 --timeout=1 "$bad/trickle-head"
	dies "st-get: $bad/steady: not all of it has come after 3 s" get --timeout=1 --max-size=0.1 "$bad/steady"
	[ "$(wc -l <"$state/steady")" = 1 ]
}

@test "numbers that no server has any business to send" {
	local x big=9223372036854775807
	for x in 0-$big/5 0-$big/$big 0-999999999999999999/1000000000000000000 99999999999999999999-1/2 -1-2/3 5-4/5 0-4/ x; do
		prints "$six" get "$bad/range-$x"
		dies "st-get: $bad/part-$x: HTTP status 206: a part, where all was asked for" get "$bad/part-$x"
	done
	for x in 99999999999999999999999 -5 0x10 $big ''; do
		dies_like "st-get: $bad/length-$x: (a Content-Length that can't be|Invalid Content-Length: value)" get "$bad/length-$x"
	done
	for x in ffffffffffffffffffffffff -1 zz; do
		dies_like "st-get: $bad/chunk-$x: .*" get -q --retries=0 "$bad/chunk-$x"
	done
	for x in -1 -99999999999999999999999 99999999999999999999999 soon 'Thu,%2001%20Jan%201970%2000:00:00%20GMT' 'Thu,%2099%20Jan%2099999999999999%2000:00:00%20GMT' ''; do
		prints "$six" get -q "$bad/after-$x"
	done
	for x in 301 $big 'Fri,%2031%20Dec%209999%2023:59:59%20GMT'; do
		dies_like "st-get: $bad/after-$x: HTTP status 503: \"no\"; the server asks to be left alone for [0-9]+ s" get "$bad/after-$x"
	done
	prints "$six" get --cache=kept "$bad/etag-long"
	prints "$six" get --cache=kept "$bad/etag-long"
	[ -z "$(sed -n '2,3p' kept/*.version | tr -d '\n')" ]
	for x in --timeout --wait --max-size --per-minute; do
		prints "$good" get $x=1e300 "$web/good.csv"
	done
	prints "$good" get --retries=2147483647 "$web/good.csv"
}

@test "calls that a signal interrupts are made again" {
	strace -o /dev/null true 2>/dev/null || skip "strace may not trace here"
	for call in write flock; do
		strace -f -qq -o trace -e trace=$call -e inject=$call:error=EINTR:when=1+2 st-get -a csv --cache=kept-$call "$bad/good" >out
		grep -q 'EINTR.*INJECTED' trace
		[ "$(cat out)" = "$six" ]
	done
}

@test "a slow answer is waited for" {
	prints "$six" get --timeout=5 "$bad/slow"
}

# ---- what is kept ----

@test "an answer that has not changed is not sent again; offline nobody is asked" {
	prints "$good" get --cache=kept "$web/good.csv"
	prints "$good" get --cache=kept "$web/good.csv"
	[ "$(grep -c 'status=200' "$asked")" = 1 ]
	[ "$(grep -c 'status=304' "$asked")" = 1 ]
	[ "$(ls kept | wc -l)" = 2 ]
	grep -q 'status=304 .*if-none-match=\\x22' "$asked"
	: >"$asked"
	prints "$good" get --cache=kept --offline "$web/good.csv"
	[ ! -s "$asked" ]
	dies "st-get: $web/else.csv: not kept in 'kept'" get --cache=kept --offline "$web/else.csv"
	dies_like 'st-get: --offline needs --cache.*' get --offline "$web/good.csv"
}

@test "what is no plain file in the folder of kept answers is neither followed nor waited for" {
	local file f plant
	prints "$good" get --cache=kept "$web/good.csv"
	cp -r kept was
	echo mine >victim
	for file in kept/*; do
		f=${file#kept/}
		for plant in 'ln -s ../victim' mkfifo 'ln -s /dev/zero'; do
			rm -rf kept && cp -r was kept && rm "$file"
			(cd kept && $plant "$f")
			try timeout 10 st-get -a csv --retries=0 --cache=kept "$web/good.csv"
			[ "$status" = 2 ] && grep -qE "^st-get: (cannot open 'kept/$f': Too many levels|'kept/$f' is not a plain)" err ||
				fail "$plant $f: $status $(cat err)"
			[ "$(cat victim)" = mine ]
		done
	done
}

@test "several at once, of one address, into one folder" {
	local i
	for i in 1 2 3 4; do
		get -q --cache=kept "$bad/cut" >"out$i" &
	done
	wait
	for i in 1 2 3 4; do
		[ "$(cat "out$i")" = "$six" ]
	done
	[ "$(ls kept | sed 's/.*\.//' | sort | paste -sd ' ')" = 'body version' ]
}

@test "what is kept and was spoilt is asked for anew" {
	get --cache=kept "$web/good.csv" >out
	echo junk >"$(ls kept/*.version)"
	prints "$good" get --cache=kept "$web/good.csv"
	[ "$(grep -c 'status=200' "$asked")" = 2 ]
}

@test "recorded with a key, played back without one" {
	put fred/DTB3 '{"observations":[{"date":"2021-01-04","value":"0.09"}]}'
	st-get -a fred --server="$web" --key=key --cache=kept USD_3M >want
	prints_file want st-get -a fred --server="$web" --cache=kept --offline USD_3M
	! grep -r s3cret kept
}

# ---- lines, keys, redirections ----

@test "HTTPS: a certificate is checked" {
	dies_like "st-get: $tls/good.csv: SSL certificate problem: self.signed certificate" get "$tls/good.csv"
	prints "$good" get --cacert="$cert" "$tls/good.csv"
	dies_like "st-get: https://localhost:${tls##*:}/good.csv: SSL: no alternative certificate subject name matches.*" \
		get --cacert="$cert" "https://localhost:${tls##*:}/good.csv"
	dies "st-get: $tls/open: redirected from https to http" get --cacert="$cert" "$tls/open"
}

@test "redirections: followed a few times, to no other protocol" {
	prints "$good" get "$web/to/to/good.csv"
	dies "st-get: $web/loop: redirected too often" get "$web/loop"
	[ "$(grep -c 'GET /loop' "$asked")" = 6 ]
	dies "st-get: $web/file: leads to file, which is neither http nor https" get "$web/file"
	dies "st-get: $web/ftp: leads to ftp, which is neither http nor https" get "$web/ftp"
	dies "st-get: file:///etc/passwd: leads to file, which is neither http nor https" get file:///etc/passwd
	dies_like "st-get: no address at all: .*" get 'no address at all'
}

@test "a key goes to no other server" {
	cat >own.yaml <<-YAML
		url: $web/away/x
		headers: { X-Key: "{key}" }
		user: "me:{key}"
	YAML
	prints "$good" st-get -a own.yaml --key=key
	[ "$(grep -c 'status=302 .*auth=Basic .* key=s3cret' "$asked")" = 1 ]
	[ "$(grep -c 'status=200 .*auth=- key=-' "$asked")" = 1 ]
	! grep -q 'status=200 .*s3cret' "$asked"
}

@test "a key is in no message, goes over no open line, and comes from no argument" {
	dies_like "st-get: .*/adapters/fred.yaml: the server wants a key; --key names a file of it" st-get -a fred --server="$web" JPYUSD
	echo 0ther >key
	dies_like "st-get: $web/fred/series/observations.*api_key=KEY: HTTP status 400" st-get -a fred --server="$web" --key=key JPYUSD
	dies_like "st-get: http://example.invalid/.*: a key would be sent over plain http" \
		st-get -a fred --server=http://example.invalid --key=key JPYUSD
	: >key
	dies "st-get: key: no key in the first line" st-get -a fred --server="$web" --key=key JPYUSD
	dies "st-get: cannot open 'none': No such file or directory" st-get -a fred --key=none JPYUSD
	echo s3cret >key && chmod 644 key
	put fred/DTB3 '{"observations":[{"date":"2021-01-04","value":"0.09"}]}'
	try st-get -a fred --server="$web" --key=key DTB3
	[ "$status" = 0 ]
	[ "$(cat err)" = 'st-get: key: others may read the key; chmod 600 keeps it' ]
}

@test "what stands in an address is escaped" {
	put 'api/eod/a b?c.csv' Date,Open,High,Low,Close,Volume 2021-01-04,1,1,1,1,1
	st-get -a eodhd --server="$web" --key=key 'a b?c.csv' >out
	grep -qF 'GET /api/eod/a%20b%3Fc.csv?fmt=csv' "$asked"
	printf 's3&t=1\n' >key
	try st-get -a eodhd --server="$web" --key=key x
	grep -qF 'api_token=s3%26t%3D1 ' "$asked"
}

# ---- the rest ----

@test "requests keep their distance" {
	put service/data/A TIME_PERIOD,OBS_VALUE 2021-01-04,1
	put service/data/B TIME_PERIOD,OBS_VALUE 2021-01-04,1
	local before after
	before=$(date +%s%N)
	st-get -a ecb --server="$web" --per-minute=60 --files=fx A B
	after=$(date +%s%N)
	[ $((after - before)) -ge 1000000000 ]
}

@test "a bar of progress on a terminal, not with -q, not into a file" {
	terminal
	command -v script >/dev/null || skip "script is not installed"
	script -qec "st-get -a csv '$web/good.csv' >out" /dev/null </dev/null >tty
	grep -qF $'\rst-get: [##############################] 0.0 of 0.0 MB' tty
	script -qec "st-get -q -a csv '$web/good.csv' >out" /dev/null </dev/null >tty
	[ ! -s tty ]
	get "$web/good.csv" 2>err >out
	[ ! -s err ]
}

@test "options that want something else" {
	dies_like 'st-get: option --adapter is missing.*' st-get x
	dies_like 'st-get: a symbol is missing.*' st-get -a ecb
	dies_like 'st-get: more symbols than one need --files.*' st-get -a ecb A B
	dies_like 'st-get: --start wants a date: "soon".*' st-get -a ecb --start=soon A
	dies 'st-get: --per-minute is not above zero' st-get -a ecb --per-minute=0 A
	dies_like 'st-get: .*barchart.yaml: no adapter of a server; st-import reads its files' st-get -a barchart A
	dies_like 'st-import: .*ecb.yaml: no adapter of files; st-get asks its server' st-import -a ecb .
	dies_like 'st-get: --wait, .*' get --timeout=0 x
	echo 'url: "http://127.0.0.1/{date}"' >own.yaml
	dies 'st-get: own.yaml: no such value: {date}' st-get -a own.yaml A
	echo 'url: "http://127.0.0.1/{start}"' >own.yaml
	dies 'st-get: own.yaml: "http://127.0.0.1/{start}" lacks a value: --start, --end, --key or a symbol' st-get -a own.yaml A
}

@test "a full disk, a reader that leaves" {
	dies "st-get: cannot write 'stdout': No space left on device" sh -c "st-get -a csv '$web/good.csv' >/dev/full"
	[ "$(get "$web/good.csv" | head -n 1)" = $ours ]
}
