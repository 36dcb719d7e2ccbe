/* gate_list - the instrument is on no list of those that may be traded */
#include "order/gate.h"

#include <math.h>

static double
limit(const struct gate *g)
{
	return !g->listed ? 0 : NAN;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	(void)most;
	*value = 1;
	return gate_all_or_none(g, false);
}

const struct gate_check gate_list = { "list", GATE_LETS_REDUCE, limit, lots };
