/*
 * held_from - from when instruments could be held, and what was missing before
 *
 * An instrument can be held from the first of its days by which it has had a price, a volatility and a rate of its
 * currency in the base currency: that one has a subsystem position, whatever the forecast and the weight. Something
 * could be held from the first such day of all instruments on. Until then an account earns nothing because it knows
 * nothing, which no statistic should take for days without profit.
 *
 * A volatility wants some price changes before its first value, so a month between the first price and that day (21 business
 * days) is no lack of data; a longer time, or any that a rate or a price was waited for, is.
 */
#ifndef ST_ACCOUNT_HELD_FROM_H
#define ST_ACCOUNT_HELD_FROM_H

#include <limits.h>

#include "config/config.h"
#include "data/instruments.h"

enum { HELD_NEVER = INT_MAX };

/* What an instrument wants to be held, in the order of which is blamed when several came last together. */
enum held_from_need { HELD_VOL, HELD_PRICE, HELD_FX, HELD_NEEDS };

struct held_from {
	struct names codes;
	struct held_from_instrument {
		int first;             /* its first day */
		int since[HELD_NEEDS]; /* the first day with each, or HELD_NEVER */
		int day;               /* that from which it could be held, or HELD_NEVER */
		const char *currency;
	} *v;
	const char *base;              /* currency */
	const char *start;             /* the config's start_date; NULL when there is none */
};

/*
 * Read files as st-first makes them of the columns fx, vol and price: each instrument's first row, and those with the
 * first value of a column. Dies naming file, line and column when one is wrong, also of an instrument without facts.
 */
struct held_from held_from_read(const struct config *c, const struct instruments *t, const char *const *file,
    int files);

/* The day from which an instrument could be held, with NULL the first of them; HELD_NEVER for none. Dies when it has no rows. */
int held_from_day(const struct held_from *h, const char *instrument);

/*
 * What was missing until then, as a person would say it: "no rate of USD in EUR before 1999-01-04"; with NULL, as
 * the reasons of those instruments that had prices, by name, and also that prices begin later than the config's start_date.
 * The caller's; NULL when nothing was missing.
 */
char *held_from_missing(const struct held_from *h, const char *instrument);

#endif
