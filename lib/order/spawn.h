/*
 * spawn - which contracts, and how many lots of each, an instrument order is made of
 *
 * Usually the priced contract. In a passive roll what opens or adds goes into the forward contract, what reduces comes out
 * of the priced one. While the roll is forced nothing is spawned, and the order waits. pysystemtrade's spawning of orders.
 */
#ifndef ST_ORDER_SPAWN_H
#define ST_ORDER_SPAWN_H

#include <stdint.h>

#include "order/roll_state.h"

enum spawn_answer {
	SPAWN_ORDERS,  /* contract orders, of the lots that are not 0 */
	SPAWN_NOTHING, /* the order has no lots */
	SPAWN_WAITS,   /* for the roll to be done */
	SPAWN_REFUSED, /* all of it, by the roll state */
};

struct spawn {
	enum spawn_answer answer;
	int64_t priced, forward; /* lots of the two contracts */
	int64_t refused;         /* lots that the roll state doesn't allow */
};

/* Of a trade while so many lots are held of the priced contract. The lots of the answer add up to it, but for one that waits. */
struct spawn spawn(int64_t trade, enum roll_state state, int64_t held);

/*
 * A price that was of one contract as one of another: reference and limit prices of an order, of which each is NaN when
 * missing. The two contracts' prices are those of the last time that both had one.
 */
double spawn_price(double price, int of, int contract, double price_of, double price_of_contract);

#endif
