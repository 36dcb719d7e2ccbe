/*
 * backtest_series - what a user of pysystemtrade asks of a system's stages, out of what pipelines/backtest wrote
 *
 * Each series has a name of ours, which for one of a rule is NAME.RULE, and the stage and method of pysystemtrade that
 * gives the same; by either it is found. Most are columns of a file; some are worked out again (backtest/explanation.h).
 */
#ifndef ST_BACKTEST_BACKTEST_SERIES_H
#define ST_BACKTEST_BACKTEST_SERIES_H

#include "backtest/backtest_folder.h"
#include "base/out.h"

/* What is asked for: NULL where nothing was said. With a method's name `rule` may be said by itself. */
struct backtest_series_asked {
	const char *name, *instrument, *rule;
};

/*
 * Print a series, time,value, a row for each of the file's. Dies when there is none of that name, instrument or rule,
 * naming the nearest, and when its file was not kept, saying how to get it.
 */
void backtest_series_print(struct out *o, const char *folder, const struct backtest_series_asked *asked);

/* Print a table of all: series,of,pysystemtrade,meaning. */
void backtest_series_list(struct out *o);

#endif
