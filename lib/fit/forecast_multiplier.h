/*
 * forecast_multiplier - the diversification multiplier of an instrument's forecasts, estimated row by row
 *
 * A fit period's is of the forecast weights as they stand when it begins, and of the correlations in the instrument's
 * pool; before there is a row it is 1.
 */
#ifndef ST_FIT_FORECAST_MULTIPLIER_H
#define ST_FIT_FORECAST_MULTIPLIER_H

#include "fit/forecast_pool.h"
#include "forecast/forecast_weights.h"

struct forecast_multiplier {
	/* private */
	const struct forecast_pool *pool;
	struct forecast_weight weight;
	int *of;                   /* of each rule of the pool, which of weight's, -1 for none */
	int period;                /* the first whose multiplier is not known yet */
	double *multiplier;        /* by period */
	bool any;                  /* there was a row */
};

/* An instrument's; s is the step whose rows have the forecasts. Dies as forecast_pool_of and forecast_weight_of do. */
struct forecast_multiplier forecast_multiplier_new(const struct forecast_pools *p, const struct forecast_weights *w,
    struct step *s, const char *instrument);

/* Take a row in. */
void forecast_multiplier_row(struct forecast_multiplier *m, struct step *s, struct row *r);

/* No more rows: each period's, to be smoothed; what it points to is the pool's and m's. */
struct diversification_multiplier forecast_multiplier_periods(struct forecast_multiplier *m);

#endif
