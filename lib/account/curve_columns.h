/*
 * curve_columns - an account's curves side by side by period: gross, costs and net, in percent or in value or in both, and risk
 *
 * A row of numbers is there for each period in which one of the curves has a value.
 */
#ifndef ST_ACCOUNT_CURVE_COLUMNS_H
#define ST_ACCOUNT_CURVE_COLUMNS_H

#include "account/curve.h"

enum { CURVE_COLUMNS = CURVE_UNITS * CURVE_KINDS + 2 };

/* Zeroed to begin with, and used again from account to account. */
struct curve_columns {
	struct curve_returns r[CURVE_COLUMNS];
	int n;                /* of them */
	int curves;           /* how many are curves; those behind have no rows of their own */
};

/* None as yet, of the account that `from` works on from here on. */
void curve_columns_begin(struct curve_columns *c, struct curves *from, const struct account *a);

/* Its three curves. */
void curve_columns_add(struct curve_columns *c, struct curves *from, enum curve_units u, enum frequency f);

/* The drawdown of the curve added last, and its annualised standard deviation round each period. */
void curve_columns_add_risk(struct curve_columns *c, enum frequency f);

/* The first period and the one behind the last. */
void curve_columns_span(const struct curve_columns *c, int *first, int *end);

/* Into x[n] the numbers of a period, NaN for missing; false when it has no row. */
bool curve_columns_at(const struct curve_columns *c, int period, double *x);

#endif
