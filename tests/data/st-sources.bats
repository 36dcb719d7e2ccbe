# st-sources: which sources for which instruments today. What is allowed was compared with pysystemtrade's
# is_update_allowed on 300 random configs; the figures here are by its rules (spec data.md 5.1).

load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	# The example of pysystemtrade's docs/alternative_data_sources.md in our words.
	cat >c <<-'YAML'
		other: 1
		historical_data_sources:
		  IB:
		    func: "a.b.from_ib"
		    config:
		      schedule:
		        workdays:
		          exclude_instruments: ['AUD', 'BUND']
		          frequency: D
		          days: weekdays
		        wild:
		          include_instruments: ['VIX','V2X']
		          frequency: H
		          days: [0,1,2,3,4]
		        end:
		          frequency: ALL
		          days: weekend
		  vendor:
		    func: "a.b.from_csv"
		    config:
		      csv_datapath: /x
		      frequency: D
		  Archive:
		    enabled: False
	YAML
}

# sources COMMAND ...: its rows as words without the header.
sources() {
	try st-sources "$@"
	[ "$status" = 0 ] || { show err; return; }
	tail -n +2 out | tr '\n' ' '
}

# config LINE ...: of one source X, and what it allows on Wednesday 2021-12-01 for A and B.
config() {
	{ printf 'historical_data_sources:\n  X:\n    config:\n'; printf '      %s\n' "$@"; } >c
	sources --config=c --now=2021-12-01 A B
}

@test "by the day of the week, in the order of file, operands and frequencies" {
	prints "$(printf '%s\n' source,instrument,frequency IB,VIX,H IB,VIX,D vendor,BUND,D vendor,VIX,D)" st-sources --config=c --now=2021-12-03 BUND VIX
	[ "$(sources --config=c --now='2021-12-04 09:00' BUND)" = 'IB,BUND,H IB,BUND,D vendor,BUND,D ' ]
	[ "$(sources --config=c --now=2021-12-05 -f D --frequency=H BUND)" = 'IB,BUND,D IB,BUND,H vendor,BUND,D ' ]
	[ "$(sources --config=c --now=2021-12-06 -f H BUND AUD)" = '' ]
	st-sources --config=c --now=2021-12-03 BUND VIX | st-validate --schema=sources
}

@test "include, exclude and frequency: a name, a list, ALL, or nothing" {
	[ "$(config 'x: 1')" = 'X,A,H X,A,D X,B,H X,B,D ' ]
	[ "$(config 'include_instruments: A')" = 'X,A,H X,A,D ' ]
	[ "$(config 'include_instruments: [A, B]' 'exclude_instruments: A')" = 'X,B,H X,B,D ' ]
	[ "$(config 'include_instruments: ALL' 'frequency: [D, 15M]')" = 'X,A,D X,B,D ' ]
	[ "$(config 'exclude_instruments: ALL')" = '' ]
	[ "$(config 'frequency: 15M')" = '' ]
	[ "$(config 'include_instruments: []')" = '' ]
	[ "$(config 'include_instruments:' 'frequency: ALL')" = 'X,A,H X,A,D X,B,H X,B,D ' ]
}

@test "days: weekdays, weekday, weekend, ALL, a number, a list; any entry will do" {
	day() { config 'schedule:' "  one: {frequency: D, include_instruments: A, days: $1}"; }
	for d in weekdays weekday ALL 2 '[2]' '[0, 2, 6]'; do
		[ "$(day "$d")" = 'X,A,D ' ] || fail "$d"
	done
	for d in weekend 3 '[]' '[0, 1, 3]'; do
		[ "$(day "$d")" = '' ] || fail "$d"
	done
	[ "$(config 'frequency: H' 'schedule:' '  one: {days: 2, frequency: D}' '  two: {days: ALL, include_instruments: B}')" = 'X,A,D X,B,H X,B,D ' ]
}

@test "what is wrong with a config is told by its place" {
	wrong() {
		{ printf 'historical_data_sources:\n  X:\n'; printf '    %s\n' "${@:2}"; } >c
		dies "st-sources: $1" st-sources --config=c --now=2021-12-01 A
	}
	wrong "c:5: schedule 'one' has no days" 'config:' '  schedule:' '    one: {frequency: D}'
	wrong "c:5: days: not weekdays, weekend, ALL or numbers from 0 (Monday) to 6" 'config:' '  schedule:' '    one: {days: 7}'
	wrong "c:5: days: not weekdays, weekend, ALL or numbers from 0 (Monday) to 6" 'config:' '  schedule:' '    one: {days: Monday}'
	wrong "c:5: no such key of a schedule: 'exclude_instrument'; the nearest is 'exclude_instruments'" 'config:' '  schedule:' '    one: {days: 1, exclude_instrument: A}'
	wrong "c:4: schedule: not a mapping" 'config:' '  schedule: 1'
	wrong "c:4: frequency: not one of Y m W D B H 15M 5M M 10S S or ALL: \"daily\"" 'config:' '  frequency: daily'
	wrong "c:4: include_instruments: not a name or a list of names" 'config:' '  include_instruments: [1]'
	wrong "c:3: enabled: not true or false" 'enabled: perhaps'
	wrong "c:3: config: not a mapping" 'config: x'
	printf 'historical_data_sources: {X: 1}\n' >c
	dies "st-sources: c:1: X: not a mapping" st-sources --config=c A
	echo 'a: 1' >c
	dies "st-sources: c: no key 'historical_data_sources'" st-sources --config=c A
}

@test "usage" {
	dies 'st-sources: option --config is missing: ""; see st-sources --help' st-sources A
	dies 'st-sources: an INSTRUMENT is wanted: ""; see st-sources --help' st-sources --config=c
	dies 'st-sources: --now is not a time: "now"; see st-sources --help' st-sources --config=c --now=now A
	dies 'st-sources: --frequency is not one of Y m W D B H 15M 5M M 10S S: "daily"; see st-sources --help' st-sources --config=c -f daily A
	dies "st-sources: c:10: schedule 'workdays' is by the day of the week; --now says which it is" st-sources --config=c A
	[ -e /dev/full ] || skip "no /dev/full"
	run bash -c 'st-sources --config=c --now=2021-12-01 A >/dev/full'
	[ "$status" = 2 ] && [ "$output" = "st-sources: cannot write 'stdout': No space left on device" ]
}
