#include "order/override.h"

#include <math.h>

#include "order/quantity.h"

bool
override_valid(double x)
{
	return x == OVERRIDE_NO_TRADING || x == OVERRIDE_REDUCE_ONLY || (x >= 0 && x <= 1);
}

double
override_combined(double a, double b)
{
	static const double strongest_first[] = { OVERRIDE_NO_TRADING, OVERRIDE_CLOSE, OVERRIDE_REDUCE_ONLY };

	for (size_t i = 0; i < sizeof strongest_first / sizeof *strongest_first; i++)
		if (a == strongest_first[i] || b == strongest_first[i])
			return strongest_first[i];
	return a * b;
}

double
override_of(const struct override_sources *s)
{
	double all = OVERRIDE_NONE;
	const double ledger[] = { s->strategy, s->instrument, s->pair };

	for (size_t i = 0; i < sizeof ledger / sizeof *ledger; i++)
		if (!isnan(ledger[i]))
			all = override_combined(all, ledger[i]);
	if (s->bad_market || s->ignored || s->duplicate)
		all = override_combined(all, OVERRIDE_REDUCE_ONLY);
	return s->trading_restriction ? override_combined(all, OVERRIDE_NO_TRADING) : all;
}

static int64_t
reducing(int64_t position, int64_t trade)
{
	int64_t after = position + trade;

	if (quantity_sign(after) != quantity_sign(position))
		return -position;
	return quantity_abs(after) > quantity_abs(position) ? 0 : trade;
}

int64_t
override_apply(double override, int64_t position, int64_t trade, bool down)
{
	if (override == OVERRIDE_NONE)
		return trade;
	if (override == OVERRIDE_NO_TRADING)
		return 0;
	if (override == OVERRIDE_REDUCE_ONLY)
		return reducing(position, trade);
	double target = override * (double)(position + trade);
	return (int64_t)(down ? floor(target) : trunc(target)) - position;
}

const char *
override_name(double override)
{
	return override == OVERRIDE_NO_TRADING ? "no-trading" : override == OVERRIDE_CLOSE ? "close" :
	    override == OVERRIDE_REDUCE_ONLY ? "reduce-only" : override == OVERRIDE_NONE ? "none" : "multiplier";
}
