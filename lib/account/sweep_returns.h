/*
 * sweep_returns - what the points of a sweep earned, day by day, side by side
 *
 * The net returns of each point in percent of capital, from its file (account/sweep_point.h). Days are counted from
 * 1970; what is asked of days from..to leaves the last one out.
 */
#ifndef ST_ACCOUNT_SWEEP_RETURNS_H
#define ST_ACCOUNT_SWEEP_RETURNS_H

#include <stdint.h>

#include "maths/return_stats.h"

struct sweep_returns {
	struct sweep_returns_point {
		char *name;
		int64_t *day;
		double *x;      /* NaN where there is none */
		int n;
	} *point;
	int n;
	int first, last;        /* the first day on which all have had a return, the last on which one has */
};

/* Those points of a table's column `point` that have a return; dies when none has. */
struct sweep_returns sweep_returns_read(const char *path, const char *points);

/* A point's first row on a day or later. */
int sweep_returns_row(const struct sweep_returns_point *p, int day);

/* The statistics of its returns of these days, as of business days. */
void sweep_returns_stats(const struct sweep_returns_point *p, int from, int to, double out[STATS]);

/* Put a point's rows of these days behind those of an account, which grows. */
void sweep_returns_append(struct sweep_returns_point *account, const struct sweep_returns_point *p, int from, int to);

#endif
