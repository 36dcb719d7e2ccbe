/*
 * moves - what a day's rows of prices, of any frequency, did to a position held
 *
 * Profit is reckoned row by row, each at its moment's FX rate, and the position changes with
 * the day's first row: what it was till then earns the move into that row, the new one the rest.
 * So a day is three numbers, per contract and point of value one, in base currency. From
 * pysystemtrade's pandlCalculation on natural prices.
 */
#ifndef ST_MOVES_H
#define ST_MOVES_H

#include <stdint.h>

/* Zeroed to begin with. */
struct moves {
	double overnight;   /* into the day's first row; price points × fx */
	double intraday;    /* from there to the last */
	double elapsed;     /* since the row before the day's first, to the last: years × fx; NaN for the first row of all */
	int rows;           /* of the day: when there are none the three mean nothing */
	/* private */
	double last;        /* price known so far */
	int64_t t;          /* of the row before */
	int any;
};

/* A new day begins. */
void moves_start(struct moves *m);

/* A row: price (NaN when missing), rate to the base currency, and moment in seconds, in order. */
void moves_row(struct moves *m, double price, double fx, int64_t t);

#endif
