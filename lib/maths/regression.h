/*
 * regression - how one series goes with another: correlation, and the line of least squares
 *
 * Over the values that both have; NaN where there are fewer than two, or where one never varies.
 */
#ifndef ST_MATHS_REGRESSION_H
#define ST_MATHS_REGRESSION_H

struct regression {
	int n;               /* pairs */
	double correlation;  /* Pearson's */
	double slope;        /* of y on x: covariance over the variance of x */
};

struct regression regression_of(const double *y, const double *x, int n);

#endif
