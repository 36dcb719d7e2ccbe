/*
 * gate_book - all that the gate knows of an order: from the ledger, a config and a table of markets, and of the orders that it
 * let through just before
 *
 * What is on its way counts as filled: of other strategies in the order's own direction, as it is not netted against it; of
 * other instruments where that makes the position larger. An order that was let through takes the place of what its strategy
 * has on its way, as the stack will net it. A day is one of UTC.
 */
#ifndef ST_TRADE_GATE_BOOK_H
#define ST_TRADE_GATE_BOOK_H

#include "ledger/ledger.h"
#include "order/gate.h"
#include "order/order_record.h"
#include "trade/gate_config.h"
#include "trade/gate_markets.h"

struct gate_book {
	struct ledger *ledger;
	const struct gate_config *config;
	const struct gate_markets *markets;
	int64_t now;
	/* private */
	struct gate_open {
		char *strategy, *instrument;
		int64_t lots;          /* still to be filled */
		int64_t trade;         /* of one let through just before, else 0 */
	} *open;
	int n;
	struct gate_held {
		char *instrument;
		int64_t lots;
		int64_t beside;        /* beside the order that is looked at */
	} *held;
	int instruments;
	struct gate account;           /* what is the same for every order */
};

/* Read what is the same for all orders. */
void gate_book_open(struct gate_book *b, struct ledger *l, const struct gate_config *c, const struct gate_markets *m,
    int64_t now);

/* What an order is looked at with. */
struct gate gate_book_of(struct gate_book *b, const struct order_record *r);

/* So many lots of it go on. */
void gate_book_let(struct gate_book *b, const struct order_record *r, int64_t lots);

void gate_book_close(struct gate_book *b);

#endif
