#!/usr/bin/env bats
# st-help: a line for every program beside it, by group

bats_require_minimum_version 1.5.0
load ../helper

@test "st-help: the example in its header is true" {
	run -0 bash -c 'st-help roll | grep st-adjust'
	[ "$output" = "  st-adjust         append the price adjusted for rolls" ]
}

@test "st-help: every program once, those of a group in order, each in the group that its source's folder has" {
	run -0 st-help
	cd "$ROOT"
	[ "$(printf '%s\n' "${lines[@]}" | awk '/^  / { print $1 }' | sort)" = "$(cd "$(dirname "$(command -v st-help)")" && ls -d st-* | grep -v '[.]' | sort)" ]
	printf '%s\n' "${lines[@]}" | while read -r name rest; do
		case $name in
		st-*) [[ -f tools/$group/$name.c && -n $rest && ! $name < $before ]] ;;
		*) group=$name name= ;;
		esac
		before=$name
	done
}

@test "st-help: groups that are named, in the order named; no such group" {
	run -0 st-help sweep roll
	[ "${lines[0]}" = "sweep - a system at many points, and what its best is worth" ]
	[ "$(printf '%s\n' "${lines[@]}" | grep -c '^[a-z]')" = 2 ]
	run -2 st-help --quiet nope
	[ "$output" = 'st-help: no program is of that group: "nope"; see st-help --help' ]
}

@test "st-help: finds the programs beside itself, and says which one is silent; a group of one's own comes last" {
	cp "$(command -v st-help)" .
	printf '#!/bin/sh\necho mine\necho does this\n' >st-a
	printf '#!/bin/sh\nexit 3\n' >st-b
	printf '#!/bin/sh\necho roll\n' >st-c
	chmod +x st-a st-b st-c
	echo >st-notes.txt
	echo >st-plain
	PATH=/usr/bin:/bin run -2 --separate-stderr ./st-help
	[ "$output" = "config - the merged config, and these programs
  st-help           list the programs and what each is for
mine
  st-a              does this" ]
	[ "$stderr" = "st-help: 'st-b' does not say what it is for
st-help: 'st-c' does not say what it is for" ]
}

@test "st-help: pipelines too, where they are installed" {
	cp "$(command -v st-help)" .
	for p in "$ROOT"/pipelines/*; do
		[ ! -x "$p" ] || ln -s "$p" "st-${p##*/}"
	done
	run -0 ./st-help pipelines
	[ "${lines[2]}" = "  st-backtest       Run a system over a pysystemtrade data folder (or an archive of one)" ]
	[ "${#lines[@]}" = "$(($(find "$ROOT/pipelines" -type f -perm -u+x | wc -l) + 1))" ]
}

@test "st-help: a full disk" {
	run -2 bash -c 'st-help >/dev/full'
}

@test "the README's table is what st-help prints" {
	diff <(st-help | sed -E 's/^  (st-[a-z-]*) +(.*)/| `\1` | \2 |/; s/^([a-z]*) - (.*)/| **\1** | \2 |/') \
		<(sed -n '/^| \*\*data\*\* |/,/^| \*\*pipelines\*\* |/p' "$ROOT/README.md" | sed '$d')
}

@test "st(7) lists the programs as st-help does" {
	cp "$(dirname "$(command -v st-help)")"/st-* .
	for p in "$ROOT"/pipelines/*; do
		[ ! -x "$p" ] || ln -s "$p" "st-${p##*/}"
	done
	diff <(./st-help | awk '{ print $1 }') <(sed -n '/^\.Sh PROGRAMS/,/^\.El/p' "$ROOT/man/st.7" | awk '/^\.It Sy/ { print $3 } /^\.Xr/ && NR > 4 { print $2 }')
}
