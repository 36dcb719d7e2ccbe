/*
 * weeks - an account's returns week by week, or business day by business day, as weights are fitted to them
 *
 * Gross of the days that count (account/earning_days.h), how many those are, and net: what the running sum of its days has
 * grown by, nothing in the first.
 */
#ifndef ST_ACCOUNT_WEEKS_H
#define ST_ACCOUNT_WEEKS_H

#include <stdbool.h>

#include "account/curve.h"

struct weeks {
	int period;           /* the one under way, as frequency_period numbers them */
	double gross, net;    /* net: NaN for none */
	long days;
	/* private */
	enum frequency frequency;
	const struct curve_returns *gross_days, *net_days;
	int next;             /* business day */
	double sum, before;
};

/* Of an account's daily returns, which must stay as they are meanwhile. */
struct weeks weeks_of(const struct curve_returns *gross, const struct curve_returns *net, enum frequency f);

/* On to the first one, or the next, of those from gross's first day to its last; false when there is none. */
bool weeks_next(struct weeks *w);

#endif
