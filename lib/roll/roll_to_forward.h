/*
 * roll_to_forward - roll: the forward contract of multiple prices becomes the one that is held
 *
 * From pysystemtrade's update_multiple_prices_on_roll. The rolled row comes one second after the last row that
 * has a price. A roll takes a price of both contracts: where one is missing it is inferred from
 * another leg's, as its last price plus the median of the last five differences at most, in a row of its own.
 */
#ifndef ST_ROLL_ROLL_TO_FORWARD_H
#define ST_ROLL_ROLL_TO_FORWARD_H

#include "roll/contract_prices.h"
#include "roll/multiple_prices.h"
#include "roll/parameters.h"

/*
 * The last price of a leg, out of another leg when it is missing: NaN when that cannot be. Differences are those of
 * the rows since either contract came into its column, and never of the first row.
 */
double roll_now_infer_price(const struct multiple_prices *m, enum multiple_prices_leg leg, enum multiple_prices_leg from);

/*
 * Roll m, whose last rows go when they have no price at all. The new forward and carry contracts are those of the
 * parameters, their prices those of exactly the last row's time. Dies when there is nothing to infer a price from.
 */
void roll_now(struct multiple_prices *m, const struct roll_parameters *p, const struct contract_prices *prices);

#endif
