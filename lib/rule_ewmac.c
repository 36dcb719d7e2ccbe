/*
 * ewmac - exponentially weighted moving average crossover, in units of volatility
 *
 * (EWMA(price, Lfast) - EWMA(price, Lslow)) / vol; Carver, "Systematic Trading",
 * 2015, appendix B.
 */
#include <math.h>

#include "ewma.h"
#include "rule.h"

struct ewmac {
	struct ewma fast, slow;
	double vol;
};

static void
init(void *state, const double *args)
{
	struct ewmac *e = state;

	e->fast = ewma_span(args[0], 0);
	e->slow = ewma_span(args[1], 0);
	e->vol = NAN;
}

static double
crossover(struct ewmac *e, double price)
{
	double fast = ewma_next(&e->fast, price), slow = ewma_next(&e->slow, price);

	return fast - slow;
}

/* A missing vol is the last one there was. */
static double
next(void *state, const double *in)
{
	struct ewmac *e = state;

	if (!isnan(in[1]))
		e->vol = in[1];
	return crossover(e, in[0]) / e->vol;
}

static double
next_raw_vol(void *state, const double *in)
{
	return crossover(state, in[0]) / in[1];
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
