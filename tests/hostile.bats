# Every row filter on everything that can be wrong with an input, and the laws that all of them obey.
# Filters are found by their FILTER_MAIN; each needs a line in feeds.bash, or the first test fails.

load helper
load feeds

filters=$(cd "$ROOT" && grep -l '^FILTER_MAIN' tools/*/*.c | sed 's|.*/||; s|\.c$||')

# Exceptions, each with its reason.
declare -gA makes_rows=(
	[st-class]='a row a class and day'
	[st-cost]='a table at the end'
	[st-divmult]='a row only where a multiplier changes'
	[st-first]='few rows pass'
	[st-daily]='a row that stands for many has nothing to pass on'
	[st-pnl]='gross and costs are rows of their own'
	[st-risk]='a row a day'
	[st-returns]='a row a week'
	[st-rule-pnl]='gross and costs of each rule are rows of their own'
	[st-rule-weights]='a row only where a weight changes'
	[st-scalar]='a row only where a scalar changes'
	[st-weights]='a row only where a weight changes'
)
declare -gA other_order=(
	[st-merge]='puts rows in order of time'
)
declare -gA looks_ahead=(
	[st-adjust]='a roll shifts the prices before it'
	[st-class]='a table at the end, and how many instruments a class has'
	[st-cost]='a table at the end'
	[st-divmult]='correlations are of all weeks, periods counted back from the last'
	[st-merge]='a later row may be of an earlier day'
	[st-exposure]="today's cost, over history"
	[st-weights]='a later row may be of an earlier day'
	[st-pnl]='the costs of an instrument come when its rows are over'
	[st-returns]='the last week is not over'
	[st-rule-pnl]='costs have the turnover of all days in them'
	[st-rule-weights]='rule after rule, when all days are known'
)
declare -gA any_order=(
	[st-carry]='looks at one row alone'
	[st-scale]='looks at one row alone'
	[st-tee]='looks at nothing'
)
declare -gA any_columns=(
	[st-returns]='takes what forecasts there are'
	[st-rule-pnl]='takes what forecasts there are'
	[st-scalar]='takes what raw forecasts there are'
	[st-scale]='scales what raw forecasts there are'
	[st-tee]='reads none'
)
declare -gA first_only=(
	[st-first]="looks no further than an instrument's first value"
	[st-weights]="looks no further than an instrument's first value"
)
declare -gA rows_of_its_own=(
	[st-cost]='the figures of the whole portfolio'
)
declare -gA one_by_one=(
	[st-adjust]='holds an instrument until its last roll is known'
	[st-exposure]="holds an instrument until today's cost is known"
	[st-pnl]='holds an instrument until its costs are known'
	[st-returns]='reads the prices of an instrument beside its rows'
	[st-rule-pnl]='reads the prices of an instrument beside its rows'
)

# Run a case for every filter in a folder of its own that holds its input `in`; tell all that fail.
each() {
	local f bad=0
	for f in $filters; do
		[ -n "${feed_args[$f]+there}" ] || continue # told by the first test
		mkdir -p "$BATS_TEST_TMPDIR/$f" && cd "$BATS_TEST_TMPDIR/$f" || return
		feed_files
		feed_rows "$f" >in
		"$@" "$f" || { echo "--- $f: ${*}"; bad=1; }
	done
	return $bad
}

# The filter with its arguments.
run_filter() {
	"$1" ${feed_args[$1]} "${@:2}"
}

# The first column it reads as a number; empty when there is none.
number_column() {
	echo "${feed_columns[$1]%% *}"
}

# Put a text into column NAME of input line LINE.
spoil() {
	awk -F, -v OFS=, -v name="$1" -v line="$2" -v text="$3" '
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) c = i }
		NR == line { $c = text }
		{ print }' in
}

# It refuses the file bad, naming line LINE of it; what it wrote before is right.
refuses() {
	run_filter "$1" <in >good || return
	dies_like "$1: stdin:$2: .*" run_filter "$1" <bad && cmp -n "$(wc -c <out)" good out
}

@test "every filter has a feed" {
	local f bad=0
	for f in $filters; do
		[ -n "${feed_args[$f]+there}" ] || {
			echo "$f has no input to be tested with: add one to tests/feeds.bash"
			bad=1
		}
	done
	return $bad
}

works() {
	try run_filter "$1" <in
	[ "$status" = 0 ] && [ ! -s err ] && [ "$(wc -l <out)" -gt 1 ] || { fail "status $status" "$(show err)"; return; }
	[ -z "${other_order[$1]-}" ] || { sort in | cmp - <(sort out); return; }
	[ -n "${makes_rows[$1]-}" ] || cut -d, -f "1-$(head -n 1 in | tr , '\n' | wc -l)" out | cmp in -
}
@test "every filter takes its feed, and passes it on byte for byte" {
	each works
}

empty() {
	dies "$1: stdin: empty: not even a header" run_filter "$1" </dev/null
	[ ! -s out ] || fail "something on stdout"
}
@test "empty input is refused" {
	each empty
}

header_alone() {
	head -n 1 in >bad
	try run_filter "$1" <bad
	[ "$status" = 0 ] && [ ! -s err ] || { fail "status $status" "$(show err)"; return; }
	[ -n "${rows_of_its_own[$1]-}" ] || [ "$(wc -l <out)" = 1 ] || fail "$(show out)"
}
@test "a header alone gives a header alone" {
	each header_alone
}

ragged() {
	sed '5s/,[^,]*$//' in >bad
	refuses "$1" 5 || return
	sed '5s/$/,1/' in >bad
	refuses "$1" 5
}
@test "ragged rows are refused" {
	each ragged
}

non_number() {
	local c text line=7
	c=$(number_column "$1")
	[ -n "$c" ] || return 0
	[ -z "${first_only[$1]-}" ] || line=2
	for text in abc 1x nan inf 1e400 ' 1' 0x10; do
		spoil "$c" $line "$text" >bad
		run_filter "$1" <in >good || return
		dies "$1: stdin:$line: column '$c': not a number: \"$text\"" run_filter "$1" <bad || return
		cmp -n "$(wc -c <out)" good out || return
	done
}
@test "what isn't a number is refused by column and line" {
	each non_number
}

bytes_in_message() {
	local c
	c=$(number_column "$1")
	[ -n "$c" ] || return 0
	spoil "$c" 2 $'\033[31mred' >bad
	dies "$1: stdin:2: column '$c': not a number: \"?[31mred\"" run_filter "$1" <bad
}
@test "control bytes do not reach the terminal" {
	each bytes_in_message
}

missing_column() {
	local c
	[ -z "${any_columns[$1]-}" ] || return 0
	c=$(number_column "$1")
	[ -n "$c" ] || c=instrument
	sed "1s/\(^\|,\)$c\(,\|\$\)/\1nothing\2/" in >bad
	cmp -s in bad && fail "no column $c in the feed"
	try run_filter "$1" <bad
	[ "$status" = 2 ] && [ "$(wc -l <err)" = 1 ] && grep -q "^$1: .*'$c'" err && [ "$(wc -l <out)" -le 1 ] ||
		fail "status $status, without '$c'" "$(show err)" "$(show out)"
}
@test "a missing column is refused by name" {
	each missing_column
}

doubled_column() {
	sed '1s/note/instrument/' in >bad
	dies "$1: stdin:1: column 'instrument' twice" run_filter "$1" <bad
}
@test "two columns of one name are refused" {
	each doubled_column
}

same_output() {
	run_filter "$1" <in >good || return
	prints_file good run_filter "$1" <bad
}

crlf() {
	sed 's/$/\r/' in >bad
	same_output "$1"
}
@test "CRLF is taken, LF is written" {
	each crlf
}

bom() {
	{ printf '\357\273\277' && cat in; } >bad
	same_output "$1"
}
@test "a BOM is skipped" {
	each bom
}

no_last_newline() {
	head -c -1 in >bad
	same_output "$1"
}
@test "a last line without newline is a line" {
	each no_last_newline
}

from_a_file() {
	run_filter "$1" <in >good || return
	prints_file good run_filter "$1" in </dev/null || return
	prints_file good run_filter "$1" - <in || return
	dies "$1: cannot open 'nothing': No such file or directory" run_filter "$1" nothing || return
	dies "$1: one file at most: \"in\"; see $1 --help" run_filter "$1" in in
}
@test "input from a file, from '-', from a file that isn't there" {
	each from_a_file
}

# The output on bad, where makes_rows says so; else that bad stands in it whole.
passes_bad() {
	try run_filter "$1" <bad
	[ "$status" = 0 ] && [ ! -s err ] || { fail "status $status" "$(show err)"; return; }
	if [ -n "${makes_rows[$1]-}" ]; then
		run_filter "$1" <in | cmp - out
	else
		awk 'NR == FNR { field = field (NR > 1 ? "\n" : "") $0; next }
			{ all = all $0 "\n" }
			END { exit !index(all, field) }' field out || fail "the field did not pass"
	fi
}

quoted_newline() {
	printf '"a\nb, ""c"""' >field
	awk -F, -v OFS=, 'NR == 4 { $3 = "\"a\nb, \"\"c\"\"\"" } { print }' in >bad
	passes_bad "$1" || return
	sed '4s/,\(n[0-9]*\)/,"\1"/' in >bad
	printf '"%s"' "$(sed -n 4p in | cut -d, -f3)" >field
	grep -qf field bad && passes_bad "$1" || return
	# a quote moves the lines behind it
	[ -z "$(number_column "$1")" ] || [ -n "${first_only[$1]-}" ] || {
		spoil "$(number_column "$1")" 7 abc | awk -F, -v OFS=, 'NR == 4 { $3 = "\"a\nb\"" } { print }' >bad
		dies_like "$1: stdin:8: .*" run_filter "$1" <bad
	}
}
@test "a quoted newline in an untouched column passes" {
	each quoted_newline
}

bad_quotes() {
	awk -F, -v OFS=, 'NR == 4 { $3 = "\"open" } { print }' in >bad
	refuses "$1" 4 || return
	awk -F, -v OFS=, 'NR == 4 { $3 = "a\"b" } { print }' in >bad
	refuses "$1" 4
}
@test "quotes out of place are refused" {
	each bad_quotes
}

long_field() {
	head -c 1048576 /dev/zero | tr '\0' x >field
	awk -F, -v OFS=, 'NR == FNR { x = $0; next } FNR == 4 { $3 = x } { print }' field in >bad
	try run_filter "$1" <bad
	[ "$status" = 0 ] && [ ! -s err ] || { fail "status $status" "$(head -c 300 err)"; return; }
	if [ -n "${makes_rows[$1]-}" ]; then
		run_filter "$1" <in | cmp - out
	else
		[ "$(tr -dc x <out | wc -c)" -ge 1048576 ] || fail "the field did not pass"
	fi
}
@test "a field of 1 MB passes" {
	each long_field
}

full_disk() {
	dies "$1: cannot write 'stdout': No space left on device" eval "run_filter $1 <in >/dev/full"
}
@test "a full disk is an error" {
	each full_disk
}

closed_pipe() {
	local -a s
	feed_rows "$1" 3000 >in
	run_filter "$1" <in 2>err | head -n 1 >out
	s=("${PIPESTATUS[@]}")
	[ "${s[0]}" = 141 ] || [ "${s[0]}" = 0 ] || { fail "status ${s[0]}"; return; }
	[ ! -s err ] || fail "a message:" "$(show err)"
}
@test "a reader that leaves ends it silently" {
	each closed_pipe
	# also where the parent hands SIGPIPE on ignored
	(trap '' PIPE && each closed_pipe)
}

time_back() {
	[ -z "${any_order[$1]-}" ] || return 0
	local line=6
	[ -z "${feed_order[$1]-}" ] || line=7 # a day's last row
	awk -v line=$line 'NR == line { held = $0; next } { print } NR == line + 1 { print held }' in >bad
	head -n $line bad | run_filter "$1" >good || return
	dies_like "$1: stdin:$((line + 1)): column 'time': .*" run_filter "$1" <bad && cmp -n "$(wc -c <out)" good out
}
@test "time that goes back is refused" {
	each time_back
}

bad_time() {
	local text
	[ -z "${any_order[$1]-}" ] || return 0
	for text in '' x 20200106 2020-01-32 0000-01-06 2020-01-06junk '2020-01-06 ' '2020-01-06 99:99:99' '2020-01-06 23:00:60' '2020-01-06 23:0' \
		'2020-01-06 23:00:00.5' 2020-01-06T23:00:00 '2020-01-06 23:00:00+01:00'; do
		spoil time 4 "$text" >bad
		refuses "$1" 4 || return
	done
}
@test "a time that is none is refused" {
	each bad_time
}

no_instrument() {
	[ -z "${any_order[$1]-}" ] || return 0
	spoil instrument 4 '' >bad
	refuses "$1" 4
}
@test "a row without an instrument is refused" {
	each no_instrument
}

twice() {
	run_filter "$1" <in >good || return
	prints_file good run_filter "$1" <in
}
@test "two runs, the same bytes" {
	each twice
}

elsewhere() {
	run_filter "$1" <in >good || return
	prints_file good env "${abroad[@]}" "$1" ${feed_args[$1]} <in
}
@test "another locale and time zone, the same bytes" {
	abroad=(LOCPATH="$BATS_FILE_TMPDIR" LC_ALL=de_DE.UTF-8 TZ=America/New_York)
	localedef -i de_DE -f UTF-8 "$BATS_FILE_TMPDIR/de_DE.UTF-8" 2>/dev/null || true
	[ "$(env "${abroad[@]}" locale decimal_point 2>/dev/null)" = , ] ||
		echo "# no locale with a decimal comma to be had here: only the time zone is tested" >&3
	each elsewhere
}

# A day that is not over may yet change.
without_last_day() {
	awk -F, 'NR == FNR { last = $1; next } FNR == 1 || $1 != last' out out >kept
	mv kept out
}

prefix() {
	local k
	[ -z "${looks_ahead[$1]-}" ] || return 0
	run_filter "$1" <in >good || return
	for k in 1 2 13 41 60 61 75 121 179; do
		head -n $((k + 1)) in | run_filter "$1" >out || return
		[ -z "${feed_order[$1]-}" ] || without_last_day
		cmp -n "$(wc -c <out)" good out || { fail "of $k rows"; return; }
	done
}
@test "prefix law: what it said of the first rows stays as it is" {
	each prefix
}

day_by_day() {
	local how=instrument
	run_filter "$1" <in | sort >good || return
	feed_rows "$1" 60 time >bad
	if [ -n "${feed_order[$1]-}" ]; then
		feed_rows "$1" 60 instrument >bad
		dies_like "$1: stdin:62: column 'time': goes back; st-merge puts rows in order of time" run_filter "$1" <bad
		return
	fi
	if [ -n "${one_by_one[$1]-}" ]; then
		dies_like "$1: stdin:[0-9]+: the rows of 'GOLD' do not stand together" run_filter "$1" <bad
		return
	fi
	run_filter "$1" <bad | sort >out || return
	cmp good out
}
@test "rows day by day give what rows one instrument after another do" {
	each day_by_day
}

answers() {
	try "$1" --help
	[ "$status" = 0 ] && [ ! -s err ] && grep -q "^usage: $1 " out || { fail "--help" "$(show err)"; return; }
	try "$1" --version
	[ "$status" = 0 ] && [ ! -s err ] && grep -qE "^$1 \(st\) [0-9.]+$" out || { fail "--version" "$(show out)"; return; }
	dies "$1: no such option: \"--nope\"; see $1 --help" run_filter "$1" --nope <in || return
	dies "$1: cannot write 'stdout': No space left on device" eval "$1 --help >/dev/full"
}
@test "--help, --version and an option that isn't there" {
	each answers
}

chained() {
	run_filter "$1" <in >good || return
	prints_file good st-chain "$1" ${feed_args[$1]} <in || return
	# behind another filter, which has computed nothing but handed the cells on
	prints_file good st-chain st-tee --output=before then "$1" ${feed_args[$1]} <in
}
@test "in st-chain, the same bytes" {
	each chained
}

@test "a header of 200,000 columns is looked through once: no filter searches it for each of them" {
	awk 'BEGIN {
		printf "time,instrument,adjusted"
		for (i = 0; i < 200000; i++)
			printf ",raw.c%d", i
		print ""
	}' >wide
	echo '{"trading_rules":{},"forecast_cap":20}' >config
	timeout 20 st-vol wide >out
	timeout 20 st-tee -o copy wide >out
	cmp copy wide
	timeout 20 st-scale --config=config wide >out
	timeout 20 st-prefix wide wide
	sed 's/$/,raw.c77/' wide >twice
	dies "st-vol: twice:1: column 'raw.c77' twice" timeout 20 st-vol twice
	sed 's/raw.c77,/forecast.c78,/' wide >taken
	dies "st-scale: taken:1: there is already a column 'forecast.c78'" timeout 20 st-scale --config=config taken
}
