/*
 * pooled_weeks - weekly values of several assets, the histories of several instruments put between one another
 *
 * The k-th instrument's row of a week is stamped k microseconds after the week's Sunday, so that each row
 * has a time of its own (pysystemtrade, stacked_df_with_added_time_from_list).
 */
#ifndef ST_FIT_POOLED_WEEKS_H
#define ST_FIT_POOLED_WEEKS_H

#include <stdbool.h>
#include <stdint.h>

#include "fit/frequency.h"

struct pooled_weeks {
	int n;                 /* assets */
	int copies;            /* instruments stacked */
	int rows;
	enum fit_frequency frequency;
	int64_t *t;            /* of each row, increasing, microseconds */
	double *x;             /* row by row; NaN for missing */
};

/* Weeks first..first+n-1 of one instrument, n rows of values; NaN for missing. */
struct pooled_weeks_block {
	int first, n;
	const double *x;
};

/* Stack instruments: every week that one of them has gets a row of each. */
struct pooled_weeks pooled_weeks_stack(const struct pooled_weeks_block *b, int copies, int assets, enum fit_frequency f);
void pooled_weeks_free(struct pooled_weeks *f);

/* The rows of a window, both ends included: from *from to before *to. */
void pooled_weeks_window(const struct pooled_weeks *f, int64_t first, int64_t last, int *from, int *to);

/* Which assets have a value in these rows? */
void pooled_weeks_present(const struct pooled_weeks *f, int from, int to, bool *present);

#endif
