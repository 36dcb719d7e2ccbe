/*
 * vol - daily volatility of returns in price points, one day at a time
 *
 * Exponentially weighted standard deviation and what pysystemtrade makes of it:
 * `robust` floors it by a quantile of its own recent past, `mixed` averages it
 * with its slow mean. Source: Carver, "Systematic Trading", 2015, and
 * pysystemtrade's sysquant/estimators/vol.py.
 */
#ifndef ST_RISK_VOL_H
#define ST_RISK_VOL_H

#include <stdbool.h>

#include "config/config.h"
#include "maths/ewma.h"
#include "maths/rolling.h"

enum vol_kind { VOL_MIXED, VOL_ROBUST, VOL_SIMPLE_EW, VOL_SIMPLE };

struct vol_params {
	enum vol_kind kind;
	double days;              /* span, or rows of the rolling window for VOL_SIMPLE */
	int min_periods;
	double abs_min;           /* least vol */
	double slow_years, slow_share;                     /* mixed */
	bool floor;                                        /* robust */
	double floor_quantile;
	int floor_min_periods, floor_days;
	bool backfill;            /* days before the first vol take it: looks ahead */
};

/* The function's own defaults; false when there is no function of that name. */
bool vol_defaults(struct vol_params *p, const char *function);

/* What nearest_said says of their names. */
const char *vol_nearest(const char *function);

/* From the key volatility_calculation. */
struct vol_params vol_config(const struct config *c);

struct vol {
	const struct vol_params *p;
	bool no_estimate;         /* the last vol is none: the price does not move, and what came is 0 or p->abs_min */
	/* private */
	bool started;
	struct ewma_std fast;
	struct ewma slow;
	struct rolling_sorted past;
	struct rolling window;
	double floor;
};

struct vol vol_new(const struct vol_params *p);

/* The vol with one day's return (NaN for missing) counted in; NaN until there is one. See no_estimate too. */
double vol_next(struct vol *v, double daily_return);

#endif
