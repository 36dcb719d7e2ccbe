/* stats: figures that a hand can work out, and Student's t where it has a closed form */
#include "stats.h"

#include <math.h>

#include "test.h"

static bool
near(double a, double b)
{
	return fabs(a - b) <= 1e-12 * (1 + fabs(b));
}

static void
students_t(void)
{
	for (double t = -30; t < 30; t += 0.37) {
		double u = fabs(t);
		CHECK(near(stats_p_value(t, 1), 1 - 2 / M_PI * atan(u)));
		CHECK(near(stats_p_value(t, 2), 1 - u / sqrt(2 + u * u)));
		CHECK(near(stats_p_value(t, 4), 1 - u / sqrt(4 + u * u) * (1 + 2 / (4 + u * u))));
	}
	CHECK(stats_p_value(0, 9) == 1);
	CHECK(fabs(stats_p_value(1.9599639845400545, 1000000) - 0.05) < 1e-6); /* nearly the normal */
}

static int
ascending(const void *a, const void *b)
{
	double u = *(const double *)a, v = *(const double *)b;

	return (u > v) - (u < v);
}

static void
selection(void)
{
	double x[200], y[200];

	for (int round = 0; round < 2000; round++) {
		int n = 1 + (int)(test_random() % 200), at = (int)(test_random() % (unsigned)n);
		for (int i = 0; i < n; i++)
			x[i] = y[i] = (double)(test_random() % 50) - 25;
		qsort(y, (size_t)n, sizeof *y, ascending);
		CHECK(stats_select(x, n, at) == y[at]);
	}
}

static void
by_hand(void)
{
	static const double x[] = { 1, NAN, -2, 3, -1, 4 };
	double scratch[6], s[STATS];

	stats_of(x, 6, 256, scratch, s);
	CHECK(s[STAT_MIN] == -2 && s[STAT_MAX] == 4 && s[STAT_MEDIAN] == 1 && s[STAT_MEAN] == 1);
	CHECK(near(s[STAT_STD], sqrt(26.0 / 4)));
	CHECK(s[STAT_ANN_MEAN] == 256 && near(s[STAT_ANN_STD], 16 * sqrt(26.0 / 4)));
	CHECK(near(s[STAT_SHARPE], 16 / sqrt(26.0 / 4)));
	CHECK(near(s[STAT_AVG_GAIN], 8.0 / 3) && s[STAT_AVG_LOSS] == -1.5);
	CHECK(near(s[STAT_HITRATE], 3.0 / 5));
	CHECK(near(s[STAT_PROFITFACTOR], 8.0 / 3));
	CHECK(near(s[STAT_T_STAT], 1 / sqrt(26.0 / 4 / 5)));
}

/* No statistic of nothing, none that is infinite. */
static void
of_little(void)
{
	double one = 1, scratch[1], s[STATS];

	stats_of(&one, 0, 256, scratch, s);
	for (int i = 0; i < STATS; i++)
		CHECK(!isinf(s[i]));
	CHECK(isnan(s[STAT_MEAN]) && isnan(s[STAT_STD]) && isnan(s[STAT_SHARPE]));
	stats_of(&one, 1, 256, scratch, s);
	for (int i = 0; i < STATS; i++)
		CHECK(!isinf(s[i]));
	CHECK(s[STAT_MEAN] == 1 && isnan(s[STAT_STD]));
}

int
main(void)
{
	RUN(students_t);
	RUN(selection);
	RUN(by_hand);
	RUN(of_little);
	return test_end();
}
