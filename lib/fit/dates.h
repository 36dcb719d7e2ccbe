/*
 * dates - from which data weights or correlations are fitted, and when the fit holds
 *
 * Periods of a year of 365 days (or another step), counted back from the end of the data, so that
 * the last one is whole. Times are microseconds from 1970, both ends of a window included.
 * Source: pysystemtrade, sysquant/fitting_dates.py, of which it is the order that the first
 * step's start is never used and that the last fit ends one step before the data do.
 */
#ifndef ST_FIT_DATES_H
#define ST_FIT_DATES_H

#include <stdbool.h>
#include <stdint.h>

#include "config/config.h"

struct fit_period {
	int64_t fit_start, fit_end; /* of the data that are looked at */
	int64_t start;              /* the fit holds from here on */
	bool no_data;               /* there is nothing to fit to yet */
};

enum fit_date_method { FIT_EXPANDING, FIT_ROLLING, FIT_IN_SAMPLE };

struct fit_options {
	enum fit_date_method method;
	int roll;                   /* steps that a rolling window keeps */
	int step;                   /* days between fits */
};

/* The options in the mapping `key` (date_method, rollyears, interval_frequency); dies naming one that cannot be meant. */
struct fit_options fit_options(const struct config *c, const char *key);

struct fit_dates {
	struct fit_period *v;
	int n;
};

/*
 * The periods of data from first to last. The first has no data yet, unless all are fitted at once; it is the only
 * one where the data are shorter than two steps. The caller frees v.
 */
struct fit_dates fit_dates(const struct fit_options *o, int64_t first, int64_t last);

#endif
