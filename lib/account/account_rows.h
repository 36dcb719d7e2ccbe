/*
 * account_rows - the rows of a file of returns, as st-account --portfolio prints it, one by one
 *
 * Columns time, gross_percent, net_percent and, if it is there, cost_percent; percent of capital, NaN for missing.
 */
#ifndef ST_ACCOUNT_ACCOUNT_ROWS_H
#define ST_ACCOUNT_ACCOUNT_ROWS_H

#include "account/curve.h"
#include "stream/rec.h"

struct account_rows {
	struct rec r;
	int day;               /* of the current row */
	double x[CURVE_KINDS];       /* its returns by CURVE_GROSS, CURVE_COSTS, CURVE_NET */
	/* private */
	int time, column[CURVE_KINDS];
};

/* "-" is standard input. Dies naming a column that the file lacks. */
void account_rows_open(struct account_rows *a, const char *path);

/* The next row; false at the end. Dies naming file, line and column when it is wrong, or its day is not after the one before. */
bool account_rows_next(struct account_rows *a);

#endif
