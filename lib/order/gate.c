#include "order/gate.h"

#include <math.h>

#include "order/override.h"
#include "order/quantity.h"

/* Every check there is, a line each, in the order in which they are asked. */
static const struct gate_check *const checks[] = {
	&gate_halt,
	&gate_reduce_only,
	&gate_list,
	&gate_day_loss,
	&gate_drawdown,
	&gate_same_order,
	&gate_opposite,
	&gate_orders_minute,
	&gate_orders_day,
	&gate_price_age,
	&gate_collar,
	&gate_lots,
	&gate_value,
	&gate_position,
	&gate_asset_class,
	&gate_leverage,
	&gate_risk,
};
_Static_assert(sizeof checks / sizeof *checks == GATE_CHECKS, "GATE_CHECKS is the number of checks");

const char *const gate_result_name[] = { "passed", "cut", "refused" };

int64_t
gate_trade_lots(const struct gate *g)
{
	return quantity_abs(g->trade);
}

int64_t
gate_all_or_none(const struct gate *g, bool all)
{
	return all ? gate_trade_lots(g) : 0;
}

int64_t
gate_whole_lots(const struct gate *g, double most)
{
	if (isnan(most))
		return GATE_UNKNOWN;
	if (most >= (double)gate_trade_lots(g))
		return gate_trade_lots(g);
	return most > 0 ? (int64_t)floor(most) : 0;
}

double
gate_lot_value(const struct gate *g)
{
	double value = fabs(g->price * g->point_value);

	return value > 0 ? value : NAN;
}

int64_t
gate_exposure_lots(const struct gate *g, double beside, double limit, double *value)
{
	double lot = gate_lot_value(g);

	if (!(g->capital > 0))
		return GATE_UNKNOWN;
	*value = (beside + lot * (double)quantity_abs(g->position + g->trade)) / g->capital;
	if (*value <= limit)
		return gate_trade_lots(g);
	double most = floor((limit * g->capital - beside) / lot);
	if ((beside + lot * (most + 1)) / g->capital <= limit)
		most++; /* by a rounding it was one too few: 29 lots of a capital of 100 are just .29 of it */
	return gate_whole_lots(g, most - (double)(quantity_sign(g->trade) * g->position));
}

/* Of the lots of the trade, those that bring the position nearer to nothing. */
static int64_t
reducing(const struct gate *g)
{
	return quantity_abs(override_apply(OVERRIDE_REDUCE_ONLY, g->position, g->trade, false));
}

/* What a check leaves of the trade's lots, what reduces the position spared as is its due. */
static int64_t
left(const struct gate_check *c, const struct gate *g, double limit, double *value)
{
	int64_t lots = c->lots(g, limit, value), spared = reducing(g);
	bool known = lots != GATE_UNKNOWN;

	if (known && c->reducing == GATE_STOPS_REDUCING)
		return lots;
	if (known && c->reducing == GATE_CUTS_REDUCING && spared > 1)
		spared = 1;
	return lots > spared ? lots : spared;
}

int64_t
gate_apply(const struct gate *g, struct gate_answer answer[GATE_CHECKS], int *n)
{
	struct gate now = *g;

	*n = 0;
	for (int i = 0; i < GATE_CHECKS && now.trade; i++) {
		double limit = checks[i]->limit(&now), value = NAN;
		if (isnan(limit))
			continue;
		int64_t from = now.trade;
		now.trade = quantity_sign(from) * left(checks[i], &now, limit, &value);
		answer[(*n)++] = (struct gate_answer){ .check = checks[i]->name, .from = from, .to = now.trade, .limit = limit,
			.value = value, .result = now.trade == from ? GATE_PASSED : now.trade ? GATE_CUT : GATE_REFUSED };
	}
	return now.trade;
}
