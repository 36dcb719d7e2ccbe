/*
 * max_sharpe - the weights with the highest Sharpe ratio, none below 0, 1 in all
 *
 * Found as scipy.optimize.minimize(method="SLSQP", tol=1e-5) finds them, stopping where
 * it stops, as pysystemtrade's weights depend on that: D. Kraft, "A software package for
 * sequential quadratic programming", DFVLR-FB 88-28, 1988, with forward differences. Agrees
 * to about 1e-7. NLopt's SLSQP, whose stops are others, is off by 2e-4 in the median.
 */
#ifndef ST_FIT_MAX_SHARPE_H
#define ST_FIT_MAX_SHARPE_H

/* n assets' means, and their covariance row by row, into weights w[n]. */
void max_sharpe(int n, const double *mean, const double *covariance, double *w);

#endif
