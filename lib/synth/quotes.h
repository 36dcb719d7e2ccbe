/*
 * quotes - what is quoted for an invented market, day by day
 *
 * Every business day that is no holiday has a quote at the close, 23:00, but for a
 * few that are missing; of late there are some within the day too. Now and then a
 * leg is not there. On the day of a roll the close is, and its legs are. What is
 * drawn depends on the seed, the period's first day and the market's code alone:
 * more markets or more days leave the closes as they were.
 */
#ifndef ST_SYNTH_QUOTES_H
#define ST_SYNTH_QUOTES_H

#include <stdint.h>

#include "synth/market.h"

/*
 * Days that data covers: from first to last (not included); from `late` on it is of
 * the newer sort, with hours. Of these only what had arrived by the end of `until`.
 */
struct quotes_period {
	int first, last, late, until;
};

struct quote_leg {
	double price;               /* price points; NaN when missing */
	int contract;
};

struct quote {
	int64_t stamp;              /* seconds, as time/date.h's */
	double spot;
	struct quote_leg carry, held, forward;
};

enum { QUOTES_DAY = 25, QUOTES_CLOSE = 23 }; /* quotes of a day at most; the hour of the close */

struct quotes {
	int day;
	struct quote row[QUOTES_DAY];
	int n;                      /* 0 on a day without quotes */
	const struct market *market;
	char code[64];
	uint64_t seed;
	struct price_walk spot;           /* as the day ends */
	/* private */
	const struct quotes_period *period;
	struct random gaps, hours;  /* of missing closes; of all that happens within a day */
	int carry, held, forward;   /* contracts */
	int listed;                 /* the first day quoted */
};

/* The first business day of a period: where walks begin. */
int quotes_period_start(const struct quotes_period *p);

/*
 * Market i of a seed, before its first day; p must outlive it. The first is listed on
 * the first day, the others within a third of the period.
 */
struct quotes quotes_of(uint64_t seed, int i, const struct quotes_period *p);

/* On to the next business day; false when the period is over. */
bool quotes_next(struct quotes *q);

#endif
