/* gate_value - exposure that an order moves, in money */
#include "order/gate.h"

static double
limit(const struct gate *g)
{
	return g->limits.value;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	*value = gate_lot_value(g) * (double)gate_trade_lots(g);
	return gate_whole_lots(g, most / gate_lot_value(g));
}

const struct gate_check gate_value = { "value", GATE_CUTS_REDUCING, limit, lots };
