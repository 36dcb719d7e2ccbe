#include "fit/rule_pool.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "time/year.h"

struct rule_pool
rule_pool_open(const struct config *c, const struct fitted_weights_options *f, const struct rule_costs *costs,
    const struct weekly_returns *w)
{
	struct rule_pool p = { .weekly = w, .costs = costs, .fitting = f };

	p.ceiling = config_num_or(c, "forecast_weight_estimate.ceiling_cost_SR", 9999);
	p.pool_gross = config_bool_or(c, "forecast_weight_estimate.pool_gross_returns", true);
	p.pool_turnover = config_bool_or(c, "forecast_cost_estimates.use_pooled_turnover", true);
	p.pool_costs = config_bool_or(c, "forecast_cost_estimates.use_pooled_costs", false);
	p.rule = mem_alloc((size_t)costs->rules.n + 1, sizeof *p.rule);
	p.with = mem_alloc((size_t)costs->instruments.n + 1, sizeof *p.with);
	p.cost = mem_alloc((size_t)costs->rules.n + 1, sizeof *p.cost);
	return p;
}

/* ---- costs ---- */

/* The cost of a rule to an instrument in the returns that weights are fitted to. */
static double
own_cost(const struct rule_pool *p, int instrument, int rule)
{
	const struct rule_cost *c = rule_cost_of(p->costs, instrument, rule);

	if (isnan(c->unit_cost_mean) || c->gross_stdev == 0)
		return 0;
	return ROOT_BUSINESS_DAYS_IN_YEAR * (rule_cost_sharpe(p->costs, instrument, rule) * c->unit_cost_mean) / c->gross_stdev;
}

static double
pool_mean(const struct rule_pool *p, int rule, double (*of)(const struct rule_pool *, int, int))
{
	double sum = 0;
	int n = 0;

	for (int k = 0; k < p->pool; k++) {
		double x = of(p, p->with[k], rule);
		if (isnan(x))
			continue;
		sum += x;
		n++;
	}
	return sum / n;
}

static double
turnover(const struct rule_pool *p, int instrument, int rule)
{
	return rule_cost_of(p->costs, instrument, rule)->turnover;
}

/* Costs averaged over the pool, or the instrument's cost of a turnover times the pool's turnover, or its own. */
static double
selected_cost(const struct rule_pool *p, int rule)
{
	if (p->pool > 1 && p->pool_costs)
		return pool_mean(p, rule, own_cost);
	double own = own_cost(p, p->instrument, rule), turn = turnover(p, p->instrument, rule);
	if (p->pool > 1 && p->pool_turnover)
		return turn > 0 ? own / turn * pool_mean(p, rule, turnover) : NAN;
	return own;
}

/* The mean gross return of a day over the pool, of a rule; over rules too when rule is -1. */
static double
gross_mean(const struct rule_pool *p, int rule)
{
	double sum = 0, days = 0;

	if (rule < 0) {
		for (int i = 0; i < p->n; i++)
			sum += gross_mean(p, p->rule[i]);
		return sum / p->n;
	}
	for (int k = 0; k < p->pool; k++) {
		const struct rule_cost *c = rule_cost_of(p->costs, p->with[k], rule);
		if (!c->gross_days || (!p->pool_gross && p->with[k] != p->instrument))
			continue;
		sum += c->gross_days * c->gross_mean;
		days += c->gross_days;
	}
	return sum / days;
}

void
rule_pool_choose(struct rule_pool *p, int instrument)
{
	p->instrument = instrument;
	p->n = p->pool = 0;
	for (int i = 0; i < p->costs->rules.n; i++)
		if (rule_cost_is_cheap(p->costs, p->instrument, i, p->ceiling))
			p->rule[p->n++] = i;
	for (int i = 0; i < p->costs->instruments.n; i++)
		if (rule_costs_alike(p->costs, p->instrument, i, p->ceiling))
			p->with[p->pool++] = i;
	rule_costs_need_cheap(p->costs, instrument, p->ceiling, "forecast_weight_estimate.ceiling_cost_SR");
	for (int i = 0; i < p->n; i++)
		p->cost[i] = selected_cost(p, p->rule[i]);
}

/* ---- returns ---- */

static int
column_of(const struct weekly_returns *w, const char *kind, const char *rule)
{
	char name[512];
	int n = snprintf(name, sizeof name, "%s.%s", kind, rule), i = names_get(&w->columns, (struct slice){ name, (size_t)n });

	if (i < 0)
		die("no column '%s' in the weeks, which the costs have", name);
	return i;
}

/* Net returns of one of the pool: gross, and what is added on each day that counts. */
static struct pooled_weeks_block
net_of(const struct rule_pool *p, int instrument, double *x)
{
	int in = names_get(&p->weekly->instruments, slice_of(p->costs->instruments.name[instrument]));
	const struct weekly_returns_weeks *k = &p->weekly->v[in];
	int any = column_of(p->weekly, "gross", p->costs->rules.name[p->rule[0]]), first = k->first, end = k->first + k->n;

	while (first < end && isnan(weekly_returns_at(p->weekly, in, any, first)))
		first++;
	while (end > first && isnan(weekly_returns_at(p->weekly, in, any, end - 1)))
		end--;
	for (int i = 0; i < p->n; i++) {
		const char *rule = p->costs->rules.name[p->rule[i]];
		const struct rule_cost *c = rule_cost_of(p->costs, instrument, p->rule[i]);
		int gross = column_of(p->weekly, "gross", rule), days = column_of(p->weekly, "days", rule);
		double shift = p->fitting->cost_multiplier * p->cost[i] / ROOT_BUSINESS_DAYS_IN_YEAR * c->gross_stdev;
		if (p->fitting->equalise_gross)
			shift += gross_mean(p, -1) - c->gross_mean;
		for (int week = first; week < end; week++) {
			double counted = weekly_returns_at(p->weekly, in, days, week);
			x[(size_t)(week - first) * (size_t)p->n + (size_t)i] =
			    weekly_returns_at(p->weekly, in, gross, week) + (counted > 0 ? counted * shift : 0);
		}
	}
	return (struct pooled_weeks_block){ first, end - first, x };
}

struct pooled_weeks
rule_pool_frame(const struct rule_pool *p)
{
	int copies = p->pool_gross ? p->pool : 1;
	struct pooled_weeks_block *b = mem_alloc((size_t)copies, sizeof *b);
	double **x = mem_alloc((size_t)copies, sizeof *x);

	for (int k = 0; k < copies; k++) {
		int instrument = p->pool_gross ? p->with[k] : p->instrument;
		int in = names_get(&p->weekly->instruments, slice_of(p->costs->instruments.name[instrument]));
		if (in < 0)
			die("no weeks of '%s', which the costs have", p->costs->instruments.name[instrument]);
		x[k] = mem_alloc((size_t)p->weekly->v[in].n * (size_t)p->n + 1, sizeof **x);
		b[k] = net_of(p, instrument, x[k]);
	}
	struct pooled_weeks f = pooled_weeks_stack(b, copies, p->n, p->fitting->frequency);
	for (int k = 0; k < copies; k++)
		free(x[k]);
	free(x);
	free(b);
	return f;
}
