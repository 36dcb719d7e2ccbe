/*
 * estimator_plain_correlation - plain correlations of n series, a row of values at a time
 *
 * Every row counts alike; a pair sees the rows that have both. pandas' DataFrame.corr(min_periods).
 */
#ifndef ST_MATHS_PLAIN_CORRELATION_H
#define ST_MATHS_PLAIN_CORRELATION_H

struct plain_correlation {
	int n;
	double *origin;        /* each series' first value, which is taken off for the digits' sake */
	struct sample_pair {
		double rows;
		double x, y, xx, yy, xy; /* sums */
	} *pair;               /* of i and j < i, at i*(i-1)/2 + j */
};

struct plain_correlation plain_correlation_new(int n);

/* Count a row of n values in; NaN is missing. */
void plain_correlation_next(struct plain_correlation *c, const double *x);

/* The matrix, n*n row by row; NaN for a pair with fewer rows than `least` (2 or more), or one that never varied. */
void plain_correlation_matrix(const struct plain_correlation *c, long least, double *m);

#endif
