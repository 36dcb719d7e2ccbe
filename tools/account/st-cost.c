/*
 * st-cost - what each instrument costs to trade: a table of costs and turnovers
 *
 *   $ echo '{"notional_trading_capital":250000,"percentage_vol_target":20}' >c
 *   $ printf 'instrument,rule,item,value\nGOLD,,turnover_at_portfolio_level,1.5\n' | st-cost --total --config=c
 *   instrument,rule,item,value
 *   GOLD,,turnover_at_portfolio_level,1.5
 *   ,,total_portfolio_level_turnover,1.5
 *   ,,daily_cash_vol_target,3125.0
 *   ,,annual_cash_vol_target,50000.0
 *
 * Reads the rows that st-buffer writes and prints instrument,rule,item,value. With
 * --output the table goes to a file and the rows are passed on, as tee(1) does.
 */
#include <math.h>

#include "account/cost.h"
#include "account/cost_items.h"
#include "account/turnover.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/out.h"
#include "config/config.h"
#include "data/instruments.h"
#include "fit/rule_costs.h"
#include "forecast/columns.h"
#include "position/buffer.h"
#include "position/instrument_weights.h"
#include "position/multiplier.h"
#include "position/size.h"
#include "position/traded_column.h"
#include "stream/filter.h"

struct state {
	const char *config, *instruments_path, *weights_path, *multipliers_path, *output;
	struct opt_list rules;
	struct config cfg;
	struct instruments instruments;
	struct instrument_weights weights;
	struct multipliers multipliers;
	double target;
	bool total, to_edge;
	int adjusted, beyond, price, vol, fx, subsystem, position, lower, upper, traded; /* columns */
	struct out out;
	struct row *row;      /* of the table */
	int item, value;      /* its columns, with --total */
	double turnover;
	struct forecast_column *rule;
	int n;                /* of them */
	double average_forecast;
};

struct key {
	struct size size;
	struct instrument_weight weight;
	struct multiplier multiplier;
	struct buffer fractions;
	struct turnover rounded, unrounded, portfolio, subsystem;
	struct cost_recent recent;
	struct forecasts {
		struct turnover turnover;
		long days;
	} *rule;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config (required)", O_STR, AT(config) },
	{ 0, "instruments", "FILE", "table of instruments (required)", O_STR, AT(instruments_path) },
	{ 0, "weights", "FILE", "instrument weights of st-weights (required)", O_STR, AT(weights_path) },
	{ 0, "multipliers", "FILE", "estimated multipliers of st-divmult", O_STR, AT(multipliers_path) },
	{ 0, "total", NULL, "read such a table instead and append what is true of the whole portfolio", O_FLAG, AT(total) },
	{ 0, "rules", "FILE", "with --total: append each rule's, pooled over these tables; repeatable", O_LIST, AT(rules) },
	{ 'o', "output", "FILE", "write the table there and pass the rows on", O_STR, AT(output) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_cost(struct step *s)
{
	struct state *st = s->state;

	if (!st->config || (!st->total && (!st->instruments_path || !st->weights_path)))
		die("options --config, --instruments and --weights are required; see st-cost --help");
	st->cfg = config_load(st->config);
	st->target = size_daily_target(&st->cfg);
	s->plain = st->total;
	if (st->total)
		return;
	st->multipliers = multipliers_portfolio(&st->cfg, st->multipliers_path);
	st->to_edge = config_bool_or(&st->cfg, "buffer_trade_to_edge", false);
	st->average_forecast = size_average_forecast(&st->cfg);
	st->instruments = instruments_read(st->instruments_path);
	st->weights = instrument_weights_read(&st->cfg, st->weights_path);
}

/* The table replaces the rows, unless they are passed on. */
static void
head(struct step *s)
{
	struct state *st = s->state;

	if (st->total) {
		st->item = column_need(s, "item");
		st->value = column_need(s, "value");
		return;
	}
	st->adjusted = column_need(s, "adjusted");
	st->beyond = column_find(s, "beyond");
	st->price = column_need(s, "price");
	st->vol = column_need(s, "vol");
	st->fx = column_need(s, "fx");
	st->subsystem = column_find(s, "subsystem");
	st->position = column_need(s, "position");
	st->lower = column_need(s, "lower");
	st->upper = column_need(s, "upper");
	st->traded = column_need(s, traded_column(&st->cfg));
	st->n = forecast_columns(s, "forecast", &st->rule);
	if (st->output) {
		out_file(&st->out, st->output);
		cost_items_head(&st->out);
		return;
	}
	column_none(s);
	column_add(s, "instrument");
	column_add(s, "rule");
	column_add(s, "item");
	column_add(s, "value");
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	k->size = size_new(st->target, instruments_get(&st->instruments, instrument)->point_size);
	k->weight = instrument_weight_new(&st->weights, instrument);
	k->fractions = buffer_new(st->to_edge, false);
	k->multiplier = multiplier_of(&st->multipliers, NULL);
	k->rule = mem_alloc((size_t)st->n, sizeof *k->rule);
	for (int i = 0; i < st->n; i++)
		k->rule[i] = (struct forecasts){ .turnover = turnover_new() };
	k->rounded = k->unrounded = k->portfolio = k->subsystem = turnover_new();
}

static void
count_total(struct step *s, struct row *r)
{
	struct state *st = s->state;
	double x = row_num(s, r, st->value);

	if (slice_is(row_text(s, r, st->item), "turnover_at_portfolio_level") && !isnan(x))
		st->turnover += x;
	row_emit(s, r);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;

	if (st->total) {
		count_total(s, r);
		return;
	}
	struct key *k = step_key(s, r);
	int day = row_day(s, r);
	double vol = row_num(s, r, st->vol), traded = row_num(s, r, st->traded);
	double scalar = size_next(&k->size, row_num(s, r, st->price), vol, row_num(s, r, st->fx));
	bool beyond = row_flag(s, r, st->beyond);
	if (isnan(scalar) && beyond)
		scalar = k->size.scalar; /* a row that st-optimal added: held on */
	double average = instrument_weight_at(&k->weight, day) * multiplier_average(&k->multiplier, day) * scalar;

	turnover_next(&k->rounded, traded, average);
	turnover_next(&k->unrounded,
	    buffer_next(&k->fractions, row_num(s, r, st->position), row_num(s, r, st->lower), row_num(s, r, st->upper)), average);
	turnover_next(&k->portfolio, traded, scalar);
	if (st->subsystem >= 0)
		turnover_next(&k->subsystem, row_num(s, r, st->subsystem), scalar);
	for (int i = 0; i < st->n; i++) {
		double forecast = row_num(s, r, st->rule[i].column);
		if (beyond && isnan(forecast)) /* the forecast has no such day */
			continue;
		turnover_next_of(&k->rule[i].turnover, forecast, st->average_forecast);
		k->rule[i].days++;
	}
	if (!beyond)
		cost_recent_next(&k->recent, day, row_num(s, r, st->adjusted), vol);
	if (st->output)
		row_emit(s, r);
}

/* ---- the table ---- */

static void
print(struct step *s, const char *instrument, const char *rule, const char *item, double value)
{
	struct state *st = s->state;

	if (st->output) {
		cost_item(&st->out, instrument, rule, item, value);
		return;
	}
	if (!st->row)
		st->row = row_new(s);
	struct row *r = st->row;
	r->c[0].s = slice_of(instrument);
	r->c[1].s = slice_of(rule);
	r->c[2].s = slice_of(item);
	row_set(s, r, 3, value);
	row_emit(s, r);
}

static void
print_instrument(struct step *s, const char *code, const struct key *k)
{
	struct state *st = s->state;
	const struct instrument *i = instruments_get(&st->instruments, code);

	print(s, code, "", "value_of_block_price_move", i->point_size);
	print(s, code, "", "rolls_per_year", i->rolls_per_year);
	print(s, code, "", "cost_price_slippage", i->slippage);
	print(s, code, "", "cost_value_of_block_commission", i->per_block);
	print(s, code, "", "cost_percentage_cost", i->percentage);
	print(s, code, "", "cost_value_of_pertrade_commission", i->per_trade);
	print(s, code, "", "SR_cost_per_trade", cost_per_trade(i, &k->recent));
	print(s, code, "", "SR_holding_cost_only", cost_of_holding(i, &k->recent));
	print(s, code, "", "instrument_turnover_rounded", turnover_annual(&k->rounded));
	print(s, code, "", "instrument_turnover_unrounded", turnover_annual(&k->unrounded));
	print(s, code, "", "turnover_at_portfolio_level", turnover_annual(&k->portfolio));
	print(s, code, "", "recent_average_price", cost_recent_price(&k->recent));
	print(s, code, "", "recent_average_daily_vol", cost_recent_vol(&k->recent));
	for (int j = 0; j < st->n; j++) {
		print(s, code, st->rule[j].rule, "forecast_turnover_individual", turnover_annual(&k->rule[j].turnover));
		print(s, code, st->rule[j].rule, "forecast_days", (double)k->rule[j].days);
	}
	if (st->subsystem >= 0) {
		double turnover = turnover_annual(&k->subsystem);
		print(s, code, "", "subsystem_turnover", turnover);
		print(s, code, "", "SR_cost_subsystem", cost_of_holding(i, &k->recent) + turnover * cost_per_trade(i, &k->recent));
	}
}

static void
print_rules(struct step *s)
{
	struct state *st = s->state;
	struct rule_costs c = rule_costs_read(&st->cfg, &st->rules);

	for (int i = 0; i < c.instruments.n; i++)
		for (int j = 0; j < c.rules.n; j++) {
			const char *instrument = c.instruments.name[i], *rule = c.rules.name[j];
			if (!(rule_cost_of(&c, i, j)->forecast_days > 0))
				continue;
			print(s, instrument, rule, "forecast_turnover", rule_cost_turnover(&c, i, j));
			print(s, instrument, rule, "SR_cost_forecast", rule_cost_sharpe(&c, i, j));
		}
}

static void
end(struct step *s)
{
	struct state *st = s->state;
	const char *code;

	for (int i = 0; i < step_keys(s); i++) {
		struct key *k = step_state(s, i, &code);
		print_instrument(s, code, k);
	}
	if (st->total) {
		if (st->rules.n)
			print_rules(s);
		print(s, "", "", "total_portfolio_level_turnover", st->turnover);
		print(s, "", "", "daily_cash_vol_target", st->target);
		print(s, "", "", "annual_cash_vol_target", size_annual_target(&st->cfg));
	}
	if (st->output)
		out_close(&st->out);
}

static const struct filter st_cost = {
	.name = "st-cost",
	.summary = "what each instrument costs to trade: a table of costs and turnovers",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_cost,
	.head = head,
	.key = key,
	.row = row,
	.end = end,
};

FILTER_MAIN(st_cost)
