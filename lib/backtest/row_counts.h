/*
 * row_counts - all that is counted in rows.csv, in one pass over it
 *
 * Only the columns used are read as numbers; memory is the weeks of each instrument, and the histories asked for.
 */
#ifndef ST_BACKTEST_ROW_COUNTS_H
#define ST_BACKTEST_ROW_COUNTS_H

#include <stdbool.h>

#include "backtest/correlations.h"
#include "backtest/exposures.h"
#include "backtest/instrument_history.h"
#include "backtest/trading_activity.h"

struct row_counts_options {
	const char *const *keep; /* instruments whose histories are wanted */
	int keeps;
	bool rules;              /* with each rule's forecast */
};

struct row_counts {
	struct trading_activity habits;
	struct backtest_correlations comoves;
	struct exposures exposures;
	struct instrument_history *history; /* of each of keep, in their order; n is 0 for one without rows */
	int histories;
};

/*
 * Read rows.csv, an instrument's rows together and in order of time. Dies naming file, line and column when a row is
 * wrong, or names an instrument that work/instruments.csv doesn't have.
 */
struct row_counts row_counts_read(const struct backtest *b, const struct row_counts_options *o);

#endif
