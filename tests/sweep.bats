# pipelines/sweep: every point as a plain backtest has it, whoever ran it, and whatever happened meanwhile

load helper
load sshd

sweep=$ROOT/pipelines/sweep

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	parallel --version 2>/dev/null | grep -q '^GNU' || skip "GNU parallel is not installed"
	st-synth --seed=3 --instruments=2 --years=4 -o data
	cat >system.yaml <<-YAML
		trading_rules:
		  mine: {function: 'exec:./mine', data: [rawdata.get_daily_prices], forecast_scalar: 1.0}
		  slow:
		    function: rules.ewmac
		    data: [rawdata.get_daily_prices, rawdata.daily_returns_volatility]
		    other_args: {Lfast: 16, Lslow: 64}
		    forecast_scalar: 3.75
		forecast_weights: {mine: 0.3, slow: 0.7}
		instrument_weights: {EQ_NORTH: 0.5, BOND_LONG: 0.5}
	YAML
	# A rule that knows its arguments: it writes them down, and waits while there is a file named wait.LEVEL.
	cat >mine <<-SH
		#!/bin/sh
		printf '%s\n' "\$@" >>'$PWD/arguments'
		while [ -e "$PWD/wait.\${1#level=}" ]; do sleep 0.02; done
		exec awk '{ print (NR > 1 ? NR % 7 - 3 : "forecast") }'
	SH
	chmod +x mine
}

# A sweep of six points into a folder.
six() {
	"$sweep" system.yaml -d data -o "$1" -q --grid percentage_vol_target=10,20 --grid trading_rules.mine.other_args.level=1,2,3 "${@:2}"
}

# all FOLDER: the names and bytes of what a sweep gives.
all() {
	(cd "$1" && sha256sum points.csv && find -L points -type f | sort | xargs sha256sum)
}

ran() {
	sed 1d "$1/joblog" | wc -l
}

@test "a point is what a plain backtest gives, and comes in its place" {
	"$sweep" system.yaml -d data -o swept --grid percentage_vol_target=10,20 --grid forecast_weights='{mine: 1},{slow: 0.5, mine: 0.5}' \
		--set forecast_cap=15 >printed
	cmp printed swept/points.csv
	"$ROOT/pipelines/backtest" system.yaml -d data -o plain -q --no-plot --set forecast_cap=15 --set percentage_vol_target=20 \
		--set 'forecast_weights={slow: 0.5, mine: 0.5}'
	cut -d, -f1,5-7 plain/account.csv | cmp - swept/points/4/returns.csv
	grep '^account\|^portfolio,' plain/stats.csv | cmp - swept/points/4/stats.csv
	# each figure of the row by its name, as its text stands
	python3 - <<-'PY'
		import csv
		rows = list(csv.DictReader(open("swept/points.csv")))
		half = "{slow: 0.5, mine: 0.5}"
		assert [(r["point"], r["percentage_vol_target"], r["forecast_weights"]) for r in rows] == \
		    [("1", "10", "{mine: 1}"), ("2", "10", half), ("3", "20", "{mine: 1}"), ("4", "20", half)]
		row = rows[3]
		stat = {(r["curve"], r["stat"]): r["value"] for r in csv.DictReader(open("plain/stats.csv"))
		        if (r["account"], r["frequency"], r["units"]) == ("portfolio", "daily", "percent")}
		for name in "ann_mean ann_std sharpe sortino skew worst_drawdown time_in_drawdown t_stat".split():
		    assert row[name] == stat["net", name] != "", name
		assert row["gross_sharpe"] == stat["gross", "sharpe"] and row["ann_costs"] == stat["costs", "ann_mean"]
		x = [float(r["net_percent"]) for r in csv.DictReader(open("plain/account.csv")) if r["net_percent"]]
		m = sum(x) / len(x)
		k = sum((v - m) ** 4 for v in x) / len(x) / (sum((v - m) ** 2 for v in x) / len(x)) ** 2
		assert row["days"] == str(len(x)) and abs(float(row["kurtosis"]) / k - 1) < 1e-12
	PY
	# and at the right what held.csv has
	sed 's/"[^"]*"/x/' swept/points.csv | awk -F, -v OFS=, '{ print $(NF - 5), $0 }' | cut -d, -f1,3-16 >statistics
	cut -d, -f2- statistics | st-deflate | awk -F, '{ print $NF }' | diff - <(cut -d, -f1 statistics)
	tail -n 1 swept/points.csv | awk -F, -v OFS=, '{ print $(NF - 4), $(NF - 3), $(NF - 2), $(NF - 1), $NF }' >got
	tail -n 1 <(grep '^portfolio' plain/held.csv) | cut -d, -f3-6,11 | diff - got
}

@test "the same bytes with one worker and two; a second run does nothing" {
	six one -j 1
	six two -j 2
	diff <(all one) <(all two)
	[ "$(ran two)" = 6 ]
	six two -j 2 --resume
	[ "$(ran two)" = 6 ]
	diff <(all one) <(all two)
}

@test "the log is kept where it is wanted" {
	six one --joblog="my log"
	[ ! -e one/joblog ] && [ "$(wc -l <"my log")" = 7 ]
}

@test "a killed sweep goes on where it was" {
	six whole
	touch wait.3
	setsid sh -c 'echo $$ >session; exec "$@"' - "$sweep" system.yaml -d data -o swept -q -j 2 --grid percentage_vol_target=10,20 \
		--grid trading_rules.mine.other_args.level=1,2,3 2>/dev/null 3>&- &
	# of three points that do not wait two at least are done before both workers do
	for i in $(seq 1000); do
		[ "$(cat swept/joblog 2>/dev/null | wc -l)" -lt 3 ] || break
		sleep 0.02
	done
	[ "$(wc -l <swept/joblog)" -ge 3 ]
	# all of its session, for parallel's workers are groups of their own
	while ps -o pid= -s "$(cat session)" >pids; do
		xargs kill -KILL <pids 2>/dev/null || sleep 0.02
	done
	wait $! || :
	local logged sent
	logged=$(ran swept) sent=$(tail -q -n 1 swept/work/sent.*/*[0-9a-f] | grep -cx end)
	[ "$sent" -ge 2 ] && [ "$sent" -le 4 ]
	rm wait.3
	six swept
	[ "$(($(ran swept) - logged))" = $((6 - sent)) ] || fail "$sent sent, $logged before, $(ran swept) in all"
	diff <(all whole) <(all swept)
}

@test "a point that fails is named, the others stay, and it alone is tried again" {
	try "$sweep" system.yaml -d data -o swept --grid percentage_vol_target=10,x,20
	[ "$status" = 2 ]
	[ "$(cat err)" = "sweep: point 2 (percentage_vol_target=x): st-config: --set: 'percentage_vol_target' wants number, not \"x\"" ] ||
		fail "$(show err)"
	[ "$(cut -d, -f1,2 swept/points.csv | tr '\n' ' ')" = 'point,percentage_vol_target 1,10 2,x 3,20 ' ]
	[[ $(sed -n 3p swept/points.csv) =~ ^2,x,,,,,,,,,,,,,[0-9.]+,,,,,,$ ]]
	cp swept/points.csv before
	try "$sweep" system.yaml -d data -o swept -q --grid percentage_vol_target=10,x,20
	[ "$status" = 2 ] && cmp before swept/points.csv && [ "$(ran swept)" = 4 ]
	# one that fails at work, whose reason then goes
	mv mine away
	try six swept
	[ "$status" = 2 ] && [ "$(grep -c "^sweep: point [1-6] (.*level=.): st-.*'mine'" err)" = 6 ] || fail "$(show err)"
	mv away mine
	six swept
	six fresh
	diff <(all swept) <(all fresh)
}

@test "what is added is run, what depends on a change is run again, nothing else" {
	local some=(-q --grid percentage_vol_target=10,20)
	"$sweep" system.yaml -d data -o swept "${some[@]}"
	"$sweep" system.yaml -d data -o swept -q --grid percentage_vol_target=5,10,20
	[ "$(ran swept)" = 3 ]
	"$sweep" system.yaml -d data -o fresh -q --grid percentage_vol_target=5,10,20
	diff <(all swept) <(all fresh)
	"$sweep" system.yaml -d data -o swept "${some[@]}" --set forecast_cap=10
	[ "$(ran swept)" = 5 ]
	sed -i 's/ - 3/ - 2/' mine
	"$sweep" system.yaml -d data -o swept "${some[@]}" --set forecast_cap=10
	[ "$(ran swept)" = 7 ]
	mv data/adjusted_prices_csv/EQ_NORTH.csv old
	awk -F, -v OFS=, 'NR > 1 && $2 != "" { $2 += 1 } 1' old >data/adjusted_prices_csv/EQ_NORTH.csv
	"$sweep" system.yaml -d data -o swept "${some[@]}" --set forecast_cap=10
	[ "$(ran swept)" = 9 ]
	rm -r fresh
	"$sweep" system.yaml -d data -o fresh "${some[@]}" --set forecast_cap=10
	diff <(all swept) <(all fresh)
	[ "$(ls swept/work/results | wc -l)" = 2 ]
}

@test "a value is a value, whatever is in it; an empty cell leaves its key as it is" {
	cat >list.csv <<-'CSV'
		trading_rules.mine.other_args.note,percentage_vol_target
		"""it's $(touch pwned) `touch pwned`; touch pwned | %s %n %041 {1} {} * ~ \\ , = \""x\""
		é!""",
		"-q --set 'a b'",25
		,
	CSV
	"$sweep" system.yaml -d data -o swept -q --list list.csv --keep
	sort -u arguments >got
	cat >want <<-'TXT'
		-q --set 'a b'
		it's $(touch pwned) `touch pwned`; touch pwned | %s %n %041 {1} {} * ~ \ , = "x" é!
	TXT
	sed -n 's/^note=//p' got | cmp - want || fail "$(show got)"
	[ ! -e pwned ] && [ -z "$(find swept -name pwned)" ]
	for i in 1 2 3; do jq -r '.percentage_vol_target, .trading_rules.mine.other_args.note' swept/kept/$i/config.json; done >got
	printf '%s\n' 16 "$(sed -n 2p want)" 25 "$(sed -n 1p want)" 16 null | diff - got
	[ -s swept/kept/3/rows.csv ]
	[ "$(python3 -c 'import csv; print(len(list(csv.DictReader(open("swept/points.csv")))))')" = 3 ]
	"$sweep" system.yaml -d data -o swept -q --list <(cat list.csv)
	[ ! -e swept/kept ]
}

@test "names with spaces, quotes and braces, from another folder" {
	six plain
	mkdir "a b'c" 
	mv data "d {1} \$(touch pwned)"
	(cd "a b'c" && "$sweep" ../system.yaml -d "../d {1} \$(touch pwned)" -o "o {2} \$u't" -q \
		--grid=percentage_vol_target=10,20 --grid trading_rules.mine.other_args.level=1,2,3)
	cmp plain/points.csv "a b'c/o {2} \$u't/points.csv"
	[ -z "$(find . -name pwned)" ]
}

@test "walk forward: each window's choice and what came of it, by another program" {
	"$sweep" system.yaml -d data -o swept -q --grid forecast_weights='{mine: 1},{slow: 1},{slow: 0.5, mine: 0.5}' --walk-forward 1/0.5
	python3 - <<-'PY'
		import csv, math
		def read(i):
		    rows = [(r["time"], r["net_percent"]) for r in csv.DictReader(open(f"swept/points/{i}/returns.csv"))]
		    some = [t for t, x in rows if x]
		    return [(t, float(x) if x else None) for t, x in rows if t <= some[-1]], some
		points = {i: read(i) for i in (1, 2, 3)}
		first, last = max(p[1][0] for p in points.values()), max(p[1][-1] for p in points.values())
		def later(day, months):
		    y, m, d = map(int, day.split("-"))
		    m += months - 1
		    return f"{y + m // 12:04}-{m % 12 + 1:02}-{d:02}"
		def sharpe(rows):
		    x = [v for t, v in rows if v is not None]
		    mean = sum(x) / len(x)
		    std = math.sqrt(sum((v - mean) ** 2 for v in x) / (len(x) - 1))
		    return sum(x) / (len(rows) / 256) / (std * 16)
		def cut(i, a, b):
		    return [r for r in points[i][0] if a <= r[0] < b]
		assert int(first[8:]) <= 28, first
		got, at, account = list(csv.DictReader(open("swept/walk_forward.csv"))), 0, []
		near = lambda a, b: abs(float(a) - b) < 1e-9
		while later(first, at + 12) <= last:
		    a, b, c = later(first, at), later(first, at + 12), later(first, at + 18)
		    in_sample = {i: sharpe(cut(i, a, b)) for i in points}
		    best = max(in_sample, key=in_sample.get)
		    run, w = cut(best, b, c), got.pop(0)
		    assert (w["fit_from"], w["run_from"], w["point"]) == (a, b, str(best)), (w, in_sample)
		    assert w["fit_to"] < b and w["run_to"] < c
		    assert near(w["fit_sharpe"], in_sample[best]) and near(w["run_sharpe"], sharpe(run))
		    account += [(t, str(best), x) for t, x in run]
		    at += 6
		assert at >= 18 and len(got) == 1 and got[0]["window"] == "all"
		assert near(got[0]["run_sharpe"], sharpe([(t, x) for t, p, x in account]))
		written = [(r["time"], r["point"], float(r["net_percent"]) if r["net_percent"] else None)
		           for r in csv.DictReader(open("swept/walk_forward_account.csv"))]
		assert written == account
		assert len({p for t, p, x in account}) > 1, "the choice never changes: the test sees little"
	PY
	"$sweep" system.yaml -d data -o swept -q --grid forecast_weights='{mine: 1},{slow: 1},{slow: 0.5, mine: 0.5}'
	[ ! -e swept/walk_forward.csv ] && [ ! -e swept/walk_forward_account.csv ]
}

@test "on other machines, by ssh: the same bytes" {
	sshd_needs
	six here
	try with_sshd "$sweep" system.yaml -d data -o swept -q -j 1 --sshlogin "ssh -F $PWD/ssh/conf one" --sshlogin="ssh -F $PWD/ssh/conf two" \
		--grid percentage_vol_target=10,20 --grid trading_rules.mine.other_args.level=1,2,3
	[ "$status" = 0 ] && [ ! -s err ] || fail "status $status" "$(show err)" "$(show ssh/log)"
	diff <(all here) <(all swept)
	[ "$(cut -f 2 swept/joblog | sed 1d | sort -u | tr '\n' ' ')" = "ssh -F $PWD/ssh/conf one ssh -F $PWD/ssh/conf two " ]
	# one that cannot be reached
	try with_sshd "$sweep" system.yaml -d data -o none -q --sshlogin "ssh -F $PWD/ssh/conf -p 1 one" --grid percentage_vol_target=10
	[ "$status" = 2 ] && grep -q '^sweep: a machine cannot be used' err || fail "$(show err)"
}

@test "another machine whose data are not the same is refused by name" {
	sshd_needs
	[ "$(id -u)" = 0 ] || skip "only root can give a machine other data here"
	cp -r data other
	sed -i '$d' other/fx_prices_csv/"$(ls other/fx_prices_csv | head -n 1)"
	sshd_files
	# what logs in sees the other folder in the place of this one
	printf '#!/bin/sh\nexec unshare --mount sh -c '\''mount --bind other data; cd; eval "$SSH_ORIGINAL_COMMAND"'\''\n' >ssh/elsewhere
	sed -i "s|sh -c '|sh -c 'cd $PWD; |" ssh/elsewhere
	chmod +x ssh/elsewhere
	echo "ForceCommand $PWD/ssh/elsewhere" >>ssh/sshd_config
	try with_sshd "$sweep" system.yaml -d data -o swept -q --sshlogin : --sshlogin "ssh -F $PWD/ssh/conf one" --grid percentage_vol_target=10,20
	[ "$status" = 2 ] || fail "status $status" "$(show err)"
	[ "$(cat err)" = "sweep: other data, rules or programs than here at the same paths: ssh -F $PWD/ssh/conf one" ] || fail "$(show err)"
	[ ! -e swept/points.csv ]
}

@test "on a terminal it tells how far it is" {
	terminal
	script -qec "'$sweep' system.yaml -d data -o swept --grid percentage_vol_target=10,20 >/dev/null" /dev/null </dev/null >told
	tr '\r' '\n' <told | grep -qx 'sweep: [012] of 2'
	! tr '\r' '\n' <told | grep -v '^sweep: [012] of 2$' | grep -q .
}

@test "what it refuses" {
	dies 'sweep: no points: give --grid or --list' "$sweep" system.yaml -d data -o swept
	dies 'sweep: --grid or --list, not both' "$sweep" system.yaml -d data -o swept --grid a=1 --list x
	dies 'sweep: -j wants a number of workers: "0"' "$sweep" system.yaml -d data -o swept --grid a=1 -j 0
	dies 'sweep: --walk-forward wants YEARS/YEARS: "5"' "$sweep" system.yaml -d data -o swept --grid a=1 --walk-forward 5
	dies 'sweep: option --by wants a value; see sweep --help' "$sweep" system.yaml -d data -o swept --by
	dies 'sweep: no such option: "--nope"; see sweep --help' "$sweep" system.yaml -d data --nope
	dies "backtest: cannot read system 'none.yaml'" "$sweep" none.yaml -d data -o swept --grid a=1
	dies "st-grid: key 'a' twice" "$sweep" system.yaml -d data -o swept --grid a=1 --grid a=2
	echo a >list.csv
	dies "sweep: no points: 'list.csv' has no rows" "$sweep" system.yaml -d data -o swept --list list.csv
	dies 'st-walk-forward: no such statistic: "x"; see st-stats(1)' "$sweep" system.yaml -d data -o swept -q --grid forecast_cap=10 \
		--walk-forward 1/1 --by x
	mkdir other
	printf '#!/bin/sh\necho parallel of moreutils\n' >other/parallel
	chmod +x other/parallel
	PATH=$PWD/other:$PATH dies 'sweep: GNU parallel is wanted: install the package parallel' "$sweep" system.yaml -d data -o swept --grid a=1
	try "$sweep" system.yaml
	[ "$status" = 2 ] && grep -q '^usage: sweep' err
	"$sweep" --help | grep -q '^usage: sweep'
}
