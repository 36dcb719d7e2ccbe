# Files that an option names to be written: there whole when the program has ended, else the old one; never an input

load helper
load feeds

# Programs that write such a file beside what they print: a command line, with @ for the file's name.
setup() {
	cd "$BATS_TEST_TMPDIR" || return
	feed_files
	feed_rows st-cost >rows
	feed_rows st-returns >forecasts
	printf 'time,instrument,curve,value\n2020-01-01,GOLD,gross,0\n2020-01-02,GOLD,gross,100\n2020-01-03,GOLD,gross,-40\n' >curves
	printf '2020-01-01,GOLD,costs,0\n2020-01-03,GOLD,costs,-1\n' >>curves
	mkdir -p points/slow points/fast
	printf 'time,net_percent\n2019-03-01,1\n2019-09-01,2\n2020-03-01,-1\n2020-09-01,3\n' >points/slow/returns.csv
	printf 'time,net_percent\n2019-03-01,1\n2019-09-01,1.5\n2020-03-01,4\n2020-09-01,2\n' >points/fast/returns.csv
	printf 'point\nslow\nfast\n' >trials
	declare -gA writes=(
		[tee]='st-tee -o @ rows'
		[chain]='st-chain st-tee --output=/dev/null then st-tee --output=@'
		[cost]="st-cost ${feed_args[st-cost]} --output=@ rows"
		[returns]="st-returns ${feed_args[st-returns]/--costs=*/} --costs=@ forecasts"
		[account]='st-account --weekly --costs=@ curves'
		[stats]='st-stats --capital=1000 --summary --output=@ curves'
		[walk]='st-walk-forward --points=points --fit=1 --run=1 --by=mean --output=@ trials'
	)
	# What each of them reads.
	declare -gA reads=([tee]=rows [chain]=rows [cost]='rows config weights' [returns]='forecasts instruments prices' [account]=curves
		[stats]=curves [walk]='trials points/fast/returns.csv')
}

# Nothing lies about that was not there: temporary files.
tidy() {
	local left
	left=$(find . -name '*.tmp*')
	[ -z "$left" ] || fail "$1 left $left"
}

@test "an output is replaced when all is done; the link that names it stays" {
	local p
	for p in "${!writes[@]}"; do
		echo old >"$p.old"
		ln -s "$p.old" "$p.link"
		chmod 640 "$p.old"
		try ${writes[$p]/@/$p.new} <rows
		[ "$status" = 0 ] || fail "$p: $(cat err)"
		[ -s "$p.new" ] || fail "$p wrote nothing"
		try ${writes[$p]/@/$p.link} <rows
		cmp "$p.old" "$p.new" || fail "$p: not replaced through a link"
		[ -L "$p.link" ] && [ "$(stat -c %a "$p.old")" = 640 ] || fail "$p: the link or the permissions are gone"
		tidy "$p"
	done
}

@test "a link to what is not there yet makes that" {
	mkdir far
	ln -s far/file here
	prints_file rows st-tee -o here rows
	cmp rows far/file
	[ -L here ]
}

@test "when standard output can't be written, the old file stays" {
	local p
	for p in "${!writes[@]}"; do
		echo old >"$p.old"
		status=0
		${writes[$p]/@/$p.old} <rows >/dev/full 2>err || status=$?
		[ "$status" = 2 ] || fail "$p: status $status"
		[ "$(cat "$p.old")" = old ] || fail "$p: the old file is gone"
		tidy "$p"
	done
}

@test "when the input breaks off, the old file stays, and a new one does not appear" {
	local p
	echo 'broken' >>rows
	echo 'broken' >>forecasts
	echo 'broken' >>curves
	echo 'broken,' >>points/fast/returns.csv
	for p in "${!writes[@]}"; do
		echo old >"$p.old"
		for file in old new; do
			try ${writes[$p]/@/$p.$file} <rows
			[ "$status" = 2 ] || fail "$p: status $status"
		done
		[ "$(cat "$p.old")" = old ] || fail "$p: the old file is gone"
		[ ! -e "$p.new" ] || fail "$p: a part of a file"
		tidy "$p"
	done
}

@test "a program that is killed leaves the old file; nobody sees a part of the new one" {
	echo old >copy
	mkfifo pipe
	st-tee --output=copy <pipe >passed &
	{ cat rows; sleep 0.2; cat copy >seen; kill "$!"; wait "$!" || true; } >pipe 2>/dev/null
	[ -s passed ]
	[ "$(cat copy seen)" = "$(printf 'old\nold')" ]
	tidy st-tee
}

@test "what lies where a temporary file will is left alone: its name is by chance" {
	local p
	echo mine >victim
	for p in "${!writes[@]}"; do
		try ${writes[$p]/@/$p.new} <rows
		try bash -c 'ln -s victim "$0.$$.tmp"; mkfifo "$0.tmp"; exec "$@"' "$p.out" ${writes[$p]/@/$p.out} <rows
		[ "$status" = 0 ] || fail "$p: $(cat err)"
		cmp "$p.out" "$p.new"
		[ ! -L "$p.out" ] && [ "$(cat victim)" = mine ]
	done
}

@test "an output that is an input is refused by name, whatever it is called" {
	local p file
	for p in "${!writes[@]}"; do
		for file in ${reads[$p]}; do
			cp "$file" kept
			ln -f "$file" hard
			ln -sf "$file" soft
			for name in "$file" "./$file" hard soft; do
				dies_like "[a-z-]+: cannot write '$name': it is an input too.*" ${writes[$p]/@/$name} <rows
				cmp "$file" kept || fail "$p wrote over its input as $name"
			done
			[ ! -s out ] || fail "$p printed before it looked"
			tidy "$p"
		done
	done
}

@test "standard input is an input too, and two outputs are not one" {
	cp rows kept
	dies "st-tee: cannot write 'rows': it is an input too, 'stdin'" st-tee -o rows <rows
	dies "st-chain: 'copy' is being written already" st-chain st-tee -o copy then st-tee -o copy <rows
	cmp rows kept
	[ ! -e copy ]
}

@test "what is no file is written where it is" {
	local p
	for p in "${!writes[@]}"; do
		try ${writes[$p]/@/$p.new} <rows
		try ${writes[$p]/@//dev/null} <rows
		[ "$status" = 0 ] || fail "$p: /dev/null: $(cat err)"
		[ -c /dev/null ]
		mkfifo "$p.fifo"
		cat "$p.fifo" >got &
		try ${writes[$p]/@/$p.fifo} <rows
		wait
		cmp got "$p.new" || fail "$p: a FIFO got something else"
		try ${writes[$p]/@//dev/fd/7} <rows 7>got
		cmp got "$p.new" || fail "$p: /dev/fd/7 got something else"
		try ${writes[$p]/@//dev/stderr} <rows
		cmp err "$p.new" || fail "$p: standard error got something else"
	done
	printf 'x\n1\n' >in
	st-tee -o /dev/stdout in >both
	[ "$(cat both)" = "$(printf 'x\n1\nx\n1')" ]
	st-tee -o >(cat >got) in >out
	sleep 0.2
	cmp got in
	dies "st-tee: cannot open '/dev/fd/77': Bad file descriptor" st-tee -o /dev/fd/77 in
	dies "st-tee: cannot open '.': Is a directory" st-tee -o . in
}
