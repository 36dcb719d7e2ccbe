/*
 * spike - a move of a price that is out of all proportion to those before it
 *
 * pysystemtrade's syscore/merge_data.py: a change over the root of the days that it
 * took, over its own exponentially weighted mean (span 500, the change itself
 * included). A price that is missing, and the one after it, are never tested; and as
 * the mean includes the change, the ratio can't exceed about the number of changes.
 */
#ifndef ST_DATA_SPIKE_H
#define ST_DATA_SPIKE_H

#include <stdbool.h>
#include <stdint.h>

#include "maths/ewma.h"

struct spike {
	struct ewma mean;
	bool started;
	int64_t t;
	double x;
};

struct spike spike_new(void);

/* The ratio of the change to x at t (seconds, later than the last), NaN when there is none. */
double spike_next(struct spike *s, int64_t t, double x);

#endif
