/*
 * gate_risk - the portfolio's risk after the trade: its annual standard deviation as a share of capital
 *
 * A trade that lowers it passes, even where it stays above the limit.
 */
#include "order/gate.h"

#include <math.h>

#include "order/quantity.h"

static double
limit(const struct gate *g)
{
	return g->limits.risk;
}

static double
variance(const struct gate *g, int64_t position)
{
	double n = (double)position;

	return g->other_variance + 2 * n * g->lot_covariance + n * n * g->lot_variance;
}

/* The largest position in the trade's direction of which the variance is no more than this; NaN when there is none. */
static double
furthest(const struct gate *g, double most)
{
	double b = g->lot_covariance, root = sqrt(b * b - g->lot_variance * (g->other_variance - most));

	return (-b + quantity_sign(g->trade) * root) / g->lot_variance;
}

static int64_t
lots(const struct gate *g, double most, double *value)
{
	double before = variance(g, g->position), after = variance(g, g->position + g->trade);

	if (!(after >= 0) || !(g->lot_variance > 0))
		return GATE_UNKNOWN;
	*value = sqrt(after);
	if (*value <= most || after <= before)
		return gate_trade_lots(g);
	double away = quantity_sign(g->trade) * (furthest(g, most * most) - (double)g->position);
	return isnan(away) ? 0 : gate_whole_lots(g, away);
}

const struct gate_check gate_risk = { "risk", GATE_LETS_REDUCE, limit, lots };
