# Every option that wants a number, of every program: what is none is refused by its name, and one that it can't be too

load helper

# The words with which a program comes as far as to look at its numbers; nothing is there to be read.
declare -gA words=(
	[st-account]='--portfolio curves'
	[st-balance]='trade a CORN 20200300 --home=. -y'
	[st-calendar]='lint --rolls=rolls contracts'
	[st-capital]='update 5 --home=.'
	[st-compound]='curves'
	[st-cost]='--dear'
	[st-deflate]='figures'
	[st-fetch]='-d data --daily'
	[st-fill]='by-hand contract 1 --home=. -y'
	[st-gate]='list --home=.'
	[st-get]='-a ecb --offline --cache=none EURUSD'
	[st-journal]='list --home=.'
	[st-limit]='trade auto --home=. --capital=1 risks'
	[st-plot]='--text account'
	[st-prefix]='rows rows'
	[st-rate]='--fx=fx EURUSD'
	[st-report]='--text run'
	[st-stack]='net --home=. --instrument=X -y'
	[st-stats]='curves'
	[st-synth]='--stream --instruments=1 --years=1'
	[st-update]='file'
	[st-validate]='-s fx fx'
	[st-vol]='rows'
	[st-wanted]='put --home=. wanted'
	[st-walk-forward]='--points=points --fit=1 --run=1 figures'
)
# Those that may be below 0, and why.
declare -gA below_0=(
	[st-balance --quantity]='sold' [st-balance --price]='of a spread, or of oil' [st-balance --commission]='a rebate'
	[st-capital --broker]='refused by a rule' [st-capital --total]='so too' [st-capital --maximum]='so too' [st-capital --profit]='a loss'
	[st-fill --quantity]='sold' [st-fill --price]='of a spread, or of oil' [st-fill --commission]='a rebate'
	[st-rate --amount]='who owes has a negative amount'
	[st-stack --price]='of a spread, or of oil'
	[st-synth --seed]='any whole number is a seed'
)

# PROGRAM OPTION KIND, a line each, out of the tables.
numbers() {
	(cd "$ROOT" && grep -oE '^	\{ [^,]*, "[a-z-]+", .*O_(NUM|INT)' tools/*/*.c) |
		sed -nE 's|^tools/[a-z]*/([a-z-]+)\.c:	\{ [^,]*, "([a-z-]+)".*O_(...)$|\1 --\2 \3|p'
}

@test "a number that is none" {
	numbers >all
	[ "$(wc -l <all)" -ge 25 ] && [ "$(wc -l <all)" = "$(cd "$ROOT" && grep -E '\bO_(NUM|INT),' tools/*/*.c | wc -l)" ]
	while read -r program option kind; do
		for value in '' x nan NAN inf -inf infinity 1e400 -1e400 0x10 ' 1' '1 ' 1,5 1_000 --1 +; do
			whole=; [ "$kind" = NUM ] || whole=' whole'
			dies "$program: option $option wants a$whole number: \"$value\"; see $program --help" $program ${words[$program]} "$option=$value"
			dies "$program: option $option wants a$whole number: \"$value\"; see $program --help" $program "$option" "$value"
		done
		[ "$kind" = NUM ] || for value in 0.5 1e-9 1e300 2147483648; do
			dies "$program: option $option wants a whole number: \"$value\"; see $program --help" $program "$option=$value"
		done
	done <all
}

@test "one below 0, of all options but those that may be" {
	mkdir run points
	echo 'time,instrument,curve,value' >curves
	echo 'time,net_percent' >account
	echo 'time,currency,rate' >fx
	echo 'time,instrument,adjusted' >rows
	echo 'point,sharpe' >figures
	echo Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset >rolls
	echo 'DATETIME,PRICE' >file
	echo instrument,annual_risk,exposure >risks
	st-ledger init --home=.
	numbers | while read -r program option kind; do
		[ -n "${words[$program]:-}" ] || fail "$program needs a line in numbers.bats"
		[ -z "${below_0[$program $option]:-}" ] || continue
		try $program ${words[$program]} "$option=-1" </dev/null
		[ "$status" = 2 ] || fail "$program $option=-1: status $status" "$(show err)"
		grep -qE -e "$option|capital" err && [ "$(wc -l <err)" = 1 ] || fail "$program $option=-1: $(cat err)"
	done
}
