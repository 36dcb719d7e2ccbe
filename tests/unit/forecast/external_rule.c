#include "forecast/external_rule.h"

#include <fcntl.h>

#include "stream/filter.h"
#include "test.h"

/* A rule's forecast of the one row there is. */
static double
forecast_of(char *const *argv)
{
	static const struct filter filter = { .name = "unit" };
	static struct column time = { "time", false };
	struct step s = { .f = &filter, .in = { &time, 1 }, .out = { &time, 1 } };
	struct row_cell cell = { .s = slice_of("2021-01-04"), .text = true };
	struct row r = { .c = &cell, .n = 1, .raw = cell.s, .nraw = 1, .file = "in", .line = 2 };
	struct trading_rule v = { .name = "mine", .argv = (char **)argv };
	struct held_rows h = { .n = 0 };
	double f = 0;

	held_rows_add(&h, &s, &r);
	external_rule_run(&v, "CORN", &h, &s, &f, 1);
	return f;
}

/* The program is told the instrument; this one's environment and descriptors are as before. */
static void
told_to_the_child_alone(void)
{
	char *argv[] = { "sh", "-c", "echo \"forecast\n${#ST_INSTRUMENT}\"; cat >/dev/null", NULL };

	unsetenv("ST_INSTRUMENT");
	int next = fcntl(0, F_DUPFD, 3);
	close(next);
	CHECK(forecast_of(argv) == 4 && !getenv("ST_INSTRUMENT"));
	setenv("ST_INSTRUMENT", "what was there", 1);
	CHECK(forecast_of(argv) == 4 && strcmp(getenv("ST_INSTRUMENT"), "what was there") == 0);
	CHECK(fcntl(0, F_DUPFD, 3) == next);
}

/* A program that prints the times must print those given. */
static void
times_are_checked(void)
{
	char *right[] = { "cat", NULL }, *both[] = { "sed", "1s/$/,forecast/; 2s/$/,7/", NULL },
	    *wrong[] = { "sed", "1s/$/,forecast/; 2s/.*/2021-01-05,7/", NULL };

	CHECK(forecast_of(both) == 7);
	DIES("rule 'mine': CORN:2: column 'time': not the time given: \"2021-01-05\"", forecast_of(wrong));
	DIES("rule 'mine': CORN:2: column 'forecast': not a number: \"2021-01-04\"", forecast_of(right));
}

int
main(void)
{
	RUN(told_to_the_child_alone);
	RUN(times_are_checked);
	return test_end();
}
