/*
 * instrument_weights - instrument weights over time, smoothed day by day
 *
 * From the table of st-weights: time,instrument,weight,sum, a row whenever an instrument's weight changes, the
 * first for every instrument on the first day of all. From a row on all weights are divided by its sum; in a
 * table without that column they are taken as they are.
 */
#ifndef ST_POSITION_INSTRUMENT_WEIGHTS_H
#define ST_POSITION_INSTRUMENT_WEIGHTS_H

#include "base/names.h"
#include "config/config.h"
#include "maths/ewma.h"

/* Numbers, each from its day on, in time order. */
struct instrument_weight_changes {
	struct instrument_weight_change {
		int day;
		double value;
	} *v;
	int n;
};

struct instrument_weights {
	const char *path;
	double com;                     /* the config's instrument_weight_ewma_span, by which weights are smoothed */
	int first;                      /* day of the first row */
	struct names instruments;
	struct instrument_weight_changes *own; /* each instrument's weight */
	struct instrument_weight_changes scale; /* what all of them are multiplied by */
};

struct instrument_weights instrument_weights_read(const struct config *c, const char *path);

/* One instrument's weight under way. */
struct instrument_weight {
	struct instrument_weight_changes own_left, scale_left;
	int day;
	double own, scale, smoothed;
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
