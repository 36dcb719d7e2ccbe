#include "forecast/exec_rule.h"

#include <fcntl.h>

#include "test.h"

static struct slice
no_time(void *arg, int i)
{
	(void)arg;
	(void)i;
	return slice_of("");
}

/* The program is told the instrument; this one's environment and descriptors are as before. */
static void
told_to_the_child_alone(void)
{
	char *argv[] = { "sh", "-c", "echo \"forecast\n${#ST_INSTRUMENT}\"; cat >/dev/null", NULL };
	FILE *in = tmpfile();
	double f = 0;

	unsetenv("ST_INSTRUMENT");
	int next = fcntl(0, F_DUPFD, 3);
	close(next);
	exec_rule_run("mine", argv, "CORN", in, &f, 1, no_time, NULL);
	CHECK(f == 4 && !getenv("ST_INSTRUMENT"));
	setenv("ST_INSTRUMENT", "what was there", 1);
	exec_rule_run("mine", argv, "CORN", in, &f, 1, no_time, NULL);
	CHECK(f == 4 && strcmp(getenv("ST_INSTRUMENT"), "what was there") == 0);
	CHECK(fcntl(0, F_DUPFD, 3) == next);
	fclose(in);
}

int
main(void)
{
	RUN(told_to_the_child_alone);
	return test_end();
}
