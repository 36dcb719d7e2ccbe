/*
 * earning_days - the days that count in what is fitted: those whose profit is neither missing nor exactly 0
 *
 * pysystemtrade leaves out a day without a profit; mean and deviation are of the others.
 */
#ifndef ST_ACCOUNT_EARNING_DAYS_H
#define ST_ACCOUNT_EARNING_DAYS_H

#include <stdbool.h>

struct earning_days {
	long n;
	double mean, square; /* private: so far; the sum of squares about it */
};

/* One day; does it count? */
bool earning_days_next(struct earning_days *c, double x);

/* All of n days. */
struct earning_days earning_days_of(const double *x, int n);

double earning_days_mean(const struct earning_days *c);  /* NaN of none */
double earning_days_stdev(const struct earning_days *c); /* ddof 1; NaN of fewer than two */

#endif
