#include "fit/sharpe_multiplier.h"

#include <math.h>

#include "fit/max_sharpe.h"

/* What both assets are like: only ratios matter. */
static const double average = .5, stdev = .15;

/* The first asset's best weight when its mean is so much above the other's. */
static double
first_weight(double above, double correlation)
{
	double mean[2] = { above + average * stdev, average * stdev }, w[2];
	double variance = stdev * stdev, covariance[4] = { variance, stdev * correlation * stdev, stdev * correlation * stdev,
	    variance };

	max_sharpe(2, mean, covariance, w);
	return w[0];
}

double
sharpe_multiplier(double difference, double correlation, double years)
{
	/* The normal distribution at .2, .4, .6 and .8. */
	static const double points[] = { -.8416212335729142, -.2533471031357997, .2533471031357997, .8416212335729143 };
	double one = stdev / sqrt(years), omega = sqrt(2 * (one * one) * (1 - correlation)), sum = 0;
	double above = (difference + average) * stdev - average * stdev;

	if (isnan(difference))
		return difference;
	for (int i = 0; i < 4; i++)
		sum += first_weight(points[i] * omega + above, correlation);
	double multiplier = 2 * (sum / 4);
	/* Weights cannot go below 0, which can turn their mean the wrong way. */
	if ((multiplier > 1) != (difference > 0) || (multiplier < 1) != (difference < 0))
		return 1;
	return multiplier;
}

static double
mean_known(int n, const double *x)
{
	double sum = 0;
	int known = 0;

	for (int i = 0; i < n; i++)
		if (!isnan(x[i])) {
			sum += x[i];
			known++;
		}
	return sum / known;
}

void
sharpe_multiplier_adjust(int n, double *w, const double *sharpe, double correlation, double years)
{
	double mean = mean_known(n, sharpe), sum = 0;

	if (n == 1)
		return;
	for (int i = 0; i < n; i++) {
		w[i] *= sharpe_multiplier(sharpe[i] - mean, correlation, years);
		sum += w[i];
	}
	for (int i = 0; i < n; i++)
		w[i] /= sum;
}
