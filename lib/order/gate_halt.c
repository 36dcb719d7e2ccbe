/* gate_halt - nothing goes while trading is halted */
#include "order/gate.h"

#include <math.h>

static double
limit(const struct gate *g)
{
	return g->halted ? 0 : NAN;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	(void)most;
	*value = 1;
	return gate_all_or_none(g, false);
}

const struct gate_check gate_halt = { "halt", GATE_STOPS_REDUCING, limit, lots };
