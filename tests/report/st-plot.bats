#!/usr/bin/env bats
# st-plot: pictures that are whole, the same each time, and hide no fall

load ../helper

needs_gnuplot() {
	command -v gnuplot >/dev/null || skip "gnuplot is not installed"
}

# account DAYS: a curve that rises and falls, every business day from 2000 on.
account() {
	awk -v n="$1" 'BEGIN {
		print "time,gross_percent,net_percent"
		for (i = 0; i < n; i++)
			printf "%04d-%02d-%02d,%d,%s\n", 2000 + int(i / 336), int(i / 28) % 12 + 1, i % 28 + 1, (i * 7) % 13 - 5, i % 9 ? (i * 7) % 13 - 5.5 : ""
	}'
}

@test "st-plot: an SVG and a PNG at once, with titles and units" {
	needs_gnuplot
	account 300 >in
	echo '{ "notional_trading_capital": 250000, "base_currency": "US'"'"'D" }' >config
	prints_file /dev/null st-plot -c config -o a.svg -o a.png in
	[ "$(ls)" = "$(printf '%s\n' a.png a.svg config err in out)" ]
	for text in 'Portfolio: equity curve and drawdown, capital 250000 US'"'"'D' '% of capital' \
		'drawdown, %' gross 'net of costs'; do
		grep -q ">$text<" a.svg || fail "no '$text'"
	done
	[ "$(head -c 8 a.png | od -An -tx1 | tr -d ' \n')" = 89504e470d0a1a0a ]
	tail -c 12 a.png | grep -aq IEND
}

@test "st-plot: the same bytes in another zone and locale, and from a pipe" {
	needs_gnuplot
	account 5000 >in
	st-plot -o a.svg -o a.png in
	TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 st-plot -o b.png -o b.svg <in
	cmp a.svg b.svg
	cmp a.png b.png
}

@test "st-plot: a single fall among many rows is drawn" {
	needs_gnuplot
	account 5000 >in
	awk -F, -v OFS=, 'NR == 3334 { $3 -= 1000 } NR == 3335 { $3 += 1000 } 1' in >fall
	st-plot -o a.svg in
	st-plot -o b.svg fall
	grep -q '>-1000<' b.svg
	! grep -q '>-1000<' a.svg
	[ "$(wc -c <b.svg)" -lt 400000 ]
}

@test "st-plot: one row, and no movement" {
	needs_gnuplot
	printf 'time,gross_percent,net_percent\n2020-01-01,,\n' >in
	prints_file /dev/null st-plot -o a.svg -o a.png in
	printf 'time,gross_percent,net_percent\n2020-01-01,0,0\n2020-01-02,0,0\n' >in
	prints_file /dev/null st-plot -o a.svg in
}

@test "st-plot: the SVG is well-formed: a path for each curve, no size, no id, nothing to load, few colours" {
	needs_gnuplot
	account 5000 >in
	st-plot -o a.svg in
	xmllint --noout a.svg
	grep -q '^<svg .* viewBox="0 0 960 640" ' a.svg
	# a sample in the key is of one stretch
	for colour in 'stroke="#9db7d5"' 'stroke="#1f4e79"' 'fill="#e3b7b1"' 'stroke="#a33b2e"'; do
		[ "$(grep "$colour" a.svg | grep -c 'd="[^"]*l')" = 1 ] || fail "not one path of $colour"
	done
	! grep -qE ' (id|href|xlink:href|style|width="[0-9]+")=|<(script|image|use|style|defs|a) ' a.svg
	[ "$(grep -o '#[0-9a-f]*"' a.svg | sort -u | wc -l)" -lt 12 ]
	[ "$(wc -c <a.svg)" -lt 60000 ]
}

@test "st-plot: in characters, the same at any terminal's width that is given" {
	account 300 >in
	st-plot --text in >want
	[ "$(sed -n '1p;3p' want)" = "$(printf '%s\n' 'Portfolio: equity curve and drawdown' '% of capital')" ]
	grep -q ' net of costs$' want
	[ "$(LC_ALL=C.UTF-8 wc -L <want)" = 80 ]
	prints_file want st-plot --text --width=80 in
	COLUMNS=80 prints_file want st-plot -t <in
	COLUMNS=x prints_file want st-plot -t in
	COLUMNS=40 st-plot -t in >narrow
	! cmp -s narrow want
	prints_file narrow st-plot --text --width=1 in
	dies_like "st-plot: cannot write 'stdout': .*" bash -c 'st-plot --text in >/dev/full'
	st-plot --text in | head -n 1 >/dev/null
}

@test "st-plot: in characters as wide as the terminal, beside a picture" {
	needs_gnuplot
	terminal
	account 300 >in
	st-plot --text --width=60 in >want
	script -qec 'stty cols 60; st-plot --text -o a.svg in' /dev/null </dev/null | tr -d '\r' >got
	diff want got
	[ -s a.svg ]
}

# folder: a backtest of two markets.
folder() {
	st-synth --seed=1 --instruments=2 --years=3 -o data
	st-fetch list --data=data | awk -f "$ROOT/bench/system.awk" >system.yaml
	"$ROOT/pipelines/backtest" system.yaml -d data -o run --no-plot -q
}

@test "st-plot: figures of a backtest's folder by name, as pictures and in characters" {
	needs_gnuplot
	folder
	prints_file /dev/null st-plot -f exposure -o a.svg -o a.png run
	grep -q '<title>Exposure</title>' a.svg
	st-plot -i EQ_NORTH -f history.EQ_NORTH --text run >one
	[ "$(sed -n '1p;3p' one)" = "$(printf '%s\n' EQ_NORTH price)" ]
	st-plot --text run >all
	for title in 'Equity curve and drawdown' 'Daily returns' 'By instrument' 'Exposure' BOND_LONG 'Correlation of instruments'; do
		grep -qx "$title" all || fail "no '$title'"
	done
	[ "$(LC_ALL=C.UTF-8 wc -L <all)" = 80 ]
	st-plot -o b.svg run
	grep -q '<title>Equity curve and drawdown</title>' b.svg
	dies_like "st-plot: run: no figure 'styles'; there are: equity risk .* instrument_correlation" st-plot --text -f styles run
	dies "st-plot: run: no instrument 'GOLD' was traded" st-plot --text -i GOLD run
	dies "st-plot: --figure and --instrument want a backtest's folder, not 'run/account.csv'" st-plot --text -f risk run/account.csv
}

@test "st-plot: what is wrong is named" {
	account 3 >in
	dies 'st-plot: where to? give --output=FILE.svg or .png, or --text' st-plot in
	dies 'st-plot: --width: a line has 1 to 10000 characters' st-plot --text --width=-1 in
	dies 'st-plot: --width: a line has 1 to 10000 characters' st-plot --text --width=0 in
	dies 'st-plot: a picture'"'"'s name ends in .svg or .png: "a.pdf"; see st-plot --help' st-plot -o a.pdf in
	dies "st-plot: cannot open 'none': No such file or directory" st-plot -o a.svg none
	sed 1q in >head
	dies 'st-plot: head: no rows to draw' st-plot -o a.svg head
	cut -d, -f1,2 in >less
	dies "st-plot: less:1: no column 'net_percent'" st-plot -o a.svg less
	{ cat in && tail -n 1 in; } >twice
	dies "st-plot: twice:5: column 'time': not a date after the one before: \"2000-01-03\"" st-plot -o a.svg twice
	[ ! -e a.svg ]
}

@test "st-plot: no gnuplot is an error that says what to install" {
	account 3 >in
	st=$(command -v st-plot)
	PATH=/nonexistent dies_quietly "$st" -o a.svg in
	[ ! -e a.svg ]
}

dies_quietly() {
	local status=0 message
	message=$("$@" 2>&1) || status=$?
	[ "$status" = 2 ] && [ "$message" = 'st-plot: no gnuplot here: install the package gnuplot-nox' ]
}

@test "st-plot: what can't be written leaves the old picture, and nothing else" {
	needs_gnuplot
	account 3 >in
	mkdir a.svg
	dies "st-plot: cannot open 'a.svg': Is a directory" st-plot -o a.svg in
	[ "$(echo a.svg*)" = a.svg ]
	dies "st-plot: cannot open 'no/a.svg': No such file or directory" st-plot -o no/a.svg in
}
