/*
 * price_deviation - how much a price has moved from day to day of late: what costs of another time are scaled by
 *
 * The standard deviation of the changes of 180 days in price points; pysystemtrade deflates cash costs by it over the last
 * day's.
 */
#ifndef ST_RISK_PRICE_DEVIATION_H
#define ST_RISK_PRICE_DEVIATION_H

#include "maths/rolling.h"

struct price_deviation {
	double now;             /* the last that is known; NaN before there is one */
	/* private */
	double price;           /* the last known */
	struct rolling changes;
};

/* Memory is the caller's to free: price_deviation_free. */
struct price_deviation price_deviation_new(void);
void price_deviation_free(struct price_deviation *d);

/* On to a day; where its price is missing (NaN) the last one stands. */
void price_deviation_next(struct price_deviation *d, double price);

/*
 * Die: the last deviation is 0 and costs of an instrument are to be scaled by it. day: the last with a price; setting: what of
 * the config helps.
 */
_Noreturn void price_deviation_refuse(const char *instrument, int day, const char *setting);

#endif
