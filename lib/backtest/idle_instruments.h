/* idle_instruments - of which instruments a backtest holds no contract on any day, and why, out of work/idle.csv (st-idle(1)) */
#ifndef ST_BACKTEST_IDLE_INSTRUMENTS_H
#define ST_BACKTEST_IDLE_INSTRUMENTS_H

#include "backtest/backtest_folder.h"

struct idle_instrument {
	const char *name, *why; /* kept as long as the process lives */
	double largest;         /* optimal position in contracts, without sign */
};

struct idle_instruments {
	int n;
	struct idle_instrument *v; /* in order of the rows */
};

/* None when there is no such file. */
struct idle_instruments idle_instruments_read(const struct backtest *b);

/* Why an instrument is idle; NULL when it isn't. */
const char *idle_instruments_why(const struct idle_instruments *t, const char *name);

#endif
