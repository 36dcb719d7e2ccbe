/*
 * tails - how far returns reach: quantiles, value at risk and what lies beyond it, the longest runs, kurtosis
 *
 * Value at risk at 95 % is the return that 5 % of those there were did not exceed: their 5 % quantile, and so below 0 for a
 * loss. It is historical: of the returns as they came, without a distribution fitted to them. Expected shortfall, or conditional
 * value at risk (CVaR), is the mean of those no higher (R. T. Rockafellar, S. Uryasev, Conditional value-at-risk for
 * general loss distributions, Journal of Banking and Finance 26, 2002). Both likewise at 99 %. Of fewer than 20 returns, or 100,
 * in which not one can be expected to be so bad, both are NaN.
 */
#ifndef ST_MATHS_TAILS_H
#define ST_MATHS_TAILS_H

enum { TAILS_QUANTILES = 5 };

/* 95 and 99 %. */
enum tails_level { TAILS_95, TAILS_99, TAILS_LEVELS };


struct tails {
	int n;                 /* returns that there are */
	double quantile[TAILS_QUANTILES]; /* 5, 25, 50, 75, 95 %, between values where it must, as pandas' quantile does */
	double at_risk[TAILS_LEVELS], shortfall[TAILS_LEVELS];
	int gains, losses;     /* the longest run of returns above 0, below 0 */
	double kurtosis;       /* excess, pandas' kurt: without bias for normal returns; NaN for fewer than 4, or all alike */
};

/* x may have NaN, which ends no run. */
struct tails tails_of(const double *x, int n);

#endif
