/*
 * legs - the contracts of an order and the lots of each, nearest contract first
 *
 * Two orders are in the same thing when their contracts are the same in this order, so that it is made once, when an
 * order comes in. Lots wanted and filled go with their contracts: pysystemtrade sorts the contracts alone.
 */
#ifndef ST_ORDER_LEGS_H
#define ST_ORDER_LEGS_H

#include "order/quantity.h"

struct legs {
	int contract[QUANTITY_LEGS]; /* roll/contract.h's ids */
	struct quantity trade, fill; /* both of as many legs */
};

/* Put in order; wrong when there is no leg, lots of another number of them, or a contract twice. */
bool legs_sort(struct legs *l, struct wrong *w);

#endif
