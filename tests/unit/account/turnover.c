/* turnover, by hand */
#include "account/turnover.h"

#include <math.h>

#include "test.h"

static void
of_a_constant_average(void)
{
	struct turnover t = turnover_new();

	CHECK(isnan(turnover_annual(&t)));
	for (int day = 0; day < 5; day++)
		turnover_next_of(&t, day % 2 ? 10 : -10, 10); /* changes by two average positions a day */
	CHECK(turnover_annual(&t) == 2 * 256);
	turnover_next_of(&t, -10, 10);
	CHECK(turnover_annual(&t) == 2 * 256 * 4 / 5.);
}

static void
missing_days(void)
{
	struct turnover t = turnover_new();

	turnover_next_of(&t, 5, 10);
	turnover_next_of(&t, NAN, 10);
	CHECK(isnan(turnover_annual(&t)));
	turnover_next_of(&t, 5, 10);
	turnover_next_of(&t, 6, 10);
	CHECK(fabs(turnover_annual(&t) - .1 * 256) < 1e-12);
}

/* The average is smoothed, and stays where it is while it is missing. */
static void
of_a_smoothed_average(void)
{
	struct turnover t = turnover_new();

	turnover_next(&t, 10, 10);
	turnover_next(&t, 5, NAN);
	CHECK(fabs(turnover_annual(&t) - .5 * 256) < 1e-12);
}

int
main(void)
{
	RUN(of_a_constant_average);
	RUN(missing_days);
	RUN(of_a_smoothed_average);
	return test_end();
}
