/* correlation, against pysystemtrade's clean_correlation */
#include "risk/correlation.h"

#include "matrix.h"

#define N NAN

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

int
main(void)
{
	RUN(finished);
	RUN(nothing_known);
	return test_end();
}
