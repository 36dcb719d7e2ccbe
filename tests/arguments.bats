# pipelines/common.sh: one way to read arguments, that of GNU's programs, by what a usage() lists

load helper

# Two operands and some options, in every form; prints what the pipeline would get.
setup() {
	cd "$BATS_TEST_TMPDIR" || return
	mkdir pipelines
	cp "$ROOT/pipelines/common.sh" pipelines
	cat >pipelines/some <<-'SH'
		#!/bin/sh
		set -eu
		usage() {
			cat <<'TXT'
		usage: some [WORD ...]

		  -o OUT           where to
		  -n, --number N   with a letter and a name
		  --set KEY=VALUE  any value
		  --by STAT,...    a list
		  --all            a flag
		  -q               another
		  -v, --verbose    with a letter and a name
		  -h, --help       print this
		      --version    print the version
		TXT
		}
		. "${0%/*}/common.sh"
		option() { printf '%s' "$1${2+ <$2>};"; }
		operand() { printf '%s' "{$1}"; }
		arguments "$@"
		echo
	SH
	chmod +x pipelines/some
	some=pipelines/some
}

@test "a value behind the option or in the same word" {
	for form in '-o x' '-ox'; do prints '-o <x>;' $some $form; done
	for form in '--set x' '--set=x'; do prints '--set <x>;' $some $form; done
	for form in '--number 3' '--number=3'; do prints '--number <3>;' $some $form; done
	for form in '-n 3' '-n3'; do prints '-n <3>;' $some $form; done
	prints '--set <a=b=c>;--set <>;--set <>;--by <-q>;-o <=x>;' $some --set=a=b=c --set= --set '' --by -q -o=x
	prints "--set < a  'b' \"\$c\" * \\ >;" $some --set=" a  'b' \"\$c\" * \\ "
}

@test "flags, alone and together; options before and behind operands, and nothing but operands behind --" {
	prints '--all;-q;-v;--verbose;' $some --all -q -v --verbose
	prints '-q;-v;-o <x>;-q;-n <-q>;' $some -qvox -qn -q
	prints '{a}-o <x>;{b c}-q;{-}--all;' $some a -o x 'b c' -q - --all
	prints '-q;{a}{-q}{--}{--set=x}' $some -q -- a -q -- --set=x
}

@test "an option of one letter by the name that programs have for it, when there is one" {
	for form in '--output x' '--output=x'; do prints '-o <x>;' $some $form; done
	prints '-q;{a}-o <y=z>;-q;' $some --quiet a --output=y=z -q
	dies 'some: option --quiet takes no value; see some --help' $some --quiet=1
	dies 'some: option -o wants a value; see some --help' $some --output
	dies 'some: no such option: "--data=x"; see some --help' $some --data=x
	dies 'some: no such option: "--jobs"; see some --help' $some --jobs 3
	for pipeline in "$ROOT"/pipelines/*; do
		[ ! -x "$pipeline" ] || ! "$pipeline" --help | grep -q '^  -d' || dies_like ".*: missing: .*" \
			bash -c '"$0" --data=x --jobs 2 2>&1 | tail -n 1 >&2; exit ${PIPESTATUS[0]}' "$pipeline"
	done
}

@test "what must be said and was not is named, below the usage" {
	missing() {
		try "$ROOT/pipelines/$1" "${@:3}"
		[ "$status" = 2 ] && [ "$(tail -n 1 err)" = "$1: missing: $2" ] && grep -q "^usage: $1 " err || fail "$*: $(cat err)"
	}
	missing backtest 'SYSTEM.yaml, -d DATA, -o OUT'
	missing backtest '-o OUT' system.yaml -d data
	missing backtest 'SYSTEM.yaml' '' -d data -o out
	missing sweep '-d DATA' system.yaml -o out --grid a=1
	missing lookahead 'SYSTEM.yaml' -d data
	missing prices '-d DATA' -o out CORN
	missing adjusted '-o OUT' -d data CORN
}

@test "what isn't listed is refused by its name" {
	for word in --nope --nope=3 -x --se --al --number-of '--all --set' --all= -q- --= -=; do
		case $word in
		--all=) dies "some: option --all takes no value; see some --help" $some "$word" ;;
		--se | '--all --set') dies "some: no such option: \"$word\"; the nearest is --set; see some --help" $some "$word" ;;
		--al) dies "some: no such option: \"$word\"; the nearest is --all; see some --help" $some "$word" ;;
		--number-of) dies 'some: no such option: "--number-of"; the nearest is --number; see some --help' $some "$word" ;;
		*) dies "some: no such option: \"$word\"; see some --help" $some "$word" ;;
		esac
	done
	dies 'some: no such option: "-x"; see some --help' $some -qx
	for word in -o -n --set --number -qo; do
		dies "some: option ${word/q/} wants a value; see some --help" $some "$word"
	done
}

@test "help, version, and the options for completion, wherever they stand" {
	prints "-q;{a}$($some --help)" $some -q a -h
	prints "-q;$($some --help)" $some -qh
	prints "$(st-config --version | sed s/config/some/)" $some --version
	prints '--number= --set= --by= --all --verbose --help --version' echo $($some --st-complete)
}

# Parsing stops at the first thing refused, so a refused one behind tells that what stands before has been taken.
@test "every option of every pipeline in every form" {
	local n=0 option value pipeline
	for pipeline in "$ROOT"/pipelines/*; do
		[ -x "$pipeline" ] || continue
		name=${pipeline##*/}
		"$pipeline" --help | sed -E 's/^  (-.), +/  \1\n  /' |
			sed -nE 's/^  (-[^ ]+)( [A-Z])?.*/\1 \2/p' | grep -vE '^(-h|--help) ' >options
		while read -r option value; do
			if [ -z "$value" ]; then
				dies "$name: no such option: \"--nope\"; see $name --help" "$pipeline" $option --nope
			else
				dies "$name: option $option wants a value; see $name --help" "$pipeline" $option
				dies "$name: no such option: \"--nope\"; see $name --help" "$pipeline" $option a --nope
				case $option in
				--*) dies "$name: no such option: \"--nope\"; see $name --help" "$pipeline" $option=a --nope ;;
				*) dies "$name: no such option: \"--nope\"; see $name --help" "$pipeline" ${option}a --nope ;;
				esac
			fi
			# and something is done with it
			sed '/^arguments /q' "$pipeline" | grep -qE "^	(-.* \| )?$option( \|.*)?\) ?" || fail "$name has no case of $option"
			n=$((n + 1))
		done <options
	done
	[ "$n" -ge 30 ] || fail "only $n options"
}

@test "JSON is read with jq; where it isn't, it is said what to install" {
	mkdir bin
	for p in sh cat readlink dirname awk tr sed nproc; do ln -s "$(command -v $p)" bin; done
	touch system.yaml data
	dies 'backtest: the config is read with jq: install the package jq' \
		env PATH="$PWD/bin" "$ROOT/pipelines/backtest" system.yaml -d data -o out
	! grep -nE '(sed|grep|awk).*(\.json|config_json)' "$ROOT"/pipelines/*
}

@test "what a pipeline says of a name steers no terminal" {
	local backtest=$ROOT/pipelines/backtest
	dies "backtest: cannot read system 'a?[31mb??31mc?d'" "$backtest" $'a\033[31mb\302\23331mc\nd' -d . -o out
	dies "backtest: cannot read system 'a\\033[31m\\c'" "$backtest" 'a\033[31m\c' -d . -o out
	dies "prices: not a name of an instrument: \"a\\b\"" env -C "$BATS_TEST_TMPDIR" bash -c '
		mkdir -p in/contract_prices_csv in/csvconfig
		: >"in/contract_prices_csv/a\\b_20200300.csv"
		echo Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset >in/csvconfig/rollconfig.csv
		exec "$0" -d in -o in' "$ROOT/pipelines/prices"
}
