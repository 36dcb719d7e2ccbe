/*
 * long_bias and short_bias - always an average forecast, one way or the other
 *
 * Of the default size, 10, whatever the config's average_absolute_forecast, as the reference has it.
 */
#include "rules/rule.h"

static void
init(void *state, const double *args)
{
	(void)state;
	(void)args;
}

static double
next_long(void *state, const double *in)
{
	(void)state;
	(void)in;
	return 10;
}

static double
next_short(void *state, const double *in)
{
	return -next_long(state, in);
}

const struct rule rule_long_bias = { .name = "long_bias", .inputs = 1, .init = init, .next = next_long };

const struct rule rule_short_bias = { .name = "short_bias", .inputs = 1, .init = init, .next = next_short };
