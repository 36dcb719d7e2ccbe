/*
 * st-scale - append each rule's scaled and capped forecast, forecast.RULE
 *
 *   $ echo '{"trading_rules":{"slow":{"forecast_scalar":30}},"forecast_cap":20}' >c
 *   $ printf 'time,instrument,raw.slow\n2021-01-04,GOLD,0.5\n2021-01-05,GOLD,-3\n' | st-scale --config=c
 *   time,instrument,raw.slow,forecast.slow
 *   2021-01-04,GOLD,0.5,15.0
 *   2021-01-05,GOLD,-3,-20.0
 */
#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "config/config.h"
#include "forecast/forecast_columns.h"
#include "forecast/forecast_scalar.h"
#include "stream/dated_values.h"
#include "stream/filter.h"

struct scaled {
	const char *rule;
	int raw, forecast; /* columns */
	double scalar;     /* fixed */
};

/* An estimated scalar of one instrument. */
struct estimated {
	const struct dated_value_series *scalar; /* NULL for none */
	int at;
};

struct key {
	struct estimated *v;
};

struct state {
	const char *config, *scalars_path;
	struct dated_values scalars;
	struct config cfg;
	double floor, cap;
	struct scaled *v;
	int n;
};

static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: forecast scalars and cap (required)", O_STR, offsetof(struct state, config) },
	{ 0, "scalars", "FILE", "estimated scalars: time,instrument,rule,value (st-scalar)", O_STR, offsetof(struct state, scalars_path) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_scale(struct step *s)
{
	struct state *st = s->state;

	if (!st->config)
		die("option --config is required; see st-scale --help");
	st->cfg = config_shared(st->config);
	st->cap = config_num_or(&st->cfg, "forecast_cap", 20);
	st->floor = config_num_or(&st->cfg, "forecast_floor", -st->cap);
	if (!(st->cap > 0 && st->floor < st->cap))
		die("%s: forecast_cap is not above zero, or not above forecast_floor", st->config);
	if (st->scalars_path)
		st->scalars = dated_values_read(st->scalars_path);
	else if (config_bool_or(&st->cfg, "use_forecast_scale_estimates", false))
		die("%s: use_forecast_scale_estimates: st-scalar estimates them; give its output by --scalars", st->config);
	s->plain = !st->scalars_path;
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	struct forecast_column *raw;

	st->n = forecast_columns_need(s, "raw", &raw);
	st->v = mem_alloc((size_t)st->n, sizeof *st->v);
	for (int i = 0; i < st->n; i++)
		st->v[i] = (struct scaled){ raw[i].rule, raw[i].column, column_add(s, forecast_column_name("forecast", raw[i].rule)),
			forecast_scalar_of(&st->cfg, raw[i].rule) };
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	k->v = mem_alloc((size_t)st->n, sizeof *k->v);
	for (int i = 0; i < st->n; i++)
		k->v[i].scalar = dated_values_of(&st->scalars, instrument, st->v[i].rule);
}

static double
scalar_on(struct estimated *e, int day)
{
	return e->scalar ? dated_value_at(e->scalar, dated_value_day(day), &e->at) : num_missing();
}

static double
clip(double x, double lo, double hi)
{
	return x < lo ? lo : x > hi ? hi : x;
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;

	struct key *k = st->scalars_path ? step_key(s, r) : NULL;

	for (int i = 0; i < st->n; i++) {
		double scalar = k ? scalar_on(&k->v[i], row_day(s, r)) : st->v[i].scalar;
		row_set(s, r, st->v[i].forecast, clip(row_num(s, r, st->v[i].raw) * scalar, st->floor, st->cap));
	}
	row_emit(s, r);
}

static const struct filter st_scale = {
	.name = "st-scale",
	.summary = "append each rule's scaled and capped forecast, forecast.RULE",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_scale,
	.head = head,
	.key = key,
	.row = row,
};

FILTER_MAIN(st_scale)
