/*
 * breakout - where the price stands in the range of its last days, smoothed
 *
 * 40 (price - middle) / (high - low) over `lookback` days; Carver, "A simple
 * breakout trading rule", 2016.
 */
#include <math.h>

#include "maths/ewma.h"
#include "maths/rolling.h"
#include "rules/rule.h"

struct breakout {
	struct rolling_sorted range;
	struct ewma smooth;
};

static void
init(void *state, const double *args)
{
	struct breakout *b = state;
	double lookback = args[0], smooth = isinf(args[1]) ? fmax(floor(lookback / 4), 1) : args[1];

	b->range = rolling_sorted_new((int)lookback, (int)ceil(lookback / 2));
	b->smooth = ewma_span(smooth, (int)ceil(smooth / 2));
}

static double
next(void *state, const double *in)
{
	struct breakout *b = state;

	rolling_sorted_next(&b->range, in[0]);
	double high = rolling_sorted_max(&b->range), low = rolling_sorted_min(&b->range);
	return ewma_next(&b->smooth, 40 * ((in[0] - (high + low) / 2) / (high - low)));
}

const struct rule rule_breakout = {
	.name = "breakout",
	.inputs = 1,
	.args = { { "lookback", 10 }, { "smooth", INFINITY } }, /* infinite: a quarter of lookback */
	.size = sizeof(struct breakout),
	.init = init,
	.next = next,
};
