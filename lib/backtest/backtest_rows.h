/*
 * backtest_rows - the rows of a backtest, of which only what reports are made of is read
 *
 * An instrument's rows stand together, in order of time. NaN for missing.
 */
#ifndef ST_BACKTEST_BACKTEST_ROWS_H
#define ST_BACKTEST_BACKTEST_ROWS_H

#include "backtest/backtest_folder.h"
#include "stream/rec.h"

/* Numbers of a row. */
enum backtest_rows_number {
	ROW_ADJUSTED, ROW_PRICE, ROW_FX, ROW_VOL, ROW_FORECAST, ROW_POSITION, ROW_LOWER, ROW_UPPER, ROW_HELD, ROW_NUMBERS
};

struct backtest_rows {
	int rules;
	const char **rule;        /* of the columns forecast.RULE, in their order */
	/* of the current row: */
	int instrument;           /* its index in the backtest's instruments */
	bool first;               /* the instrument's first */
	int day;
	double x[ROW_NUMBERS];
	double *forecast;         /* by rule */
	/* private */
	const struct backtest *b;
	struct rec r;
	int time, name, column[ROW_NUMBERS], *rule_column;
	bool *seen;               /* by instrument */
};

/* Open rows.csv; dies naming a column that it lacks. */
void backtest_rows_open(struct backtest_rows *w, const struct backtest *b);

/* The next row; false at the end. Dies naming file, line and column when it is wrong. */
bool backtest_rows_next(struct backtest_rows *w);

#endif
