/*
 * trading_habits - how a system traded: positions, trades and forecasts at their caps
 *
 * Counted row by row, a row a business day and instrument. Shares are percent of the days that have what they are
 * about; a year is 256 business days. NaN where there is nothing to divide by.
 */
#ifndef ST_BACKTEST_TRADING_HABITS_H
#define ST_BACKTEST_TRADING_HABITS_H

#include "backtest/backtest_rows.h"

/* What is known of forecasts. */
struct forecast_habits {
	long days;             /* with a forecast */
	double size;           /* mean, without sign */
	double at_cap, at_floor; /* share of days */
};

struct instrument_habits {
	const char *name;
	struct forecast_habits forecast; /* the combined one */
	long days;             /* from its first band to its last row, business days */
	long held_days;        /* rows with a position held that is not 0 */
	long band_days;        /* rows with a band */
	long trades;           /* rows on which what is held changed */
	double hit;            /* the buffer's hit rate: share of band_days on which there was a trade */
	double trades_a_year, contracts_a_year; /* over `days` */
	double held;           /* mean contracts held, without sign, over band_days */
};

struct rule_habits {
	const char *name;
	struct forecast_habits forecast; /* over all instruments */
};

struct habits {
	int instruments, rules;
	struct instrument_habits *instrument; /* in order of the rows */
	struct rule_habits *rule;             /* in order of the columns */
	/* private */
	struct forecast_count {
		long days, cap, floor;
		double size;                  /* sum without signs */
	} combined, *of_rule;
	struct {                              /* of the instrument at work */
		int first, last;              /* periods of its first band and its last row */
		long hits;                    /* trades on days with a band */
		double contracts, held;       /* sums */
		double before;                /* what it held */
	} now;
};

/* Count the current row in (*h zeroed before the first). */
void habits_row(struct habits *h, const struct backtest_rows *w);

/* All rows are counted: work the figures out. */
void habits_end(struct habits *h, const struct backtest_rows *w);

#endif
