/*
 * multiple_update - a day's new prices of contracts into multiple prices, while nothing is rolled
 *
 * From pysystemtrade's update_multiple_prices_with_dict. The contracts are those of the last row. What is
 * there stays, but for missing prices, which are filled in where a contract has one; times that are not there are
 * put in, also between others. Prices from before a contract came into its column are not used.
 */
#ifndef ST_ROLL_MULTIPLE_UPDATE_H
#define ST_ROLL_MULTIPLE_UPDATE_H

#include "roll/contract_prices.h"
#include "roll/multiple_prices.h"

/* The rows of old, at least one, and the contracts' new prices into the empty m. A contract without prices is none. */
void roll_update(struct multiple_prices *m, const struct multiple_prices *old, const struct contract_prices *prices);

#endif
