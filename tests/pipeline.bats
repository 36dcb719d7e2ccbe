# What may happen to a run of pipelines/backtest, and must not harm the next one.
load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	backtest=$ROOT/pipelines/backtest
	st-synth --seed=3 --instruments=2 --years=3 -o data
	st-fetch list -d data >codes
	cat >system.yaml <<-EOF
		trading_rules:
		  slow: {function: rules.ewmac, data: [rawdata.get_daily_prices, rawdata.daily_returns_volatility],
		    other_args: {Lfast: 8, Lslow: 32}, forecast_scalar: 5.3}
		  mine: {function: 'exec:./mine', data: [rawdata.get_daily_prices], forecast_scalar: 1.0}
		forecast_weights: {slow: 0.5, mine: 0.5}
		instrument_weights: {$(sed -n 1p codes): 0.5, $(sed -n 2p codes): 0.5}
	EOF
	rule 5
}

# rule N: the program is a rule whose forecast is always N.
rule() {
	printf '#!/bin/sh\nawk '\''{ print (NR > 1 ? %s : "forecast") }'\''\n' "$1" >mine
	chmod +x mine
}

# sums DIR: of all that a run gives.
sums() {
	(cd "$1" && sha256sum config.json ./*.csv)
}

run_in() {
	"$backtest" system.yaml -d data -o "$1" -q --no-plot "${@:2}"
}

@test "a run killed at any moment is made good by the next" {
	run_in whole
	for delay in 0.02 0.05 0.08 0.11 0.14 0.17; do
		rm -rf out
		setsid sh -c 'echo $$ >group; exec "$@"' - "$backtest" system.yaml -d data -o out -q --no-plot 2>/dev/null 3>&- &
		sleep "$delay"
		kill -KILL -- "-$(cat group)" || :
		wait $! || :
		while kill -0 -- "-$(cat group)" 2>/dev/null; do sleep 0.01; done
		run_in out
		diff <(sums whole) <(sums out)
	done
}

# A few of them; with FAULTS=all (make check-long) each fault in each program.
@test "a program of a run whose call fails, or that is killed there: status 2 and a word, and the next run makes it good" {
	local program fault n=0
	! grep -q __asan_init "$ST_BIN/st-vol" || skip "the sanitizer has its own malloc"
	cc -std=c11 -D_GNU_SOURCE -shared -fPIC -o inject.so "$ROOT/tests/faults/inject.c"
	run_in whole
	for program in st-config st-fetch st-chain st-account st-stats st-cost st-merge; do
		for fault in 'write 1' 'write 2' 'read 3' 'open 4' 'rename 1' 'close 2' 'alloc 60' 'kill write 1' 'kill write 2' 'kill rename 1' \
			'kill open 3' 'kill read 2'; do
			n=$((n + 1))
			[ "${FAULTS:-}" = all ] || [ $((n % 13)) = 1 ] || continue
			rm -rf again
			FAULT_IN=$program FAULT=$fault LD_PRELOAD=$PWD/inject.so try run_in again
			if [ "$status" = 0 ]; then
				[ ! -s err ] && diff <(sums whole) <(sums again) || fail "$program, $fault: as if nothing were"
			else
				[ "$status" = 2 ] && [ -s err ] || fail "$program, $fault: status $status" "$(show err)"
			fi
			run_in again
			diff <(sums whole) <(sums again) || fail "$program, $fault: the next run"
		done
	done
}

@test "an output that was lost is made again, the same bytes" {
	run_in out
	sums out >before
	rm out/rows.csv out/stats.csv
	run_in out
	sums out | diff before -
	mv out/rows.csv out/rows.csv.new # killed before that name was the right one
	run_in out
	sums out | diff before -
}

@test "instruments are there from the same day on whether the first days tell it or only all of them" {
	for periods in 10 150; do
		run_in $periods --set volatility_calculation.min_periods=$periods
		(cd $periods && st-fetch --data=../data --config=config.json --daily |
			st-fx --config=config.json --fx=work/fx.csv --instruments=work/instruments.csv | st-vol --config=config.json |
			st-weights --config=config.json -c fx -c vol -c price) >want
		diff want $periods/work/weights.csv
	done
	run diff 10/work/weights.csv 150/work/weights.csv
	[ "$status" = 1 ]
}

@test "a rule that is a program is something the results depend on" {
	run_in out
	rule -5
	run_in out
	run_in fresh
	diff <(sums out) <(sums fresh)
	rule '"x"'
	run -2 run_in out
}

@test "so are the data behind symbolic links, and which folder it is" {
	mkdir linked other
	ln -s "$PWD/data"/* linked
	"$backtest" system.yaml -d linked -o out -q --no-plot
	cp -a data/. other
	code=$(sed -n 1p codes)
	awk -F, -v OFS=, 'NR > 1 && $2 != "" { $2 += 1 } 1' data/adjusted_prices_csv/"$code".csv >other/adjusted_prices_csv/"$code".csv
	touch -r data/adjusted_prices_csv/"$code".csv other/adjusted_prices_csv/"$code".csv
	"$backtest" system.yaml -d other -o out -q --no-plot
	"$backtest" system.yaml -d other -o fresh -q --no-plot
	diff <(sums out) <(sums fresh)
}

@test "changing the config there and back gives what it gave" {
	run_in out
	sums out >before
	run_in out --set percentage_vol_target=10
	! sums out | diff -q before - >/dev/null
	run_in out
	sums out | diff before -
}

@test "names with spaces and quotes, from another folder" {
	mkdir "a b'c"
	(cd "a b'c" && "$backtest" ../system.yaml -d ../data -o "o \$u't" -q --no-plot --set "base_currency='USD'")
	run_in plain
	diff <(sums plain | grep -v config) <(sums "a b'c/o \$u't" | grep -v config)
}

@test "an instrument without prices, and one without adjusted prices, stop it by name" {
	code=$(sed -n 1p codes)
	rm data/adjusted_prices_csv/"$code".csv
	run -2 run_in out
	[[ $output == *"st-fetch: no adjusted prices of '$code' in "* ]]
	run -2 run_in out --set start_date=2100-01-01
	run -2 run_in out --set "instrument_weights={NONE: 1, NEITHER: 1}"
	[[ $output == *"config.json: no prices of NEITHER, NONE in "*"; exclude_instrument_lists.ignore_instruments leaves instruments out"* ]]
}

@test "--brief: the same account and the portfolio's statistics, nothing else; the whole after it, and back" {
	run_in whole
	"$backtest" system.yaml -d data -o out --brief >printed
	[ ! -s printed ] && [ "$(cd out && echo *)" = "account.csv config.json held.csv stats.csv work" ]
	cmp whole/account.csv out/account.csv
	grep '^account\|^portfolio,' whole/stats.csv | cmp - out/stats.csv
	run_in out
	diff <(sums whole) <(sums out)
	"$backtest" system.yaml -d data -o out --brief
	[ "$(cd out && echo *)" = "account.csv config.json held.csv stats.csv work" ]
	cmp whole/account.csv out/account.csv
	"$backtest" system.yaml -d data -o dynamic --brief --set optimal=dynamic
	run_in dynamic_whole --set optimal=dynamic
	run -1 grep -cE '(^|,)(raw|forecast)[.,]' <(head -n 1 dynamic/work/1.exposed.csv)
	cmp dynamic_whole/account.csv dynamic/account.csv
}

@test "--inputs, and its config run elsewhere with --programs" {
	run_in whole --set percentage_vol_target=10
	"$backtest" system.yaml -d data -o inputs --inputs --set percentage_vol_target=10
	[ "$(cd inputs && echo *)" = "config.json work" ]
	for file in config.json work/data work/rules work/programs; do cmp whole/$file inputs/$file; done
	mkdir elsewhere
	cp inputs/config.json elsewhere
	"$backtest" elsewhere/config.json -d data -o out -q --no-plot --programs .
	diff <(sums whole) <(sums out)
	run -2 "$backtest" elsewhere/config.json -d data -o none -q --no-plot
}

@test "usage" {
	run -2 "$backtest" system.yaml -d data
	run -2 "$backtest" system.yaml -d data -o
	[ "$output" = "backtest: option -o wants a value; see backtest --help" ]
	run -2 "$backtest" system.yaml -d data -o out -j 0
	run -2 "$backtest" none.yaml -d data -o out
	[ "$output" = "backtest: cannot read system 'none.yaml'" ]
	run -2 "$backtest" system.yaml -d none -o out
	[ "$output" = "backtest: no data: 'none'" ]
	run -2 "$backtest" system.yaml -d data -o out --programs none
	[ "$output" = "backtest: no folder of programs: 'none'" ]
	run -2 "$backtest" system.yaml -d data -o out --set percentage_vol_target=
	run -2 "$backtest" system.yaml -d data -o out --brief --accounts
	[ "$output" = "backtest: --brief or --accounts, not both" ]
	run -0 "$backtest" --help
}

@test "closed descriptors, a full disk and a reader that leaves" {
	"$backtest" system.yaml -d data -o plain -q --no-plot
	"$backtest" system.yaml -d data -o made -q --no-plot <&- >&-
	diff <(sums plain) <(sums made)
	"$backtest" system.yaml -d data -o made -q --no-plot 2>&-
	dies "backtest: cannot write 'stdout'" eval '"$backtest" system.yaml -d data -o made --no-plot >&-'
	dies "backtest: cannot write 'stdout'" eval '"$backtest" system.yaml -d data -o made --no-plot >/dev/full'
	"$backtest" system.yaml -d data -o made --no-plot 2>err | true
	[ ! -s err ]
	rm -rf made
	"$backtest" system.yaml -d data -o made --no-plot 2>&- >printed
	diff <(sums plain) <(sums made)
}

@test "what the shell's own programs would say of a folder is said in our words" {
	mkdir locked
	touch file
	dies "backtest: cannot write in 'file': Not a directory" "$backtest" system.yaml -d data -o file
	dies "backtest: cannot write in 'file/made': Not a directory" "$backtest" system.yaml -d data -o file/made
	dies "backtest: no folder of programs: 'nowhere'" "$backtest" system.yaml -d data -o made --programs nowhere
	mkdir -p taken/work/lock
	dies "backtest: cannot write in 'taken'" "$backtest" system.yaml -d data -o taken
	dies_like "st-chain: rule 'mine': [A-Z_]*: cannot run '.*/mine': No such file or directory" \
		eval 'mv mine gone; "$backtest" system.yaml -d data -o made -q --no-plot'
}
