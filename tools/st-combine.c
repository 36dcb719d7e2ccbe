/*
 * st-combine - append the combined forecast: weights, diversification multiplier, cap
 *
 *   $ echo '{"forecast_weights":{"fast":0.5,"slow":0.5},"forecast_div_multiplier":1.2,"forecast_weight_ewma_span":1}' >c
 *   $ printf 'time,instrument,forecast.fast,forecast.slow\n2021-01-04,GOLD,,10\n2021-01-05,GOLD,20,10\n' | st-combine --config=c
 *   time,instrument,forecast.fast,forecast.slow,forecast
 *   2021-01-04,GOLD,,10,12.0
 *   2021-01-05,GOLD,20,10,18.0
 *
 * A rule without a forecast yet has no weight, and the others share it; weights
 * are then smoothed, the zeros before the first forecast included.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "cfg.h"
#include "err.h"
#include "ewma.h"
#include "filter.h"
#include "variations.h"

struct state {
	const char *config;
	struct cfg cfg;
	double floor, cap, span;
	int forecast;
};

/* One rule of one instrument. */
struct weighted {
	int column;
	double weight, last;
	struct ewma smooth;
};

/* pysystemtrade's forecast mapping: nothing below a threshold, steeper above. */
struct mapping {
	bool on;
	double threshold, a, b;
};

struct key {
	struct weighted *v;
	int n;
	double multiplier;
	struct mapping map;
};

static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: forecast weights and multiplier (required)", O_STR,
	    offsetof(struct state, config) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_combine(struct step *s)
{
	struct state *st = s->state;

	if (!st->config)
		die("option --config is required; see st-combine --help");
	st->cfg = cfg_load(st->config);
	st->cap = cfg_num_or(&st->cfg, "forecast_cap", 20);
	st->floor = cfg_num_or(&st->cfg, "forecast_floor", -st->cap);
	st->span = cfg_num_or(&st->cfg, "forecast_weight_ewma_span", 125);
	if (!(st->cap > 0 && st->floor < st->cap))
		die("%s: forecast_cap is not above zero, or not above forecast_floor", st->config);
	if (!(st->span >= 1))
		die("%s: forecast_weight_ewma_span is below 1", st->config);
	if (cfg_bool_or(&st->cfg, "use_forecast_weight_estimates", false))
		die("%s: use_forecast_weight_estimates: forecast weights are not estimated here", st->config);
	if (cfg_bool_or(&st->cfg, "use_forecast_div_mult_estimates", false))
		die("%s: use_forecast_div_mult_estimates: the multiplier is not estimated here", st->config);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->forecast = col_add(s, "forecast");
}

/* ---- the config of one instrument ---- */

static void
add_rule(struct step *s, struct key *k, const char *rule, double weight)
{
	struct state *st = s->state;
	char *name;

	if (asprintf(&name, "forecast.%s", rule) < 0)
		die("out of memory");
	int column = col_find(s, name);
	if (column < 0)
		die("%s:1: no column '%s', which forecast_weights in %s names", s->input, name, st->config);
	free(name);
	k->v = mem_grow(k->v, (size_t)k->n + 1, sizeof *k->v);
	k->v[k->n++] = (struct weighted){ column, weight, NAN, ewma_span(st->span, 0) };
}

/* Without weights in the config every rule counts the same. */
static void
equal_weights(struct step *s, struct key *k)
{
	int n = 0;

	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < s->in.n; i++)
			if (strncmp(s->in.c[i].name, "forecast.", 9) == 0) {
				if (pass)
					add_rule(s, k, s->in.c[i].name + 9, 1.0 / n);
				else
					n++;
			}
	if (!n)
		col_need(s, "forecast.RULE"); /* which dies */
}

static void
read_mapping(const struct cfg *c, const char *instrument, struct mapping *m)
{
	const json_t *v = json_object_get(cfg_get(c, "forecast_mapping"), instrument);

	if (!v)
		return;
	m->on = true;
	m->threshold = cfg_as_num(c, json_object_get(v, "threshold"), "forecast_mapping.threshold");
	m->a = cfg_as_num(c, json_object_get(v, "a_param"), "forecast_mapping.a_param");
	m->b = cfg_as_num(c, json_object_get(v, "b_param"), "forecast_mapping.b_param");
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;
	json_t *w = (json_t *)variations_weights(&st->cfg, instrument);
	const json_t *m = cfg_get(&st->cfg, "forecast_div_multiplier");

	for (void *i = json_object_iter(w); i; i = json_object_iter_next(w, i)) {
		if (json_is_object(json_object_iter_value(i)))
			die("%s: forecast_weights has none for '%s'", st->config, instrument);
		add_rule(s, k, json_object_iter_key(i), cfg_as_num(&st->cfg, json_object_iter_value(i), json_object_iter_key(i)));
	}
	if (!w)
		equal_weights(s, k);
	if (k->n == 0)
		die("%s: forecast_weights is empty", st->config);
	if (json_is_object(m) && !json_object_get(m, instrument))
		die("%s: forecast_div_multiplier has none for '%s'", st->config, instrument);
	k->multiplier = json_is_object(m) ? cfg_as_num(&st->cfg, json_object_get(m, instrument), instrument)
	                                  : cfg_num_or(&st->cfg, "forecast_div_multiplier", 1);
	read_mapping(&st->cfg, instrument, &k->map);
}

/* ---- rows ---- */

/* Weights of the rules that have a forecast, made to sum to 1. */
static double
scale_of_weights(struct step *s, struct row *r, struct key *k)
{
	double sum = 0;

	for (int i = 0; i < k->n; i++) {
		double x = row_num(s, r, k->v[i].column);
		if (!isnan(x))
			k->v[i].last = x;
		if (!isnan(k->v[i].last))
			sum += k->v[i].weight;
	}
	return 1 / (sum == 0 ? 0.0001 : sum);
}

static double
combine(struct key *k, double scale)
{
	double sum = 0;

	for (int i = 0; i < k->n; i++) {
		struct weighted *v = &k->v[i];
		double w = ewma_next(&v->smooth, isnan(v->last) ? 0 : v->weight * scale);
		if (!isnan(v->last))
			sum += w * v->last;
	}
	return sum * k->multiplier;
}

static double
mapped(const struct mapping *m, double cap, double x)
{
	if (fabs(x) > cap)
		return copysign(cap * m->a, x);
	if (fabs(x) < m->threshold)
		return 0;
	return m->b * (x - copysign(m->threshold, x));
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = row_key(s, r);
	double x = combine(k, scale_of_weights(s, r, k));

	if (k->map.on)
		x = mapped(&k->map, st->cap, x);
	else
		x = x < st->floor ? st->floor : x > st->cap ? st->cap : x;
	row_set(s, r, st->forecast, x);
	row_emit(s, r);
}

static const struct filter st_combine = {
	.name = "st-combine",
	.summary = "append the combined forecast: weights, diversification multiplier, cap",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_combine,
	.head = head,
	.key = key,
	.row = row,
};

FILTER_MAIN(st_combine)
