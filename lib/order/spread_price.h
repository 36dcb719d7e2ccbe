/*
 * spread_price - the price of legs traded together
 *
 * Their prices times their ratio in lowest terms, turned so that the first leg is bought: for -5 lots of the priced
 * contract and +5 of the forward one it is the priced contract's price less the forward one's. In price points.
 */
#ifndef ST_ORDER_SPREAD_PRICE_H
#define ST_ORDER_SPREAD_PRICE_H

#include "order/quantity.h"

/* A price for each leg; NaN when one is missing, when there are no legs, or several and no lots in any. */
double spread_price(const struct quantity *legs, const double *prices);

#endif
