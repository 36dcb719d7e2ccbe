#include "err.h"

#include <errno.h>

#include "test.h"

static void
one_line(void)
{
	DIES("in:3: column 'x': not a number: \"abc\"", die("in:%d: column '%s': not a number: \"%s\"", 3, "x", "abc"));
	DIES("cannot open 'x': No such file or directory", errno = ENOENT; die_sys("cannot open 'x'"));
	DIES("a?b?[31mc?", die("a\nb\033[31mc\177"));
	DIES("\xc3\xa9t\xc3\xa9", die("\xc3\xa9t\xc3\xa9"));
}

static void
warnings(void)
{
	DIES("careful\nunit: stop", warn("careful"); die("stop"));
	DIES("stop", warn_quiet(); warn("careful"); die("stop"));
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
memory(void)
{
	char *p = mem_alloc(10, 1), *q;

	for (int i = 0; i < 10; i++)
		CHECK(p[i] == 0);
	free(p);
	free(mem_alloc(0, 8));
	p = mem_grow(NULL, 4, 2);
	memcpy(p, "abcdefg", 8);
	p = mem_grow(p, 4000, 2);
	CHECK(strcmp(p, "abcdefg") == 0);
	q = mem_dup(p, 3);
	CHECK(strcmp(q, "abc") == 0);
	free(p);
	free(q);
	DIES("out of memory", mem_grow(NULL, SIZE_MAX / 2, 3));
}

int
main(void)
{
	RUN(one_line);
	RUN(warnings);
	RUN(hook);
	RUN(memory);
	return test_end();
}
