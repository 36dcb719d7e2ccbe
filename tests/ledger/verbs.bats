#!/usr/bin/env bats
# verbs.bats - what holds of every verb that reads the ledger, and of every one that changes it
#
# A verb that comes is a line of reading or changing, its noun a class of model.py. ST_VERBS is how many verbs are tried
# at random (200), ST_SEED which ones (1).

bats_require_minimum_version 1.5.0
load helper

reading() {
	cat <<-'END'
		st-capital list
		st-capital strategy list
		st-gate list
		st-halt list
		st-limit position list
		st-limit trade list
		st-lock list
		st-override list
		st-position breaks
		st-position history
		st-position list
	END
}

# Each changes something of what prepare makes.
changing() {
	cat <<-'END'
		st-capital erase everything --yes
		st-capital trim --since=2020-01-01 --yes
		st-halt
		st-halt set --strategy=fast --reduce-only --why=so
		st-limit position auto instruments.csv --capital=500000
		st-limit position remove --instrument=CORN
		st-limit position set 10 --instrument=GOLD
		st-limit trade auto instruments.csv --capital=500000
		st-limit trade remove --instrument=CORN
		st-limit trade reset --all --yes
		st-limit trade reset --instrument=CORN
		st-limit trade set 10 --instrument=GOLD
		st-lock add GOLD
		st-lock clear --yes
		st-lock remove CORN
		st-override clear --yes
		st-override set close --instrument=GOLD
		st-resume --all --yes
		st-resume --instrument=CORN --yes
	END
}

instruments() {
	printf 'instrument,annual_risk,exposure\nGOLD,12000,180000\n' >instruments.csv
}

prepare() {
	instruments
	st-capital init --broker=1000
	st-capital allocate slow
	st-halt --instrument=CORN
	st-limit position set 5 --instrument=CORN
	st-limit trade set 5 --instrument=CORN
	st-lock add CORN
	st-override set 0.5 --instrument=CORN
	export ST_NOW='2020-01-03 15:00:00'
}

# each LIST FUNCTION: the function with each line of the list; what fails is told by its line.
each() {
	while read -ra line; do
		"$2" "${line[@]}" || fail "${line[*]}" || return
	done < <($1)
}

all() {
	reading
	changing
}

@test "verbs: what is no ledger is refused by name, and left as it is" {
	instruments
	mkdir none empty foreign newer text folder
	: >empty/ledger.db
	sqlite3 foreign/ledger.db 'CREATE TABLE x(y)'
	cp desk/ledger.db newer/
	sqlite3 newer/ledger.db 'PRAGMA user_version = 99'
	echo 'time,price' >text/ledger.db
	mkdir folder/ledger.db
	refused() {
		dies_like "$1: no ledger 'none/ledger.db': .*" "$@" --home=none || return
		dies_like "$1: 'empty/ledger.db' is no ledger: it is empty.*" "$@" --home=empty || return
		dies_like "$1: 'foreign/ledger.db' is no ledger of st" "$@" --home=foreign || return
		dies_like "$1: 'newer/ledger.db' is of version 99, made by a newer st.*" "$@" --home=newer || return
		dies_like "$1: text/ledger.db: cannot be read: file is not a database .*" "$@" --home=text || return
		dies_like "$1: 'folder/ledger.db' is no ledger: no plain file" "$@" --home=folder || return
		dies_like "$1: which desk\? .*" env -u ST_HOME "$@" || return
		[ ! -s out ]
	}
	find none empty foreign newer text folder -name ledger.db -type f -exec cksum {} + >before
	each all refused
	find none empty foreign newer text folder -name ledger.db -type f -exec cksum {} + | cmp before -
}

@test "verbs: each that reads prints a record a line, or a header whatever there is" {
	one() { [ "$("$@" --csv | wc -l)" = 1 ] && [ ! -s <("$@") ]; }
	each reading one
	prepare
	parsed() { "$@" | jq -e . >parsed; [ "$("$@" | wc -l)" = "$("$@" --csv | sed 1d | wc -l)" ]; }
	each reading parsed
	[ "$(all | wc -l)" = 30 ]
}

@test "verbs: -n shows the events that there would be, and changes nothing" {
	prepare
	st-ledger dump --sealed >before
	shown() {
		try "$@" -n
		[ "$status" = 0 ] && [ ! -s err ] && jq -e '.what and .program and (has("hash") | not)' out >shown || return
		st-ledger dump --sealed | cmp before -
	}
	each changing shown
}

@test "verbs: each that changes something leaves an event of its name, time and writer, and at the same time again is told of" {
	prepare
	cp -r desk prepared
	leaves() {
		rm -rf desk && cp -r prepared desk || return
		before=$(st-journal list | wc -l)
		prints_file /dev/null "$@" || return
		local name=${1}
		case "$*" in
		"st-limit "* | "st-capital erase "*) name="$1 $2 $3" ;;
		st-halt*) name="$1 set" ;;
		st-resume*) ;;
		*) name="$1 $2" ;;
		esac
		st-journal list | sed "1,${before}d" | jq -e --arg name "$name" --arg time "$ST_NOW" '.program == $name and .time == $time' >told || return
		try "$@"
		[ "$status" = 1 ]
	}
	each changing leaves
}

@test "verbs: a time before the last event is refused, and so is one that is none" {
	prepare
	dies_both() {
		dies_like "$1: desk/ledger.db: --now is 2020-01-01 00:00:00, before the last event, .*" "$@" --now=2020-01-01 || return
		dies_like "$1: --now: not a time: \"noon\"" "$@" --now=noon
	}
	each changing dies_both
}

@test "verbs: a folder that nobody may write to can be read, and what changes something is refused" {
	[ "$(id -u)" != 0 ] || skip "root may write anywhere"
	prepare
	chmod 400 desk/*
	chmod 500 desk
	refused() { dies_like "$1: desk/ledger.db: .* \(see that this user may write to it and to its folder\)" "$@"; }
	each changing refused
	reads() { "$@" >read; }
	each reading reads
	[ "$(st-halt list | wc -l)" = 1 ]
	chmod 700 desk
	chmod 600 desk/*
}

@test "verbs: while another holds it, who reads reads what was, and who changes something waits in vain" {
	prepare
	sqlite3 desk/ledger.db <<-'END' &
		BEGIN IMMEDIATE;
		DELETE FROM halt;
		.shell touch begun; for i in $(seq 300); do [ -e tried ] && break; sleep 0.1; done
		ROLLBACK;
	END
	for _ in $(seq 100); do
		[ -e begun ] && break
		sleep 0.1
	done
	held() { dies_like "$1: desk/ledger.db: cannot be changed: database is locked \(another program writes to it.*" "$@" --wait=0.01; }
	each changing held
	reads() { "$@" --wait=0 >read; }
	each reading reads
	[ "$(st-halt list | wc -l)" = 1 ]
	touch tried
	wait
}

@test "verbs: two hundred at random do what a model of them does" {
	python3 "$ROOT/tests/ledger/model.py" "${ST_SEED:-1}" "${ST_VERBS:-200}"
}

@test "verbs: ten writers at once lose nothing, and nobody is told that the ledger is busy" {
	unset ST_NOW
	python3 "$ROOT/tests/ledger/model.py" "${ST_SEED:-1}" "$((${ST_VERBS:-200} / 10))" 10
	st-journal verify
	[ "$(st-journal list | jq .seq | sort -nu | wc -l)" = "$(st-journal list | tail -n 1 | jq .seq)" ]
}
