# pipelines/prices.mk: calendars, multiple and adjusted prices out of contracts' prices, made again only as they change

load helper

synthetic=$ROOT/tests/golden/synthetic/data

prices() {
	make -f "$ROOT/pipelines/prices.mk" DATA=d OUT=o "$@"
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
	[ "$(cat err)" = 'st-calendar: SYNCORN: no time with carry prices too in 8 of 8 rolls' ]
	for kind in roll_calendars_csv multiple_prices_csv adjusted_prices_csv; do
		diff -r "$synthetic/$kind" o/$kind
	done
}

@test "a second make does nothing; what changes re-makes what depends on it" {
	prices -s 2>/dev/null
	before=$(ls -l --time-style=full-iso o/*/*.csv)
	prices -s
	[ "$before" = "$(ls -l --time-style=full-iso o/*/*.csv)" ]
	# a new day of one contract
	file=d/contract_prices_csv/SYNRATE_20130300.csv
	tail -n 1 $file | sed 's/^2012-12-31/2013-01-01/' >>$file
	prices -s
	[ "$(find o -name '*.csv' -newer $file | sort | tr '\n' ' ')" = \
		'o/adjusted_prices_csv/SYNRATE.csv o/multiple_prices_csv/SYNRATE.csv o/roll_calendars_csv/SYNRATE.csv ' ]
	# a contract that goes away
	touch mark
	rm $file
	prices -s
	[ "$(find o -name '*.csv' -newer mark | wc -l)" = 3 ]
	! grep -q 20130300 o/multiple_prices_csv/SYNRATE.csv
	# a calendar edited by hand
	sed -i '5d' o/roll_calendars_csv/SYNRATE.csv
	cp o/roll_calendars_csv/SYNRATE.csv mine
	touch mark
	prices -s
	cmp mine o/roll_calendars_csv/SYNRATE.csv
	[ "$(find o -name '*.csv' -newer mark | sort | tr '\n' ' ')" = 'o/adjusted_prices_csv/SYNRATE.csv o/multiple_prices_csv/SYNRATE.csv ' ]
}

@test "one instrument alone, with a name that begins another's" {
	for f in d/contract_prices_csv/SYNRATE_*; do cp "$f" "${f/SYNRATE/SYNRATE_mini}"; done
	sed -n 's/^SYNRATE,/SYNRATE_mini,/p' d/csvconfig/rollconfig.csv >>d/csvconfig/rollconfig.csv
	prices -s CODES='SYNRATE SYNRATE_mini'
	cmp o/multiple_prices_csv/SYNRATE.csv o/multiple_prices_csv/SYNRATE_mini.csv
	[ "$(ls o/adjusted_prices_csv | tr '\n' ' ')" = 'SYNRATE.csv SYNRATE_mini.csv ' ]
	touch mark d/contract_prices_csv/SYNRATE_mini_20130300.csv
	prices -s CODES='SYNRATE SYNRATE_mini'
	[ "$(find o -name '*.csv' -newer mark | grep -c mini)" = "$(find o -name '*.csv' -newer mark | wc -l)" ]
}

@test "an instrument that fails leaves nothing behind, and the others are made with -k" {
	sed -i '/^SYNEQ,/d' d/csvconfig/rollconfig.csv
	try prices -s -k
	[ "$status" != 0 ]
	grep -qx "st-calendar: d/csvconfig/rollconfig.csv: no roll parameters of 'SYNEQ'" err
	[ "$(ls o/adjusted_prices_csv | tr '\n' ' ')" = 'SYNCORN.csv SYNCRUDE.csv SYNRATE.csv SYNVOL.csv ' ]
	[ ! -e o/roll_calendars_csv/SYNEQ.csv ]
}

@test "what it wants" {
	try make -f "$ROOT/pipelines/prices.mk"
	[ "$status" = 2 ]
	grep -q "usage: make -f prices.mk DATA=FOLDER OUT=FOLDER" err
	rm -r d/contract_prices_csv
	try prices
	[ "$status" = 2 ]
	grep -q "no contracts in 'd/contract_prices_csv'" err
}
