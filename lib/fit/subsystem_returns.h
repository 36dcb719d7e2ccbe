/*
 * subsystem_returns - the net weekly returns of each instrument with all capital in it, side by side
 *
 * Gross returns come as st-account --weekly prints them, with the number of days that count; costs come as
 * a Sharpe ratio, and are taken off each such day. An instrument that is not there yet, or no longer, has returns of 0,
 * as in pysystemtrade, where a sum over no days is 0.
 */
#ifndef ST_FIT_SUBSYSTEM_RETURNS_H
#define ST_FIT_SUBSYSTEM_RETURNS_H

#include "base/opt.h"
#include "fit/fitted_weights.h"
#include "fit/weekly_returns.h"

/* From the tables that st-account --costs writes. */
struct subsystem_returns_costs {
	struct names instruments;
	struct subsystem_cost {
		double gross_days, gross_mean, gross_stdev, cost_mean; /* of days that are neither missing nor 0 */
	} *v;
};

struct subsystem_returns_costs subsystem_returns_costs(const struct opt_list *files);

/* The returns of the instruments named, and into cost[] their annual costs in Sharpe ratio units, negative. */
struct pooled_weeks subsystem_returns(const struct weekly_returns *w, const struct subsystem_returns_costs *c,
    const struct names *names, const struct fitted_weights_options *o, double *cost);

#endif
