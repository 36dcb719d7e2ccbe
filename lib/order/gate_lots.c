/* gate_lots - lots of an order */
#include "order/gate.h"

static double
limit(const struct gate *g)
{
	return g->limits.lots;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	*value = (double)gate_trade_lots(g);
	return gate_whole_lots(g, most);
}

const struct gate_check gate_lots = { "lots", GATE_CUTS_REDUCING, limit, lots };
