/* instrument_orders - the first stack: what strategies want to trade, before it is known in which contracts */
#ifndef ST_LEDGER_INSTRUMENT_ORDERS_H
#define ST_LEDGER_INSTRUMENT_ORDERS_H

#include "base/wrong.h"
#include "ledger/ledger.h"
#include "order/order_record.h"

enum { INSTRUMENT_ORDERS_NONE = 0, INSTRUMENT_ORDERS_WRONG = -1 };

/*
 * Put one on the stack, in the transaction that was begun, less what is on its way already (order/netting.h), which is
 * taken back where nothing is wanted: the new order's id; 0 when there is nothing to put. Wrong when the strategy no longer holds
 * what it held when the order was proposed.
 */
int64_t instrument_orders_put(struct ledger *l, const struct order_record *r, struct wrong *w);

/* Make a live order's trade smaller: `by` says that it is `to` now, and why. */
void instrument_orders_cut(struct ledger *l, int64_t id, int64_t to, const char *by, const char *why);

/* The lots of an order. */
int64_t instrument_orders_trade(struct ledger *l, int64_t id);

/* Put one as it is, whatever is on its way: a person's. */
int64_t instrument_orders_put_by_hand(struct ledger *l, const struct order_record *r);

#endif
