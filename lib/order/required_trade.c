#include "order/required_trade.h"

#include <math.h>

static int64_t
rounded(double contracts)
{
	return (int64_t)rint(contracts);
}

static int64_t
from_band(const struct wanted *x, int64_t held)
{
	if ((double)held < x->lower)
		return rounded(x->lower) - held;
	if ((double)held > x->upper)
		return rounded(x->upper) - held;
	return 0;
}

int64_t
required_trade(const struct wanted *x, int64_t held)
{
	switch (x->kind) {
	case WANTED_BUFFERED:
		return from_band(x, held);
	case WANTED_SIMPLE:
	case WANTED_DYNAMIC:
		return rounded(x->position) - held;
	default:
		return 0;
	}
}

bool
required_trade_break(const struct wanted *x, int64_t held)
{
	if (x->kind == WANTED_BUFFERED)
		return held < rounded(x->lower) || held > rounded(x->upper);
	return required_trade(x, held) != 0;
}
