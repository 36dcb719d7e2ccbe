/*
 * accel - how much a trend (rules/ewmac.h) has grown in the last Lfast days
 */
#include "base/mem.h"
#include "base/num.h"
#include "rules/ewmac.h"
#include "rules/rule.h"

struct accel {
	struct ewmac ewmac;
	double *past;           /* a ring */
	int days, at;
};

static void
init(void *state, const double *args)
{
	struct accel *a = state;

	*a = (struct accel){ ewmac_new(args[0], 4 * args[0]), mem_alloc((size_t)args[0], sizeof(double)), (int)args[0], 0 };
	for (int i = 0; i < a->days; i++)
		a->past[i] = num_missing();
}

static double
next(void *state, const double *in)
{
	struct accel *a = state;
	double trend = ewmac_next(&a->ewmac, in[0], in[1]), before = a->past[a->at];

	a->past[a->at] = trend;
	a->at = a->at + 1 == a->days ? 0 : a->at + 1;
	return trend - before;
}

const struct rule rule_accel = {
	.name = "accel",
	.inputs = 2,
	.args = { { "Lfast", 4 } },
	.size = sizeof(struct accel),
	.init = init,
	.next = next,
};
