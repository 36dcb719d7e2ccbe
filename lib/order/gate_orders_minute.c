/* gate_orders_minute - orders in a minute, this one counted */
#include "order/gate.h"

static double
limit(const struct gate *g)
{
	return g->limits.orders_minute;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	*value = (double)(g->orders_minute + 1);
	return gate_all_or_none(g, *value <= most);
}

const struct gate_check gate_orders_minute = { "orders-minute", GATE_LETS_REDUCE, limit, lots };
