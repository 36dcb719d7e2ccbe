/*
 * covariance - of instruments' returns as time goes by, from weekly correlations and daily vols
 *
 * The returns' running sums are taken at the end of each week of seven days, counted
 * from the first day; the correlation of their changes holds from the day after.
 * pysystemtrade, correlation_over_time.py and portfolio_weights_stage.py.
 */
#ifndef ST_RISK_COVARIANCE_H
#define ST_RISK_COVARIANCE_H

#include <limits.h>
#include <stdbool.h>

#include "config/config.h"
#include "risk/correlation.h"
#include "risk/ewm_correlation.h"

struct covariance {
	int n;
	double *correlation;     /* n*n, in force */
	/* private */
	struct correlation_options options;
	struct ewm_correlation estimate;
	bool started;
	int week;                /* first day of the week under way */
	double *sum, *previous, *change;  /* of returns: now, a week before, the difference */
	bool *wanted;
};

/*
 * For n instruments, with the options of instrument_returns_correlation; dies when
 * they ask for another estimate than a weekly one over all data so far.
 */
struct covariance covariance_new(const struct config *c, int n);

/*
 * Begin a day: what came before it makes the correlation. Days must not go back.
 * `last` is the last day of all data, INT_MAX for not known: pysystemtrade makes no
 * estimate for the week that it is in.
 */
void covariance_day(struct covariance *c, int day, int last);

/* Count the day's return of instrument i in, NaN for none. */
void covariance_return(struct covariance *c, int i, double x);

/*
 * The covariance matrix of the k instruments index[0..k) with annual standard
 * deviations stdev[0..n), k*k numbers.
 */
void covariance_matrix(const struct covariance *c, const double *stdev, const int *index, int k, double *m);

/*
 * Have two instruments a stdev, and are the correlations of all that have one known? Cleaning
 * leaves some unknown while no two have been together for min_periods; pysystemtrade then knows
 * no covariance at all, as when one instrument is alone.
 */
bool covariance_known(const struct covariance *c, const double *stdev);

/* The standard deviation of holding x, or of a gap x between two portfolios; NaN when the variance is below 0. */
double covariance_stdev(const double *m, const double *x, int k);

#endif
