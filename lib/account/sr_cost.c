#include "account/sr_cost.h"

struct sr_costs
sr_costs_open(const struct config *c, const char *weights, const char *multipliers)
{
	if (!weights)
		return (struct sr_costs){ .alone = true, .positions.target = size_daily_target(c) };
	return (struct sr_costs){ .positions = average_positions_open(c, weights, multipliers) };
}

struct sr_cost
sr_cost_new(const struct sr_costs *c, const char *instrument, double point_size)
{
	struct sr_cost k = { .alone = c->alone, .turnover = turnover_new() };

	if (k.alone)
		k.average.size = size_new(c->positions.target, point_size);
	else
		k.average = average_position_new(&c->positions, instrument, point_size);
	return k;
}

void
sr_cost_day(struct sr_cost *k, struct pnl_day *x, double price, double traded)
{
	double scalar = size_next(&k->average.size, price, x->vol, x->fx);

	x->average = k->alone ? scalar : average_position_at(&k->average, x->day, scalar);
	turnover_next(&k->turnover, traded, x->average);
	if (!x->beyond)
		cost_recent_next(&k->recent, x->day, x->price, x->vol);
}

double
sr_cost_annual(const struct sr_cost *k, const struct instrument *i)
{
	return cost_annual(i, &k->recent, turnover_annual(&k->turnover));
}
