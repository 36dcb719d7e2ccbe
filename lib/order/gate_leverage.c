/* gate_leverage - the exposure of all instruments after the trade, as a multiple of capital */
#include "order/gate.h"

static double
limit(const struct gate *g)
{
	return g->limits.leverage;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	return gate_exposure_lots(g, g->other_exposure, most, value);
}

const struct gate_check gate_leverage = { "leverage", GATE_LETS_REDUCE, limit, lots };
