/*
 * contents - all that a backtest's folder has to say, read once for those who show it
 *
 * Returns are in percent of capital. What only some backtests have is empty when it is not
 * there: accounts of rules (backtest --accounts).
 */
#ifndef ST_BACKTEST_CONTENTS_H
#define ST_BACKTEST_CONTENTS_H

#include "account/daily_returns.h"
#include "backtest/backtest_folder.h"
#include "backtest/benchmark.h"
#include "backtest/contribution.h"
#include "backtest/costs_table.h"
#include "backtest/first_held.h"
#include "backtest/idle_instruments.h"
#include "backtest/multiplier_history.h"
#include "backtest/row_counts.h"
#include "maths/return_stats.h"

struct backtest_contents {
	struct backtest b;
	struct first_held held;                         /* from when something could be held */
	struct daily_returns track;                     /* of the portfolio; with compat: none from that day on */
	double stat[FREQUENCIES][CURVE_KINDS][STATS]; /* its statistics, as stats.csv has them */
	const struct benchmark *benchmark;              /* the caller's, who sets it; NULL for none */
	struct contribution_total by_instrument, by_rule; /* an instrument's Sharpe ratio is that of stats.csv */
	struct costs_table costs;
	struct idle_instruments idle;
	struct row_counts survey;                   /* with histories of the instruments chosen */
	struct multiplier_history idm, *fdm;    /* fdm of each history */
};

/*
 * Read a folder. Histories are kept of the `choices` instruments named, or when there are none
 * of the best, the middle and the worst earner. Dies naming file and line when something is
 * wrong, an instrument is not among those traded, or the account has no returns.
 */
struct backtest_contents backtest_contents_read(const char *folder, const char *const *choice, int choices);

/*
 * The daily statistics of a curve of the account from the day on which something could be held, and the years that they are of;
 * NaN, and no years, when the account has no day from then on.
 */
double contents_held_stats(const struct backtest_contents *v, enum curve_kind k, double out[STATS]);

#endif
