/*
 * instrument_weights - instrument weights over time, smoothed day by day
 *
 * From the table of st-weights: time,instrument,weight, a row whenever a weight
 * changes, the first for every instrument on the first day of all.
 */
#ifndef ST_POSITION_INSTRUMENT_WEIGHTS_H
#define ST_POSITION_INSTRUMENT_WEIGHTS_H

#include "base/names.h"
#include "config/config.h"
#include "maths/ewma.h"

struct instrument_weight_change {
	int day;
	double weight;
};

struct instrument_weights {
	const char *path;
	double com;                     /* the config's instrument_weight_ewma_span, by which weights are smoothed */
	int first;                      /* day of the first row */
	struct names instruments;
	struct instrument_weight_change **change;  /* each instrument's, in time order */
	int *n;
};

struct instrument_weights instrument_weights_read(const struct config *c, const char *path);

/* One instrument's weight under way. */
struct instrument_weight {
	const struct instrument_weight_change *change;
	int left, day;
	double now, smoothed;
	struct ewma smooth;
};

/*
 * The weight of an instrument, to be smoothed over business days from the first
 * day of all with that centre of mass (the reference hands a span as a com here).
 * Dies when the table lacks it, or the span is below zero.
 */
struct instrument_weight instrument_weight_new(const struct instrument_weights *w, const char *instrument);

/* Does the config allocate nothing to it, whatever else is said or estimated? */
bool instrument_weight_is_zero(const struct config *c, const char *instrument);

/* The smoothed weight on a business day; days must not go back. */
double instrument_weight_at(struct instrument_weight *w, int day);

#endif
