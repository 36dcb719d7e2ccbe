/* spark: series drawn by hand */
#include "test.h"

#include <math.h>

#include "chart/spark.h"

static bool
draws(const double *x, int n, int width, const char *want)
{
	char got[SPARK_BYTES * 40 + 1];

	spark(got, width, x, n);
	if (strcmp(got, want) != 0)
		printf("# %s\n", got);
	return strcmp(got, want) == 0;
}

static void
test_levels(void)
{
	const double x[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8 };

	CHECK(draws(x, 9, 9, "▁▂▃▄▅▆▇██"));
	CHECK(draws(x, 8, 8, "▁▂▃▄▅▆▇█"));
	CHECK(draws(x, 8, 4, "▁▃▆█"));       /* means of pairs: .5 2.5 4.5 6.5 */
	CHECK(draws(x, 3, 5, "▁▅█"));      /* short */
	CHECK(draws(x, 8, 3, "▁▄█"));        /* of 2, 3 and 3: .5, 3 and 6 */
}

static void
test_missing(void)
{
	const double gaps[] = { NAN, -5, NAN, NAN, 5, NAN }, flat[] = { 3, 3, 3 }, endless[] = { -1, INFINITY, 1 };

	CHECK(draws(gaps, 6, 6, " ▁  █ "));
	CHECK(draws(gaps, 6, 3, "▁ █"));
	CHECK(draws(flat, 3, 3, "▁▁▁"));
	CHECK(draws(flat, 0, 3, ""));
	CHECK(draws(flat, 0, 0, ""));
	CHECK(draws(endless, 3, 3, "▁ █"));
}

int
main(void)
{
	RUN(test_levels);
	RUN(test_missing);
	return test_end();
}
