/*
 * net_weeks - what instruments earn net week by week, gathered one by one and then put side by side
 *
 * Weeks are numbered as frequency_period has them. One that is no longer there has returns of 0, one not yet there none.
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

/* The next week's; false, and nothing is added, when it is not the week after the one before. */
bool net_weeks_add(struct net_weeks *w, int week, double net);

/* Several together, an asset each; w is an array of pointers. */
struct pooled_weeks net_weeks_together(const struct net_weeks *const *w, int n);

#endif
