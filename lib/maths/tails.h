/* tails - how far returns reach: quantiles, the mean of the worst, the longest runs, kurtosis */
#ifndef ST_MATHS_TAILS_H
#define ST_MATHS_TAILS_H

enum { TAILS_QUANTILES = 5 };

struct tails {
	double quantile[TAILS_QUANTILES]; /* 5, 25, 50, 75, 95 %, between values where it must, as pandas' quantile does */
	double shortfall;      /* expected shortfall: the mean of returns no higher than the lowest of these */
	int gains, losses;     /* the longest run of returns above 0, below 0 */
	double kurtosis;       /* excess, pandas' kurt: without bias for normal returns; NaN for fewer than 4, or all alike */
};

/* x may have NaN, which ends no run. */
struct tails tails_of(const double *x, int n);

#endif
