/*
 * allocation - the capital of each strategy, out of the account's
 *
 * pysystemtrade's strategy_capital_allocation: a strategy has its weight's share of the sum of weights.
 */
#ifndef ST_CAPITAL_ALLOCATION_H
#define ST_CAPITAL_ALLOCATION_H

#include <stdbool.h>

#include "base/wrong.h"

/* The capitals of n strategies with these weights; wrong when one is below zero or missing, or all are zero, or the total is. */
bool allocation_by_weight(double *capital, const double *weight, int n, double total, struct wrong *w);

/* The same capital for each. */
bool allocation_equal(double *capital, int n, double total, struct wrong *w);

#endif
