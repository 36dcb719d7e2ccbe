/*
 * automatic_limits - limits for each instrument out of what an account of its size would hold
 *
 * The standard position is what a share of the capital holds at its target risk, no more than its share of the highest
 * leverage. pysystemtrade's auto population of trade and position limits.
 */
#ifndef ST_ORDER_AUTOMATIC_LIMITS_H
#define ST_ORDER_AUTOMATIC_LIMITS_H

#include <stdbool.h>
#include <stdint.h>

/* What the account is and wants; capital in the base currency. */
struct automatic_limits {
	double capital;
	double risk_multiplier;  /* target risk, a fraction a year, times diversification multiplier times instrument weight */
	double leverage;         /* the highest of an instrument, of which half is taken */
};

/* Contracts, never below zero, NaN when a number is missing; annual risk and exposure are of one, in the base currency. */
double automatic_limits_position(const struct automatic_limits *a, double annual_risk, double exposure);

/* Lots in so many days, and lots held, for a standard position; false when it is NaN or beyond QUANTITY_MOST. */
bool automatic_limits_of_trade(double position, double multiplier, int days, int64_t *lots);
bool automatic_limits_of_position(double position, int64_t *lots);

#endif
