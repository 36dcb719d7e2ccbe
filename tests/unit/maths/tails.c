/* tails - against pandas' quantile and kurt of the same numbers, and where there is little to go by */
#include "maths/tails.h"

#include <math.h>

#include "test.h"

static bool
near(double a, double b)
{
	return fabs(a - b) <= 1e-14 * fabs(b);
}

static void
as_pandas(void)
{
	static const double x[] = { 0.5, -1.25, NAN, 2.0, 0.75, 0.1, -3.5, -0.2, -0.4, 1.1, 0.9, 4.0 },
			    quantile[] = { -2.375, -0.30000000000000004, 0.5, 1.0, 3.0 };
	struct tails t = tails_of(x, 12);

	for (int i = 0; i < TAILS_QUANTILES; i++)
		CHECK(near(t.quantile[i], quantile[i]));
	CHECK(t.shortfall == -3.5);
	CHECK(near(t.kurtosis, 1.8676644751787075));
}

/* The gap ends no run, and 0 belongs to none. */
static void
runs(void)
{
	static const double x[] = { 1, NAN, 2, 0.1, -1, -2, NAN, -3, -4, 0, 5 };
	struct tails t = tails_of(x, 11);

	CHECK(t.gains == 3 && t.losses == 4);
}

static void
little(void)
{
	static const double same[] = { 2, 2, 2, 2, 2 };
	struct tails none = tails_of(same, 0), t = tails_of(same, 5), three = tails_of((double[]){ 1, 2, 4 }, 3);

	CHECK(isnan(none.quantile[2]) && isnan(none.shortfall) && isnan(none.kurtosis) && none.gains == 0);
	CHECK(t.quantile[0] == 2 && t.quantile[4] == 2 && t.shortfall == 2 && isnan(t.kurtosis));
	CHECK(isnan(three.kurtosis) && three.quantile[2] == 2);
}

int
main(void)
{
	RUN(as_pandas);
	RUN(runs);
	RUN(little);
	return test_end();
}
