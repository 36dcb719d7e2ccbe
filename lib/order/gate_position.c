/* gate_position - the instrument's exposure after the trade, as a share of capital */
#include "order/gate.h"

static double
limit(const struct gate *g)
{
	return g->limits.position;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	return gate_exposure_lots(g, 0, most, value);
}

const struct gate_check gate_position = { "position", GATE_LETS_REDUCE, limit, lots };
