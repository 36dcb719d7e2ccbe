/*
 * ewmac_vol - trend of any price: fast over slow moving average (rules/ewmac.h), in units of its own robust volatility
 */
#include <math.h>

#include "risk/vol.h"
#include "rules/ewmac.h"
#include "rules/rule.h"

struct ewmac_vol {
	struct ewmac ewmac;
	struct vol_params p;
	struct vol vol;
	double last;
};

static void
init_days(struct ewmac_vol *e, const double *args, double days)
{
	e->ewmac = ewmac_new(args[0], args[1]);
	vol_defaults(&e->p, "robust");
	e->p.days = days;
	e->vol = vol_new(&e->p);
	e->last = NAN;
}

static void
init(void *state, const double *args)
{
	init_days(state, args, args[2]);
}

static void
init_example(void *state, const double *args)
{
	init_days(state, args, 35);
}

static double
vol_of(struct ewmac_vol *e, double price)
{
	double vol = vol_next(&e->vol, price - e->last);

	e->last = price;
	return vol;
}

static double
next(void *state, const double *in)
{
	struct ewmac_vol *e = state;

	return ewmac_next(&e->ewmac, in[0], vol_of(e, in[0]));
}

static double
next_example(void *state, const double *in)
{
	struct ewmac_vol *e = state;
	double vol = vol_of(e, in[0]);

	return ewmac_difference(&e->ewmac, in[0]) / vol;
}

/* Volatility of the price itself, not of its changes, as that function has it. */
static double
next_levels(void *state, const double *in)
{
	struct ewmac_vol *e = state;

	return ewmac_next(&e->ewmac, in[0], vol_next(&e->vol, in[0]));
}

const struct rule rule_ewmac_calc_vol = {
	.name = "ewmac_calc_vol",
	.inputs = 1,
	.args = { { "Lfast", NAN }, { "Lslow", NAN }, { "vol_days", 35 } },
	.size = sizeof(struct ewmac_vol),
	.init = init,
	.next = next,
};

const struct rule rule_ewmac_of_levels = {
	.name = "futures_chapter15.rules.ewmac_calc_vol",
	.inputs = 1,
	.args = { { "Lfast", NAN }, { "Lslow", NAN }, { "vol_days", 35 } },
	.size = sizeof(struct ewmac_vol),
	.init = init,
	.next = next_levels,
};

/* pysystemtrade's example rule, which does not fill a missing vol. */
const struct rule rule_ewmac_example = {
	.name = "ewmac_forecast_with_defaults",
	.inputs = 1,
	.args = { { "Lfast", 32 }, { "Lslow", 128 } },
	.size = sizeof(struct ewmac_vol),
	.init = init_example,
	.next = next_example,
};
