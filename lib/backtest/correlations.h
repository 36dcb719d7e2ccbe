/*
 * correlations - how rules' forecasts, and instruments' prices, went together
 *
 * Weekly values (the last of a week that is not missing), plain sample correlations over the weeks that both
 * have, NaN for fewer than a year's 52 of them.
 *
 *   rules         forecasts as they stood at the end of each week, all instruments' weeks pooled
 *   instruments   the adjusted price's move since the end of the week before, over the daily vol then: what a position
 *                 of constant risk earned. Positions are sized by that vol; a percentage of price would weigh
 *                 wild times more, and means nothing for a price near 0.
 */
#ifndef ST_BACKTEST_CORRELATIONS_H
#define ST_BACKTEST_CORRELATIONS_H

#include "backtest/backtest_rows.h"
#include "maths/plain_correlation.h"

/* As a chart of CHART_GRID takes them. */
struct backtest_correlations_grid {
	int n;
	const char **name;
	double *cell;          /* n*n, row by row */
};

struct backtest_correlations {
	struct backtest_correlations_grid rules;       /* in order of their columns */
	struct backtest_correlations_grid instruments; /* by asset class, within it by name */
	/* private */
	struct plain_correlation pooled;
	int instrument;          /* at work */
	struct week_values {
		int week;
		double adjusted, vol, *forecast;
	} now, before;           /* weeks of the instrument at work */
	struct week_moves {
		int first, n, cap;   /* weeks */
		double *x;
	} *moves;                /* by instrument of the backtest */
};

/* Count the current row in (*c zeroed before the first). */
void backtest_correlations_row(struct backtest_correlations *c, const struct backtest_rows *w);

/* All rows are counted: work the matrices out. */
void backtest_correlations_end(struct backtest_correlations *c, const struct backtest_rows *w);

#endif
