/*
 * rule_pnl - what a forecast alone would have earned, and been charged
 *
 * pysystemtrade's pandl_for_instrument_forecast: positions are a day late, profit is reckoned price by
 * price and cumulated, and a business day's is the difference of the sums at the days' ends. That
 * order of operations is kept, as days without profit do not count and rounding decides which these are.
 */
#ifndef ST_ACCOUNT_RULE_PNL_H
#define ST_ACCOUNT_RULE_PNL_H

#include <math.h>
#include <stdbool.h>

#include "account/earning_days.h"

struct rule_pnl {
	double position;        /* that the next move is earned by, contracts; NaN for none */
	bool held;              /* there has been one */
	double profit, charge;  /* cumulated, base currency; charge of a Sharpe ratio cost of 1; NaN before the first */
	double day_profit, day_charge; /* at the end of the day before */
	/* results */
	struct earning_days gross, costs;
};

struct rule_pnl rule_pnl_new(void);

/* The profit of a row of prices, base currency: 0 while nothing is held, and when the price or its move is missing. */
static inline double
rule_profit(double position, double move, double point_size, double fx)
{
	double points = position * move;

	return (isnan(points) ? 0 : points) * point_size * fx;
}

/*
 * A row of prices: its move in instrument currency per contract (NaN for none), the FX rate, the
 * charge since the row before per unit of Sharpe ratio; and the position of the day for the rows to come.
 */
void rule_pnl_row(struct rule_pnl *p, double move, double point_size, double fx, double charge, double position);

/* The business day is over: its profit, NaN when it does not count. */
double rule_pnl_day(struct rule_pnl *p);

#endif
