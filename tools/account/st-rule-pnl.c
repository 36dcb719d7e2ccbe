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

/* A rule's days in the instrument under way. */
struct rule {
	const char *name;
	double *position;  /* that the day decides, contracts; then that is held */
	bool *has_day;     /* the forecast has such a day */
	double *share;     /* its share of the system, that costs are charged on */
};

struct state {
	struct rule_alone a;
	const char *weights_path;
	struct opt_list costs_paths;
	struct rule_costs costs;
	struct dated_values weights;
	struct rule *rule;          /* as the forecasts are */
	struct row *out;
	/* the instrument under way */
	int *day, n, room;
	bool *no_vol;               /* by day: the vol's last row has none */
	struct prices {
		int64_t *t;
		double *move, *years, *fx;
		int *at;            /* the day that the row falls on, -1 for none */
		int n, room;
	} p;
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
	st->rule = mem_alloc((size_t)st->a.rules, sizeof *st->rule);
	for (int i = 0; i < st->a.rules; i++)
		st->rule[i].name = st->a.forecast[i].rule;
	column_none(s);
	column_add(s, "time");
	column_add(s, "instrument");
	column_add(s, "rule");
	column_add(s, "curve");
	column_add(s, "value");
	st->out = row_new(s);
}

/* ---- days ---- */

static void
days_room(struct state *st)
{
	size_t n = (size_t)(st->room = st->room ? 2 * st->room : 4096);

	st->day = mem_grow(st->day, n, sizeof *st->day);
	st->no_vol = mem_grow(st->no_vol, n, sizeof *st->no_vol);
	for (int i = 0; i < st->a.rules; i++) {
		struct rule *r = &st->rule[i];
		r->position = mem_grow(r->position, n, sizeof *r->position);
		r->has_day = mem_grow(r->has_day, n, sizeof *r->has_day);
		r->share = mem_grow(r->share, n, sizeof *r->share);
	}
}

static void finish(struct step *s);

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	const char *instrument = rule_alone_instrument(s, r);
	bool beyond = row_flag(s, r, st->a.beyond);

	if (instrument != st->a.now) {
		finish(s);
		rule_alone_begin(&st->a, instrument);
		st->n = 0;
	}
	if (st->n == st->room)
		days_room(st);
	if (!beyond)
		rule_alone_size(&st->a, row_num(s, r, st->a.vol));
	for (int i = 0; i < st->a.rules; i++) {
		double forecast = row_num(s, r, st->a.forecast[i].column);
		st->rule[i].has_day[st->n] = !beyond || !isnan(forecast);
		st->rule[i].position[st->n] = rule_alone_contracts(&st->a, forecast);
	}
	st->no_vol[st->n] = isnan(st->a.scalar);
	st->day[st->n++] = row_day(s, r);
}

/* ---- an instrument's rows are all in ---- */

static void
add_price(struct state *st, int at)
{
	struct prices *p = &st->p;

	if (p->n == p->room) {
		size_t n = (size_t)(p->room = p->room ? 2 * p->room : 8192);
		p->t = mem_grow(p->t, n, sizeof *p->t);
		p->move = mem_grow(p->move, n, sizeof *p->move);
		p->years = mem_grow(p->years, n, sizeof *p->years);
		p->fx = mem_grow(p->fx, n, sizeof *p->fx);
		p->at = mem_grow(p->at, n, sizeof *p->at);
	}
	p->t[p->n] = st->a.prices.t;
	p->move[p->n] = st->a.prices.move;
	p->years[p->n] = st->a.prices.years;
	p->fx[p->n] = st->a.prices.fx;
	p->at[p->n++] = at;
}

static void
read_prices(struct state *st)
{
	int at = 0;

	st->p.n = 0;
	while (natural_prices_next(&st->a.prices, st->a.now)) {
		while (at < st->n && st->day[at] <= st->a.prices.day)
			at++;
		add_price(st, at - 1);
	}
}

/* What a day decides is held from the forecast's next day on; a day that it lacks changes nothing. */
static void
delay(const struct state *st, struct rule *r)
{
	double decided = num_missing(), held = num_missing();

	for (int i = 0; i < st->n; i++) {
		if (r->has_day[i]) {
			held = decided;
			decided = r->position[i];
		}
		r->position[i] = held;
	}
}

/* The share in force each day; where there is no vol yet, that of the first day with one. */
static void
find_shares(const struct state *st, struct rule *r)
{
	const struct dated_value_series *w = st->weights_path ? dated_values_of(&st->weights, st->a.now, r->name) : NULL;
	double next = num_missing();
	int at = 0;

	if (st->weights_path && !w)
		die("%s: no weight of rule '%s' in '%s'", st->weights_path, r->name, st->a.now);
	for (int i = 0; i < st->n; i++)
		r->share[i] = w ? dated_value_at(w, dated_value_day(st->day[i]), &at) : 1;
	for (int i = 0; w && i < st->n; i++)
		r->position[i] *= r->share[i];
	for (int i = st->n - 1; w && i >= 0; i--) {
		if (st->no_vol[i])
			r->share[i] = next;
		next = r->share[i];
	}
}

static void
print(struct step *s, int64_t t, const char *rule, const char *curve, double value)
{
	struct state *st = s->state;
	char time[DATED_VALUE_MAX];
	struct row *r = st->out;

	r->c[0].s = (struct slice){ time, dated_value_print(time, t * 1000000) };
	r->c[1].s = slice_of(st->a.now);
	r->c[2].s = slice_of(rule);
	r->c[3].s = slice_of(curve);
	row_set(s, r, 4, value);
	row_emit(s, r);
}

static void
print_rule(struct step *s, const struct rule *r, double cost)
{
	struct state *st = s->state;
	const struct prices *p = &st->p;
	double position = num_missing();
	bool held = false;

	for (int i = 0; i < p->n; i++) {
		print(s, p->t[i], r->name, "gross", rule_profit(position, p->move[i], st->a.point_size, p->fx[i]));
		position = p->at[i] < 0 ? num_missing() : r->position[p->at[i]];
		held |= !isnan(position);
		/* A row without costs too: in a sum it is one of 0. */
		print(s, p->t[i], r->name, "costs",
		    held ? -cost * st->a.target * r->share[p->at[i]] * p->years[i] * p->fx[i] : num_missing());
	}
}

static void
finish(struct step *s)
{
	struct state *st = s->state;

	if (!st->a.now)
		return;
	read_prices(st);
	int code = names_get(&st->costs.instruments, slice_of(st->a.now));
	for (int i = 0; i < st->a.rules; i++) {
		struct rule *r = &st->rule[i];
		int rule = names_get(&st->costs.rules, slice_of(r->name));
		if (code < 0 || rule < 0)
			die("%s: no costs of rule '%s' in '%s'", st->costs_paths.v[0], r->name, st->a.now);
		if (!rule_cost_of(&st->costs, code, rule)->used)
			continue;
		delay(st, r);
		find_shares(st, r);
		if (st->weights_path) /* a second time: pysystemtrade weighs positions already delayed, and delays again */
			delay(st, r);
		print_rule(s, r, rule_cost_sharpe(&st->costs, code, rule));
	}
}

static void
end(struct step *s)
{
	struct state *st = s->state;

	finish(s);
	rule_alone_end(&st->a);
}

static const struct filter st_rule_pnl = {
	.name = "st-rule-pnl",
	.summary = "profit and loss, and costs, of each rule's forecast alone in each instrument",
	.opts = opts,
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
