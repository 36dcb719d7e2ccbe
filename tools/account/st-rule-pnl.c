/*
 * st-rule-pnl - profit and loss, and costs, of each rule's forecast alone in each instrument
 *
 *   $ echo '{"notional_trading_capital":1000,"percentage_vol_target":16,"average_absolute_forecast":10}' >c
 *   $ printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\nDAX,1,EUR,Equity,0,0,0,0,4\n' >i
 *   $ printf 'instrument,rule,item,value\nDAX,,SR_cost_per_trade,0\nDAX,,SR_holding_cost_only,0\n' >costs
 *   $ printf 'DAX,slow,forecast_turnover_individual,4\nDAX,slow,forecast_days,4\n' >>costs
 *   $ printf 'time,instrument,adjusted,fx,vol,forecast.slow\n' >r
 *   $ printf '2021-01-04,DAX,10,1,1,10\n2021-01-05,DAX,11,1,1,10\n2021-01-06,DAX,13,1,1,10\n2021-01-07,DAX,14,1,1,10\n' >>r
 *   $ st-rule-pnl --config=c --instruments=i --prices=r --costs=costs r | grep gross
 *   2021-01-04,DAX,slow,gross,0.0
 *   2021-01-05,DAX,slow,gross,0.0
 *   2021-01-06,DAX,slow,gross,20.0
 *   2021-01-07,DAX,slow,gross,10.0
 *
 * A forecast means forecast / average_absolute_forecast times the position that meets the vol target,
 * held from the next day's close on; profit is reckoned at the stamps that prices have, and costs are
 * Sharpe ratio costs (pysystemtrade, pandl_for_instrument_forecast). With --weights, its share of the system.
 */
#include <math.h>

#include "account/rule_alone.h"
#include "account/rule_pnl.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "fit/rule_costs.h"
#include "stream/dated_values.h"
#include "stream/value_row.h"

enum { TIME, INSTRUMENT, RULE, CURVE };

struct state {
	struct rule_alone a;
	const char *weights_path;
	struct opt_list costs_paths;
	struct rule_costs costs;
	struct dated_values weights;
	struct row *out;
	/* the rule under way, in the instrument under way, by day: contracts; its share of the system, that costs are charged on */
	double *position, *share;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: capital, vol target (required)", O_STR, AT(a.config) },
	{ 0, "instruments", "FILE", "table of instruments (st-fetch instruments; required)", O_STR, AT(a.instruments_path) },
	{ 0, "prices", "FILE", "adjusted prices at their stamps, with fx (st-fetch | st-fx; required)", O_STR, AT(a.prices_path) },
	{ 0, "costs", "FILE", "costs and turnovers of st-cost; repeatable (required)", O_LIST, AT(costs_paths) },
	{ 0, "weights", "FILE", "shares of the system: time,instrument,rule,value (st-rule-weights)", O_STR, AT(weights_path) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_rules(struct step *s)
{
	struct state *st = s->state;

	if (!st->a.config || !st->a.instruments_path || !st->a.prices_path || !st->costs_paths.n)
		die("options --config, --instruments, --prices and --costs are required; see st-rule-pnl --help");
	rule_alone_open(&st->a);
	st->costs = rule_costs_read(&st->a.cfg, &st->costs_paths);
	if (st->weights_path)
		st->weights = dated_values_read(st->weights_path);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	rule_alone_head(&st->a, s);
	value_row_head(s, (const char *[]){ "time", "instrument", "rule", "curve", "value", NULL });
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;

	rule_alone_row(&st->a, s, r);
}

/* ---- an instrument's rows are all in ---- */

/* The share in force each day; where there is no vol yet, that of the first day with one. Positions are weighed by the former. */
static void
weigh(struct state *st, const char *rule)
{
	const struct dated_value_series *w = dated_values_of(&st->weights, st->a.now, rule);
	double next = num_missing();
	int at = 0;

	if (!w)
		die("%s: no weight of rule '%s' in '%s'", st->weights_path, rule, st->a.now);
	for (int i = 0; i < st->a.n; i++) {
		st->share[i] = dated_value_at(w, dated_value_day(st->a.day[i]), &at);
		st->position[i] *= st->share[i];
	}
	for (int i = st->a.n - 1; i >= 0; i--) {
		if (isnan(st->a.scalar[i]))
			st->share[i] = next;
		next = st->share[i];
	}
}

/* What a rule holds by day, and its share. */
static void
hold(struct state *st, int rule)
{
	rule_alone_contracts(&st->a, rule, st->position);
	rule_alone_delay(&st->a, rule, st->position);
	if (st->weights_path) {
		weigh(st, st->a.forecast[rule].rule);
		rule_alone_delay(&st->a, rule, st->position); /* as pysystemtrade does, which weighs positions already delayed */
		return;
	}
	for (int i = 0; i < st->a.n; i++)
		st->share[i] = 1;
}

static void
print_rule(struct step *s, const char *rule, double cost)
{
	struct state *st = s->state;
	const struct slice gross = slice_of("gross"), costs = slice_of("costs");
	char time[DATED_VALUE_MAX];
	struct slice text[] = { { time, 0 }, slice_of(st->a.now), slice_of(rule), gross };
	double position = num_missing();
	bool held = false;

	for (int i = 0; i < st->a.prices; i++) {
		const struct rule_alone_price *p = &st->a.price[i];
		text[TIME].n = dated_value_print(time, p->t * 1000000);
		text[CURVE] = gross;
		value_row_emit(s, &st->out, text, rule_profit(position, p->move, st->a.point_size, p->fx));
		position = p->at < 0 ? num_missing() : st->position[p->at];
		held |= !isnan(position);
		/* A row without costs too: in a sum it is one of 0. */
		text[CURVE] = costs;
		value_row_emit(s, &st->out, text, held ? -cost * st->a.target * st->share[p->at] * p->years * p->fx : num_missing());
	}
}

static void
finish(struct step *s)
{
	struct state *st = s->state;
	int code = names_get(&st->costs.instruments, slice_of(st->a.now));

	st->position = mem_grow(st->position, (size_t)st->a.n, sizeof *st->position);
	st->share = mem_grow(st->share, (size_t)st->a.n, sizeof *st->share);
	for (int i = 0; i < st->a.rules; i++) {
		const char *name = st->a.forecast[i].rule;
		int rule = names_get(&st->costs.rules, slice_of(name));
		if (code < 0 || rule < 0)
			die("%s: no costs of rule '%s' in '%s'", st->costs_paths.v[0], name, st->a.now);
		if (!rule_cost_of(&st->costs, code, rule)->used)
			continue;
		hold(st, i);
		print_rule(s, name, rule_cost_sharpe(&st->costs, code, rule));
	}
}

static void
end(struct step *s)
{
	struct state *st = s->state;

	rule_alone_end(&st->a, s);
}

static const struct state defaults = { .a.finish = finish };

static const struct filter st_rule_pnl = {
	.name = "st-rule-pnl",
	.summary = "profit and loss, and costs, of each rule's forecast alone in each instrument",
	.opts = opts,
	.defaults = &defaults,
	.size = sizeof(struct state),
	.key_size = sizeof(const char *),
	.open = open_rules,
	.head = head,
	.key = rule_alone_key,
	.row = row,
	.end = end,
	.together = true,
};

FILTER_MAIN(st_rule_pnl)
