/*
 * natural_prices - adjusted prices at the stamps they have, with FX rates, an instrument at a time
 *
 * Read beside a stream of daily rows whose instruments come in the same order: columns
 * time, instrument, adjusted, fx and, if it is there, beyond, as st-fetch and st-fx give them.
 */
#ifndef ST_DATA_NATURAL_PRICES_H
#define ST_DATA_NATURAL_PRICES_H

#include <stdbool.h>
#include <stdint.h>

#include "stream/rec.h"

struct natural_prices {
	int64_t t;             /* of the current row, seconds */
	int day;               /* that it falls on */
	double fx;             /* NaN for missing */
	double move;           /* of the price, the last known one counting where it is missing; NaN for none */
	double years;          /* since the row before; NaN for the instrument's first row */
	/* private */
	double price;          /* the last known */
	bool any;              /* the instrument has had a row */
	struct rec r;
	int time, instrument, adjusted, rate, beyond;
	bool more;             /* r holds a row not given yet */
};

/* Open a file; dies naming a column that it lacks. */
void natural_prices_open(struct natural_prices *n, const char *path);

/*
 * The next row of an instrument that is not beyond the adjusted series; false when there are no
 * more. Rows of instruments that are not asked for are an error: dies naming file and line.
 */
bool natural_prices_next(struct natural_prices *n, const char *instrument);

/* All rows were asked for; dies if not. */
void natural_prices_close(struct natural_prices *n);

#endif
