# st-report: what a browser makes of the page, and that its figures are those of the backtest's files

load ../helper

synthetic=$ROOT/tests/golden/synthetic

# Made once: a backtest with all that a report can show, and its page.
setup_file() {
	cd "$BATS_FILE_TMPDIR" || return
	"$ROOT/pipelines/backtest" "$ROOT/tests/golden/synthetic/config.json" -d "$ROOT/tests/golden/synthetic/data" \
		-o run --accounts --no-plot -q
	st-report run >page.html
}

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	run=$BATS_FILE_TMPDIR/run page=$BATS_FILE_TMPDIR/page.html
}

browser() {
	command -v chromium >/dev/null || skip "chromium is not installed"
	"$ROOT/tests/browser" "$@" >seen
}

# Of each picture: its title, and how many shapes it has that can be seen; of the page, how wide it is.
measure='({
	pictures: [...document.querySelectorAll("figure svg")].filter(svg => svg.parentNode.offsetParent).map(svg => ({
		title: svg.querySelector("title")?.textContent,
		large: svg.getBoundingClientRect().width >= 200 && svg.getBoundingClientRect().height >= 60,
		shapes: [...svg.querySelectorAll("path, polygon")].filter(s => { const b = s.getBBox(); return b.width + b.height > 0 }).length,
		texts: svg.querySelectorAll("text").length })),
	width: document.documentElement.scrollWidth,
	sections: [...document.querySelectorAll("nav a")].every(a => document.querySelector(a.hash)) })'

titles='Equity curve and drawdown
Volatility and Sharpe ratio
Gross returns and costs by year
Daily returns
Monthly returns
By asset class
By style
By instrument
By rule
Sharpe ratio against costs
Exposure
SYNVOL
SYNCRUDE
SYNEQ
Correlation of rules'\'' forecasts
Correlation of instruments'

# sound WIDTH: nothing went wrong, nothing was asked for, every picture stands there, nothing is wider than the page.
sound() {
	[ "$(jq -c '[.errors, .requests]' seen)" = '[[],[]]' ] || { fail "$(jq -c '[.errors, .requests]' seen)"; return; }
	diff <(echo "$titles" | sort) <(jq -r '.value.pictures[].title' seen | sort) || { fail "not these pictures"; return; }
	jq -e '.value.pictures | all(.large and .shapes >= 4 and .texts >= 3)' seen >/dev/null || { fail "$(jq -c .value.pictures seen)"; return; }
	jq -e --argjson w "$1" '.value.width <= $w and .value.sections' seen >/dev/null || fail "wider than $1: $(jq .value.width seen)"
}

@test "in a browser: every picture, no error, nothing asked for; on a telephone no wider than it" {
	browser --width 1280 --value "$measure" "$page"
	sound 1280
	browser --width 390 --value "$measure" "$page"
	sound 390
}

# What of the page, all of it unfolded, reaches beyond the screen, or must be scrolled to; what of a picture's text beyond the picture,
# or stands there shortened.
cut='(() => {
	document.querySelectorAll("details").forEach(d => d.open = true);
	const seen = e => e.getClientRects().length > 0;
	const beyond = (e, box) => { const r = e.getBoundingClientRect(); return r.left < box.left - 1 || r.right > box.right + 1 };
	const page = [...document.querySelectorAll("h1, h2, p, a, dt, dd, caption, th, td, figcaption, summary, pre")].filter(seen)
		.filter(e => beyond(e, { left: 0, right: innerWidth }) || e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display != "inline");
	const scrolled = [...document.querySelectorAll(".table")].filter(e => e.scrollWidth > e.clientWidth);
	const texts = [...document.querySelectorAll("figure svg")].filter(seen).flatMap(svg => [...svg.querySelectorAll("text")]
		.filter(t => beyond(t, svg.getBoundingClientRect()) || t.textContent.includes("…")));
	return [...page, ...scrolled, ...texts].map(e => e.tagName + " " + e.textContent.trim().slice(0, 40)) })()'

@test "nothing is cut off, neither on a telephone nor on a wide screen" {
	local width
	for width in 390 1280; do
		browser --width $width --value "$cut" "$page"
		[ "$(jq -c .value seen)" = '[]' ] || fail "$width: $(jq -c .value seen)"
	done
	# names of rules as wide as they come, and one that is too long for a heading
	sed 's/<td>carry/<td>relative_momentum_of_many_weeks_and_months_256_64/' "$page" >long.html
	browser --width 390 --value "$cut" long.html
	[ "$(jq -c .value seen)" = '[]' ] || fail "$(jq -c .value seen)"
	# the test sees what is cut
	sed 's/class="table cards"/class="table"/' "$page" >uncut.html
	browser --width 390 --value "$cut" uncut.html
	[ "$(jq '.value | length' seen)" -gt 10 ]
}

@test "a page with a script that fails, a request, or a picture less is found out" {
	sed 's#</body>#<script>nothing()</script></body>#; s#default-src .none.; ##' "$page" >script.html
	browser --value "$measure" script.html
	! sound 1280 >/dev/null
	[[ $(jq -r '.errors[0]' seen) == *"nothing is not defined"* ]]
	sed 's#</body>#<img src="http://example.org/x.png"></body>#' "$page" >request.html
	browser --value "$measure" request.html
	! sound 1280 >/dev/null
	sed '0,/<svg/s#<svg#<svg hidden style="display:none"#' "$page" >hidden.html
	browser --value "$measure" hidden.html
	! sound 1280 >/dev/null
	awk '/<svg/ && !gone { gone = skip = 1 } !skip; /<\/svg>/ { skip = 0 }' "$page" >less.html
	browser --value "$measure" less.html
	! sound 1280 >/dev/null
}

# The least contrast of a text in a picture with the page, but in those in which it stands on colours; how light the page is.
contrast='(() => {
	const parts = c => (c.match(/[\d.]+/g) || []).map(Number);
	const light = c => { const [r, g, b] = parts(c).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b };
	const paper = light(getComputedStyle(document.body).backgroundColor);
	const against = c => (Math.max(light(c), paper) + 0.05) / (Math.min(light(c), paper) + 0.05);
	const lines = [...document.querySelectorAll("figure svg")].filter(svg => !/^Correlation/.test(svg.querySelector("title").textContent));
	const texts = lines.flatMap(svg => [...svg.querySelectorAll("text")]).map(t => against(getComputedStyle(t).fill));
	return { paper, text: Math.min(...texts) } })()'

@test "text is legible on a light and on a dark screen, and printed" {
	browser --value "$contrast" "$page"
	jq -e '.value.paper > 0.9 and .value.text >= 4.5' seen || fail "$(cat seen)"
	browser --scheme dark --value "$contrast" "$page"
	jq -e '.value.paper < 0.05 and .value.text >= 4.5' seen || fail "$(cat seen)"
	browser --scheme dark --media print --value "$contrast" "$page"
	jq -e '.value.paper > 0.9 and .value.text >= 4.5' seen || fail "$(cat seen)"
}

# table HEADING: the rows of the table whose first column is headed so, as CSV without its head.
table() {
	awk -v head="<thead><tr><th>$1<th>" 'index($0, head) == 1 { on = 1; next } /<\/table>/ { on = 0 } on && /^<tr>/' "$page" |
		sed 's/<tr><td[^>]*>//; s/<td[^>]*>/,/g'
}

@test "returns by month are the sums of the account's days" {
	awk -F, 'NR > 1 && $7 != "" { y = substr($1, 1, 4); m = substr($1, 6, 2) + 0; sum[y, m] += $7; year[y] += $7; seen[y] }
		END { for (y in seen) { line = y; for (m = 1; m <= 12; m++) line = line "," ((y, m) in sum ? sprintf("%.1f", sum[y, m]) : "–")
			print line "," sprintf("%.1f", year[y]) } }' "$run/account.csv" | sed 's/-0\.0/0.0/g' | sort -r >want
	[ "$(wc -l <want)" = 8 ]
	table year | cut -d, -f1-14 | diff want -
}

@test "statistics are those of stats.csv, to the digits shown" {
	awk -F, '$1 == "portfolio" && $2 == "monthly" && $3 == "net" && $4 == "percent" && $5 == "sharpe" { printf "%.3f\n", $6 }' \
		"$run/stats.csv" >want
	table "" | sed -n 's/^Sharpe ratio,//p' | cut -d, -f3 | diff want -
	grep -o 'Sharpe ratio</dt><dd>[0-9.-]*' "$page" | sed 's/.*>//' >got
	awk -F, '$1 == "portfolio" && $2 == "daily" && $3 == "net" && $4 == "percent" && $5 == "sharpe" { printf "%.3f\n", $6 }' \
		"$run/stats.csv" | diff - got
}

@test "the headline figures add up as they are printed: gross and costs are net" {
	st-report --text "$run" | sed -nE 's/^  annual (mean|costs) +(-?[0-9.]+) % +(-?[0-9.]*).*/\1 \2 \3/p' >got
	[ "$(wc -l <got)" = 2 ]
	awk '$1 == "mean" { net = $2; gross = $3 } $1 == "costs" { costs = $2 } END { exit sprintf("%.2f", gross + costs) != net || costs >= 0 }' got ||
		fail "$(cat got)"
}

@test "value at risk and expected shortfall are of the account's days and months" {
	python3 - "$run/account.csv" <<-'PY' >want
		import csv, sys
		days = [(r["time"], float(r["net_percent"])) for r in csv.DictReader(open(sys.argv[1])) if r["net_percent"]]
		months = {}
		for day, x in days:
		    months[day[:7]] = months.get(day[:7], 0) + x
		def at_risk(x, share):
		    x = sorted(x)
		    at = share * (len(x) - 1)
		    return x[int(at)] + (x[int(at) + 1] - x[int(at)]) * (at - int(at))
		for name, x in ("daily", [x for _, x in days]), ("monthly", list(months.values())):
		    figures = [name]
		    for share, least in (0.05, 20), (0.01, 100):
		        var = at_risk(x, share)
		        tail = [v for v in x if v <= var]
		        figures += ["%.2f" % var, "%.2f" % (sum(tail) / len(tail))] if len(x) >= least else ["–", "–"]
		    print(",".join(figures + [str(len(x))]))
	PY
	table "net, %<th>VaR 95 %" | grep -v ^weekly | diff want -
	# the same two among the headline figures
	grep -o 'VaR, 95 %</dt><dd>[0-9.-]*' "$page" | sed 's/.*>//' | diff <(cut -d, -f2 want) -
}

# Reckoned here by Python: what both earned between the days that both have.
@test "beside a benchmark: statistics of both, correlation, beta and alpha, over the days of both alone" {
	# prices of every business day but each 7th, from a year into the account to a year before its end
	python3 - "$run/account.csv" <<-'PY'
		import csv, random, sys
		random.seed(5)
		days = [r["time"] for r in csv.DictReader(open(sys.argv[1])) if r["net_percent"]][256:-256]
		price, out = 100.0, ["DATETIME,PRICE"]
		for i, day in enumerate(days):
		    price *= 1 + random.gauss(0.0003, 0.01)
		    if i % 7:
		        out.append("%s 23:00:00,%r" % (day, price))
		open("index.csv", "w").write("\n".join(out) + "\n")
	PY
	st-report --text --width 10000 --benchmark=index.csv "$run" >text
	python3 - "$run/account.csv" <<-'PY' >want
		import csv, datetime, sys
		net = {r["time"]: float(r["net_percent"]) for r in csv.DictReader(open(sys.argv[1])) if r["net_percent"]}
		level = {r["DATETIME"][:10]: float(r["PRICE"]) for r in csv.DictReader(open("index.csv"))}
		common = sorted(set(net) & set(level))
		account, index = [], []
		for a, b in zip(common, common[1:]):
		    account.append(sum(x for d, x in net.items() if a < d <= b))
		    index.append(100 * (level[b] / level[a] - 1))
		first, last = (datetime.date.fromisoformat(common[i]) for i in (0, -1))
		days = sum((first + datetime.timedelta(i)).weekday() < 5 for i in range((last - first).days + 1))
		mean = lambda x: sum(x) / len(x)
		cov = lambda x, y: sum((a - mean(x)) * (b - mean(y)) for a, b in zip(x, y)) / (len(x) - 1)
		year = lambda x: sum(x) * 256 / days
		sd = lambda x: cov(x, x) ** 0.5 * 16
		beta = cov(account, index) / cov(index, index)
		print("days", len(account), common[0], common[-1])
		print("correlation %.2f" % (cov(account, index) / (cov(account, account) * cov(index, index)) ** 0.5))
		print("beta %.2f" % beta)
		print("annual alpha %.2f %%" % (year(account) - beta * year(index)))
		print("annual mean, %% %.2f %.2f" % (year(account), year(index)))
		print("annual standard deviation, %% %.2f %.2f" % (sd(account), sd(index)))
		print("Sharpe ratio %.3f %.3f" % (year(account) / sd(account), year(index) / sd(index)))
	PY
	sed -n '/^Beside a benchmark$/,/^Returns$/p' text | sed 's/  */ /g; s/^ //' >section
	{
		sed -n 's/.*over the \([0-9]*\) days from \([0-9-]*\) to \([0-9-]*\) on which both have a return.*/days \1 \2 \3/p' section
		sed -nE 's/^((correlation|beta|annual alpha) [-0-9.]+( %)?).*/\1/p; t; /^(annual|Sharpe)/p' section
	} | diff want -
	grep -q ' net *index$' text
}

@test "the benchmark is in the equity figure, in the contents, and nothing of it is cut off" {
	cp "$run/account.csv" a-benchmark-of-a-rather-long-name.csv
	st-report --benchmark=a-benchmark-of-a-rather-long-name.csv "$run" >both.html
	grep -q '<a href="#benchmark">' both.html
	! grep -q '#benchmark' "$page"
	[ "$(grep -c '>benchmark</' both.html)" -ge 2 ]
	for width in 390 1280; do
		browser --width $width --value "$cut" both.html
		[ "$(jq -c .value seen)" = '[]' ] || fail "$width: $(jq -c .value seen)"
	done
	# the account beside itself
	st-report --text --benchmark="$run/account.csv" "$run" | grep -E '^  (correlation|beta|annual alpha) ' | tr -s ' ' | cut -d' ' -f1-4 >got
	printf '%s\n' ' correlation 1.00 of' ' beta 1.00 account' ' annual alpha 0.00' | diff - got
}

@test "a benchmark that is none is refused in a line" {
	local from to
	from=$(awk -F, 'NR > 1 && $5 != "" { print $1; exit }' "$run/account.csv")
	to=$(awk -F, '$7 != "" { day = $1 } END { print day }' "$run/account.csv")
	beside() {
		printf "$1" >b.csv
		dies "st-report: b.csv$2" st-report --text --benchmark=b.csv "$run"
		[ ! -s out ]
	}
	local few=": returns on fewer than two days of the account, which are $from to $to"
	beside '' ': empty: not even a header'
	beside 'time,price\n' "$few"
	beside "time,price\n$to,1\n" "$few"
	beside 'time,price\n1950-01-02,1\n1950-01-03,1\n1950-01-04,1\n' "$few"
	beside 'time,price\n2015-01-06,1\n2015-01-05,1\n' ":3: column 'time': not later than the row before: \"2015-01-05\""
	beside 'time,price\n2015-01-05,1\n2015-01-06,one\n' ":3: column 'price': not a number: \"one\""
	beside 'time,price\n2015-01-05,0\n' ":2: column 'price': a level that is not above 0: \"0\""
	beside 'time,return\n2015-01-05,nan\n' ":2: column 'return': not a number: \"nan\""
	beside 'time,price\nyesterday,1\n' ":2: column 'time': not a time: \"yesterday\""
	beside 'time,price\n2015-01-05,1,2\n' ":2: 3 fields where the header has 2"
	beside 'time,value\n2015-01-05,1\n' \
		":1: no column of returns (return, return_percent, net_percent) and none of prices (price, close, adj close, adjusted, level)"
	awk -F, 'NR == 1 || $1 ~ /-0[1-9]$/' "$run/account.csv" >b.csv
	dies_like 'st-report: b.csv: not daily: on [0-9]+ of [0-9]+ business days it and the account have a return' \
		st-report --text --benchmark=b.csv "$run"
	dies "st-report: cannot open 'none.csv': No such file or directory" st-report --benchmark=none.csv "$run"
	dies "st-report: cannot read '.': Is a directory" st-report --benchmark=. "$run"
}

@test "an instrument's Sharpe ratio is that of stats.csv" {
	awk -F, '$2 == "daily" && $3 == "net" && $4 == "percent" && $5 == "sharpe" && $1 != "portfolio" { printf "%s,%.2f\n", $1, $6 }' \
		"$run/stats.csv" | sort >want
	[ "$(wc -l <want)" = 5 ]
	table instrument | awk -F, 'NF == 5 { print $1 "," $5 }' | sort | diff want -
}

@test "what instruments gave adds up to the account" {
	table instrument | sed '/,.*,.*,.*,.*,/d' | awk -F, '{ gross += $2; costs += $3; net += $4 } END { print gross, costs, net }' >sums
	# Six instruments rounded to 0.01; costs before an instrument's first day are in the sum and in no statistic.
	awk -F, 'NR == FNR { split($0, s, " "); next } $1 == "portfolio" && $2 == "daily" && $4 == "percent" && $5 == "ann_mean" {
		d = $6 - s[$3 == "gross" ? 1 : $3 == "costs" ? 2 : 3]; n++; if (d * d > 0.03 ^ 2) print $3, d }
		END { if (n != 3) print "no statistics" }' sums "$run/stats.csv" >wrong
	[ ! -s wrong ] || fail "$(cat wrong)"
}

@test "the data's checksums hold" {
	sed -n '/<summary>Checksums/,/<\/details>/p' "$page" | sed 's/.*<pre>//; /^</d' >sums
	[ "$(wc -l <sums)" = 14 ]
	(cd "$synthetic/data" && sha256sum --quiet --strict -c "$OLDPWD/sums")
	# The one over all is of this list.
	grep -qF "$(sha256sum <sums | cut -d' ' -f1)" "$page"
}

@test "the same backtest gives the same bytes, wherever and whenever" {
	TZ=Asia/Tokyo COLUMNS=40 LC_ALL=C.UTF-8 st-report "$run" | cmp - "$page"
	mkdir elsewhere && cp -r "$run" elsewhere/run
	(cd elsewhere && st-report run/) | cmp - "$page"
}

@test "names and titles are text, whatever they are" {
	cp -r "$run" evil
	sed -i 's/SYNEQ/<b>S\&N/g' evil/*.csv evil/accounts/*.csv evil/work/*.csv evil/config.json
	st-report --title='<script>alert(1)</script>' -i '<b>S&N' evil >page.html
	! grep -q '<b>\|<script' page.html
	grep -qF '<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>' page.html
	browser --value 'document.querySelectorAll("b, script").length' page.html
	[ "$(jq -c '[.errors, .requests, .value]' seen)" = '[[],[],0]' ]
	# What would move a terminal's cursor is a question mark.
	st-report --text --title=$'a\e[2Jb\nc' evil >text
	[ "$(head -n 1 text)" = 'a?[2Jb?c' ]
}

@test "as text: the same tables in line, the same figures, no gnuplot wanted" {
	PATH=$ST_BIN:/nowhere st-report --text "$run" >text
	for title in $'Returns\n-------' $'Costs and trading\n-----------------' 'Equity curve and drawdown' 'Correlation of instruments'; do
		grep -qzF "$title" text || fail "no $title"
	done
	# A row of each table is the page's.
	sed 's/^ *//; s/ *$//; s/  */ /g' text >squeezed
	for head in year instrument asset\ class rule "the last"; do
		grep -qxF -e "$(table "$head" | sed -n 2p | tr , ' ')" squeezed || fail "no row '$(table "$head" | sed -n 2p)'"
	done
	[ "$(sed -n '/^  instrument  gross/,/^$/p' text | awk 'NF { print length }' | sort -u | wc -l)" = 1 ]
	COLUMNS=60 st-report --text "$run" | sed -n '/^% of capital$/,/^$/p' >narrow
	[ "$(LC_ALL=C.UTF-8 wc -L <narrow)" -le 60 ]
	dies 'st-report: --width: a line has 1 to 10000 characters' st-report --text --width=-1 "$run"
	dies 'st-report: --width: a line has 1 to 10000 characters' st-report --text --width=0 "$run"
}

@test "no control character of a name gets into the page" {
	cp -r "$run" own
	sed -i $'s/Commod/C\302\23331mo\033[31mm\\&m/' own/work/instruments.csv
	st-report own >page.html
	grep -q 'C??31mo?\[31mm&amp;m' page.html
	! LC_ALL=C grep -q -P '\xc2[\x80-\x9f]|[\x00-\x08\x0b-\x1f\x7f]' page.html
}

@test "a hundred instruments are less than 2 MB" {
	st-synth --seed=1 --instruments=100 --years=2 -o data
	st-fetch list --data=data | awk -f "$ROOT/bench/system.awk" >system.yaml
	"$ROOT/pipelines/backtest" system.yaml -d data -o many --no-plot -q
	st-report many >page.html
	[ "$(wc -c <page.html)" -lt 2000000 ]
	grep -q '<title>Correlation of instruments</title>' page.html
	grep -q 'run the backtest with --accounts' page.html
}

@test "what is missing or wrong is named, and nothing of a page printed" {
	dies_like "st-report: cannot read config 'nowhere/config.json': .*" st-report nowhere
	dies "st-report: $run: no instrument 'GOLD' was traded" st-report -i GOLD "$run"
	[ ! -s out ]
	cp -r "$run" broken
	sed -i '500s/,[^,]*$/,x/' broken/rows.csv
	dies_like 'st-report: broken/rows.csv:500: column .traded.: .*"x"' st-report broken
	[ ! -s out ]
	head -n 1 "$run/account.csv" >broken/account.csv
	dies "st-report: broken/account.csv: the account has no returns" st-report broken
	dies "st-report: no gnuplot here: install the package gnuplot-nox" env PATH=/nowhere "$ST_BIN/st-report" "$run"
	dies_like 'st-report: .*No space left on device' bash -c 'st-report "$1" >/dev/full' bash "$run"
	bash -c 'st-report "$1" | head -n 3' bash "$run" >three
	[ "$(wc -l <three)" = 3 ]
}

@test "data that cannot be read any more, or has changed, is warned of and marked" {
	st-synth --seed=3 --instruments=2 --years=2 -o data
	printf 'trading_rules: {slow: {function: carry, data: rawdata.raw_carry, forecast_scalar: 30}}\ninstrument_weights: {BOND_LONG: 0.5, EQ_NORTH: 0.5}\n' >system.yaml
	"$ROOT/pipelines/backtest" system.yaml -d data -o own -q --no-plot
	try st-report own
	[ "$status" = 0 ] && [ ! -s err ] || fail "$(show err)"
	rm data/adjusted_prices_csv/EQ_NORTH.csv data/multiple_prices_csv/EQ_NORTH.csv
	echo >>data/multiple_prices_csv/BOND_LONG.csv
	try st-report own
	[ "$status" = 0 ] && grep -q 'cannot be read any more *adjusted_prices_csv/EQ_NORTH.csv' out
	diff - err <<-'END'
		st-report: adjusted_prices_csv/EQ_NORTH.csv and 1 more: cannot be read any more, so the page has no checksum
		st-report: multiple_prices_csv/BOND_LONG.csv: has changed since the run
	END
	# unreadable is as lost
	mkdir data/adjusted_prices_csv/EQ_NORTH.csv data/multiple_prices_csv/EQ_NORTH.csv
	try st-report --text own
	[ "$(grep -c 'cannot be read any more' err)" = 1 ] || fail "$(show err)"
}
