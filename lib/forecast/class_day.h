/*
 * class_table_day - what several instruments do together on a day: the median of their returns or carry, the mean of a factor
 *
 * Over a walk of a panel (forecast/instrument_days.h); `source` is one of its columns. A group sees
 * one source only, day after day.
 */
#ifndef ST_FORECAST_CLASS_DAY_H
#define ST_FORECAST_CLASS_DAY_H

#include "forecast/instrument_days.h"
#include "maths/ewma.h"

struct class_day {
	double *last;              /* each one's factor that wasn't missing */
	struct ewma *carry;
	double *sorting;
	double sum;                /* of the median returns */
};

/* Of n instruments. */
struct class_day class_day_new(int n);
void class_day_free(struct class_day *g);

/* The day's median return, cumulated: those that have none today have no say; NaN when no one has. */
double class_day_return(struct class_day *g, const struct instrument_days_walk *w, int source);

/* The median of carry, each smoothed on all days of the group, so that one without carry keeps its last. */
double class_day_carry(struct class_day *g, const struct instrument_days_walk *w, int source);

/* The mean of each one's last factor. */
double class_day_factor(struct class_day *g, const struct instrument_days_walk *w, int source);

#endif
