/*
 * multiplier_history - a diversification multiplier over time
 *
 * Estimated ones are in estimates/ as they were used, smoothed already (st-divmult): each value holds from
 * its day on. A fixed one is the config's number on the first and the last day.
 */
#ifndef ST_BACKTEST_MULTIPLIER_HISTORY_H
#define ST_BACKTEST_MULTIPLIER_HISTORY_H

#include "account/daily_returns.h"
#include "backtest/backtest_folder.h"

struct multiplier_history {
	int n;
	double *day, *value;   /* steps, for a chart; the last one on the track's last day */
	bool fixed;
};

/* The portfolio's: IDM. */
struct multiplier_history multiplier_history_idm(const struct backtest *b, const struct daily_returns *t);

/* That of an instrument's forecasts: FDM. */
struct multiplier_history multiplier_history_fdm(const struct backtest *b, const struct daily_returns *t, const char *instrument);

#endif
