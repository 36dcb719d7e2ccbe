/*
 * sweep_point - what a system earned at one point of a sweep
 *
 * A folder has a folder for each point, with stats.csv and perhaps held.csv (as st-stats
 * writes them) and returns.csv: the columns time, gross_percent, cost_percent and
 * net_percent of an account. A point that could not be run has none.
 */
#ifndef ST_ACCOUNT_SWEEP_POINT_H
#define ST_ACCOUNT_SWEEP_POINT_H

#include <stdbool.h>

#include "stream/rec.h"
#include "stream/stamped_file.h"

struct sweep_point {
	const char *dir;     /* its folder; NULL when there is none */
};

/* The point that a record of a table names in this column, in the folder of all. */
struct sweep_point sweep_point_of(struct rec *r, int column, const char *points);

/* Its returns, in order of time. Dies naming file, line and column. */
struct stamped_file sweep_point_returns(const struct sweep_point *p);

/* The numbers of one of their columns, one a row; the caller's. */
double *sweep_point_column(const struct stamped_file *returns, const char *name);

/* A reader of its statistics. */
struct rec sweep_point_stats(const struct sweep_point *p);

/* Of those from when something could be held; false when there are none. */
bool sweep_point_held(const struct sweep_point *p, struct rec *r);

#endif
