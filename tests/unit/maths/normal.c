/* normal - the normal distribution against tables and C's erfc */
#include "maths/normal.h"

#include <math.h>

#include "test.h"

static bool
near(double x, double y, double relative)
{
	return fabs(x - y) <= relative * fabs(y);
}

/* Abramowitz and Stegun, tables 26.1 and 26.2. */
static void
above_known(void)
{
	CHECK(normal_above(0) == 0.5);
	CHECK(near(normal_above(1), 0.158655253931457, 1e-13));
	CHECK(near(normal_above(-1), 0.841344746068543, 1e-14));
	CHECK(near(normal_above(3), 0.001349898031630, 1e-11));
	CHECK(near(normal_above(10), 7.619853024160527e-24, 1e-13));
	CHECK(normal_above(INFINITY) == 0 && normal_above(-INFINITY) == 1);
	CHECK(normal_above(1e300) == 0 && normal_above(-1e300) == 1);
	CHECK(isnan(normal_above(NAN)));
}

static void
above_as_erfc(void)
{
	for (double x = -30; x < 37; x += 0.0137)
		CHECK(near(normal_above(x), erfc(x / sqrt(2)) / 2, 1e-12));
}

static void
quantile_known(void)
{
	CHECK(normal_quantile_above(0.5) == 0);
	CHECK(near(normal_quantile_above(0.025), 1.959963984540054, 1e-14));
	CHECK(near(normal_quantile_above(0.01), 2.326347874040841, 1e-14));
	CHECK(near(normal_quantile_above(1e-9), 5.997807015007687, 1e-14));
	CHECK(normal_quantile_above(0.75) == -normal_quantile_above(0.25));
	CHECK(isnan(normal_quantile_above(0)) && isnan(normal_quantile_above(1)) && isnan(normal_quantile_above(NAN)));
}

static void
quantile_is_inverse(void)
{
	for (double p = 0.9; p > 1e-300; p *= 0.83)
		CHECK(near(normal_above(normal_quantile_above(p)), p, 1e-12));
}

int
main(void)
{
	RUN(above_known);
	RUN(above_as_erfc);
	RUN(quantile_known);
	RUN(quantile_is_inverse);
	return test_end();
}
