#include "order/automatic_limits.h"

#include <math.h>

#include "order/quantity.h"

enum { LEAST_TRADED = 4, LEAST_HELD = 1 }; /* lots */

double
automatic_limits_position(const struct automatic_limits *a, double annual_risk, double exposure)
{
	double by_risk = fabs(a->capital * a->risk_multiplier / annual_risk);
	double by_leverage = fabs(a->capital * (a->leverage / 2) / exposure);

	if (isnan(by_risk) || isnan(by_leverage))
		return NAN;
	return fmin(by_risk, by_leverage);
}

static bool
at_least(double contracts, int64_t least, int64_t *lots)
{
	if (!(fabs(contracts) <= QUANTITY_MOST))
		return false;
	*lots = (int64_t)ceil(contracts);
	if (*lots < least)
		*lots = least;
	return true;
}

bool
automatic_limits_of_trade(double position, double multiplier, int days, int64_t *lots)
{
	return at_least(fabs(position * sqrt(days) * multiplier), LEAST_TRADED, lots);
}

bool
automatic_limits_of_position(double position, int64_t *lots)
{
	return at_least(fabs(2 * position), LEAST_HELD, lots);
}
