# check-rooms.sh: what is out of place in lib/ is named

load helper

# A small house in order: two rooms, and one that must never die.
setup() {
	cd "$BATS_TEST_TMPDIR" || return
	mkdir -p lib/base lib/roll lib/order build/lib/base build/lib/roll build/lib/order
	printf '# rooms\n\nbase: bytes\nroll: contracts\norder: orders: pure; never base/die\n' >lib/ROOMS
	echo '#define DIE 1' >lib/base/die.h
	printf '#include "base/die.h"\nstruct calendars {\n	int n;\n};\n' >lib/roll/calendar.h
	printf '#include "roll/calendar.h"\n#include <stdio.h>\nint calendar_n = DIE;\nstatic int n;\nint roll_n(void);\nint roll_n(void) { return n; }\n' >lib/roll/calendar.c
	echo 'int order_n;' >lib/order/limits.c
	build
}

build() {
	for f in lib/*/*.c; do
		"${CC:-gcc}" -Ilib -c -o "build/${f%.c}.o" "$f"
	done
}

# rooms_say LINE ...: exactly these are wrong.
rooms_say() {
	try "$ROOT/tests/check-rooms.sh" . build
	[ "$status" = 1 ] || fail "status $status" "$(show out)"
	diff <(printf 'not ok %s\n' "$@") <(grep '^not ok' out)
}

@test "a house in order" {
	prints "ok rooms: every file is in a room of lib/ROOMS
ok rooms: a base name is one file's in its room
ok rooms: every include leads down
ok rooms: every symbol begins with the name of its file or of its room
ok rooms: every struct and enum does" "$ROOT/tests/check-rooms.sh" . build
}

@test "an include that leads up, one of what a room must never include, one without a room" {
	echo '#include "order/book.h"' >lib/roll/up.h
	echo '#include "base/die.h"' >lib/order/book.h
	echo '#include "die.h"' >lib/base/mem.h
	rooms_say 'lib/base/mem.h: include "ROOM/FILE.h", not "die.h"' \
		'lib/order/book.h: order must never include base/die.h' 'lib/roll/up.h: roll may not include order/book.h'
}

@test "what a room must never include comes with a header that it may" {
	printf '#include "base/names.h"\n#include "order/limits.h"\n' >lib/order/book.h
	echo '#include "order/book.h"' >lib/order/limits.h
	echo '#include "base/wrong.h"' >lib/base/names.h
	prints_ok=$("$ROOT/tests/check-rooms.sh" . build | grep -c '^ok')
	[ "$prints_ok" = 5 ]
	echo '#include "base/die.h"' >lib/base/wrong.h
	rooms_say 'lib/order/book.h: order must never include base/die.h, which comes with base/names.h' \
		'lib/order/limits.h: order must never include base/die.h, which comes with order/book.h'
	echo '#include "base/die.h"' >>lib/order/book.h
	rooms_say 'lib/order/book.h: order must never include base/die.h' \
		'lib/order/limits.h: order must never include base/die.h, which comes with order/book.h'
}

@test "a file in no room, or in one that is not told of" {
	echo >lib/stray.h
	mkdir lib/attic
	echo >lib/attic/old.h
	rooms_say 'lib/attic/old.h: no such room in lib/ROOMS' 'lib/stray.h: no such room in lib/ROOMS'
}

@test "two files of one base name in a room" {
	echo 'int calendar_twice;' >lib/roll/calendar.cc
	rooms_say lib/roll/calendar
}

@test "a symbol, a struct and an enum of another name" {
	echo 'int rolls_n(void); int rolls_n(void) { return 0; } int stray; int calendarium;' >>lib/roll/calendar.c
	printf 'struct stray {\n	int n;\n};\nenum roll_kind { A };\nenum kind { B };\n' >>lib/roll/calendar.h
	build
	rooms_say 'lib/roll/calendar.o: exports calendarium' 'lib/roll/calendar.o: exports stray' \
		'lib/roll/calendar.h: has struct stray' 'lib/roll/calendar.h: has enum kind'
}

@test "an object that is not there is no house in order" {
	rm build/lib/order/limits.o
	try "$ROOT/tests/check-rooms.sh" . build
	[ "$status" = 1 ]
	grep -qx 'not ok build/lib/order/limits.o: not there to be looked at; make it first' out
}
