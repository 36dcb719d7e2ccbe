/*
 * weekly_returns - rows of weeks by instrument, held whole: what weights and correlations are fitted to
 *
 * As st-returns and st-account --weekly print them: time (the Sunday that ends the week), instrument,
 * and columns of numbers; an instrument's rows stand together, without a week left out.
 */
#ifndef ST_FIT_WEEKLY_RETURNS_H
#define ST_FIT_WEEKLY_RETURNS_H

#include "base/names.h"

/* One instrument's; weeks are numbered as frequency_period has them. */
struct weekly_returns_weeks {
	int first, n;
	double *x;             /* week by week, a number for each column; NaN for missing */
	int room;              /* private */
};

struct weekly_returns {
	struct names columns;    /* all but time and instrument */
	struct names instruments;
	struct weekly_returns_weeks *v;       /* by instrument */
};

/* Read files behind one another ("-" is standard input, and so is none); dies naming file, line and column. */
struct weekly_returns weekly_returns_read(char **file, int files);

/* One instrument's values of a column in week `week`; NaN where it has none. */
double weekly_returns_at(const struct weekly_returns *w, int instrument, int column, int week);

#endif
