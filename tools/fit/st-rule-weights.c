/*
 * st-rule-weights - the weight that each rule in each instrument has in the whole system
 *
 *   $ echo '{"forecast_weights":{"slow":0.5,"fast":0.5},"forecast_weight_ewma_span":1,"instrument_weight_ewma_span":0}' >c
 *   $ printf 'time,instrument,weight\n2021-01-04,DAX,1\n' >w
 *   $ printf 'time,instrument,forecast.slow,forecast.fast\n2021-01-04,DAX,10,\n2021-01-05,DAX,9,-4\n2021-01-06,DAX,8,2\n' >r
 *   $ st-rule-weights --config=c --weights=w r
 *   time,instrument,rule,value
 *   2021-01-04,DAX,slow,1.0
 *   2021-01-05,DAX,slow,0.5
 *   2021-01-04,DAX,fast,0.0
 *   2021-01-05,DAX,fast,0.5
 *
 * Forecast weight * FDM * instrument weight * IDM, over the sum of all of these. A row whenever it changes.
 */
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "config/config.h"
#include "forecast/weights.h"
#include "position/instrument_weights.h"
#include "position/multiplier.h"
#include "stream/filter.h"
#include "time/date.h"

struct state {
	const char *config, *weights_path, *multipliers_path, *forecast_weights_path, *forecast_multipliers_path;
	bool within;
	struct config cfg;
	struct instrument_weights weights;
	struct forecast_weights forecast_weights;
	struct multipliers multipliers, forecast_multipliers;
	struct names rules;
	struct row *out;
	/* at the end: the business days from the first of all to the last */
	int first, last, n;
	double **by_rule, *all; /* sums */
};

struct key {
	const char *code;
	struct forecast_weight forecasts;
	struct multiplier multiplier;
	/* its days */
	int *day, n, room;
	double *fdm, **forecast; /* by rule in the order of forecasts */
	/* at the end: by business day */
	double **joint;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: weights and multipliers (required)", O_STR, AT(config) },
	{ 0, "weights", "FILE", "instrument weights of st-weights (required)", O_STR, AT(weights_path) },
	{ 0, "multipliers", "FILE", "estimated multipliers: time,value (st-divmult)", O_STR, AT(multipliers_path) },
	{ 0, "forecast-weights", "FILE", "fitted forecast weights: time,instrument,rule,value (st-fit)", O_STR, AT(forecast_weights_path) },
	{ 0, "forecast-multipliers", "FILE", "estimated multipliers: time,instrument,value (st-divmult)", O_STR,
	    AT(forecast_multipliers_path) },
	{ 0, "within-rule", NULL, "the share of each instrument in its rule, not in the whole system", O_FLAG, AT(within) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_weights(struct step *s)
{
	struct state *st = s->state;

	if (!st->config || !st->weights_path)
		die("options --config and --weights are required; see st-rule-weights --help");
	st->cfg = config_load(st->config);
	st->weights = instrument_weights_read(&st->cfg, st->weights_path);
	st->forecast_weights = forecast_weights_open(&st->cfg, st->forecast_weights_path);
	st->multipliers = multipliers_portfolio(&st->cfg, st->multipliers_path);
	st->forecast_multipliers = multipliers_forecast(&st->cfg, st->forecast_multipliers_path);
	st->first = INT_MAX;
	st->last = INT_MIN;
}

static void
head(struct step *s)
{
	column_none(s);
	column_add(s, "time");
	column_add(s, "instrument");
	column_add(s, "rule");
	column_add(s, "value");
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	*k = (struct key){ .code = instrument, .forecasts = forecast_weight_of(&st->forecast_weights, s, instrument),
		.multiplier = multiplier_of(&st->forecast_multipliers, instrument) };
	k->forecast = mem_alloc((size_t)k->forecasts.n, sizeof *k->forecast);
	for (int i = 0; i < k->forecasts.n; i++) {
		k->forecast[i] = NULL;
		names_put(&st->rules, slice_of(k->forecasts.v[i].rule));
	}
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);
	int day = row_day(s, r);

	forecast_weight_row(&k->forecasts, s, r);
	if (k->n == k->room) {
		size_t room = (size_t)(k->room = k->room ? 2 * k->room : 1024);
		k->day = mem_grow(k->day, room, sizeof *k->day);
		k->fdm = mem_grow(k->fdm, room, sizeof *k->fdm);
		for (int i = 0; i < k->forecasts.n; i++)
			k->forecast[i] = mem_grow(k->forecast[i], room, sizeof **k->forecast);
	}
	k->fdm[k->n] = multiplier_at(&k->multiplier, day);
	for (int i = 0; i < k->forecasts.n; i++)
		k->forecast[i][k->n] = k->forecasts.v[i].weight;
	k->day[k->n++] = day;
	st->first = day < st->first ? day : st->first;
	st->last = day > st->last ? day : st->last;
}

/* ---- the end: all days are known ---- */

/* A series on all business days: filled forwards, and before its first value with that. */
static void
spread(const struct state *st, const int *day, const double *x, int n, double *out)
{
	double now = num_missing();
	int at = 0;

	for (int i = 0; i < n && isnan(now); i++)
		now = x[i];
	for (int i = 0, d = st->first; i < st->n; i++, d = date_next_business(d)) {
		for (; at < n && day[at] <= d; at++)
			now = isnan(x[at]) ? now : x[at];
		out[i] = now;
	}
}

/* Instrument weight times IDM on all business days. */
static void
instrument_share(const struct state *st, const char *code, double *out)
{
	struct instrument_weight w = instrument_weight_new(&st->weights, code);
	struct multiplier m = multiplier_of(&st->multipliers, NULL);
	double first = num_missing(), now;

	for (int i = 0, d = st->first; i < st->n && isnan(first); i++, d = date_next_business(d))
		first = multiplier_at(&m, d);
	for (int i = 0, d = st->first; i < st->n; i++, d = date_next_business(d)) {
		now = multiplier_at(&m, d);
		first = isnan(now) ? first : now;
		out[i] = first * instrument_weight_at(&w, d);
	}
}

static double *
days_of(const struct state *st)
{
	return mem_alloc((size_t)st->n, sizeof(double));
}

static void
join(struct state *st, struct key *k)
{
	double *instrument = days_of(st), *fdm = days_of(st);

	instrument_share(st, k->code, instrument);
	spread(st, k->day, k->fdm, k->n, fdm);
	k->joint = mem_alloc((size_t)k->forecasts.n, sizeof *k->joint);
	for (int i = 0; i < k->forecasts.n; i++) {
		double *x = k->joint[i] = days_of(st), *sum = st->by_rule[names_get(&st->rules, slice_of(k->forecasts.v[i].rule))];
		spread(st, k->day, k->forecast[i], k->n, x);
		for (int d = 0; d < st->n; d++) {
			x[d] = instrument[d] * fdm[d] * x[d];
			sum[d] += x[d];
			st->all[d] += x[d];
		}
	}
	free(instrument);
	free(fdm);
}

static void
print_weights(struct step *s, const struct key *k, int rule)
{
	struct state *st = s->state;
	const char *name = k->forecasts.v[rule].rule;
	const double *sum = st->within ? st->by_rule[names_get(&st->rules, slice_of(name))] : st->all;
	double before = 0;
	char date[DATE_MAX];

	for (int i = 0, d = st->first; i < st->n; i++, d = date_next_business(d)) {
		double x = k->joint[rule][i] / sum[i];
		if (i && (x == before || (isnan(x) && isnan(before))))
			continue;
		before = x;
		st->out->c[0].s = (struct slice){ date, date_print(date, d) };
		st->out->c[1].s = slice_of(k->code);
		st->out->c[2].s = slice_of(name);
		row_set(s, st->out, 3, x);
		row_emit(s, st->out);
	}
}

static void
end(struct step *s)
{
	struct state *st = s->state;

	for (int d = st->first; d <= st->last; d = date_next_business(d))
		st->n++;
	st->all = days_of(st);
	st->by_rule = mem_alloc((size_t)st->rules.n, sizeof *st->by_rule);
	for (int i = 0; i < st->rules.n; i++)
		st->by_rule[i] = days_of(st);
	for (int i = 0; i < st->n; i++) {
		st->all[i] = 0;
		for (int j = 0; j < st->rules.n; j++)
			st->by_rule[j][i] = 0;
	}
	for (int i = 0; i < step_keys(s); i++)
		join(st, step_state(s, i, NULL));
	st->out = row_new(s);
	for (int i = 0; i < step_keys(s); i++) {
		const struct key *k = step_state(s, i, NULL);
		for (int j = 0; j < k->forecasts.n; j++)
			print_weights(s, k, j);
	}
}

static const struct filter st_rule_weights = {
	.name = "st-rule-weights",
	.summary = "the weight that each rule in each instrument has in the whole system",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_weights,
	.head = head,
	.key = key,
	.row = row,
	.end = end,
};

FILTER_MAIN(st_rule_weights)
