/*
 * weekly_returns - rows of weeks or business days by instrument, held whole: what weights and correlations are fitted to
 *
 * As st-returns and st-account --weekly print them: time (the Sunday that ends the week, or the business day), instrument,
 * and columns of numbers; an instrument's rows stand together, without a period left out.
 */
#ifndef ST_FIT_WEEKLY_RETURNS_H
#define ST_FIT_WEEKLY_RETURNS_H

#include "base/names.h"
#include "fit/frequency.h"

/* One instrument's; periods are numbered as fit_frequency_period has them. */
struct weekly_returns_weeks {
	int first, n;
	double *x;             /* period by period, a number for each column; NaN for missing */
	int room;              /* private */
};

struct weekly_returns {
	struct names columns;    /* all but time and instrument */
	struct names instruments;
	struct weekly_returns_weeks *v;       /* by instrument */
	enum frequency rows;     /* as they were read */
};

/*
 * Read files behind one another ("-" is standard input, and so is none), to be fitted to at this frequency: of business days put
 * together a forecast is the last one, all else the sum. Dies naming file, line and column.
 */
struct weekly_returns weekly_returns_read(char **file, int files, enum fit_frequency f);

/* One instrument's values of a column in a period; NaN where it has none. */
double weekly_returns_at(const struct weekly_returns *w, int instrument, int column, int period);

#endif
