/*
 * earning_days - the days that count in what is fitted: those whose profit is neither missing nor exactly 0
 *
 * pysystemtrade leaves out a day without a profit; mean and deviation are of the others.
 */
#ifndef ST_ACCOUNT_EARNING_DAYS_H
#define ST_ACCOUNT_EARNING_DAYS_H

#include <stdbool.h>

struct counted {
	long n;
	double mean, square; /* private: so far; the sum of squares about it */
};

/* One day; does it count? */
bool counted_next(struct counted *c, double x);

double counted_mean(const struct counted *c);  /* NaN of none */
double counted_stdev(const struct counted *c); /* ddof 1; NaN of fewer than two */

#endif
