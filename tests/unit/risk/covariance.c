#include "risk/covariance.h"

#include "matrix.h"

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
	RUN(stdev_of_weights);
	return test_end();
}
