/*
 * factor_trading_rule and conditioned_factor_trading_rule - a factor, as skew less its mean, in units of its own volatility
 *
 * The volatility is of the factor's level, not of its changes, as the reference has it.
 * The second takes the factor times the sign of a condition.
 */
#include <math.h>

#include "maths/ewma.h"
#include "risk/vol.h"
#include "rules/rule.h"

struct factor {
	struct vol_params p;
	struct vol vol;
	struct ewma smooth;
	double sign;            /* of the condition; the last that wasn't missing */
};

static void
init(void *state, const double *args)
{
	struct factor *f = state;

	vol_defaults(&f->p, "robust");
	f->vol = vol_new(&f->p);
	f->smooth = ewma_span(args[0], 0);
	f->sign = NAN;
}

static double
next(void *state, const double *in)
{
	struct factor *f = state;

	return ewma_next(&f->smooth, in[0] / vol_next(&f->vol, in[0]));
}

static double
next_conditioned(void *state, const double *in)
{
	struct factor *f = state;

	if (!isnan(in[1]))
		f->sign = (in[1] > 0) - (in[1] < 0);
	return ewma_next(&f->smooth, in[0] / vol_next(&f->vol, in[0]) * f->sign);
}

const struct rule rule_factor = {
	.name = "factor_trading_rule",
	.inputs = 1,
	.args = { { "smooth", 90 } },
	.size = sizeof(struct factor),
	.init = init,
	.next = next,
};

const struct rule rule_conditioned_factor = {
	.name = "conditioned_factor_trading_rule",
	.inputs = 2,
	.args = { { "smooth", 90 } },
	.size = sizeof(struct factor),
	.init = init,
	.next = next_conditioned,
};
