/*
 * annualised_roll - what a price would change in a year if the curve of contracts stayed as it is
 *
 * (price - carry) over the years between the two contracts, the mean over a day's rows; an exact zero is taken as
 * missing. pysystemtrade's raw_futures_roll over roll_differentials; raw carry is this over annual volatility.
 */
#ifndef ST_ROLL_ANNUALISED_ROLL_H
#define ST_ROLL_ANNUALISED_ROLL_H

#include <stdbool.h>

#include "base/slice.h"

/* Zeroed to begin a day with. */
struct annualised_roll {
	double sum, lost;              /* Kahan's way as pandas does */
	int n;
};

/* Count one row's in; any NaN leaves it out. years from annualised_roll_years. */
void annualised_roll_next(struct annualised_roll *a, double price, double carry, double years);

/* The mean in price points a year, NaN when there was none. */
double annualised_roll_mean(const struct annualised_roll *a);

/*
 * Years from the price contract to the carry contract, negative when carry is
 * nearer. Contracts are YYYYMM00 or YYYYMMDD; a day part counts as hundredths
 * of a month, and small positive distances are floored at a day, small negative
 * ones are not, both as the reference has it. NaN when a contract is empty;
 * false when one is no contract.
 */
bool annualised_roll_years(struct slice price_contract, struct slice carry_contract, double *years);

#endif
