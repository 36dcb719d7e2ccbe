/* gate_same_order - the same order twice within so many seconds is one too many */
#include "order/gate.h"

#include <math.h>

static double
limit(const struct gate *g)
{
	return g->limits.same_order;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	*value = g->since_same;
	return gate_all_or_none(g, isnan(*value) || *value > most);
}

const struct gate_check gate_same_order = { "same-order", GATE_STOPS_REDUCING, limit, lots };
