/*
 * ewm_correlation - exponentially weighted correlations of n series, a row of values at a time
 *
 * pandas' ewm(span, min_periods, ignore_na=True).corr(pairwise=True) in its order of
 * operations: a pair sees the rows that have both. Matrices as in risk/correlation.h.
 */
#ifndef ST_RISK_EWM_CORRELATION_H
#define ST_RISK_EWM_CORRELATION_H

struct ewm_correlation {
	int n;
	double keep;
	int min;
	struct ewm_correlation_pair {
		double x, y;              /* weighted means */
		double xx, yy, xy;        /* weighted variances and covariance */
		double weight;
		long rows;
	} *pair;                          /* of i and j <= i, at i*(i+1)/2 + j */
};

/* Memory is kept as long as the process lives. */
struct ewm_correlation ewm_correlation_new(int n, double span, int min_periods);

/* Count a row of n values in; NaN is missing. */
void ewm_correlation_next(struct ewm_correlation *c, const double *x);

/* The matrix as it stands. */
void ewm_correlation_matrix(const struct ewm_correlation *c, double *m);

#endif
