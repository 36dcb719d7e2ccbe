/* gate_drawdown - how far capital may be below its highest before nothing is opened any more, as a share of that */
#include "order/gate.h"

#include <math.h>

static double
limit(const struct gate *g)
{
	return g->limits.drawdown;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	if (!(g->highest_capital > 0) || isnan(g->capital))
		return GATE_UNKNOWN;
	*value = (g->highest_capital - g->capital) / g->highest_capital;
	return gate_all_or_none(g, *value < most);
}

const struct gate_check gate_drawdown = { "drawdown", GATE_LETS_REDUCE, limit, lots };
