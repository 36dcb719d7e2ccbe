# st-update: what goes into a file of prices, what is a spike, and that nothing is ever lost

load ../helper

# rows LINE ...: lines of text.
rows() {
	printf '%s\n' "$@"
}

# days N FIRST-VALUE JUMP: closing prices on N business days from 2020-01-01 on that go up and down by 1, and one that jumps.
days() {
	awk -v n="$1" -v jump="$2" 'BEGIN {
		day = 18262; x = 100
		print "DATETIME,PRICE" >"old"; print "DATETIME,PRICE" >"new"
		for (i = 0; i <= n; i++) {
			last = i % 2 ? 101 : 100
			if (i == n) last = x + jump
			print strftime("%Y-%m-%d 23:00:00", day * 86400, 1) "," last >(i < n ? "old" : "new")
			x = last; day++
			while ((day + 3) % 7 > 4) day++
		}
	}'
}

# says WANT COMMAND ...: it ends well, nothing on stdout, exactly WANT on stderr.
says() {
	try "${@:2}"
	[ "$status" = 0 ] && [ ! -s out ] && [ "$(cat err)" = "$1" ] || fail "${*:2}: status $status" "$(show out)" "$(show err)"
}

contract() {
	echo DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME
	printf '%s\n' "$@"
}

# ---- newer rows ----

# spec data.md 5.2, run in pysystemtrade
@test "rows later than the last go in, sorted, the first of equal stamps; existing rows stay" {
	rows DATETIME,PRICE '2021-01-04 23:00:00,1.0' '2021-01-05 23:00:00,1.1' >f
	rows DATETIME,PRICE '2021-01-05 22:00:00,1.05' '2021-01-05 23:00:00,9' '2021-01-06 10:00:00,1.2' '2021-01-06 09:00:00,1.3' \
		'2021-01-06 10:00:00,1.4' >new
	says 'st-update: f: 2 rows added; left out: 2 not new, 1 repeated' st-update f <new
	diff f - <<-'CSV'
		DATETIME,PRICE
		2021-01-04 23:00:00,1.0
		2021-01-05 23:00:00,1.1
		2021-01-06 09:00:00,1.3
		2021-01-06 10:00:00,1.2
	CSV
}

@test "a second time nothing changes, not even the file" {
	contract '2021-01-04 23:00:00,1,2,0.5,1.5,100' >f
	contract '2021-01-05 23:00:00,1,2,0.5,1.25,7' '2021-01-06 23:00:00,,,,,' >new
	says '' st-update f <new
	cp f once
	before=$(stat -c '%i %y' f)
	says 'st-update: f: 0 rows added; left out: 2 not new' st-update f <new
	cmp f once
	[ "$(stat -c '%i %y' f)" = "$before" ]
	[ "$(wc -l <f)" = 4 ]
}

@test "the text of existing rows is kept byte for byte, strange as it may be" {
	printf 'DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME\r\n2021-01-04T23:00:00,1e0,"2",+0.50,1.5000,007\r\n2021-01-05,,,,,' >f
	printf 'VOLUME,FINAL,DATETIME,LOW,HIGH,"OPEN"\n3,1.25,"2021-01-06 01:00:00+02:00",.5,2,1\n' >new
	says '' st-update f <new
	printf 'DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME\r\n2021-01-04T23:00:00,1e0,"2",+0.50,1.5000,007\r\n2021-01-05,,,,,\r\n2021-01-05 23:00:00,1,2,.5,1.25,3\r\n' >want
	cmp f want
}

@test "a file that is not there is made, its first row too" {
	contract '2021-01-05 23:00:00,1,2,0.5,1.5,3' '2021-01-04 23:00:00,1,2,0.5,1.25,3' '2021-01-05 23:00:00,9,9,9,9,9' >new
	says 'st-update: GOLD_20210600.csv: 2 rows added; left out: 1 repeated' st-update GOLD_20210600.csv <new
	contract '2021-01-04 23:00:00,1,2,0.5,1.25,3' '2021-01-05 23:00:00,1,2,0.5,1.5,3' | diff GOLD_20210600.csv -
	head -n 1 new >header
	says '' st-update none.csv <header
	[ ! -e none.csv ]
}

@test "--now, --drop-zero and --drop-untraded leave rows out and count them" {
	contract '2021-01-04 22:00:00,0,0,0,0,0' '2021-01-04 22:30:00,0,0,0,0.0,4' '2021-01-04 22:45:00,1,1,1,1,0' '2021-01-04 22:50:00,1,1,1,1,' \
		'2021-01-04 23:00:00,1,1,1,1,1' '2021-01-05 23:00:00,1,1,1,1,1' >new
	says 'st-update: a: 4 rows added; left out: 1 not before --now, 1 without price and volume' \
		st-update --drop-zero --now='2021-01-05 23:00:00' a <new
	contract '2021-01-04 22:30:00,0,0,0,0.0,4' '2021-01-04 22:45:00,1,1,1,1,0' '2021-01-04 22:50:00,1,1,1,1,' '2021-01-04 23:00:00,1,1,1,1,1' | diff a -
	says 'st-update: b: 3 rows added; left out: 3 untraded' st-update --drop-untraded b <new
	cut -d, -f1 b | tr '\n' ' ' | grep -qx 'DATETIME 2021-01-04 22:30:00 2021-01-04 23:00:00 2021-01-05 23:00:00 '
	says '' st-update -q --drop-untraded c <new
	says 'st-update: c: 0 rows added; left out: 3 not new, 3 untraded' st-update -v --drop-untraded c <new
}

# pysystemtrade's stamps of daily bars, spec data.md 0.1: midnight is 23:00, any other time stays.
@test "--close stamps dates and midnights with 23:00, before anything else looks at them" {
	rows DATETIME,PRICE '2021-01-04 23:00:00,1.0' >f
	rows DATETIME,PRICE 2021-01-04,9 2021-01-05,1.1 '2021-01-06 00:00:00,1.2' '2021-01-06 00:00:01,1.3' 2021-01-07,1.4 >new
	says 'st-update: f: 3 rows added; left out: 1 not new, 1 not before --now' st-update --close --now='2021-01-07 23:00:00' f <new
	diff f - <<-'CSV'
		DATETIME,PRICE
		2021-01-04 23:00:00,1.0
		2021-01-05 23:00:00,1.1
		2021-01-06 00:00:01,1.3
		2021-01-06 23:00:00,1.2
	CSV
}

# ---- full merge ----

# The values are pysystemtrade's full_merge_of_existing_data of the same two frames; the added row of --overwrite is
# a fix (spec data.md 10.17), --no-add is what it does.
@test "--full fills in and adds, --overwrite lets the new value win, --no-add adds nothing" {
	rows DATETIME,OPEN,FINAL '2021-01-04 23:00:00,1.50,' '2021-01-06 23:00:00,,2.0' >f
	rows DATETIME,FINAL,OPEN '2021-01-04 23:00:00,1.25,9' '2021-01-05 23:00:00,1.75,4' '2021-01-06 23:00:00,2.5,' >new
	cp f g && cp f h && cp f i
	says 'st-update: f: 1 row added, 1 changed; left out: 1 not new' st-update --full f <new
	rows DATETIME,OPEN,FINAL '2021-01-04 23:00:00,1.50,1.25' '2021-01-05 23:00:00,4,1.75' '2021-01-06 23:00:00,,2.0' >want
	says 'st-update: g: 1 row added, 2 changed' st-update -v --overwrite g <new
	diff g - <<-'CSV'
		DATETIME,OPEN,FINAL
		2021-01-04 23:00:00,9,1.25
		2021-01-05 23:00:00,4,1.75
		2021-01-06 23:00:00,,2.5
	CSV
	says 'st-update: h: 0 rows added, 2 changed; left out: 1 not new' st-update --overwrite --no-add h <new
	grep -v 2021-01-05 g | diff h -
	says 'st-update: i: 0 rows added, 1 changed; left out: 2 not new' st-update --full --no-add i <new
	grep -v 2021-01-05 want | diff i -
}

# pysystemtrade copies the whole old table into the column (spec data.md 10.17); ours keeps the column.
@test "--full with a column that new rows lack keeps it" {
	rows DATETIME,OPEN,FINAL '2021-01-04 23:00:00,1.5,' '2021-01-06 23:00:00,3,2' >f
	rows DATETIME,FINAL '2021-01-04 23:00:00,1.25' '2021-01-05 23:00:00,1.75' >new
	says '' st-update --full f <new
	diff f - <<-'CSV'
		DATETIME,OPEN,FINAL
		2021-01-04 23:00:00,1.5,1.25
		2021-01-05 23:00:00,,1.75
		2021-01-06 23:00:00,3,2
	CSV
	dies "st-update: stdin:1: no column 'OPEN'" st-update f <new
}

@test "--overwrite with the same number in other words changes nothing" {
	rows DATETIME,PRICE '2021-01-04 23:00:00,1.50' >f
	cp f was
	rows DATETIME,PRICE '2021-01-04 23:00:00,1.5' | says 'st-update: f: 0 rows added; left out: 1 not new' st-update --overwrite f
	cmp f was
}

@test "a full merge with itself changes nothing, with parts of itself in any order makes it whole: sorted and unique" {
	st-synth --instruments=1 --years=1 --output=d
	f=d/adjusted_prices_csv/EQ_NORTH.csv
	cp $f whole
	for how in --full --overwrite; do
		st-update -q $how $f <whole
		cmp $f whole
	done
	for i in 1 2 3 4; do
		{ head -n 1 whole; tail -n +2 whole | awk -v i=$i 'NR % 4 == i - 1' | sort -t, -k2; } >part
		st-update -q --full --no-spike-check made <part
		tail -n +2 made | cut -d, -f1 | sort -cu
	done
	cmp made whole
}

# ---- spikes ----

# Reference: syscore/merge_data.py on these rows, pandas 1.5.3: 7.848550671544431 and 9.407739400049506 with 12 rows
# before, 7.421760730395478 and 8.440695007611382 with 500.
@test "a change over 8 times the mean is a spike: pysystemtrade's figures" {
	local n jump ratio
	while read -r n jump ratio spike; do
		days "$n" "$jump"
		cp old f
		st-update --max-spike="$ratio" f <new || fail "$n $jump: not above $ratio"
		cp old f
		try st-update --max-spike="$(awk -v r="$ratio" 'BEGIN { printf "%.15g", r * 0.99999999 }')" f <new
		[ "$status" = 1 ] || fail "$n $jump: below $ratio"
		[ "$(sed -n '2s/.*,//p' out)" = "$ratio" ] || fail "$n $jump: not $ratio" "$(show out)"
		cmp f old
		try st-update f <new
		[ "$status" = "$spike" ] || fail "$n $jump: status $status"
	done <<-'END'
		12 20 7.848550671544431 0
		12 40 9.407739400049506 1
		500 7 7.421760730395478 0
		500 8 8.440695007611382 1
	END
}

@test "with 8 changes or fewer there is no spike, with 10 there is" {
	days 8 1e6
	says '' st-update old <new
	days 10 1e6
	try st-update old <new
	[ "$status" = 1 ]
}

@test "history is not tested, nor a price after one that is missing" {
	days 30 100
	cat old <(tail -n 1 new) >f
	rows DATETIME,PRICE '2020-03-02 23:00:00,200' >more
	says '' st-update f <more
	days 30 100
	cp old f
	{ echo DATETIME,PRICE; echo '2020-02-12 22:00:00,'; tail -n 1 new; } | says '' st-update f
}

@test "with nothing there every row is tested" {
	days 30 100
	cat old <(tail -n 1 new) >all
	try st-update f <all
	[ "$status" = 1 ] && [ ! -e f ]
	says '' st-update --no-spike-check f <all
	cmp f all
}

# Reference: spec data.md 9, counted with pysystemtrade's code over the shipped files. In a new file every row is tested.
@test "real prices: the spikes of all rates and of some markets, and all of the CHF's" {
	data
	spikes_of() {
		st-update -nq none.csv <"$ST_DATA/$1" >out || [ "$?" = 1 ]
		echo $(($(wc -l <out) - ($(wc -l <out) > 0)))
	}
	[ "$(spikes_of fx_prices_csv/KRWUSD.csv)" = 190 ]
	[ "$(spikes_of fx_prices_csv/HKDUSD.csv)" = 186 ]
	[ "$(spikes_of fx_prices_csv/JPYUSD.csv)" = 59 ]
	[ "$(spikes_of fx_prices_csv/CNHUSD.csv)" = 43 ]
	[ "$(spikes_of adjusted_prices_csv/DOW.csv)" = 380 ]
	[ "$(spikes_of adjusted_prices_csv/SILVER.csv)" = 349 ]
	[ "$(spikes_of adjusted_prices_csv/CHF.csv)" = 307 ]
	sort -t, -k4 -rg out | head -n 1 | grep -qE '^2015-01-15 09:00:00,.*,103\.'
}

@test "real prices: a file cut in two and put together is the file" {
	data
	for f in fx_prices_csv/EURUSD adjusted_prices_csv/LEANHOG adjusted_prices_csv/CRUDE_W; do
		head -n 5000 "$ST_DATA/$f.csv" >f
		{ head -n 1 f; tail -n +4900 "$ST_DATA/$f.csv"; } >new
		st-update -q --no-spike-check f <new
		cmp f "$ST_DATA/$f.csv"
		st-update -q --full --no-spike-check f <new
		cmp f "$ST_DATA/$f.csv"
	done
}

# 15 quiet days, a bad tick 2020-01-22, a day in between as before, and a true move from 2020-01-24 on.
spikes() {
	days 15 0
	{ echo DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME; tail -n +2 old | sed 's/\(.*\),\(.*\)/\1,\2,\2,\2,\2,1/'; } >f
	cp f was
	contract '2020-01-22 23:00:00,99,1010,99.5,1000,5' '2020-01-23 23:00:00,100,101,99,100.5,5' '2020-01-24 23:00:00,1100,1102,1099,1101,5' \
		'2020-01-27 23:00:00,1100,1102,1099,1100,5' >new
}

undecided() {
	try st-update "$@" f <new
	[ "$status" = 1 ] || fail "status $status" "$(show err)"
	cmp f was || fail "written"
	[ "$(cut -d, -f1 out | tr '\n' ' ')" = "$want" ] || fail "$(show out)"
}

@test "without a decision spikes are listed and nothing is written; that list is a decisions file" {
	spikes
	want='stamp 2020-01-22 23:00:00 '
	undecided
	[ "$(cut -d, -f1-3 out)" = "$(rows stamp,value,previous '2020-01-22 23:00:00,1000.0,100.0')" ]
	[ "$(cat err)" = 'st-update: f: 1 spike to decide on, nothing written' ]
	st-validate --schema=spikes out
	awk '{ print $0 (NR == 1 ? ",decision" : ",accept") }' out >d
	st-validate --schema=spikes d
	says '' st-update --decisions=d f <new
	tail -n 4 f | diff - <(tail -n 4 new)
}

@test "decisions: previous, a number, a number that is a spike again; OPEN, HIGH and LOW move too" {
	spikes
	rows stamp,decision '2020-01-22 23:00:00,previous' '2020-01-24 23:00:00,accept' >d
	says '' st-update --decisions=d f <new
	[ "$(tail -n 4 f)" = "$(rows '2020-01-22 23:00:00,-801.0,110.0,-800.5,100.0,5' '2020-01-23 23:00:00,100,101,99,100.5,5' \
		'2020-01-24 23:00:00,1100,1102,1099,1101,5' '2020-01-27 23:00:00,1100,1102,1099,1100,5')" ]
	cp was f
	want='stamp 2020-01-24 23:00:00 '
	rows stamp,decision '2020-01-24T23:00:00,110' '2020-01-22 23:00:00,10' '2020-01-22 23:00:00,' '2020-01-22 23:00:00,101.5' \
		'2020-01-24 23:00:00,2000' >d
	want='stamp 2020-01-22 23:00:00 2020-01-27 23:00:00 '
	undecided --decisions=d
	sed -i '/:00,$/d' d
	want='stamp 2020-01-27 23:00:00 '
	undecided --decisions=d
	rows '2020-01-27 23:00:00,110' '2020-01-29 23:00:00,7' >>d
	says '' st-update --decisions=d f <new
	[ "$(tail -n 4 f)" = "$(rows '2020-01-22 23:00:00,-799.5,111.5,-799.0,101.5,5' '2020-01-23 23:00:00,100,101,99,100.5,5' \
		'2020-01-24 23:00:00,109.0,111.0,108.0,110.0,5' '2020-01-27 23:00:00,110.0,112.0,109.0,110.0,5')" ]
}

# answer TEXT: run with --ask on a terminal on which TEXT is typed; what that shows is in shown.
answer() {
	printf '%s' "$1" | script -qec 'st-update --ask f <new >out 2>err; echo "status $?" >status' /dev/null >shown
	status=$(sed 's/status //' status)
}

@test "--ask shows six rows and takes return, a space or a number, and asks again for anything else" {
	terminal
	command -v script >/dev/null || skip "no script(1)"
	spikes
	answer $' \naccept it\n\n'
	[ "$status" = 0 ] && [ ! -s out ] && [ ! -s err ] || fail "status $status" "$(show err)" "$(show shown)"
	[ "$(tail -n 4 f | cut -d, -f5 | tr '\n' ' ')" = '100.0 100.5 1101 1100 ' ] || fail "$(show f)"
	tr -d '\r' <shown >lines
	grep -q '^FINAL of 2020-01-22 23:00:00: 1000.0 is a big change from 100.0$' lines
	grep -q '^FINAL of 2020-01-24 23:00:00: 1101.0 is a big change from 100.5$' lines
	[ "$(grep -c 'neither return, nor a space, nor a number' lines)" = 1 ]
	sed -n '/^DATETIME/,/^FINAL/p' lines | head -n 8 >first
	[ "$(sed -n 2p first)" = "$(tail -n 5 was | head -n 1)" ] && [ "$(sed -n 7p first)" = "$(sed -n 2p new)" ] || fail "$(show lines)"
	cp was f
	answer $'5\n101\n \n \n'
	[ "$status" = 0 ] || fail "status $status" "$(show err)" "$(show shown)"
}

@test "--ask: at the end of answers nothing is written" {
	terminal
	command -v script >/dev/null || skip "no script(1)"
	spikes
	answer $' \n\x04'
	[ "$status" = 1 ] && cmp f was || fail "status $status" "$(show shown)"
	grep -q '^2020-01-24 23:00:00,1101.0' out
}

# The first row of a contract that is new is there after questions, as pysystemtrade's is not (spec data.md 10.18).
@test "a new contract with a spike keeps its first row" {
	spikes
	{ cat f; tail -n +2 new; } >all
	rm f
	rows stamp,decision '2020-01-22 23:00:00,previous' '2020-01-24 23:00:00,accept' >d
	says '' st-update --decisions=d f <all
	[ "$(wc -l <f)" = "$(wc -l <all)" ]
	head -n 16 f | cmp - was
}

# From the first row that a full merge changes on every row is tested, old ones too, as in the reference.
@test "a decision about an old row, in a full merge" {
	days 15 900
	sed -i '4s/,.*/,/' old
	cat old <(tail -n 1 new) >f
	cp f was
	rows DATETIME,PRICE '2020-01-03 23:00:00,100.5' >new
	try st-update --full f <new
	[ "$status" = 1 ] && [ "$(cut -d, -f1-3 out)" = "$(rows stamp,value,previous '2020-01-22 23:00:00,1000.0,100.0')" ] || fail "$(show out)"
	cmp f was
	rows stamp,decision '2020-01-22 23:00:00,previous' >d
	says 'st-update: f: 0 rows added, 2 changed' st-update -v --full -d d f <new
	sed 's/^\(2020-01-03.*\),$/\1,100.5/; s/,1000$/,100.0/' was | cmp f -
}

@test "--dry-run tests and writes nothing" {
	spikes
	want='stamp 2020-01-22 23:00:00 '
	undecided --dry-run
	says 'st-update: f: 4 rows added' st-update -nv --no-spike-check f <new
	cmp f was
}

# ---- safety ----

big() {
	awk -v from="$1" -v to="$2" 'BEGIN {
		print "DATETIME,PRICE"
		for (i = from; i < to; i++) print strftime("%Y-%m-%d %H:%M:%S", 1600000000 + 60 * i, 1) "," 100 + i % 7 / 8
	}'
}

can_trace() {
	command -v strace >/dev/null || skip "no strace"
	strace -o /dev/null true 2>/dev/null || skip "strace is not allowed to trace here"
}

# killed CALL N: run with the N-th such system call killed; false when it ran through.
killed() {
	rm -f f.tmp
	if [ -n "$fresh" ]; then rm -f f; else cp old f; fi
	status=0
	strace -o trace -e trace="$1" -e inject="$1:signal=KILL:when=$2" st-update -q --no-spike-check f <new 2>err || status=$?
	[ "$status" = 137 ]
}

# Every call that changes something on the disk or the lock: openat makes files.
kill_at_every_call() {
	local call n times=0
	for call in openat write pwrite64 writev fsync fdatasync fchmod rename renameat renameat2 link linkat unlink ftruncate flock close; do
		n=1
		while killed $call $n; do
			times=$((times + 1))
			if [ -e f ]; then cmp -s f old || cmp -s f whole; else [ -n "$fresh" ]; fi || { fail "killed at $call $n: f is neither old nor new"; return; }
			# and the next run does what this one did not
			st-update -q --no-spike-check f <new
			cmp -s f whole && [ ! -e f.tmp ] || { fail "killed at $call $n: not made good"; return; }
			n=$((n + 1))
		done
		[ "$status" = 0 ] || { fail "$call $n: status $status" "$(show err)"; return; }
		cmp f whole || return
	done
	echo "killed $times times"
	[ "$times" -ge "$1" ]
}

@test "killed at any system call that writes: the old file or the new one, whole" {
	can_trace
	fresh=
	big 0 5000 >old
	big 4000 8000 >new
	big 0 8000 >whole
	kill_at_every_call 12
}

@test "killed while a file is made: none or the new one, whole" {
	can_trace
	fresh=1
	: >old
	big 0 8000 >new
	cp new whole
	kill_at_every_call 12
}

# The order is what makes it safe: all written and synced before the name changes, then the folder synced.
@test "the new file is synced before it gets the name, the folder after that" {
	can_trace
	big 0 10 >f
	big 10 20 >new
	strace -o trace -e trace=write,fsync,rename st-update f <new
	[ "$(sed 's/(.*//' trace | grep -v '^+' | tr '\n' ' ')" = 'write fsync rename fsync ' ] || fail "$(show trace)"
}

@test "a full disk, a folder that can't be written: the old file stays, nothing is left behind" {
	big 0 5000 >f
	cp f was
	big 5000 9000 >new
	# No file may grow beyond 100 KiB; without the signal it is a failed write.
	run bash -c 'trap "" XFSZ; ulimit -f 100; st-update f <new'
	[ "$status" = 2 ] && [[ $output == "st-update: cannot write 'f': File too large" ]] || fail "$status $output"
	cmp f was
	[ ! -e f.tmp ]
	dies "st-update: cannot open 'none': No such file or directory" st-update none/f <new
}

@test "what lies under the temporary name is removed, not written to: a link, a FIFO, a file; a folder is refused" {
	local plant
	big 0 10 >old
	big 10 20 >new
	big 0 20 >whole
	echo mine >victim
	for plant in 'ln -s victim' 'ln victim' 'ln -s nothing' 'ln -s /dev/full' mkfifo 'mknod -m 600' touch; do
		cp old f
		case $plant in
		mknod*) mknod f.tmp c 1 3 2>/dev/null || continue ;;
		*) $plant f.tmp ;;
		esac
		try timeout 10 st-update -q --no-spike-check f <new
		[ "$status" = 0 ] || fail "$plant: $status $(cat err)"
		cmp f whole && [ ! -L f ] && [ ! -e f.tmp ] && [ ! -L f.tmp ] || fail "$plant"
		[ "$(cat victim)" = mine ] && [ ! -e nothing ] || fail "$plant: the victim"
	done
	cp old f
	mkdir f.tmp
	dies "st-update: cannot open 'f': File exists" st-update -q f <new
	cmp f old
	[ -d f.tmp ]
}

@test "a FIFO, a device, a folder as the file to update is refused at once" {
	big 0 10 >new
	mkfifo pipe
	dies "st-update: 'pipe' is not a plain file" timeout 10 st-update pipe <new
	ln -s pipe link
	dies_like "st-update: '.*/?pipe' is not a plain file" timeout 10 st-update link <new
	dies "st-update: '/dev/null' is not a plain file" timeout 10 st-update /dev/null <new
	dies_like "st-update: .*" timeout 10 st-update . <new
	[ -p pipe ] && [ -c /dev/null ]
}

@test "writers side by side lose no row" {
	local i round
	for round in 1 2 3 4 5; do
		rm -f f
		[ $((round % 2)) = 0 ] || big 0 100 >f
		for i in 1 2 3 4 5 6; do
			{ echo DATETIME,PRICE; big 100 400 | tail -n +2 | awk -v i=$i 'NR % 6 == i - 1'; } >new$i
		done
		pids=
		for i in 1 2 3 4 5 6; do
			st-update -q --full --no-spike-check f <new$i &
			pids+=" $!"
		done
		for i in $pids; do wait "$i"; done
		if [ $((round % 2)) = 0 ]; then big 100 400; else big 0 400; fi >want
		cmp f want
	done
}

@test "writers side by side that append: what one said that it added is there" {
	local i
	big 0 100 >f
	for i in 1 2 3 4 5 6; do
		{ echo DATETIME,PRICE; big 100 400 | tail -n +2 | awk -v i=$i 'NR % 6 == i - 1'; } >new$i
	done
	pids=
	for i in 1 2 3 4 5 6; do
		st-update -v --no-spike-check f <new$i 2>said$i &
		pids+=" $!"
	done
	for i in $pids; do wait "$i"; done
	tail -n +2 f | cut -d, -f1 | sort -cu
	head -n 101 f | cmp - <(big 0 100)
	added=$(cat said? | awk '{ n += $3 } END { print n }')
	[ "$(wc -l <f)" = $((101 + added)) ] && [ "$added" -ge 50 ] || fail "$added added, $(wc -l <f) lines" "$(cat said?)"
	# 300 rows went in or were left out, none was forgotten
	[ "$(cat said? | sed -E 's/.*: ([0-9]+) rows? added(; left out: ([0-9]+) not new)?/\1 \3/' | awk '{ n += $1 + $2 } END { print n }')" = 300 ]
}

@test "who waited for the lock sees what the other wrote" {
	big 0 10 >f
	big 10 20 >late
	exec 9<f
	flock 9
	st-update f <late 9<&- &
	pid=$!
	# A file put in its place while the other waits for the lock on the old one.
	for _ in $(seq 500); do
		! grep -q "FLOCK.*WRITE $pid " /proc/locks || break
		sleep 0.01
	done
	big 0 15 >other
	mv other f
	exec 9<&-
	wait $pid
	big 0 20 | cmp f -
}

@test "permissions stay, and a link stays a link" {
	mkdir there
	big 0 10 >there/f
	chmod 640 there/f
	ln -s there/f link
	big 10 20 | st-update link
	[ -L link ] && [ "$(stat -c %a there/f)" = 640 ]
	big 0 20 | cmp there/f -
}

# ---- what it refuses ----

@test "what it refuses leaves the file as it was" {
	rows DATETIME,PRICE '2021-01-04 23:00:00,1.0' >f
	cp f was
	while IFS='|' read -r input message; do
		printf "$input" >new
		dies "st-update: $message" st-update f <new
		cmp f was
	done <<-'END'
		|stdin: empty: not even a header
		DATETIME,PRICE\nsoon,1\n|stdin:2: column 'DATETIME': not a time: "soon"
		DATETIME,PRICE\n2021-01-05,x\n|stdin:2: column 'PRICE': not a number: "x"
		DATETIME,PRICE\n2021-01-05,nan\n|stdin:2: column 'PRICE': not a number: "nan"
		DATETIME,PRICE\n2021-01-05,1,2\n|stdin:2: 3 fields where the header has 2
		DATETIME,RATE\n2021-01-05,1\n|stdin:1: column 'RATE' is none of 'f'
		TIME,PRICE\n2021-01-05,1\n|stdin:1: no column 'DATETIME'
		DATETIME,PRICE,PRICE\n2021-01-05,1,1\n|stdin:1: column 'PRICE' twice
		DATETIME\n2021-01-05\n|stdin:1: no column 'PRICE'
	END
}

@test "a file that is out of order is refused, as is one that is no file" {
	rows DATETIME,PRICE '2021-01-05 23:00:00,1.0' '2021-01-04 23:00:00,1.0' >f
	rows DATETIME,PRICE '2021-01-06 23:00:00,1.0' >new
	dies "st-update: f:3: column 'DATETIME': not later than the row before: \"2021-01-04 23:00:00\"" st-update f <new
	rows DATETIME,PRICE '2021-01-05 23:00:00,one' >f
	dies "st-update: f:2: column 'PRICE': not a number: \"one\"" st-update f <new
	mkdir d
	dies "st-update: cannot open 'd': Is a directory" st-update d <new
	mkfifo p
	dies "st-update: 'p' is not a plain file" st-update p <new
}

@test "usage" {
	: >new
	dies 'st-update: one FILE is wanted: ""; see st-update --help' st-update <new
	dies 'st-update: one FILE is wanted: "b"; see st-update --help' st-update a b <new
	dies 'st-update: --no-add goes with --full or --overwrite; see st-update --help' st-update --no-add f <new
	rows DATETIME,OPEN,CLOSE >new
	dies "st-update: stdin:1: no column 'FINAL'" st-update --drop-zero f <new
	dies 'st-update: --now is not a time: "now"; see st-update --help' st-update --now=now f <new
	rows DATETIME,OPEN,CLOSE 2021-01-04,1,2 >new
	dies "st-update: f:1: no column 'FINAL'" st-update f <new
	says '' st-update --column=CLOSE f <new
	rows stamp,decision 2021-01-04,perhaps >d
	dies "st-update: d:2: column 'decision': not accept, previous or a number: \"perhaps\"" st-update --column=CLOSE -d d f <new
	dies "st-update: d:1: no column 'stamp'" st-update --column=CLOSE -d <(rows x,decision) f <new || true
}

@test "a list that can't be written is a failure" {
	[ -e /dev/full ] || skip "no /dev/full"
	spikes
	run bash -c 'st-update f <new >/dev/full'
	[ "$status" = 2 ] && [[ $output == "st-update: cannot write 'stdout': No space left on device" ]] || fail "$status $output"
	cmp f was
}
