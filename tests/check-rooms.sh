#!/bin/sh
# check-rooms.sh [TREE [BUILD]] - does everything in lib/ stand where lib/ROOMS says? TAP on stdout.
#
# Each include must name a file of its own room or of one above it, and none that its room must never include, nor one
# that brings that along. Each
# symbol that an object exports, and each struct and enum of a header, must begin with the name of its file or of its
# room, of which a plural's s may be missing: so who meets a name knows the folder and the file that it lives in.
set -eu
tree=${1:-$(dirname -- "$0")/..}
cd -- "$tree"
build=${2:-${BUILD:-build}}

# check NAME AWK-PROGRAM: lines on standard input that the program prints are what is wrong.
check() {
	{ awk -F '[ \t:"/]+' "$rooms $2" || echo "$1: awk could not look"; } |
		awk -v name="$1" '{ print "not ok " $0 } END { if (!NR) print "ok rooms: " name }'
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
		function is_forbidden(in_room, header) {
			sub(/[.]h$/, "", header)
			return index(never[in_room], " " header " ") || index(never[in_room], " " substr(header, 1, index(header, "/") - 1) " ")
		}
		# What a header brings along, by: the one that file includes itself.
		function look(file, in_room, header, by,  each, n, i) {
			n = split(includes["lib/" header], each, " ")
			for (i = 1; i <= n; i++) {
				if ((file, each[i]) in seen)
					continue
				seen[file, each[i]]
				if (is_forbidden(in_room, each[i]))
					print file ": " in_room " must never include " each[i] ", which comes with " by
				look(file, in_room, each[i], by)
			}
		}
		{ file = $1 "/" $2 "/" $3; to = $5 }
		!(file in includes) { files[++all] = file; includes[file] = "" }
		!(to in at) { print file ": include \"ROOM/FILE.h\", not \"" to "\""; next }
		{ includes[file] = includes[file] " " to "/" $6; seen[file, to "/" $6] }
		at[to] > at[$2] { print file ": " $2 " may not include " to "/" $6 }
		is_forbidden($2, to "/" $6) { print file ": " $2 " must never include " to "/" $6 }
		END {
			for (f = 1; f <= all; f++) {
				split(files[f], path, "/")
				n = never[path[2]] ? split(includes[files[f]], own, " ") : 0
				for (i = 1; i <= n; i++)
					look(files[f], path[2], own[i], own[i])
			}
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
