/* gate_opposite - an order against an open one of the other side would trade with itself */
#include "order/gate.h"

#include <math.h>

static double
limit(const struct gate *g)
{
	return g->limits.opposite ? 0 : NAN;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	*value = (double)(g->trade > 0 ? g->open_sells : g->open_buys);
	return gate_all_or_none(g, *value <= most);
}

const struct gate_check gate_opposite = { "opposite", GATE_STOPS_REDUCING, limit, lots };
