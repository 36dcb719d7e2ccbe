/*
 * comoves - how rules' forecasts, and instruments' prices, went together
 *
 * Weekly values, plain sample correlations over the weeks that both have, NaN for fewer than a year's 52 of them.
 *
 *   rules         forecasts as they stood on the last row of each week, all instruments' weeks pooled
 *   instruments   the adjusted price's move since the last row of the week before, over that row's daily vol: what a
 *                 position of constant risk earned. Positions are sized by that vol; a percentage of price would weigh
 *                 wild times more, and means nothing for a price near 0.
 */
#ifndef ST_COMOVES_H
#define ST_COMOVES_H

#include "backtest.h"

/* As a chart of CHART_GRID takes them. */
struct grid {
	int n;
	const char **name;
	double *cell;          /* n*n, row by row */
};

struct comoves {
	struct grid rules;       /* in order of their columns */
	struct grid instruments; /* by asset class, within it by name */
};

#endif
