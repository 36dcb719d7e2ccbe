/* gate_collar - how many daily standard deviations of price a limit price may be from the last price */
#include "order/gate.h"

#include <math.h>

static double
limit(const struct gate *g)
{
	return isnan(g->limit_price) ? NAN : g->limits.collar;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	if (isnan(g->price) || !(g->deviation > 0))
		return GATE_UNKNOWN;
	*value = fabs(g->limit_price - g->price) / g->deviation;
	return gate_all_or_none(g, *value <= most);
}

const struct gate_check gate_collar = { "collar", GATE_STOPS_REDUCING, limit, lots };
