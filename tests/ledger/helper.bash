# helper.bash - what the bats files of the ledger load: a desk of one's own, and what must hold of it after every test
load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	mkdir desk
	export ST_HOME=desk ST_NOW='2020-01-03 14:00:00'
	st-ledger init
}

# Whatever a test did: the ledger holds together, and its events alone give it again, byte for byte.
teardown() {
	[ -s desk/ledger.db ] && [ -z "${broken:-}" ] || return 0
	unset ST_NOW
	st-ledger check --home=desk >checked || { grep ',0,' checked; return 1; }
	mkdir again
	st-journal export --home=desk | st-journal replay --home=again || return
	st-ledger dump --home=desk >dumped
	st-ledger dump --home=again | cmp dumped -
}

# sql TEXT: change the ledger behind st's back.
sql() {
	broken=1
	sqlite3 desk/ledger.db "$1"
}

# One instrument, one order of TRADE, spawned.
spawned() {
	[ -d data ] || { mkdir data && st-synth --instruments=1 --years=1 --output=data; }
	printf '{"strategy":"a","instrument":"EQ_NORTH","trade":%d,"reference_price":1000,"reference_contract":"20010300"}\n' "$1" | st-stack put >put
	st-spawn --data=data
}
