load helper

# complete WORD ...: what completes the last word, on one line.
complete_words() {
	bash -c 'source "$1/completions/st.bash"; shift
		COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _st; echo "${COMPREPLY[*]-}"' bash "$ROOT" "$@"
}

@test "options come from the program" {
	prints "--version" complete_words st-vol --ver
	prints "--days=" complete_words st-vol --da
	prints "$(st-vol --st-complete | paste -sd ' ')" complete_words st-vol --
	prints "--days=" complete_words "$ST_BIN/st-vol" --da
}

@test "verbs come from the program too, until one is there, and --help says the same" {
	touch exchange
	prints "exchange extend" complete_words st-roll ex
	prints "exchange extend" complete_words st-roll --files=x ex
	prints "exchange" complete_words st-roll build ex
	prints "exchange" complete_words st-roll --calendar = ex
	prints "--files=" complete_words st-roll build --fi
	[ "$(st-roll --st-complete | grep -v ^- | paste -sd ' ')" = "build split update now extend" ]
	for p in "$ST_BIN"/st-*; do
		[ -x "$p" ] || continue
		diff <("$p" --st-complete | grep -v ^-) <("$p" --help | sed -n 's/^  \([a-z][a-z-]*\( [a-z][a-z]*\)\{0,1\}\)  .*/\1/p') || fail "$p"
	done
}

@test "every program says what options it has, and --help says the same" {
	for p in "$ST_BIN"/st-*; do
		[ -x "$p" ] || continue
		diff <("$p" --st-complete | sed -n '/^-/s/=$//; /^-/p' | sort) \
			<("$p" --help | sed -n 's/^  \(-., \|    \)\(--[a-z0-9-]*\).*/\2/p' | sort) || fail "$p"
	done
}

@test "pipelines say theirs too" {
	ln -s "$ROOT/pipelines/backtest" st-backtest
	PATH=$PWD:$PATH prints "--accounts" complete_words st-backtest --acc
}

@test "st-help: groups of programs" {
	prints "position" complete_words st-help po
	prints "roll report" complete_words st-help data r
}

@test "all else is a file" {
	touch prices.csv prices.txt other
	prints "prices.csv prices.txt" complete_words st-vol pri
	prints "prices.csv prices.txt" complete_words st-fx --fx = pri
	prints "" complete_words st-vol nothing
}

@test "in st-chain: filters, and the options of the one at hand" {
	prints "st-vol" complete_words st-chain st-vo
	prints "st-vol" complete_words st-chain st-fx --base=EUR then st-vo
	prints "--days=" complete_words st-chain st-fx then st-vol --da
}

@test "each program on PATH is completed" {
	run bash -c 'source "$1/completions/st.bash"; complete -p st-vol' bash "$ROOT"
	[ "$status" = 0 ]
	[[ $output == *"-F _st st-vol" ]]
}
