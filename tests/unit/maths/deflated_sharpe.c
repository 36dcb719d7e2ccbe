/* deflated - the deflated Sharpe ratio against its authors' example */
#include "maths/deflated_sharpe.h"

#include <math.h>

#include "test.h"

static bool
near(double x, double y, double within)
{
	return fabs(x - y) <= within;
}

/*
 * The paper's "A numerical example": an annual Sharpe ratio of 2.5 over 5 years of 250 days, skew -3, kurtosis 10,
 * the trials' variance 1/2 a year; 0.1132, 0.9004 and, of 46 trials, 0.9505.
 */
static void
the_papers_example(void)
{
	double sharpe = 2.5 / sqrt(250), best = deflated_sharpe_expected_maximum(0.5 / 250, 100);

	CHECK(near(best, 0.1132, 5e-5));
	CHECK(near(deflated_sharpe(sharpe, best, 1250, -3, 10), 0.9004, 5e-5));
	best = deflated_sharpe_expected_maximum(0.5 / 250, 46);
	CHECK(near(deflated_sharpe(sharpe, best, 1250, -3, 10), 0.9505, 5e-5));
}

/* Of normal returns, against 0: the test of a mean, but for the variance of the deviation. */
static void
normal_returns(void)
{
	CHECK(deflated_sharpe(0, 0, 100, 0, 3) == 0.5);
	/* 1.96 deviations */
	CHECK(near(deflated_sharpe(0.1, 0, 1 + 1.959963984540054 * 1.959963984540054 * 1.005 / 0.01, 0, 3), 0.975, 1e-12));
}

/* Two trials: the quantiles of a half and of 1/(2e), 0 and 0.90045 */
static void
two_trials(void)
{
	CHECK(near(deflated_sharpe_expected_maximum(4, 2), 2 * 0.5772156649015329 * 0.9004525966377903, 1e-14));
}

static void
what_does_not_exist(void)
{
	CHECK(deflated_sharpe_expected_maximum(1, 1) == 0);
	CHECK(deflated_sharpe_expected_maximum(0, 100) == 0);
	CHECK(isnan(deflated_sharpe(1, 0, 1, 0, 3)));
	CHECK(isnan(deflated_sharpe(1, 0, 10, 3, 3))); /* 1 - 3 + 1/2 */
	CHECK(isnan(deflated_sharpe(NAN, 0, 10, 0, 3)));
}

int
main(void)
{
	RUN(the_papers_example);
	RUN(normal_returns);
	RUN(two_trials);
	RUN(what_does_not_exist);
	return test_end();
}
