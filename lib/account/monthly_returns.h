/*
 * monthly_returns - returns by calendar month and year
 *
 * Sums of the days' percents, as capital is constant. Of an account whose capital compounds they can be chained
 * instead: what a unit of capital grew by, Π(1 + r/100) - 1; costs then are net less gross.
 */
#ifndef ST_ACCOUNT_MONTHLY_RETURNS_H
#define ST_ACCOUNT_MONTHLY_RETURNS_H

#include <stdbool.h>

#include "account/daily_returns.h"

struct monthly_returns_year {
	int year;
	double month[12];      /* net, percent; NaN for one without a return */
	double x[CURVE_KINDS];       /* the whole year's by CURVE_GROSS, CURVE_COSTS, CURVE_NET; NaN likewise */
};

struct monthly_returns {
	int n;                 /* years, none left out between the first and the last */
	struct monthly_returns_year *v;
};

struct monthly_returns monthly_returns_of(const struct daily_returns *t, bool compounded);

#endif
