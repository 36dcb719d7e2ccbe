/*
 * trailing - how an account did over the last so many business days, day by day
 *
 * Annual figures of daily returns by 256 days a year and their root, 16 (maths/return_stats.h): what
 * return_stats_of gives for the last `window` of them. NaN before there are so many and where less than half of them are there.
 */
#ifndef ST_ACCOUNT_TRAILING_H
#define ST_ACCOUNT_TRAILING_H

/* Annual standard deviation, in the units of x; what was achieved of a volatility target. */
void trailing_deviation(const double *x, int n, int window, double *out);

/* Sharpe ratio; NaN also where the returns are all alike. */
void trailing_sharpe(const double *x, int n, int window, double *out);

#endif
