# pipelines/prices: calendars, multiple and adjusted prices out of contracts' prices, made again only as they change

load helper

synthetic=$ROOT/tests/golden/synthetic/data

prices() {
	"$ROOT/pipelines/prices" -d d -o o "$@"
}

# The invented markets that pysystemtrade has been run on, but for the dear ones.
setup() {
	cd "$BATS_TEST_TMPDIR" || return
	mkdir d
	cp -r "$synthetic/contract_prices_csv" "$synthetic/csvconfig" d
}

# Reference: a run of pysystemtrade on the same contracts (tests/golden/synthetic/README.md).
@test "calendars, multiple and adjusted prices are pysystemtrade's, byte for byte" {
	try prices -j2
	[ "$status" = 0 ] || fail "$(show err)"
	[ "$(cat o/warnings.txt)" = 'st-calendar: SYNCORN: no time with carry prices too in 8 of 8 rolls' ]
	[ "$(cat err)" = "$(cat o/warnings.txt; echo 'prices: 1 warning, see o/warnings.txt')" ]
	for kind in roll_calendars_csv multiple_prices_csv adjusted_prices_csv; do
		diff -r "$synthetic/$kind" o/$kind
	done
}

@test "a second run does nothing; what changes re-makes what depends on it" {
	prices 2>/dev/null
	before=$(ls -l --time-style=full-iso o/*/*.csv)
	prices
	[ "$before" = "$(ls -l --time-style=full-iso o/*/*.csv)" ]
	# a new day of one contract
	file=d/contract_prices_csv/SYNRATE_20130300.csv
	tail -n 1 $file | sed 's/^2012-12-31/2013-01-01/' >>$file
	prices
	[ "$(find o -name '*.csv' -newer $file | sort | tr '\n' ' ')" = \
		'o/adjusted_prices_csv/SYNRATE.csv o/multiple_prices_csv/SYNRATE.csv o/roll_calendars_csv/SYNRATE.csv ' ]
	# a contract that goes away
	touch mark
	rm $file
	prices
	[ "$(find o -name '*.csv' -newer mark | wc -l)" = 3 ]
	! grep -q 20130300 o/multiple_prices_csv/SYNRATE.csv
	# a calendar edited by hand
	sed -i '5d' o/roll_calendars_csv/SYNRATE.csv
	cp o/roll_calendars_csv/SYNRATE.csv mine
	touch mark
	prices
	cmp mine o/roll_calendars_csv/SYNRATE.csv
	[ "$(find o -name '*.csv' -newer mark | sort | tr '\n' ' ')" = \
		'o/adjusted_prices_csv/SYNRATE.csv o/multiple_prices_csv/SYNRATE.csv ' ]
}

@test "an instrument whose last contract has expired, and cannot be rolled out of, is told of" {
	rm d/contract_prices_csv/SYNRATE_2013*
	last=$(ls d/contract_prices_csv/SYNRATE_* | tail -n 1)
	sed -i '/^2012-0[89]/,$d' "$(ls d/contract_prices_csv/SYNRATE_* | tail -n 2 | head -n 1)"
	[ "$(tail -n 1 "$last")" != "$(grep '^2012-0[1-7]' "$last" | tail -n 1)" ]
	try prices SYNRATE
	[ "$status" = 0 ]
	[ "$(grep -c '^st-roll: SYNRATE: no price from 2012-[0-9-]* on, [0-9]* days: prices of 2012[0-9]*, the contract held, end on 2012-[0-9-]*; it is not rolled out of, as there is no contract after 2012[0-9]* to look ahead to$' err)" = 1 ] ||
		fail "$(show err)"
	grep -q SYNRATE o/warnings.txt
}

@test "one instrument alone, with a name that begins another's" {
	for f in d/contract_prices_csv/SYNRATE_*; do cp "$f" "${f/SYNRATE/SYNRATE_mini}"; done
	sed -n 's/^SYNRATE,/SYNRATE_mini,/p' d/csvconfig/rollconfig.csv >>d/csvconfig/rollconfig.csv
	prices SYNRATE SYNRATE_mini
	cmp o/multiple_prices_csv/SYNRATE.csv o/multiple_prices_csv/SYNRATE_mini.csv
	[ "$(ls o/adjusted_prices_csv | tr '\n' ' ')" = 'SYNRATE.csv SYNRATE_mini.csv ' ]
	touch mark d/contract_prices_csv/SYNRATE_mini_20130300.csv
	prices SYNRATE SYNRATE_mini
	[ "$(find o -name '*.csv' -newer mark | grep -c mini)" = "$(find o -name '*.csv' -newer mark | wc -l)" ]
}

@test "an instrument that fails leaves nothing behind, and the others are made with -k" {
	sed -i '/^SYNEQ,/d' d/csvconfig/rollconfig.csv
	try prices -k
	[ "$status" != 0 ]
	grep -qx "st-calendar: $PWD/d/csvconfig/rollconfig.csv: no roll parameters of 'SYNEQ'" err
	[ "$(ls o/adjusted_prices_csv | tr '\n' ' ')" = 'SYNCORN.csv SYNCRUDE.csv SYNRATE.csv SYNVOL.csv ' ]
	[ ! -e o/roll_calendars_csv/SYNEQ.csv ]
}

# bad KIND FILE: put something there that is no contract's prices, or not those in `sound`; false when it can't be done here.
bad() {
	case $1 in
	folder) mkdir "$2" ;;
	junk) head -c 3000 /dev/zero | tr '\0' '\377' >"$2" ;;
	zeros) head -c 3000 /dev/zero >"$2" ;;
	header) head -n 1 sound >"$2" ;;
	empty) : >"$2" ;;
	unsorted) { head -n 1 sound; tac sound | sed '$d'; } >"$2" ;;
	pipe) mkfifo "$2" ;;
	nowhere) ln -s nothing "$2" ;;
	secret) cp sound "$2"; chmod 0 "$2"; [ ! -r "$2" ] ;;
	esac
}

@test "a contract's file that cannot be read: the others are made, it is named, and again by the next run" {
	local kind made n
	prices -q 2>/dev/null
	made=$(ls o/*_csv | wc -l)
	file=d/contract_prices_csv/SYNVOL_20100600.csv
	cp "$file" sound
	for kind in folder junk zeros header empty unsorted pipe nowhere secret; do
		rm -rf o "$file"
		bad $kind "$file" || continue # root may read anything
		for n in 1 2; do
			try prices -j2 -q
			[ "$status" = 1 ] || fail "$kind: status $status" "$(show err)"
			[ "$(grep -c "^st-fetch: $PWD/$file:" err)" = 1 ] || fail "$kind:" "$(show err)"
			[ "$(grep -vc '^prices: 1 warning' err)" = 1 ] || fail "$kind:" "$(show err)"
			[ "$(ls o/*_csv | wc -l)" = $((made - 3)) ] || fail "$kind: $(ls o/*_csv)"
		done
	done
	# mended, and then broken again: what was made stays, and is told of
	rm -rf "$file"
	cp sound "$file"
	prices -q 2>/dev/null
	cp -r o whole
	echo junk >>"$file"
	for n in 1 2; do
		try prices -q
		[ "$status" = 1 ] && grep -q "^st-fetch: $PWD/$file:" err || fail "$(show err)"
		diff -r -x .prices whole o
	done
	# nothing else to be made
	try prices SYNVOL
	[ "$status" = 2 ]
}

@test "until when the last contract is held" {
	prices SYNRATE
	mv o plain
	prices SYNRATE --now '2010-06-30 00:00:00'
	[ "$(wc -l <o/multiple_prices_csv/SYNRATE.csv)" -lt "$(wc -l <plain/multiple_prices_csv/SYNRATE.csv)" ]
	# said otherwise, or no more, it is made again
	prices SYNRATE
	diff -r plain/multiple_prices_csv o/multiple_prices_csv
}

# A file's name is nobody's command, whatever a makefile or a shell would make of it.
@test "names with spaces, quotes and commands: of folders and of contracts" {
	prices SYNRATE
	mv o plain
	local contracts="it's \$(touch pwned) \`touch pwned\`; touch pwned | \"x\" {1} %" file
	mv d "$contracts"
	"$ROOT/pipelines/prices" -d "$contracts" -o "o \$u't \$(touch pwned)" SYNRATE
	diff -r plain/adjusted_prices_csv "o \$u't \$(touch pwned)/adjusted_prices_csv"
	mv "$contracts" d
	for code in '$(touch pwned)' '`touch pwned`' "'; touch pwned; '" '";touch pwned;"' '$(shell touch pwned)' \
		'A B' 'A%B' '-k' 'A:B' 'A;touch pwned' 'A`id>pwned`'; do
		file="d/contract_prices_csv/${code}_20200300.csv"
		cp d/contract_prices_csv/SYNRATE_20130300.csv "$file"
		dies "prices: not a name of an instrument: \"$code\"" prices
		dies "prices: not a name of an instrument: \"$code\"" prices -- "$code"
		# and is none of those that are named
		prices SYNRATE
		rm "$file"
		diff -r plain/adjusted_prices_csv o/adjusted_prices_csv
	done
	for file in 'SYNRATE_20200300;id>pwned;.csv' 'SYNRATE_20200300 $(touch pwned).csv' 'SYNRATE_20200300`touch pwned`.csv'; do
		cp d/contract_prices_csv/SYNRATE_20130300.csv "d/contract_prices_csv/$file"
		dies_like "st-fetch: .* contract_prices_csv/SYNRATE_20200300.*: not named CODE_CONTRACT.csv, .*" prices
		try prices SYNRATE
		[ "$status" = 2 ] || fail "$file: taken"
		rm "d/contract_prices_csv/$file"
	done
	[ -z "$(find . -name pwned)" ]
}

@test "what it wants" {
	try "$ROOT/pipelines/prices" -d d
	[ "$status" = 2 ] && grep -q '^usage: prices -d DATA -o OUT' err
	dies 'prices: -j wants a number of workers: "x"' prices -j x
	dies "prices: no contracts of 'NOPE' in 'd/contract_prices_csv'" prices NOPE
	dies "prices: no contracts of 'SYNRAT' in 'd/contract_prices_csv'; the nearest is 'SYNRATE'" prices SYNRATE SYNRAT
	dies 'prices: --now wants a time, as 2021-01-04: "yesterday"' prices --now yesterday
	dies "prices: no contracts in 'none/contract_prices_csv'" "$ROOT/pipelines/prices" -d none -o o
	rm d/contract_prices_csv/*
	dies "prices: no contracts in 'd/contract_prices_csv'" prices
	rm d/csvconfig/rollconfig.csv
	dies "prices: cannot read 'd/csvconfig/rollconfig.csv'" prices
}

@test "make -f prices.mk by itself is the same" {
	prices SYNRATE
	mkdir "a b"
	make -s -j2 -f "$ROOT/pipelines/prices.mk" DATA="$PWD/d" OUT="$PWD/a b" CODES=SYNRATE
	diff -r -x .prices o "a b"
	try make -s -f "$ROOT/pipelines/prices.mk" DATA=d
	[ "$status" = 2 ]
	grep -q 'usage: make -f prices.mk DATA=FOLDER OUT=FOLDER' err
	try make -s -f "$ROOT/pipelines/prices.mk" DATA=d OUT=n CODES='A;B'
	[ "$status" = 2 ]
	grep -qx 'prices: not a name of an instrument: "A;B"' err
}
