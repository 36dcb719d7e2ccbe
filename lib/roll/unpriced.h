/*
 * unpriced - how long a contract is held after its prices have ended, in rows of multiple prices
 *
 * Other contracts have prices then, so there are rows; their price is empty, and so is the adjusted one.
 */
#ifndef ST_ROLL_UNPRICED_H
#define ST_ROLL_UNPRICED_H

#include "roll/contract_prices.h"
#include "roll/multiple_prices.h"

/*
 * Warn of the contract held last, if there are rows of more than one day behind its last price; one day's may yet
 * come. prices: the contracts there are, which tell whether there is one to look ahead to; NULL when that is not why.
 */
void unpriced_tell_end(const struct multiple_prices *m, const struct contract_prices *prices);

/* The same of the contracts held before, in one line. */
void unpriced_tell_before(const struct multiple_prices *m);

#endif
