/*
 * forecast_pool - the correlations of rules' weekly forecasts, in instruments that have the same rules together
 *
 * As pysystemtrade has it (systems/forecast_combine.py): pooled are the instruments for which the same rules
 * are cheap enough to be fitted, or that have the same when weights are fixed; unless
 * forecast_correlation_estimate.pool_instruments is false.
 */
#ifndef ST_FIT_FORECAST_POOL_H
#define ST_FIT_FORECAST_POOL_H

#include "base/names.h"
#include "base/opt.h"
#include "fit/diversification_multiplier.h"

struct forecast_pool {
	struct names instruments;
	const char **rule;          /* in order of their bytes, n of them */
	int n;
	struct diversification_multiplier multipliers; /* periods and correlations of these rules */
};

struct forecast_pools {
	struct forecast_pool *v;
	int n;
};

/*
 * Read the weeks of st-returns and estimate; costs are its tables, NULL when weights are fixed. The options must
 * outlive the pools. Dies naming file, line and column, or the instrument that has none of the rules.
 */
struct forecast_pools forecast_pools_make(const struct config *c, const struct diversification_multiplier_options *o,
    const struct opt_list *weeks, const struct opt_list *costs);

/* The pool of an instrument; dies when it has no weeks. */
const struct forecast_pool *forecast_pool_of(const struct forecast_pools *p, const char *instrument);

#endif
