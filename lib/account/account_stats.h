/* account_stats - what is told of an account: its days, and every statistic of every curve */
#ifndef ST_ACCOUNT_ACCOUNT_STATS_H
#define ST_ACCOUNT_ACCOUNT_STATS_H

#include "account/curve.h"
#include "chart/spark.h"
#include "maths/return_stats.h"

enum { ACCOUNT_CURVE = 16 }; /* characters */

struct account_stats {
	const char *name;     /* the account's */
	bool empty;
	int first, last;      /* days of its gross P&L, unless it is empty */
	int months;           /* with a position held */
	double of[FREQUENCIES][CURVE_KINDS][CURVE_UNITS][STATS];
	char curve[ACCOUNT_CURVE * SPARK_BYTES + 1]; /* its equity curve, net, in percent: percentages are added, not compounded */
};

/* What it is reckoned in, used again from account to account; zeroed to begin with. */
struct account_stats_work {
	struct curve_returns returns;
	double *scratch;
	int room;             /* in scratch */
};

/* c works on the account from here on. */
void account_stats_of(struct account_stats *s, struct account_stats_work *w, struct curves *c, const struct account *a);

#endif
