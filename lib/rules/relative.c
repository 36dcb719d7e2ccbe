/*
 * relative_momentum and cross_sectional_mean_reversion - how a price did against its asset class
 *
 * The mean over `horizon` days of the daily outperformance, smoothed; the first follows
 * it, the second expects it to come back. Of normalised prices: the instrument's and its class's.
 */
#include <math.h>

#include "maths/ewma.h"
#include "maths/rolling.h"
#include "rules/rule.h"

struct relative {
	double own, class;      /* the last that weren't missing */
	double ahead;           /* outperformance up to the day before */
	struct rolling_mean mean;
	struct ewma smooth;
};

static void
init(void *state, const double *args)
{
	struct relative *r = state;
	double span = isinf(args[1]) ? floor(args[0] / 4) : args[1];

	*r = (struct relative){ NAN, NAN, NAN, rolling_mean_new((int)args[0], (int)args[0]), ewma_span(fmax(span, 2), 0) };
}

static double
next(void *state, const double *in)
{
	struct relative *r = state;

	if (!isnan(in[0]))
		r->own = in[0];
	if (!isnan(in[1]))
		r->class = in[1];
	double before = r->ahead;
	r->ahead = r->own - r->class;
	return ewma_next(&r->smooth, rolling_mean_next(&r->mean, r->ahead - before));
}

static double
next_back(void *state, const double *in)
{
	return -next(state, in);
}

const struct rule rule_relative_momentum = {
	.name = "relative_momentum",
	.inputs = 2,
	.args = { { "horizon", 250 }, { "ewma_span", INFINITY } }, /* infinite: a quarter of horizon */
	.relative = true,
	.size = sizeof(struct relative),
	.init = init,
	.next = next,
};

const struct rule rule_mean_reversion = {
	.name = "cross_sectional_mean_reversion",
	.inputs = 2,
	.args = { { "horizon", 250 }, { "ewma_span", INFINITY } },
	.relative = true,
	.size = sizeof(struct relative),
	.init = init,
	.next = next_back,
};
