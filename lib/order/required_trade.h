/*
 * required_trade - the trade from what a strategy holds to what it wants
 *
 * Lots are rounded half to even. Outside a buffer the trade is to its edge, rounded. pysystemtrade's order generators
 * and its test of positions that are not optimal, of which that for simple positions is turned round there.
 */
#ifndef ST_ORDER_REQUIRED_TRADE_H
#define ST_ORDER_REQUIRED_TRADE_H

#include <stdint.h>

#include "order/wanted.h"

/* Of a position that wanted_check passed. A raw one is no call to trade by itself: 0. */
int64_t required_trade(const struct wanted *x, int64_t held);

/* Is what is held another position than the wanted one, beyond its band, rounded? Never of a raw one. */
bool required_trade_break(const struct wanted *x, int64_t held);

#endif
