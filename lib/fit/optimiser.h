/*
 * optimiser - weights of assets from what is known of them, for one fit period
 *
 * The methods of pysystemtrade's portfolio optimiser, and hierarchical risk parity. Keys of
 * the config (forecast_weight_estimate, instrument_weight_estimate) name the members.
 */
#ifndef ST_FIT_OPTIMISER_H
#define ST_FIT_OPTIMISER_H

#include "fit/handcraft.h"

struct optimiser {
	/* One of optimiser_method's. */
	void (*method)(const struct optimiser *, const struct handcraft_estimates *, double *w);
	bool equalise_SR, equalise_vols;
	double ann_target_SR;
	double shrinkage_SR, shrinkage_corr; /* 0 to 1, of the shrinkage method */
};

/* The method of a name (handcraft, shrinkage, one_period, equal_weights, hrp), NULL if there is none. */
void (*optimiser_method(const char *name))(const struct optimiser *, const struct handcraft_estimates *, double *);

/*
 * Weights w[n]. Assets without a stdev, or of whose correlations fewer than two are known, are left
 * out and NaN. Estimates of the others should be known.
 */
void optimiser_weights(const struct optimiser *o, const struct handcraft_estimates *e, double *w);

/*
 * Give assets that must have a weight, and for want of data have none (NaN), a share: half of what would be
 * theirs if all were alike. Those that need have none get 0. Without any of the former nothing changes.
 */
void optimiser_clean_weights(int n, double *w, const bool *must_have);

#endif
