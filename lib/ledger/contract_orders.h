/* contract_orders - the second stack: what is to be traded in which contracts */
#ifndef ST_LEDGER_CONTRACT_ORDERS_H
#define ST_LEDGER_CONTRACT_ORDERS_H

#include "ledger/ledger.h"
#include "order/legs.h"

struct contract_order {
	int64_t id;                  /* given when it is put */
	int64_t parent;              /* the instrument order */
	const char *strategy, *instrument;
	const char *type;
	double limit_price, reference_price; /* NaN when missing */
	const char *algo;            /* NULL: none chosen */
	const char *by;              /* strategy, hand, roll */
	struct legs legs;
};

/* Put one below its parent, in the transaction that was begun: its id. */
int64_t contract_orders_put(struct ledger *l, const struct contract_order *o);

#endif
