/*
 * cross_orders - orders of several strategies that are opposite, filled against each other before either goes to a broker
 *
 * Each pair, first come first, changes hands by transfer trades at a price; what is left of an order stays on the stack, and
 * says what it was cut by. pysystemtrade names it and does not do it.
 */
#ifndef ST_TRADE_CROSS_ORDERS_H
#define ST_TRADE_CROSS_ORDERS_H

#include "ledger/ledger.h"

/*
 * Cross all of an instrument's orders that are live, unlocked, and of which nothing is spawned or filled, at that price, in
 * the transaction that was begun. How many lots changed hands.
 */
int64_t cross_orders(struct ledger *l, const char *instrument, double price);

#endif
