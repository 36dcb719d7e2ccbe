/*
 * fitted_weights - the weights of a frame's assets over time, fitted as the config says
 *
 * Reads the mapping of an optimiser (forecast_weight_estimate, instrument_weight_estimate).
 * Source: pysystemtrade, sysquant/optimisation; `bootstrap` is lib/bootstrap's.
 */
#ifndef ST_FIT_FITTED_WEIGHTS_H
#define ST_FIT_FITTED_WEIGHTS_H

#include "fit/bootstrap.h"
#include "fit/estimator.h"
#include "fit/optimiser.h"

struct fitted_weights_options {
	enum fit_frequency frequency; /* of the returns */
	struct fit_options dates;
	struct estimator_options estimates;
	struct optimiser optimiser;
	struct bootstrap_options bootstrap;
	bool by_bootstrap;
	bool cleaning;              /* what must have a weight and for want of data has none gets a share */
	bool cost_weight;           /* weigh by what costs deserve, too */
	double cost_multiplier;     /* costs count this often in net returns */
	bool equalise_gross;        /* the same mean of gross returns for all */
};

/* The options under `key`; dies naming one that cannot be meant. */
struct fitted_weights_options fitted_weights_options(const struct config *c, const char *key);

/*
 * Fit: for each period the time from which the weights w[f->n] hold goes to each(). cost: the annual cost
 * of each asset in Sharpe ratio units, negative.
 */
void fitted_weights(const struct fitted_weights_options *o, const struct pooled_weeks *f, const double *cost,
    void (*each)(void *arg, int64_t t, const double *w), void *arg);

#endif
