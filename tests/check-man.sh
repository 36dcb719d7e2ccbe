#!/usr/bin/env bash
# check-man.sh [PROGRAM ...] - are the pages true? TAP on stdout, status 1 when one is not.
#
# For each program, pipelines too: it has a page and the page has a program; mandoc finds nothing to say;
# OPTIONS names what --help does, SYNOPSIS its verbs; --help and --version answer on stdout; what the program is for reads the
# same in --help, in the page and in the first comment of the source; and each `$ ` line of
# the examples (in .Bd -literal blocks of the page, in the first comment of the source), run in
# an empty folder a block, shows what stands below it (errors too, as a terminal does). A line that ends in \ goes on, and
# what an `export` sets holds for the rest of the block.
# Of the pages of section 7 the form and the examples; those of st-cookbook(7) share one folder.
set -u
cd "$(dirname "$0")/.."
root=$PWD
export ST_BIN=${ST_BIN:-$root/build/bin}
export PATH=$ST_BIN:$PATH LC_ALL=C TZ=UTC ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=0}
unset ST_HOME
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
# Pipelines by the names that they are installed under.
mkdir "$tmp/bin"
for f in pipelines/*; do
	[ ! -x "$f" ] || ln -s "$root/$f" "$tmp/bin/st-${f#pipelines/}"
done
PATH=$tmp/bin:$PATH
failed=0

ok() {
	echo "ok $*"
}

not_ok() {
	echo "not ok $*"
	failed=1
}

# tell FILE: as the lines of explanation below a "not ok".
tell() {
	head -n 40 "$1" | sed 's/^/# /'
}

# The names of the options, one a line, in OPTIONS of a page and in --help.
page_options() {
	awk '/^\.Sh/ { on = $2 == "OPTIONS" }
		on && /^\.It/ {
			flag = 0
			for (i = 2; i <= NF; i++)
				if ($i ~ /^(Fl|Ns|Ar|Op|No|Oo|Cm|Li|Ql)$/)
					flag = $i == "Fl"
				else if (flag && $i ~ /[a-zA-Z]/)
					print "-" $i
		}' "$1" | sed 's/=.*//; s/\\-/-/g; s/\\&//g' | sort
}

help_options() {
	"$1" --help | awk '/^ +-/ { for (i = 1; i <= 2; i++) if ($i ~ /^-/) print $i }' | sed 's/[=,].*//' | sort
}

# The verbs, one a line, in SYNOPSIS of a page and in --help.
page_verbs() {
	awk '/^\.Sh/ { on = $2 == "SYNOPSIS" }
		on { for (i = 1; i < NF; i++) if ($i ~ /^[.]?Cm$/) print $(i + 1) ($(i + 2) ~ /^[a-z]/ ? " " $(i + 2) : "") }' "$1" | sort -u
}

help_verbs() {
	"$1" --help | sed -n 's/^  \([a-z][a-z-]*\( [a-z][a-z]*\)\{0,1\}\)  .*/\1/p' | sort
}

# Example blocks, each begun by a line "block": of a page, its escapes undone; of a source's first comment.
page_blocks() {
	awk '/^\.Bd/ && /-literal/ { on = 1; print "block"; next } /^\.Ed/ { on = 0 } on' "$1" |
		sed 's/\\&//g; s/\\-/-/g; s/\\(dq/"/g; s/\\(aq/'\''/g; s/\\(ti/~/g; s/\\(ha/^/g; s/\\e/\\/g'
}

# All of a page as one block.
whole_page() {
	page_blocks "$1" | awk '$0 != "block" || !begun++'
}

source_blocks() {
	echo block
	awk 'NR > 1 && /^ \*\// { exit }
		/^ \*   \$ / { on = 1 }
		/^ \*$/ { on = 0 }
		on && sub(/^ \*   /, "")' "$1"
}

# Run one command in the current folder; what it shows against the file want.
run_example() {
	timeout 60 bash -c "$exported$1" >"$tmp/got" 2>&1 </dev/null
	cmp -s "$tmp/want" "$tmp/got" && return
	{ echo "\$ $1"; diff "$tmp/want" "$tmp/got"; } >"$tmp/tell"
	return 1
}

# Blocks on stdin; the number of examples, or what is wrong in $tmp/tell. An example is a command and what follows it.
run_blocks() {
	local line command="" exported="" more=0 n=0
	flush() {
		[ -z "$command" ] && return
		n=$((n + 1))
		run_example "$command"
		local r=$?
		[[ $command != 'export '* || $command == *[\;\|\&]* ]] || exported+=$command$'\n'
		command=""
		: >"$tmp/want"
		return $r
	}
	: >"$tmp/want"
	while IFS= read -r line || [ -n "$line" ]; do
		if [ "$line" = block ] || { [ $more = 0 ] && [[ $line == '$ '* ]]; }; then
			flush || return
			if [ "$line" = block ]; then
				cd "$(mktemp -d "$tmp/block.XXXXXX")" || return
				exported=
			else
				command=${line#'$ '}
			fi
		elif [ $more = 1 ]; then
			command+=$'\n'$line
		elif [ -n "$command" ]; then
			printf '%s\n' "$line" >>"$tmp/want"
		fi
		[[ -n $command && $line == *\\ && ! -s $tmp/want ]] && more=1 || more=0
	done
	flush || return
	echo "$n"
}

# examples NAME BLOCKS-COMMAND FILE
examples() {
	local n
	"$2" "$3" >"$tmp/blocks"
	if ! n=$(run_blocks <"$tmp/blocks"); then
		not_ok "$1: an example of $3 prints something else (< there, > run)"
		tell "$tmp/tell"
	elif [ "$n" -gt 0 ]; then
		ok "$1: $n examples of $3"
	elif [ "$2" != source_blocks ]; then
		not_ok "$1: no example in $3"
	fi
}

answers() {
	local n
	if ! "$1" --help >"$tmp/help" 2>"$tmp/err" || [ -s "$tmp/err" ] || ! [ -s "$tmp/help" ]; then
		not_ok "$1: --help is not a text on stdout with status 0"
		return
	fi
	n=$(wc -l <"$tmp/help")
	[ "$n" -le 40 ] || echo "# $1: --help has $n lines, more than a screen"
	n=$(wc -L <"$tmp/help")
	[ "$n" -le 132 ] || echo "# $1: --help is $n columns wide"
	if ! "$1" --version 2>&1 | grep -qxE "$1 \(st\) [0-9]+\.[0-9]+\.[0-9]+"; then
		not_ok "$1: --version does not say '$1 (st) N.N.N'"
		return
	fi
	ok "$1: --help and --version"
}

# form NAME PAGE
form() {
	if ! command -v mandoc >/dev/null; then
		echo "ok $1: page in form # SKIP mandoc is not installed"
	elif mandoc -T lint -W warning "$root/$2" >"$tmp/tell" 2>&1; then
		ok "$1: page in form"
	else
		not_ok "$1: mandoc finds fault with $2"
		tell "$tmp/tell"
	fi
}

page() {
	local page=$root/man/$1.1
	if [ ! -e "$page" ]; then
		not_ok "$1: no page man/$1.1"
		return
	fi
	form "$1" "man/$1.1"
	page_options "$page" >"$tmp/page"
	help_options "$1" >"$tmp/help"
	if diff "$tmp/page" "$tmp/help" >"$tmp/tell"; then
		ok "$1: options of the page are those of --help"
	else
		not_ok "$1: options differ (< man/$1.1, > --help)"
		tell "$tmp/tell"
	fi
	help_verbs "$1" >"$tmp/help"
	page_verbs "$page" >"$tmp/page"
	if [ -s "$tmp/help" ] && ! diff "$tmp/page" "$tmp/help" >"$tmp/tell"; then
		not_ok "$1: verbs differ (< SYNOPSIS of man/$1.1, > --help)"
		tell "$tmp/tell"
	fi
	examples "$1" page_blocks "$page"
}

# page7 NAME BLOCKS-COMMAND
page7() {
	form "$1(7)" "man/$1.7"
	examples "$1(7)" "$2" "$root/man/$1.7"
}

# purpose NAME SOURCE: one text in all places (the README's table is st-help's, which a test of that sees to).
purpose() {
	local says page source
	says=$("$1" --st-help | sed -n 2p)
	page=$(sed -n 's/^\.Nd //p' "$root/man/$1.1")
	source=$(sed -n '2s/^ \* [a-z-]* - //p' "$2")
	if [ "$says" = "$page" ] && [ "$says" = "$source" ]; then
		ok "$1: one purpose"
	else
		not_ok "$1: --help, the page and the source say differently what it is for"
		printf '# %s\n' "$says" "$page" "$source"
	fi
}

program() {
	local name=$1
	if ! command -v "$name" >/dev/null; then
		not_ok "$name: no such program in $ST_BIN"
		return
	fi
	answers "$name"
	page "$name"
	for source in "$root"/tools/*/"$name.c"; do
		[ -e "$source" ] || continue
		purpose "$name" "$source"
		examples "$name" source_blocks "$source"
	done
}

programs=$(ls tools/* "$tmp/bin" | sed -n 's/^\(st-[a-z0-9-]*\)\(\.c\)\{0,1\}$/\1/p' | sort)
for p in ${*:-$programs}; do
	program "$p"
done
if [ $# = 0 ]; then
	for f in man/*; do
		p=${f#man/}
		[[ $p == *.7 ]] || grep -qx "${p%.1}" <<<"$programs" ||
			not_ok "man/$p: no program ${p%.1}"
	done
	page7 st page_blocks
	page7 st-cookbook whole_page
	page7 st-ledger page_blocks
fi
exit $failed
