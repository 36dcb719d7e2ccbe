/* first_held - from when a backtest's portfolio could hold anything, and what was missing before, out of held.csv */
#ifndef ST_BACKTEST_FIRST_HELD_H
#define ST_BACKTEST_FIRST_HELD_H

#include "account/held_from.h"
#include "backtest/backtest_folder.h"

struct first_held {
	int first;             /* the first day of its profit, where there is one */
	int day;               /* HELD_NEVER for none; INT_MIN when the folder does not say: older ones have no such file */
	const char *missing;   /* as account/held_from.h has it; NULL when nothing was */
};

/* Dies naming file, line and column when it is wrong, and when the file lacks the portfolio. */
struct first_held first_held_read(const struct backtest *b);

#endif
