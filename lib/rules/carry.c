/*
 * carry - raw carry, smoothed
 *
 * smooth_days is a centre of mass, not a span, as in the reference.
 */
#include "maths/ewma.h"
#include "rules/rule.h"

static void
init(void *state, const double *args)
{
	*(struct ewma *)state = ewma_com(args[0], 0);
}

static double
next(void *state, const double *in)
{
	return ewma_next(state, in[0]);
}

const struct rule rule_carry = {
	.name = "carry",
	.inputs = 1,
	.args = { { "smooth_days", 90 } },
	.size = sizeof(struct ewma),
	.init = init,
	.next = next,
};

const struct rule rule_carry2 = {
	.name = "carry2",
	.inputs = 1,
	.args = { { "smooth_days", 90 } },
	.size = sizeof(struct ewma),
	.init = init,
	.next = next,
};
