/*
 * dated_values - values that change now and then, by instrument and rule: scalars, weights, multipliers
 *
 * A table time[,instrument][,rule],value with a row whenever a value changes; time may carry a
 * fraction of a second. A value holds from its time on.
 */
#ifndef ST_STREAM_DATED_VALUES_H
#define ST_STREAM_DATED_VALUES_H

#include <stdint.h>

#include "base/names.h"
#include "time/stamp.h"

struct dated_value {
	int64_t t;     /* microseconds from 1970 */
	double value;  /* NaN where the table has none */
};

struct dated_value_series {
	char *instrument, *rule; /* NULL where the table has no such column */
	struct dated_value *v;
	int n;
	int room;      /* private */
};

struct dated_values {
	const char *path;
	struct dated_value_series *series; /* in order of first appearance */
	int n;
	struct names keys; /* private */
};

/* Read a table; dies naming file, line and column, also where time goes back within a series. */
struct dated_values dated_values_read(const char *path);

/* A series, or NULL. instrument and rule are NULL where the table has no such column. */
const struct dated_value_series *dated_values_of(const struct dated_values *c, const char *instrument, const char *rule);

/* The value at t microseconds; NaN before the first. *at is a hint kept between calls, 0 at first. */
double dated_value_at(const struct dated_value_series *s, int64_t t, int *at);

/* A day's midnight, in microseconds. */
static inline int64_t
dated_value_day(int day)
{
	return stamp_of_day(day) * 1000000;
}

/* The day that a time is on. */
static inline int
dated_value_day_of(int64_t t)
{
	const int64_t day = (int64_t)DAY_SECONDS * 1000000;

	return (int)(t / day - (t % day < 0));
}

/* Print a time: YYYY-MM-DD, with HH:MM:SS and microseconds if there are any; at most DATED_VALUE_MAX bytes, no NUL. */
enum { DATED_VALUE_MAX = 32 };
size_t dated_value_print(char *buf, int64_t t);

#endif
