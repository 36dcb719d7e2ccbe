/*
 * account_stats - what is told of an account: its days, and every statistic of every curve
 *
 * Where it is known from when something could be held (account/held_from.h), the daily statistics in percent are also told
 * from that day's period on, as those of the whole count the days before, on which nothing was known, as days without
 * profit: the reference does. Whole curves (compat: none) are counted from there in the first place.
 */
#ifndef ST_ACCOUNT_ACCOUNT_STATS_H
#define ST_ACCOUNT_ACCOUNT_STATS_H

#include "account/curve.h"
#include "account/held_from.h"
#include "chart/spark.h"
#include "maths/return_stats.h"

enum { ACCOUNT_CURVE = 16 }; /* characters */

struct account_stats {
	const char *name;     /* the account's */
	bool empty;
	int first, last;      /* days of its gross P&L, unless it is empty */
	int held_from;        /* the day from which something could be held, or HELD_NEVER; INT_MIN when that is not known */
	const char *missing;  /* why not before; NULL when nothing was missing */
	int months;           /* with a position held */
	double of[FREQUENCIES][CURVE_KINDS][CURVE_UNITS][STATS];
	double held[CURVE_KINDS][STATS]; /* daily, in percent, from held_from on */
	char curve[ACCOUNT_CURVE * SPARK_BYTES + 1]; /* its equity curve, net, in percent: percentages are added, not compounded */
};

/* What it is reckoned in, used again from account to account; zeroed to begin with but for what the caller knows. */
struct account_stats_work {
	const struct held_from *held; /* NULL when it is not known */
	/* private */
	struct curve_returns returns;
	double *scratch;
	int room;             /* in scratch */
};

/* c works on the account from here on. */
void account_stats_of(struct account_stats *s, struct account_stats_work *w, struct curves *c, const struct account *a);

#endif
