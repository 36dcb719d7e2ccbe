#include "base/wrong.h"

#include <errno.h>

#include "test.h"

static void
says_and_refuses(void)
{
	struct wrong w;

	CHECK(!wrong_say(&w, "%s:%d: what", "in", 3) && strcmp(w.text, "in:3: what") == 0);
	errno = ENOENT;
	CHECK(!wrong_sys(&w, "cannot open '%s'", "x") && strcmp(w.text, "cannot open 'x': No such file or directory") == 0);
}

static void
has_an_end(void)
{
	static char s[2 * WRONG_MAX];
	struct wrong w;

	memset(s, 'x', sizeof s - 1);
	CHECK(!wrong_say(&w, "%s", s) && strlen(w.text) == WRONG_MAX - 1);
	CHECK(!wrong_sys(&w, "%s", s) && strlen(w.text) == WRONG_MAX - 1);
}

int
main(void)
{
	RUN(says_and_refuses);
	RUN(has_an_end);
	return test_end();
}
