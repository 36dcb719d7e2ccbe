#include "fit/forecast_pool.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "fit/rule_costs.h"
#include "fit/weekly_returns.h"
#include "forecast/variations.h"

/* What pools are made of. */
struct source {
	const struct config *cfg;
	struct weekly_returns weeks;
	bool fitted;               /* weights are: costs and ceiling tell who is pooled */
	struct rule_costs costs;
	double ceiling;
};

/* The rule of a column of the weeks, NULL when it is none's forecast. */
static const char *
rule_of(const char *column)
{
	return strncmp(column, "forecast.", 9) == 0 ? column + 9 : NULL;
}

static int
costs_at(const struct source *s, const char *instrument)
{
	int i = names_get(&s->costs.instruments, slice_of(instrument));

	if (i < 0)
		die("no costs of '%s'", instrument);
	return i;
}

static bool
alike(const struct source *s, const char *one, const char *other)
{
	if (s->fitted)
		return rule_costs_alike(&s->costs, costs_at(s, one), costs_at(s, other), s->ceiling);
	for (int i = 0; i < s->weeks.columns.n; i++) {
		const char *rule = rule_of(s->weeks.columns.name[i]);
		if (rule && variations_has(s->cfg, one, rule) != variations_has(s->cfg, other, rule))
			return false;
	}
	return true;
}

/* The rules of a pool are those of its first instrument. */
static void
choose_rules(const struct source *s, struct forecast_pool *p)
{
	struct names sorted = names_sorted(&s->weeks.columns);

	p->rule = mem_alloc((size_t)sorted.n + 1, sizeof *p->rule);
	for (int i = 0; i < sorted.n; i++) {
		const char *rule = rule_of(sorted.name[i]);
		if (rule && variations_has(s->cfg, p->instruments.name[0], rule))
			p->rule[p->n++] = rule;
	}
	if (!p->n)
		die("no column 'forecast.RULE' in the weeks of a rule of '%s'", p->instruments.name[0]);
}

/* The forecasts of an instrument of the pool, a row a week. */
static struct pooled_weeks_block
forecasts_of(const struct source *s, const struct forecast_pool *p, const char *instrument)
{
	const struct weekly_returns_weeks *w = &s->weeks.v[names_get(&s->weeks.instruments, slice_of(instrument))];
	double *x = mem_alloc((size_t)w->n * (size_t)p->n + 1, sizeof *x);

	for (int j = 0; j < p->n; j++) {
		/* A rule's name is the end of its column's. */
		int column = names_get(&s->weeks.columns, slice_of(p->rule[j] - strlen("forecast.")));
		for (int i = 0; i < w->n; i++)
			x[i * p->n + j] = w->x[i * s->weeks.columns.n + column];
	}
	return (struct pooled_weeks_block){ w->first, w->n, x };
}

static void
estimate(const struct source *s, const struct diversification_multiplier_options *o, struct forecast_pool *p)
{
	struct pooled_weeks_block *b = mem_alloc((size_t)p->instruments.n, sizeof *b);

	for (int i = 0; i < p->instruments.n; i++)
		b[i] = forecasts_of(s, p, p->instruments.name[i]);
	struct pooled_weeks f = pooled_weeks_stack(b, p->instruments.n, p->n, o->frequency);
	for (int i = 0; i < p->instruments.n; i++)
		free((double *)b[i].x);
	free(b);
	p->multipliers = diversification_multiplier_new(&f, o);
	pooled_weeks_free(&f);
}

struct forecast_pools
forecast_pools_make(const struct config *c, const struct diversification_multiplier_options *o, const struct opt_list *weeks,
    const struct opt_list *costs)
{
	bool pooled = config_bool_or(c, "forecast_correlation_estimate.pool_instruments", true);
	struct source s = { .cfg = c, .weeks = weekly_returns_read((char **)weeks->v, weeks->n, o->frequency), .fitted = costs };
	struct names sorted = names_sorted(&s.weeks.instruments);
	struct forecast_pools p = { .v = mem_alloc((size_t)sorted.n + 1, sizeof *p.v) };

	if (costs) {
		s.costs = rule_costs_read(c, costs);
		s.ceiling = config_num_or(c, "forecast_weight_estimate.ceiling_cost_SR", 9999);
	}
	for (int i = 0; i < sorted.n; i++) {
		int k = 0;
		while (k < p.n && !(pooled && alike(&s, sorted.name[i], p.v[k].instruments.name[0])))
			k++;
		names_put(&p.v[k].instruments, slice_of(sorted.name[i]));
		p.n += k == p.n;
	}
	for (int k = 0; k < p.n; k++) {
		choose_rules(&s, &p.v[k]);
		estimate(&s, o, &p.v[k]);
	}
	return p;
}

const struct forecast_pool *
forecast_pool_of(const struct forecast_pools *p, const char *instrument)
{
	for (int k = 0; k < p->n; k++)
		if (names_get(&p->v[k].instruments, slice_of(instrument)) >= 0)
			return &p->v[k];
	die("no weeks of '%s'", instrument);
}
