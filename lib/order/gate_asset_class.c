/* gate_asset_class - the exposure of its asset class after the trade, as a share of capital */
#include "order/gate.h"

static double
limit(const struct gate *g)
{
	return g->limits.asset_class;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	return gate_exposure_lots(g, g->class_exposure, most, value);
}

const struct gate_check gate_asset_class = { "asset-class", GATE_LETS_REDUCE, limit, lots };
