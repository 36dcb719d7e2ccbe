/*
 * instrument_history - an instrument's rows, day by day: its price, forecasts and positions
 *
 * NaN for missing. Arrays as a chart takes them.
 */
#ifndef ST_BACKTEST_INSTRUMENT_HISTORY_H
#define ST_BACKTEST_INSTRUMENT_HISTORY_H

#include <stdbool.h>

#include "backtest/backtest_rows.h"

struct instrument_history {
	const char *instrument; /* the caller's to set */
	int n;                 /* rows */
	double *day;           /* days from 1970 */
	double *adjusted;      /* price */
	double *forecast;      /* combined */
	double *wanted;        /* optimal position, contracts */
	double *lower, *upper; /* the band round it */
	double *held;
	int rules;             /* 0 when rules' forecasts weren't asked for */
	const char **rule;
	double **rule_forecast;
	int cap;               /* private */
};

/* Put the current row behind the others, with each rule's forecast if `rules`. */
void instrument_history_row(struct instrument_history *h, const struct backtest_rows *w, bool rules);

#endif
