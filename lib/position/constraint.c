#include "position/constraint.h"

#include <math.h>

static double
direction(const struct constraint *c, double optimal)
{
	if (c->least >= 0)
		return 1;
	if (c->most <= 0)
		return -1;
	return optimal < 0 ? -1 : 1;
}

static double
start(const struct constraint *c)
{
	if (c->least == c->most || c->most < 0)
		return c->most;
	return c->least > 0 ? c->least : 0;
}

struct constraint
constraint_of(bool no_trade, bool reduce_only, double most, double prior, double optimal)
{
	struct constraint c = { -INFINITY, INFINITY, 0, 0 };

	if (no_trade) {
		c.least = c.most = prior;
	} else if (reduce_only) {
		c.least = fmin(prior, 0);
		c.most = fmax(prior, 0);
	}
	if (!no_trade && !isnan(most)) {
		c.least = fmax(c.least, -floor(fabs(most)));
		c.most = fmin(c.most, floor(fabs(most)));
	}
	c.direction = direction(&c, optimal);
	c.start = start(&c);
	return c;
}
