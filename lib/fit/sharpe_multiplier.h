/*
 * sharpe_multiplier - how much more weight a better Sharpe ratio deserves, given how uncertain it is
 *
 * The mean weight of an asset, relative to half, beside another that is alike but for
 * `difference` less of annual Sharpe ratio, where means lie at four points of their
 * distribution after `years` of data (pysystemtrade, SR_adjustment).
 */
#ifndef ST_FIT_SHARPE_MULTIPLIER_H
#define ST_FIT_SHARPE_MULTIPLIER_H

/* Between 0 and 2; NaN for a difference that is NaN. */
double sharpe_multiplier(double difference, double correlation, double years);

/*
 * Multiply n > 1 weights by what their Sharpe ratios deserve against the mean of those that are
 * not missing, and scale them to a sum of 1. A single weight stays as it is.
 */
void sharpe_multiplier_adjust(int n, double *w, const double *sharpe, double correlation, double years);

#endif
