/* gate_price_age - seconds since the last price, either way: one from the future is no better */
#include "order/gate.h"

#include <math.h>

static double
limit(const struct gate *g)
{
	return g->limits.price_age;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	if (isnan(g->price))
		return GATE_UNKNOWN;
	*value = fabs((double)(g->now - g->price_time)) / 1e6;
	return gate_all_or_none(g, *value <= most);
}

const struct gate_check gate_price_age = { "price-age", GATE_LETS_REDUCE, limit, lots };
