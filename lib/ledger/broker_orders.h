/* broker_orders - the third stack: what was sent to a broker, or is told to have been traded there */
#ifndef ST_LEDGER_BROKER_ORDERS_H
#define ST_LEDGER_BROKER_ORDERS_H

#include "ledger/ledger.h"

/* One that is filled as it comes, of one leg: by hand, or made elsewhere. */
struct broker_order_filled {
	int64_t parent;          /* the contract order */
	const char *type;        /* market, balance_trade */
	const char *contract;    /* eight digits */
	int64_t quantity;        /* lots */
	int64_t time;            /* when it was, microseconds */
	const char *account;     /* NULL when not known */
};

/* Put it below its parent, in the transaction that was begun: its id. What was executed of it is ledger/executions.h's to say. */
int64_t broker_orders_put_filled(struct ledger *l, const struct broker_order_filled *o);

#endif
