/*
 * ewmac_rule - trend: fast over slow moving average (rules/ewmac.h), in units of a volatility that is given
 */
#include <math.h>

#include "rules/ewmac.h"
#include "rules/rule.h"

static void
init(void *state, const double *args)
{
	*(struct ewmac *)state = ewmac_new(args[0], args[1]);
}

static double
next(void *state, const double *in)
{
	return ewmac_next(state, in[0], in[1]);
}

static double
next_raw_vol(void *state, const double *in)
{
	return ewmac_difference(state, in[0]) / in[1];
}

const struct rule rule_ewmac = {
	.name = "ewmac",
	.inputs = 2,
	.args = { { "Lfast", NAN }, { "Lslow", NAN } },
	.size = sizeof(struct ewmac),
	.init = init,
	.next = next,
};

/* pysystemtrade's example rule, which does not fill a missing vol. */
const struct rule rule_ewmac_raw_vol = {
	.name = "ewmac_forecast_with_defaults_no_vol",
	.inputs = 2,
	.args = { { "Lfast", 16 }, { "Lslow", 32 } },
	.size = sizeof(struct ewmac),
	.init = init,
	.next = next_raw_vol,
};
