#include "base/die.h"

#include <errno.h>

#include "test.h"

static void
one_line(void)
{
	DIES("in:3: column 'x': not a number: \"abc\"", die("in:%d: column '%s': not a number: \"%s\"", 3, "x", "abc"));
	DIES("cannot open 'x': No such file or directory", errno = ENOENT; die_sys("cannot open 'x'"));
	DIES("a?b?[31mc?", die("a\nb\033[31mc\177"));
	DIES("\xc3\xa9t\xc3\xa9", die("\xc3\xa9t\xc3\xa9"));
	DIES("a??31mb?c?", die("a\xc2\x9b" "31mb\x9b" "c\xc3")); /* CSI in one character; no UTF-8 */
}

static void
say_hook(void)
{
	static int calls;

	fputs("hook\n", stderr);
	if (calls++)
		abort();
	die("in the hook");
}

/* The hook runs first and once, even if it dies itself. */
static void
hook(void)
{
	int fd;

	if (test_child(2, &fd)) {
		prog = "unit";
		die_hook(say_hook);
		die("stop");
	}
	CHECK(test_ended(fd, 2, "hook\nunit: in the hook\n"));
}

static void
say_exit(void)
{
	fputs("exit\n", stderr);
}

static void
say_tidy(void)
{
	fputs("tidy\n", stderr);
}

/* What waits for the end of the program is left to wait; it may want what the library that called holds. */
static void
within_a_library(void)
{
	int fd;

	if (test_child(2, &fd)) {
		prog = "unit";
		atexit(say_exit);
		die_tidy(say_tidy);
		die_within("stop at %d", 3);
	}
	CHECK(test_ended(fd, 2, "unit: stop at 3\ntidy\n"));
}

int
main(void)
{
	RUN(one_line);
	RUN(hook);
	RUN(within_a_library);
	return test_end();
}
