/*
 * relative_carry - an instrument's smoothed carry over the median of its asset class
 */
#include "rules/rule.h"

static void
init(void *state, const double *args)
{
	(void)state;
	(void)args;
}

static double
next(void *state, const double *in)
{
	(void)state;
	return in[0] - in[1];
}

const struct rule rule_relative_carry = {
	.name = "relative_carry",
	.inputs = 2,
	.relative = true,
	.init = init,
	.next = next,
};
