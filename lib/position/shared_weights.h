/*
 * shared_weights - instrument weights, shared on each day by the instruments that there are by then
 *
 * Fixed ones of the config, or fitted ones that change (st-fit). An instrument's share is its weight times
 * the scale of the day, which makes those of instruments that have started sum to 1. Not smoothed (see
 * position/instrument_weights.h).
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

/*
 * What the weights of those of n instruments that are there sum to from a day on. Days must not go back; fitted
 * weights are those of the day from then on.
 */
double shared_weights_sum(struct shared_weight *v, int n, int day);

/* An instrument's own weight on the day that shared_weights_sum was asked for last, 0 before its start. */
static inline double
shared_weight_own(const struct shared_weight *v, int day)
{
	return v->start <= day ? v->weight : 0;
}

/* What weights that sum to this are multiplied by to sum to 1: a number for no weight at all too. */
double shared_weights_scale(double sum);

/*
 * The first business day after `day`, the one shared_weights_sum was asked for last, on which an instrument starts or its
 * fitted weight is another; INT_MAX for none.
 */
int shared_weights_change(const struct shared_weight *v, int n, int day);

#endif
