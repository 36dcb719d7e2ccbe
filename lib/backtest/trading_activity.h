/*
 * trading_activity - how a system traded: positions, trades and forecasts at their caps
 *
 * Counted row by row, a row a business day and instrument. Shares are percent of the days that have what they are
 * about; a year is 256 business days. NaN where there is nothing to divide by.
 */
#ifndef ST_BACKTEST_TRADING_ACTIVITY_H
#define ST_BACKTEST_TRADING_ACTIVITY_H

#include "backtest/backtest_rows.h"

/* What is known of forecasts. */
struct trading_activity_of_forecast {
	long days;             /* with a forecast */
	double size;           /* mean, without sign */
	double at_cap, at_floor; /* share of days */
};

struct trading_activity_of_instrument {
	const char *name;
	struct trading_activity_of_forecast forecast; /* the combined one */
	long days;             /* from its first band to its last row, business days */
	long held_days;        /* rows with a position held that is not 0 */
	long band_days;        /* rows with a band */
	long trades;           /* rows on which what is held changed */
	double hit;            /* the buffer's hit rate: share of band_days on which there was a trade */
	double trades_a_year, contracts_a_year; /* over `days` */
	double held;           /* mean contracts held, without sign, over band_days */
};

struct trading_activity_of_rule {
	const char *name;
	struct trading_activity_of_forecast forecast; /* over all instruments */
};

struct trading_activity {
	int instruments, rules;
	struct trading_activity_of_instrument *instrument; /* in order of the rows */
	struct trading_activity_of_rule *rule;             /* in order of the columns */
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
void trading_activity_row(struct trading_activity *h, const struct backtest_rows *w);

/* All rows are counted: work the figures out. */
void trading_activity_end(struct trading_activity *h, const struct backtest_rows *w);

#endif
