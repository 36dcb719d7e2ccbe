/*
 * benchmark - something else that was to be had, out of a CSV file, day by day beside a backtest's account
 *
 * The file's first column is a time, each later than the one before. Its returns are in the first of these columns that it
 * has, in capitals or not:
 *
 *   net_percent, return_percent     percent; so the account.csv of another backtest is one
 *   return, returns                 as a fraction, 0.01 for 1 percent, as pandas' pct_change and quantstats have them
 *   adj close, adjusted, price, close, level
 *                                   a level, above 0, of which the changes are returns
 *
 * What is on a weekend counts for the business day after it. Days on which only one of the two has a return are
 * not common; what it earned on them is in its next common day, so that nothing of either is lost in between. Percents are
 * added and not compounded, as the account's are.
 */
#ifndef ST_BACKTEST_BENCHMARK_H
#define ST_BACKTEST_BENCHMARK_H

#include "account/daily_returns.h"

struct benchmark {
	char *name;            /* its file's, without folder and .csv */
	int first, n;          /* of the account's days: those from the first common one to the last */
	int common;            /* how many of them are */
	double *account, *x;   /* what each earned since the common day before, percent; NaN on others */
};

/*
 * Dies naming file, line and column when the file is wrong, and when there are fewer than two common days, or less than half of
 * the business days are, as statistics are of days.
 */
struct benchmark benchmark_read(const char *path, const struct daily_returns *t);

#endif
