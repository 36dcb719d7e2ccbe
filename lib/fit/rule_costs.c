#include "fit/rule_costs.h"

#include <math.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "forecast/variations.h"
#include "stream/table.h"

const struct rule_cost *
rule_cost_of(const struct rule_costs *c, int instrument, int rule)
{
	return &c->v[instrument * c->rules.n + rule];
}

/* ---- averages over the instruments with the same rules, by how many days of forecasts they have ---- */

static double
average(const struct rule_costs *c, int instrument, int rule, double (*of)(const struct rule_costs *, int, int))
{
	double sum = 0, days = 0;

	for (int i = 0; i < c->instruments.n; i++) {
		if (c->kind[i] != c->kind[instrument])
			continue;
		double x = of(c, i, rule), weight = rule_cost_of(c, i, rule)->forecast_days;
		if (isnan(x))
			continue;
		sum += weight * x;
		days += weight;
	}
	return days > 0 ? sum / days : 0;
}

/* Those of all instruments and rules, each worked out once for all instruments with the same rules. */
static double *
averages(const struct rule_costs *c, double (*of)(const struct rule_costs *, int, int))
{
	int rules = c->rules.n;
	double *v = mem_alloc((size_t)(c->instruments.n * rules), sizeof *v);

	for (int i = 0; i < c->instruments.n * rules; i++) {
		int instrument = i / rules, rule = i % rules, first = c->kind[instrument];
		v[i] = first < instrument ? v[first * rules + rule] : average(c, instrument, rule, of);
	}
	return v;
}

static double
own_turnover(const struct rule_costs *c, int instrument, int rule)
{
	return rule_cost_of(c, instrument, rule)->turnover;
}

double
rule_cost_turnover(const struct rule_costs *c, int instrument, int rule)
{
	return c->turnover ? c->turnover[instrument * c->rules.n + rule] : own_turnover(c, instrument, rule);
}

static double
own_cost(const struct rule_costs *c, int instrument, int rule)
{
	return c->holding[instrument] + rule_cost_turnover(c, instrument, rule) * c->per_trade[instrument];
}

double
rule_cost_sharpe(const struct rule_costs *c, int instrument, int rule)
{
	return c->cost ? c->cost[instrument * c->rules.n + rule] : own_cost(c, instrument, rule);
}

/* ---- rules in common ---- */

bool
rule_cost_is_cheap(const struct rule_costs *c, int instrument, int rule, double ceiling)
{
	if (!rule_cost_of(c, instrument, rule)->used)
		return false;
	return ceiling == INFINITY || rule_cost_sharpe(c, instrument, rule) <= ceiling;
}

bool
rule_costs_alike(const struct rule_costs *c, int one, int other, double ceiling)
{
	for (int rule = 0; rule < c->rules.n && one != other; rule++)
		if (rule_cost_is_cheap(c, one, rule, ceiling) != rule_cost_is_cheap(c, other, rule, ceiling))
			return false;
	return true;
}

/* ---- reading ---- */

/* The columns of a table. */
struct columns {
	int instrument, rule, item, value;
};

static struct columns
columns_of(const struct table *t)
{
	return (struct columns){ table_column(t, "instrument"), table_column(t, "rule"), table_column(t, "item"),
		table_column(t, "value") };
}

/* All names first, so that they can be put in order. */
static void
collect_names(struct rule_costs *c, const struct table *t, int n)
{
	struct names instruments = { .n = 0 }, rules = { .n = 0 };

	for (int k = 0; k < n; k++) {
		struct columns col = columns_of(&t[k]);
		for (int i = 0; i < t[k].n; i++) {
			if (!*table_text(&t[k], i, col.instrument)) /* what is true of the whole portfolio */
				continue;
			names_put(&instruments, slice_of(table_text(&t[k], i, col.instrument)));
			if (*table_text(&t[k], i, col.rule))
				names_put(&rules, slice_of(table_text(&t[k], i, col.rule)));
		}
	}
	c->instruments = names_sorted(&instruments);
	c->rules = names_sorted(&rules);
}

/* Where an item of an instrument (rule -1) or of one of its rules is kept; NULL for one that is not. */
static double *
place_of(struct rule_costs *c, int instrument, int rule, const char *item)
{
	struct rule_cost *v = rule < 0 ? NULL : &c->v[instrument * c->rules.n + rule];
	const struct {
		const char *name;
		double *at;
	} places[] = {
		{ "SR_cost_per_trade", v ? NULL : &c->per_trade[instrument] },
		{ "SR_holding_cost_only", v ? NULL : &c->holding[instrument] },
		{ "forecast_turnover_individual", v ? &v->turnover : NULL },
		{ "forecast_days", v ? &v->forecast_days : NULL },
		{ "gross_days", v ? &v->gross_days : NULL },
		{ "gross_mean", v ? &v->gross_mean : NULL },
		{ "gross_stdev", v ? &v->gross_stdev : NULL },
		{ "unit_cost_mean", v ? &v->unit_cost_mean : NULL },
	};

	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (strcmp(places[i].name, item) == 0)
			return places[i].at;
	return NULL;
}

static void
take_values(struct rule_costs *c, const struct table *t)
{
	struct columns col = columns_of(t);

	for (int i = 0; i < t->n; i++) {
		const char *rule = table_text(t, i, col.rule);
		if (!*table_text(t, i, col.instrument))
			continue;
		double *at = place_of(c, names_get(&c->instruments, slice_of(table_text(t, i, col.instrument))),
		    *rule ? names_get(&c->rules, slice_of(rule)) : -1, table_text(t, i, col.item));
		if (at)
			*at = table_num(t, i, col.value);
	}
}

/* By instrument, the first one with the same rules: kinds are few. */
static int *
kinds(const struct rule_costs *c)
{
	int *kind = mem_alloc((size_t)c->instruments.n, sizeof *kind);

	for (int i = 0; i < c->instruments.n; i++)
		while (kind[i] < i && (kind[kind[i]] != kind[i] || !rule_costs_alike(c, kind[i], i, INFINITY)))
			kind[i]++;
	return kind;
}

struct rule_costs
rule_costs_read(const struct config *cfg, const struct opt_list *files)
{
	struct rule_costs c = { .cfg = cfg };
	struct table *t = mem_alloc((size_t)files->n, sizeof *t);

	for (int i = 0; i < files->n; i++)
		t[i] = table_read(files->v[i]);
	collect_names(&c, t, files->n);
	int n = c.instruments.n, rules = c.rules.n;
	c.v = mem_alloc((size_t)(n * rules), sizeof *c.v);
	c.per_trade = mem_alloc((size_t)n, sizeof *c.per_trade);
	c.holding = mem_alloc((size_t)n, sizeof *c.holding);
	for (int i = 0; i < n * rules; i++)
		c.v[i] = (struct rule_cost){ NAN, 0, 0, NAN, NAN, NAN,
			variations_has(cfg, c.instruments.name[i / rules], c.rules.name[i % rules]) };
	for (int i = 0; i < files->n; i++)
		take_values(&c, &t[i]);
	c.kind = kinds(&c);
	if (config_bool_or(cfg, "forecast_cost_estimates.use_pooled_turnover", true))
		c.turnover = averages(&c, own_turnover);
	if (config_bool_or(cfg, "forecast_cost_estimates.use_pooled_costs", false))
		c.cost = averages(&c, own_cost);
	return c;
}

/* Of an instrument's rules: the cheapest, -1 when no cost is known; how many days of forecasts there are. */
static int
cheapest(const struct rule_costs *c, int instrument, double *days)
{
	int at = -1;

	*days = 0;
	for (int rule = 0; rule < c->rules.n; rule++) {
		if (!rule_cost_of(c, instrument, rule)->used)
			continue;
		double sharpe = rule_cost_sharpe(c, instrument, rule);
		*days += rule_cost_of(c, instrument, rule)->forecast_days;
		if (!isnan(sharpe) && (at < 0 || sharpe < rule_cost_sharpe(c, instrument, at)))
			at = rule;
	}
	return at;
}

void
rule_costs_need_cheap(const struct rule_costs *c, int instrument, double ceiling, const char *key)
{
	const char *code = c->instruments.name[instrument];
	double days;

	for (int rule = 0; rule < c->rules.n; rule++)
		if (rule_cost_is_cheap(c, instrument, rule, ceiling))
			return;
	int at = cheapest(c, instrument, &days);
	if (days == 0)
		die("no rule has a forecast of '%s' on any day: weights cannot be fitted; give it more data, or leave the instrument out",
		    code);
	if (at < 0)
		die("what rules cost in '%s' is not known, as a cost, price or volatility of it is missing: weights cannot be fitted",
		    code);
	die("no rule of '%s' costs less than %s, %g: the cheapest, '%s', costs %.3g; raise it, add rules or leave the instrument out",
	    code, key, ceiling, c->rules.name[at], rule_cost_sharpe(c, instrument, at));
}
