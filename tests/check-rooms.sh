#!/bin/sh
# check-rooms.sh [TREE [BUILD]] - does everything in lib/ stand where lib/ROOMS says? TAP on stdout.
#
# Each include must name a file of its own room or of one above it, and none that its room must never include. Each
# symbol that an object exports, and each struct and enum of a header, must begin with the name of its file or of its
# room, of which a plural's s may be missing: so who meets a name knows the folder and the file that it lives in.
set -eu
tree=${1:-$(dirname -- "$0")/..}
cd -- "$tree"
build=${2:-${BUILD:-build}}

# check NAME AWK-PROGRAM: lines on standard input that the program prints are what is wrong.
check() {
	awk -F '[ \t:"/]+' "$rooms $2" | awk -v name="$1" '{ print "not ok " $0 } END { if (!NR) print "ok rooms: " name }'
}

rooms='
	function begins(name, with) {
		sub(/s$/, "", with)
		return name ~ "^" with "s?(_|$)"
	}
	function misnamed(name, room, file) {
		sub(/[.].*/, "", file)
		return !begins(name, file) && !begins(name, room)
	}
	BEGIN {
		while ((getline line <"lib/ROOMS") > 0) {
			if (line ~ /^(#|$)/)
				continue
			room = line
			sub(/:.*/, "", room)
			at[room] = ++rooms
			if (sub(/.*; never /, "", line))
				never[room] = " " line " "
		}
	}'

sources=$(find lib -type f \( -name '*.[ch]' -o -name '*.cc' \) | sort)
objects=$(printf '%s\n' $sources | sed -n "s|\(.*\)[.]cc\{0,1\}$|$build/\1.o|p")
for object in $objects; do
	[ -r "$object" ] || { echo "not ok $object: not there to be looked at; make it first"; exit 1; }
done
report=$(
	printf '%s\n' $sources | check "every file is in a room of lib/ROOMS" '!($2 in at) { print $0 ": no such room in lib/ROOMS" }'
	printf '%s\n' $sources | grep -v 'h$' | sed 's/[.][a-z]*$//' | sort | uniq -d | check "a base name is one file's in its room" '{ print }'
	grep -Ho '^#include "[^"]*"' $sources | check "every include leads down" '
		{ file = $1 "/" $2 "/" $3; to = $5; header = $6; sub(/[.]h$/, "", header) }
		!(to in at) { print file ": include \"ROOM/FILE.h\", not \"" to "\""; next }
		at[to] > at[$2] { print file ": " $2 " may not include " to "/" header ".h" }
		index(never[$2], " " to " ") || index(never[$2], " " to "/" header " ") {
			print file ": " $2 " must never include " to "/" header ".h"
		}'
	# A symbol that begins with an underscore is the compiler's; base/mem stands in the C library's places.
	nm -A -g --defined-only $objects | sed "s|^$build/||; s|:| |" |
		check "every symbol begins with the name of its file or of its room" '
			$6 !~ /^_/ && !($3 ~ /^mem[.]/ && $6 ~ /^(m|c|re)alloc$/) && misnamed($6, $2, $3) { print $1 "/" $2 "/" $3 ": exports " $6 }'
	grep -HoE '^(struct|enum) [a-z_0-9]+ \{' $(printf '%s\n' $sources | grep 'h$') | check "every struct and enum does" '
		misnamed($5, $2, $3) { print $1 "/" $2 "/" $3 ": has " $4 " " $5 }'
)
printf '%s\n' "$report"
! printf '%s\n' "$report" | grep -q '^not ok'
