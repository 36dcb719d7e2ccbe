/*
 * mr_wings - against a trend that is extreme: beyond three standard deviations of its own past; else nothing
 */
#include <math.h>

#include "maths/rolling.h"
#include "rules/ewmac.h"
#include "rules/rule.h"

struct wings {
	struct ewmac ewmac;
	struct rolling past;
};

static void
init(void *state, const double *args)
{
	*(struct wings *)state = (struct wings){ ewmac_new(args[0], 4 * args[0]), rolling_new(5000, 3) };
}

/* While there is no deviation yet, the trend itself is taken for extreme. */
static double
next(void *state, const double *in)
{
	struct wings *w = state;
	double trend = ewmac_next(&w->ewmac, in[0], in[1]);

	rolling_next(&w->past, trend);
	return -(fabs(trend) < rolling_std(&w->past) * 3 ? 0 : trend);
}

const struct rule rule_mr_wings = {
	.name = "mr_wings",
	.inputs = 2,
	.args = { { "Lfast", 4 } },
	.size = sizeof(struct wings),
	.init = init,
	.next = next,
};
