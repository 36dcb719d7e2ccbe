/*
 * quotes - what is quoted for an invented market, day by day
 *
 * Every business day that is no holiday has a quote at the close, 23:00, but for a
 * few that are missing; of late there are some within the day too. Now and then a
 * leg is not there. On the day of a roll the close is, and its legs are. What is
 * drawn depends on the seed, the period's first day and the market's code alone:
 * more markets or more days leave the closes as they were.
 */
#ifndef ST_QUOTES_H
#define ST_QUOTES_H

#include <stddef.h>
#include <stdint.h>

/* Days that data covers: from first to last (not included); from `late` on it is of the newer sort, with hours. */
struct period {
	int first, last, late;
};

struct leg {
	double price;               /* price points; NaN when missing */
	int month;                  /* the contract, as lib/market.h counts */
};

struct quote {
	int64_t stamp;              /* seconds, as lib/date.h's */
	struct leg carry, held, forward;
};

/* Zeroed to begin with; owns row, in order of time. */
struct quotes {
	struct quote *row;
	size_t n;
	size_t cap;                 /* private */
};

/* The first business day of a period: where walks begin. */
int period_start(const struct period *p);

/*
 * Market i of a seed into q, whose memory is used again. The first is listed on the first
 * day, the others within a third of the period.
 */
void quotes_make(struct quotes *q, uint64_t seed, int i, const struct period *p);

#endif
