/*
 * fx - the value of one currency in another on a day
 *
 * From the table of st-fetch fx: time,currency,rate, where EURUSD is the price
 * of a euro in dollars. As in pysystemtrade the rate of a moment is the last one at or
 * before it, and that of a day is its midnight's: of a rate stamped 23:00 it is yesterday's.
 */
#ifndef ST_DATA_FX_H
#define ST_DATA_FX_H

#include <stdint.h>

#include "base/names.h"

struct fx_series {
	int64_t *t;   /* seconds from 1970 */
	double *rate; /* NaN for missing */
	int n, room;
};

struct fx {
	struct names pairs;
	struct fx_series *v;
	/* private */
	struct names made;        /* what fx_rates has given, by currency and base */
	struct fx_series *rates;
};

/*
 * Dies naming file, line and column, also of a rate that is not above zero. Asked for the same file again, as filters of
 * a chain do, it gives what it read, which fx_invert changes for all.
 */
struct fx fx_read(const char *path);

/* Each pair the other way round: EURUSD at 1.25 is USDEUR at 0.8. */
void fx_invert(struct fx *f);

/*
 * The rates from currency to base: 1 from 1970 for the same, the inverse for
 * base quoted in currency, else through the dollar. Dies when a pair is missing.
 * The result's memory is f's, made once for a currency and base.
 */
struct fx_series fx_rates(struct fx *f, const char *currency, const char *base);

/* The last rate at or before t, in seconds; NaN before the first. *at is a hint kept between calls. */
double fx_at(const struct fx_series *s, int64_t t, int *at);

/* The last rate that is not missing; NaN of none. */
double fx_last(const struct fx_series *s);

#endif
