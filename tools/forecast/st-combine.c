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

#include "base/die.h"
#include "config/config.h"
#include "forecast/forecast_weights.h"
#include "position/multiplier.h"
#include "stream/filter.h"

struct state {
	const char *config, *weights_path, *multipliers_path;
	struct config cfg;
	struct forecast_weights weights;
	struct multipliers multipliers;
	double floor, cap;
	int forecast;
};

/* pysystemtrade's forecast mapping: nothing below a threshold, steeper above. */
struct mapping {
	bool on;
	double threshold, a, b;
};

struct key {
	struct forecast_weight weight;
	struct multiplier multiplier;
	struct mapping map;
};

static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: forecast weights and multiplier (required)", O_STR,
	    offsetof(struct state, config) },
	{ 0, "weights", "FILE", "fitted weights: time,instrument,rule,value (st-fit)", O_STR, offsetof(struct state, weights_path) },
	{ 0, "multipliers", "FILE", "estimated multipliers: time,instrument,value (st-divmult)", O_STR,
	    offsetof(struct state, multipliers_path) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_combine(struct step *s)
{
	struct state *st = s->state;

	if (!st->config)
		die("option --config is required; see st-combine --help");
	st->cfg = config_shared(st->config);
	st->cap = config_num_or(&st->cfg, "forecast_cap", 20);
	st->floor = config_num_or(&st->cfg, "forecast_floor", -st->cap);
	if (!(st->cap > 0 && st->floor < st->cap))
		die("%s: forecast_cap is not above zero, or not above forecast_floor", st->config);
	st->weights = forecast_weights_open(&st->cfg, st->weights_path);
	st->multipliers = multipliers_forecast(&st->cfg, st->multipliers_path);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->forecast = column_add(s, "forecast");
}

/* ---- the config of one instrument ---- */

static void
read_mapping(const struct config *c, const char *instrument, struct mapping *m)
{
	const json_t *v = json_object_get(config_get(c, "forecast_mapping"), instrument);

	if (!v)
		return;
	m->on = true;
	m->threshold = config_as_num(c, json_object_get(v, "threshold"), "forecast_mapping.threshold");
	m->a = config_as_num(c, json_object_get(v, "a_param"), "forecast_mapping.a_param");
	m->b = config_as_num(c, json_object_get(v, "b_param"), "forecast_mapping.b_param");
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	k->weight = forecast_weight_of(&st->weights, s, instrument);
	k->multiplier = multiplier_of(&st->multipliers, instrument);
	read_mapping(&st->cfg, instrument, &k->map);
}

/* ---- rows ---- */

static double
combine(const struct forecast_weight *w)
{
	double sum = 0;

	for (int i = 0; i < w->n; i++)
		if (!isnan(w->v[i].last) && !isnan(w->v[i].weight))
			sum += w->v[i].weight * w->v[i].last;
	return sum;
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
	struct key *k = step_key(s, r);

	forecast_weight_row(&k->weight, s, r);
	double x = combine(&k->weight) * multiplier_at(&k->multiplier, k->multiplier.series ? row_day(s, r) : 0);

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
