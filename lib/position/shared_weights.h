/*
 * shared_weights - instrument weights, shared on each day by the instruments that there are by then
 *
 * Fixed ones of the config, or fitted ones that change (st-fit); those of instruments that have started are
 * made to sum to 1. Not smoothed (see position/instrument_weights.h).
 */
#ifndef ST_POSITION_SHARED_WEIGHTS_H
#define ST_POSITION_SHARED_WEIGHTS_H

#include "config/config.h"
#include "stream/dated_values.h"

/* One instrument's. */
struct shared_weight {
	int start;              /* the day from which it is there; INT_MAX while that is not known */
	double weight;          /* before it is shared; NaN: not known */
	const struct dated_value_series *series; /* fitted ones, NULL for a fixed one */
	int at;                 /* private */
};

/* An instrument's in the config's instrument_weights, 1 when it has none at all; dies on one that cannot be meant. */
double shared_weight_fixed(const struct config *c, const char *instrument);

/* The shares of n instruments from a day on into share[n], 0 before an instrument's start. */
void shared_weights_on(struct shared_weight *v, int n, int day, double *share);

/*
 * The first business day after `day`, the one shared_weights_on was asked for last, on which an instrument starts or its
 * fitted weight is another; INT_MAX for none.
 */
int shared_weights_change(const struct shared_weight *v, int n, int day);

#endif
