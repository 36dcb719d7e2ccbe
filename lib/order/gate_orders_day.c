/* gate_orders_day - orders in a day, this one counted */
#include "order/gate.h"

static double
limit(const struct gate *g)
{
	return g->limits.orders_day;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	*value = (double)(g->orders_day + 1);
	return gate_all_or_none(g, *value <= most);
}

const struct gate_check gate_orders_day = { "orders-day", GATE_LETS_REDUCE, limit, lots };
