/*
 * scalar_pool - a rule's forecast scalar, estimated from its raw forecasts in one instrument or in several
 *
 * The average size wanted over the mean, so far, of the median size of a day's forecasts (pysystemtrade, forecast_scalar).
 */
#ifndef ST_FORECAST_SCALAR_POOL_H
#define ST_FORECAST_SCALAR_POOL_H

#include <stdbool.h>

#include "base/names.h"
#include "config/config.h"
#include "maths/rolling.h"

/* The config's forecast_scalar_estimate and average_absolute_forecast. */
struct scalar_pool_options {
	const struct config *cfg;
	bool together;          /* instruments are pooled, not each its own */
	bool backfill;          /* the first estimate holds for the days before it too */
	int window, min;        /* days that are averaged, at the most and at the least */
	double target;
};

/* The config must outlive them; dies naming a key that is no number of days. */
struct scalar_pool_options scalar_pool_options(const struct config *c);

struct scalar_pool {
	double now;             /* the scalar; NaN until there are days enough */
	/* private */
	const struct config *cfg;
	const char *rule;       /* NULL for a pool that whoever is added is in */
	bool alone;             /* only one instrument has the rule: its gaps count, else each one's last forecast stands */
	double target;
	struct rolling_mean size;
	double *last, *sorting; /* each member's size; room to find the median in */
	int n;
	bool some;              /* the day has a row of a member */
};

/* Of a rule; instruments: those that there will be, no one when that is not known. */
struct scalar_pool scalar_pool_new(const struct scalar_pool_options *o, const char *rule, const struct names *instruments);

/* Of one instrument alone. */
struct scalar_pool scalar_pool_own(const struct scalar_pool_options *o);

/* One instrument more: its number, or -1 when it has not the rule. A rule that no instrument has is pooled over all. */
int scalar_pool_add(struct scalar_pool *p, const char *instrument);

/* A member's forecast of the day, NaN for missing; one of 0 has no size. */
void scalar_pool_forecast(struct scalar_pool *p, int member, double forecast);

/* All of the day's are in; a day without any changes nothing. */
void scalar_pool_day(struct scalar_pool *p);

#endif
