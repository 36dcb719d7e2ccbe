/*
 * handcraft - weights by cutting assets in two groups of like ones, again and again
 *
 * Either group gets half, levered for how diverse it is, and so on within it until two
 * assets or one are left, which share alike; what history says of Sharpe ratios counts as
 * far as it can be trusted (R. Carver, "Systematic Trading", 2015, and pysystemtrade's
 * handcraft: its weights need not add up to 1 where Sharpe ratios are held equal).
 */
#ifndef ST_FIT_HANDCRAFT_H
#define ST_FIT_HANDCRAFT_H

#include <stdbool.h>

/* What is known of n assets. Nothing is missing but in correlation. */
struct handcraft_estimates {
	int n;
	const double *correlation;   /* n by n */
	const double *mean, *stdev;  /* a year */
	double years;                /* of data behind them */
	bool boring;                 /* the correlations are made up */
};

/* Weights w[n]; equal: Sharpe ratios are held to be equal. */
void handcraft(const struct handcraft_estimates *e, bool equal, double *w);

#endif
