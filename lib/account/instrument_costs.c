#include "account/instrument_costs.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "stream/row.h"

struct instrument_costs_source
instrument_costs_open(const struct config *c, const char *weights, const char *multipliers)
{
	return (struct instrument_costs_source){ .positions = average_positions_open(c, weights, multipliers),
		.average_forecast = size_average_forecast(c), .to_edge = config_bool_or(c, "buffer_trade_to_edge", false) };
}

void
instrument_costs_head(struct instrument_costs_source *c, struct step *s, const char *traded)
{
	c->adjusted = column_need(s, "adjusted");
	c->beyond = column_find(s, "beyond");
	c->price = column_need(s, "price");
	c->vol = column_need(s, "vol");
	c->fx = column_need(s, "fx");
	c->subsystem = column_find(s, "subsystem");
	c->position = column_need(s, "position");
	c->lower = column_need(s, "lower");
	c->upper = column_need(s, "upper");
	c->traded = column_need(s, traded);
	c->rules = forecast_columns(s, "forecast", &c->rule);
}

struct instrument_costs
instrument_costs_new(const struct instrument_costs_source *c, const char *instrument, double point_size)
{
	struct instrument_costs k = { .average = average_position_new(&c->positions, instrument, point_size),
		.fractions = buffer_new(c->to_edge, false), .rule = mem_alloc((size_t)c->rules, sizeof *k.rule) };

	for (int i = 0; i < c->rules; i++)
		k.rule[i].turnover = turnover_new();
	k.rounded = k.unrounded = k.portfolio = k.subsystem = turnover_new();
	return k;
}

void
instrument_costs_free(struct instrument_costs *k)
{
	free(k->rule);
}

void
instrument_costs_row(struct instrument_costs *k, const struct instrument_costs_source *c, struct step *s, struct row *r)
{
	int day = row_day(s, r);
	double vol = row_num(s, r, c->vol), traded = row_num(s, r, c->traded);
	double scalar = size_next(&k->average.size, row_num(s, r, c->price), vol, row_num(s, r, c->fx));
	bool beyond = row_flag(s, r, c->beyond);

	if (isnan(scalar) && beyond)
		scalar = k->average.size.scalar; /* a row that st-optimal added: held on */
	double average = average_position_at(&k->average, day, scalar);
	turnover_next(&k->rounded, traded, average);
	turnover_next(&k->unrounded,
	    buffer_next(&k->fractions, row_num(s, r, c->position), row_num(s, r, c->lower), row_num(s, r, c->upper)), average);
	turnover_next(&k->portfolio, traded, scalar);
	if (c->subsystem >= 0)
		turnover_next(&k->subsystem, row_num(s, r, c->subsystem), scalar);
	for (int i = 0; i < c->rules; i++) {
		double forecast = row_num(s, r, c->rule[i].column);
		if (beyond && isnan(forecast)) /* the forecast has no such day */
			continue;
		turnover_next_of(&k->rule[i].turnover, forecast, c->average_forecast);
		k->rule[i].days++;
	}
	if (!beyond)
		cost_recent_next(&k->recent, day, row_num(s, r, c->adjusted), vol);
}

void
instrument_costs_items(const struct instrument_costs *k, const struct instrument_costs_source *c,
    const struct instrument *in, void (*each)(void *arg, const char *rule, const char *item, double value), void *arg)
{
	each(arg, "", "value_of_block_price_move", in->point_size);
	each(arg, "", "rolls_per_year", in->rolls_per_year);
	each(arg, "", "cost_price_slippage", in->slippage);
	each(arg, "", "cost_value_of_block_commission", in->per_block);
	each(arg, "", "cost_percentage_cost", in->percentage);
	each(arg, "", "cost_value_of_pertrade_commission", in->per_trade);
	each(arg, "", "SR_cost_per_trade", cost_per_trade(in, &k->recent));
	each(arg, "", "SR_holding_cost_only", cost_of_holding(in, &k->recent));
	each(arg, "", "instrument_turnover_rounded", turnover_annual(&k->rounded));
	each(arg, "", "instrument_turnover_unrounded", turnover_annual(&k->unrounded));
	each(arg, "", "turnover_at_portfolio_level", turnover_annual(&k->portfolio));
	each(arg, "", "recent_average_price", cost_recent_price(&k->recent));
	each(arg, "", "recent_average_daily_vol", cost_recent_vol(&k->recent));
	for (int i = 0; i < c->rules; i++) {
		each(arg, c->rule[i].rule, "forecast_turnover_individual", turnover_annual(&k->rule[i].turnover));
		each(arg, c->rule[i].rule, "forecast_days", (double)k->rule[i].days);
	}
	if (c->subsystem >= 0) {
		double turnover = turnover_annual(&k->subsystem);
		each(arg, "", "subsystem_turnover", turnover);
		each(arg, "", "SR_cost_subsystem", cost_annual(in, &k->recent, turnover));
	}
}
