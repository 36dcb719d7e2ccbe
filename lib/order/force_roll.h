/*
 * force_roll - the orders that roll all of a position out of the priced contract into the forward one
 *
 * A parent without lots of its own, of the name that carries rolls (order/order_name.h), and either a spread of the two
 * contracts or, outright, an order in each. Positions of contracts move, of strategies none. pysystemtrade's force rolls.
 */
#ifndef ST_ORDER_FORCE_ROLL_H
#define ST_ORDER_FORCE_ROLL_H

#include "order/legs.h"
#include "order/roll_state.h"

/* What is held of the priced contract, and prices at the last time that both had one; NaN when there is none. */
struct force_roll_position {
	int priced, forward;                 /* contracts */
	int64_t held;                        /* lots of the priced one */
	double priced_price, forward_price;  /* price points */
};

struct force_roll_order {
	struct legs legs;
	double reference_price; /* of the spread, where it is one */
};

struct force_roll {
	double reference_price; /* of the parent: the priced contract's less the forward one's */
	int n;                  /* contract orders; 0 when nothing is held or the state forces nothing */
	struct force_roll_order order[2];
};

struct force_roll force_roll(const struct force_roll_position *p, enum roll_state state);

#endif
