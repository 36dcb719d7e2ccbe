/*
 * net_weeks - what instruments earn net by week or business day, gathered one by one and then put side by side
 *
 * Periods are numbered as fit_frequency_period has them. One that is no longer there has returns of 0, one not yet there none.
 */
#ifndef ST_FIT_NET_WEEKS_H
#define ST_FIT_NET_WEEKS_H

#include <stdbool.h>

#include "fit/pooled_weeks.h"

/* One instrument's; zeroed to begin with. */
struct net_weeks {
	int first, n;
	double *net;           /* NaN for missing */
	int room;              /* private */
};

/* The next period's; false, and nothing is added, when it is not the one after the one before. */
bool net_weeks_add(struct net_weeks *w, int period, double net);

/*
 * Business days put together to the periods of another frequency: what the running sum has grown by since the period before,
 * nothing where that has no sum.
 */
struct net_weeks net_weeks_of_days(const struct net_weeks *days, enum fit_frequency f);

/* Several together, an asset each; w is an array of pointers. */
struct pooled_weeks net_weeks_together(const struct net_weeks *const *w, int n, enum fit_frequency f);

#endif
