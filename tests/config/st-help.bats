#!/usr/bin/env bats
# st-help: a line for every program beside it

bats_require_minimum_version 1.5.0
load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR"
}

@test "st-help: the example in its header is true" {
	run -0 bash -c 'st-help | grep st-adjust'
	[ "$output" = "st-adjust         append the price adjusted for rolls" ]
}

@test "st-help: every program, in order, each with a summary" {
	run -0 st-help
	cd "$(dirname "$(command -v st-help)")"
	[ "$(printf '%s\n' "${lines[@]%% *}")" = "$(ls -d st-* | grep -v '[.]' | sort)" ]
	for l in "${lines[@]}"; do
		[[ "$l" =~ ^st-[a-z-]+\ +[^\ ] ]]
	done
}

@test "st-help: finds the programs beside itself, and says which one is silent" {
	cp "$(command -v st-help)" .
	printf '#!/bin/sh\necho usage\necho does this\n' >st-a
	printf '#!/bin/sh\nexit 3\n' >st-b
	chmod +x st-a st-b
	echo >st-notes.txt
	echo >st-plain
	PATH=/usr/bin:/bin run -2 ./st-help
	[ "${#lines[@]}" = 3 ]
	[[ "$output" == *"st-a              does this"* ]]
	[[ "$output" == *"st-help: 'st-b' does not say what it is for"* ]]
}

@test "st-help: a full disk, an operand" {
	run -2 bash -c 'st-help >/dev/full'
	run -2 st-help me
}

@test "the README's table names every program, and no other" {
	diff <(st-help | awk '/^st-/ { print $1 }' | sort) <(sed -n 's/^| `\(st-[a-z-]*\)` | .*/\1/p' "$ROOT/README.md")
}
