/* regression - against numpy's corrcoef and cov of the same numbers, and where there is nothing to go by */
#include "maths/regression.h"

#include <math.h>

#include "test.h"

static bool
near(double a, double b)
{
	return fabs(a - b) <= 1e-14 * fabs(b);
}

/* numpy 1.24.2: corrcoef(x, y)[0, 1] and cov(x, y)[0, 1] / var(x, ddof=1) of the five pairs that are whole. */
static void
as_numpy(void)
{
	static const double x[] = { 0.5, -1.25, 2.0, NAN, 0.75, 3.5, 1 }, y[] = { 1.5, -0.25, 1.0, 7, -0.75, 2.5, NAN };
	struct regression r = regression_of(y, x, 7);

	CHECK(r.n == 5 && near(r.correlation, 0.7340517624864081) && near(r.slope, 0.5447316103379721));
}

static void
nothing(void)
{
	static const double same[] = { 2, 2, 2 }, x[] = { 1, 2, 3 };
	struct regression none = regression_of(x, x, 0), one = regression_of(x, x, 1), flat = regression_of(same, x, 3);

	CHECK(none.n == 0 && isnan(none.slope) && isnan(none.correlation));
	CHECK(one.n == 1 && isnan(one.slope) && isnan(one.correlation));
	CHECK(flat.slope == 0 && isnan(flat.correlation) && isnan(regression_of(x, same, 3).slope));
}

int
main(void)
{
	RUN(as_numpy);
	RUN(nothing);
	return test_end();
}
