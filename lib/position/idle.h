/*
 * idle - why no contract of an instrument is held on any day: at which step from prices to positions nothing is left
 *
 * What the rows of a backtest have is looked for column by column, in the order of the steps; a
 * column that a stream lacks is passed over.
 */
#ifndef ST_POSITION_IDLE_H
#define ST_POSITION_IDLE_H

#include "forecast/forecast_columns.h"
#include "stream/row.h"

enum idle_step { IDLE_PRICE, IDLE_FX, IDLE_VOL, IDLE_RAW, IDLE_SCALED, IDLE_FORECAST, IDLE_SUBSYSTEM, IDLE_POSITION, IDLE_STEPS };

/* The columns of a stream. */
struct idle_columns {
	int step[IDLE_STEPS], held; /* -1 for none; not of the rules' */
	struct forecast_column *raw, *scaled;
	int raws, scaleds;
};

/* What was seen of an instrument; zeros to begin with. */
struct idle {
	long days;
	bool held, seen[IDLE_STEPS]; /* a contract; a value, and where 0 means none one that isn't */
	double largest;              /* optimal position, without sign */
};

/* Look the columns up; held: the one of the contracts held. Dies when there is none of that name. */
struct idle_columns idle_columns_need(struct step *s, const char *held);

/* Count a row in. Rows of one that is held are soon done with. */
void idle_row(struct idle *i, const struct idle_columns *c, struct step *s, struct row *r);

/* Why nothing is held, in words; NULL when something is. */
const char *idle_why(const struct idle *i, const struct idle_columns *c);

#endif
