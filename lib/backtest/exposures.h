/*
 * exposures - what a portfolio held day by day: its notional value, long and short, and how many instruments
 *
 * Notional is contracts held x price held x point size x fx, over the portfolio's capital: 1 is its capital once. Of a
 * day without a price or a rate the last one counts.
 */
#ifndef ST_BACKTEST_EXPOSURES_H
#define ST_BACKTEST_EXPOSURES_H

#include "backtest/backtest_rows.h"

struct exposures {
	int n;                 /* business days, from the first row's to the last one's */
	double *day;           /* days from 1970, as a chart takes them */
	double *gross, *net;   /* long and short, long less short; of capital */
	double *longs, *shorts; /* instruments */
	/* private */
	int first, cap;        /* period of the first day */
	double price, fx;      /* the instrument's last ones */
};

/* Count a row in; e is zeroed to begin with. */
void exposures_row(struct exposures *e, const struct backtest_rows *w);

/* All rows are in. */
void exposures_end(struct exposures *e);

#endif
