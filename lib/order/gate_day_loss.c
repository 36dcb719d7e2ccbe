/* gate_day_loss - the loss of a day after which nothing is opened, as a share of its first capital */
#include "order/gate.h"

#include <math.h>

static double
limit(const struct gate *g)
{
	return g->limits.day_loss;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	if (!(g->day_capital > 0) || isnan(g->day_profit))
		return GATE_UNKNOWN;
	*value = -g->day_profit / g->day_capital;
	return gate_all_or_none(g, *value < most);
}

const struct gate_check gate_day_loss = { "day-loss", GATE_LETS_REDUCE, limit, lots };
