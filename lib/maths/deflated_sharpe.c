#include "maths/deflated_sharpe.h"

#include <math.h>

#include "maths/normal.h"

/* By the distribution of extreme values; of one trial, or of those that are all alike, there is no best. */
double
deflated_sharpe_expected_maximum(double variance, double trials)
{
	const double gamma = 0.5772156649015329, e = 2.718281828459045;

	if (trials <= 1 || variance <= 0)
		return 0;
	return sqrt(variance) * ((1 - gamma) * normal_quantile_above(1 / trials) + gamma * normal_quantile_above(1 / (trials * e)));
}

double
deflated_sharpe(double sharpe, double above, double n, double skew, double kurtosis)
{
	double spread = 1 - skew * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;

	if (!(n > 1 && spread > 0))
		return NAN;
	return normal_above(-(sharpe - above) * sqrt(n - 1) / sqrt(spread));
}
