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
#include "config/config.h"
#include "forecast/forecast_weights.h"
#include "forecast/instrument_days.h"
#include "position/instrument_weights.h"
#include "position/multiplier.h"
#include "stream/filter.h"
#include "stream/value_row.h"
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
	double *idm, **by_rule, *all; /* on each: multiplier, sums */
};

struct key {
	const char *code;
	struct forecast_weight forecasts;
	struct multiplier multiplier;
	struct instrument_days days; /* the multiplier, then each rule's weight */
	double **joint;         /* at the end, of each rule by business day */
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
	st->cfg = config_shared(st->config);
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
	value_row_head(s, (const char *[]){ "time", "instrument", "rule", "value", NULL });
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	*k = (struct key){ .code = instrument, .forecasts = forecast_weight_of(&st->forecast_weights, s, instrument),
		.multiplier = multiplier_of(&st->forecast_multipliers, instrument) };
	for (int i = 0; i < k->forecasts.n; i++)
		names_put(&st->rules, slice_of(k->forecasts.v[i].rule));
	k->days.columns = 1 + k->forecasts.n;
	instrument_days_new(&k->days);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);
	int day = row_day(s, r);
	double *x = instrument_days_add(&k->days, 0, day);

	forecast_weight_row(&k->forecasts, s, r);
	x[0] = multiplier_at(&k->multiplier, day);
	for (int i = 0; i < k->forecasts.n; i++)
		x[1 + i] = k->forecasts.v[i].weight;
	st->first = day < st->first ? day : st->first;
	st->last = day > st->last ? day : st->last;
}

/* ---- the end: all days are known ---- */

static double *
days_of(const struct state *st)
{
	return mem_alloc((size_t)st->n, sizeof(double));
}

/* The portfolio's multiplier. */
static double *
idm(const struct state *st)
{
	struct multiplier m = multiplier_of(&st->multipliers, NULL);
	struct instrument_days days = { .columns = 1 };
	double *x = days_of(st);

	instrument_days_new(&days);
	for (int i = 0, d = st->first; i < st->n; i++, d = date_next_business(d))
		*instrument_days_add(&days, 0, d) = multiplier_at(&m, d);
	instrument_days_spread(&days, 0, 0, st->first, st->n, x);
	return x;
}

static void
join(struct state *st, struct key *k)
{
	struct instrument_weight w = instrument_weight_new(&st->weights, k->code);
	double *whole = days_of(st);

	instrument_days_spread(&k->days, 0, 0, st->first, st->n, whole);
	for (int i = 0, d = st->first; i < st->n; i++, d = date_next_business(d))
		whole[i] = st->idm[i] * instrument_weight_at(&w, d) * whole[i];
	k->joint = mem_alloc((size_t)k->forecasts.n, sizeof *k->joint);
	for (int i = 0; i < k->forecasts.n; i++) {
		double *x = k->joint[i] = days_of(st), *sum = st->by_rule[names_get(&st->rules, slice_of(k->forecasts.v[i].rule))];
		instrument_days_spread(&k->days, 0, 1 + i, st->first, st->n, x);
		for (int d = 0; d < st->n; d++) {
			x[d] = whole[d] * x[d];
			sum[d] += x[d];
			st->all[d] += x[d];
		}
	}
	free(whole);
}

static void
print_weights(struct step *s, const struct key *k, int rule)
{
	struct state *st = s->state;
	const char *name = k->forecasts.v[rule].rule;
	const double *sum = st->within ? st->by_rule[names_get(&st->rules, slice_of(name))] : st->all;
	char date[DATE_MAX];
	struct slice text[] = { { date, 0 }, slice_of(k->code), slice_of(name) };
	double before = 0;

	for (int i = 0, d = st->first; i < st->n; i++, d = date_next_business(d)) {
		double x = k->joint[rule][i] / sum[i];
		if (i && (x == before || (isnan(x) && isnan(before))))
			continue;
		before = x;
		text[0].n = date_print(date, d);
		value_row_emit(s, &st->out, text, x);
	}
}

static void
end(struct step *s)
{
	struct state *st = s->state;

	if (!step_keys(s))
		return;
	for (int d = st->first; d <= st->last; d = date_next_business(d))
		st->n++;
	st->idm = idm(st);
	st->all = days_of(st);
	st->by_rule = mem_alloc((size_t)st->rules.n, sizeof *st->by_rule);
	for (int i = 0; i < st->rules.n; i++)
		st->by_rule[i] = days_of(st);
	for (int i = 0; i < step_keys(s); i++)
		join(st, step_state(s, i, NULL));
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
