/* correlation, against pandas' ewm().corr() and pysystemtrade's clean_correlation, and covariance by hand */
#include "risk/correlation.h"

#include <math.h>

#include "risk/covariance.h"
#include "risk/ewm_correlation.h"
#include "test.h"

static bool
near(double x, double y)
{
	return (isnan(x) && isnan(y)) || fabs(x - y) <= 1e-14;
}

static bool
matrix_is(const double *m, const double *want, int n)
{
	for (int i = 0; i < n * n; i++)
		if (!near(m[i], want[i])) {
			printf("# %d,%d: %.17g, not %.17g\n", i / n, i % n, m[i], want[i]);
			return false;
		}
	return true;
}

#define N NAN

/* Rows with holes, span 5, at least 3 of a pair (pandas 1.5.3). */
static void
as_pandas(void)
{
	static const double x[9][3] = { { N, 1, 2 }, { 1, 2, -1 }, { 2, -1, N }, { -1, 3, 1 }, { 3, 1, 4 }, { 0, N, -2 }, { 1, 2, 2 },
		{ 2, 4, 0 }, { -3, -2, 1 } };
	static const double four[] = { 1, -0.9270522453673914, N, -0.9270522453673914, 1, -0.11168711865749112, N, -0.11168711865749112, 1 };
	static const double nine[] = { 1, 0.777962376839319, 0.06124199161191802, 0.777962376839319, 1, -0.216054662917941,
		0.06124199161191802, -0.216054662917941, 1 };
	struct ewm_correlation c = ewm_correlation_new(3, 5, 3);
	double m[9];

	for (int i = 0; i < 4; i++)
		ewm_correlation_next(&c, x[i]);
	ewm_correlation_matrix(&c, m);
	CHECK(matrix_is(m, four, 3));
	for (int i = 4; i < 9; i++)
		ewm_correlation_next(&c, x[i]);
	ewm_correlation_matrix(&c, m);
	CHECK(matrix_is(m, nine, 3));
}

/* Cleaned with 0.1 where the last has no data; then cut to 0.9 and shrunk by half, or floored (pysystemtrade). */
static void
finished(void)
{
	static const double raw[] = { 1, .95, N, N, .95, 1, -.4, N, N, -.4, 1, N, N, N, N, N };
	static const double shrunk[] = { 1, 0.5395833333333333, 0.2270833333333333, 0.13958333333333334, 0.5395833333333333, 1,
		-0.11041666666666668, 0.13958333333333334, 0.2270833333333333, -0.11041666666666668, 1, 0.13958333333333334,
		0.13958333333333334, 0.13958333333333334, 0.13958333333333334, 1 };
	static const double floored[] = { 1, .95, .275, .1, .95, 1, 0, .1, .275, 0, 1, .1, .1, .1, .1, 1 };
	static const bool wanted[] = { true, true, true, false };
	struct correlation_options o = { .cleaning = true, .offdiag = .1, .clip = .9, .shrinkage = .5 };
	double m[16];

	memcpy(m, raw, sizeof raw);
	correlation_finish(m, 4, wanted, &o);
	CHECK(matrix_is(m, shrunk, 4));
	o = (struct correlation_options){ .cleaning = true, .floor_at_zero = true, .offdiag = .1, .clip = N };
	memcpy(m, raw, sizeof raw);
	correlation_finish(m, 4, wanted, &o);
	CHECK(matrix_is(m, floored, 4));
	o.cleaning = o.floor_at_zero = false;
	memcpy(m, raw, sizeof raw);
	correlation_finish(m, 4, wanted, &o);
	CHECK(matrix_is(m, raw, 4));
}

static void
nothing_known(void)
{
	static const double alike[] = { 1, .3, .3, 1 };
	static const bool wanted[] = { true, true };
	double m[] = { N, N, N, N };

	correlation_clean(m, 2, wanted, .3);
	CHECK(matrix_is(m, alike, 2));
}

static void
stdev_of_weights(void)
{
	static const double m[] = { .04, .01, .01, .09 }, x[] = { .5, -1 }, less[] = { -.04, 0, 0, 0 };

	CHECK(near(covariance_stdev(m, x, 2), sqrt(.25 * .04 - .5 * .01 * 2 + .09)));
	CHECK(isnan(covariance_stdev(less, x, 2)));
	CHECK(covariance_stdev(m, x, 0) == 0);
}

int
main(void)
{
	RUN(as_pandas);
	RUN(finished);
	RUN(nothing_known);
	RUN(stdev_of_weights);
	return test_end();
}
