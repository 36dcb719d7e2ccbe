/*
 * st-divmult - estimate diversification multipliers, of each instrument's forecasts or of the portfolio
 *
 *   $ echo '{"instrument_correlation_estimate":{"date_method":"in_sample","using_exponent":false}}' >c
 *   $ printf 'time,instrument,weight\n2021-01-04,DAX,0.5\n2021-01-04,GOLD,0.5\n' >w
 *   $ printf 'time,instrument,net\n2021-01-10,DAX,1\n2021-01-17,DAX,2\n2021-01-24,DAX,1\n' >r
 *   $ printf '2021-01-10,GOLD,3\n2021-01-17,GOLD,3\n2021-01-24,GOLD,1\n' >>r
 *   $ st-divmult --instrument --config=c --weights=w r
 *   time,value
 *   2021-01-08,1.1547005383792517
 *
 * Correlated by a half, so that half of each has a risk of the root of three quarters.
 */
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "fit/divmult.h"
#include "fit/forecast_pool.h"
#include "forecast/weights.h"
#include "position/instrument_weights.h"
#include "stream/dated_values.h"
#include "stream/filter.h"
#include "time/date.h"
#include "time/frequency.h"

struct state {
	bool forecast, instrument;
	const char *config, *weights_path;
	struct opt_list weeks_files, costs_files;
	struct config cfg;
	struct divmult_options options;
	struct row *row;           /* for output */
	/* of forecasts: */
	struct forecast_weights weights;
	struct forecast_pools pools;
	/* of the portfolio: */
	int net;
	struct instrument_weights instrument_weights;
};

struct key {
	const char *code;
	/* of forecasts: */
	struct forecast_weight weight;
	const struct forecast_pool *pool;
	int *of;                   /* of each rule of the pool, which of weight's, -1 for none */
	int period;                /* the first whose multiplier is not known yet */
	double *multiplier;        /* by period */
	bool any;                  /* there was a row */
	/* of the portfolio: */
	int first, n, room;        /* weeks */
	double *net;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "forecast", NULL, "of each instrument's forecasts; reads the daily rows of st-scale", O_FLAG, AT(forecast) },
	{ 0, "instrument", NULL, "of the portfolio; reads weeks of st-account", O_FLAG, AT(instrument) },
	{ 0, "config", "FILE", "config of st-config: correlations and multipliers (required)", O_STR, AT(config) },
	{ 0, "weights", "FILE", "fitted forecast weights (st-fit), or instrument weights (st-weights)", O_STR, AT(weights_path) },
	{ 0, "weeks", "FILE", "weekly forecasts of st-returns, for --forecast; repeatable", O_LIST, AT(weeks_files) },
	{ 0, "costs", "FILE", "costs of st-returns, for --forecast with fitted weights; repeatable", O_LIST, AT(costs_files) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_forecast(struct state *st)
{
	if (!st->weeks_files.n)
		die("option --weeks is required with --forecast; see st-divmult --help");
	st->options = divmult_options(&st->cfg, "forecast_correlation_estimate", "forecast_div_mult_estimate");
	if (!config_bool_or(&st->cfg, "forecast_correlation_estimate.forward_fill_data", true))
		die("%s: forecast_correlation_estimate.forward_fill_data: gaps are always filled here", st->config);
	st->weights = forecast_weights_open(&st->cfg, st->weights_path);
	if (st->weights_path && !st->costs_files.n)
		die("option --costs is required with fitted weights, to know which rules are pooled");
	st->pools = forecast_pools_make(&st->cfg, &st->options, &st->weeks_files, st->weights_path ? &st->costs_files : NULL);
}

static void
open_instrument(struct state *st)
{
	if (!st->weights_path)
		die("option --weights is required with --instrument; see st-divmult --help");
	st->options = divmult_options(&st->cfg, "instrument_correlation_estimate", "instrument_div_mult_estimate");
	if (!config_bool_or(&st->cfg, "instrument_correlation_estimate.forward_fill_price_index", true))
		die("%s: instrument_correlation_estimate.forward_fill_price_index: gaps are always filled here", st->config);
	st->instrument_weights = instrument_weights_read(&st->cfg, st->weights_path);
}

static void
open_divmult(struct step *s)
{
	struct state *st = s->state;

	if (!st->config || st->forecast == st->instrument)
		die("options --config and either --forecast or --instrument are required; see st-divmult --help");
	st->cfg = config_load(st->config);
	(st->forecast ? open_forecast : open_instrument)(st);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	if (st->instrument)
		st->net = column_need(s, "net");
	column_none(s);
	column_add(s, "time");
	if (st->forecast)
		column_add(s, "instrument");
	column_add(s, "value");
	st->row = row_new(s);
}

/* ---- rows ---- */

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	*k = (struct key){ .code = instrument };
	if (st->instrument)
		return;
	const struct forecast_pool *p = k->pool = forecast_pool_of(&st->pools, instrument);
	k->weight = forecast_weight_of(&st->weights, s, instrument);
	k->of = mem_alloc((size_t)p->n, sizeof *k->of);
	for (int i = 0; i < p->n; i++) {
		k->of[i] = -1;
		for (int j = 0; j < k->weight.n; j++)
			if (strcmp(k->weight.v[j].rule, p->rule[i]) == 0)
				k->of[i] = j;
	}
	k->multiplier = mem_alloc((size_t)p->multipliers.dates.n + 1, sizeof *k->multiplier);
}

/* The periods that begin before t have the weights as they stand; without any the multiplier is 1. */
static void
use_weights(struct key *k, int64_t t)
{
	const struct divmult *d = &k->pool->multipliers;
	double *w = mem_alloc((size_t)d->n, sizeof *w);

	for (; k->period < d->dates.n && d->dates.v[k->period].start < t; k->period++) {
		for (int i = 0; i < d->n; i++)
			w[i] = k->of[i] < 0 ? 0 : k->weight.v[k->of[i]].weight;
		k->multiplier[k->period] = k->any ? divmult_of(d, k->period, w) : 1;
	}
	free(w);
}

static void
add_week(struct step *s, struct row *r, struct key *k, double net)
{
	int week = frequency_period(WEEKLY, row_day(s, r));

	if (k->n == 0)
		k->first = week;
	if (week != k->first + k->n)
		die("%s: column 'time': not the week after the one before", row_place(r));
	if (k->n == k->room) {
		k->room = k->room ? 2 * k->room : 512;
		k->net = mem_grow(k->net, (size_t)k->room, sizeof *k->net);
	}
	k->net[k->n++] = net;
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);

	if (st->instrument) {
		add_week(s, r, k, row_num(s, r, st->net));
		return;
	}
	int64_t t = dated_value_day(row_day(s, r));
	if (k->period < k->pool->multipliers.dates.n && k->pool->multipliers.dates.v[k->period].start < t)
		use_weights(k, t);
	forecast_weight_row(&k->weight, s, r);
	k->any = true;
}

/* ---- the end ---- */

struct printer {
	struct step *s;
	const char *instrument;    /* NULL for the portfolio */
};

static void
print(void *arg, int day, double value)
{
	const struct printer *p = arg;
	struct state *st = p->s->state;
	char date[DATE_MAX];

	st->row->c[0].s = (struct slice){ date, date_print(date, day) };
	if (p->instrument)
		st->row->c[1].s = slice_of(p->instrument);
	row_set(p->s, st->row, p->instrument ? 2 : 1, value);
	row_emit(p->s, st->row);
}

static void
end_forecast(struct step *s)
{
	for (int i = 0; i < step_keys(s); i++) {
		struct key *k = step_state(s, i, NULL);
		struct divmult d = k->pool->multipliers;
		use_weights(k, INT64_MAX);
		d.multiplier = k->multiplier;
		divmult_smooth(&d, print, &(struct printer){ s, k->code });
	}
}

static int
by_code(const void *a, const void *b)
{
	const struct key *const *x = a, *const *y = b;

	return strcmp((*x)->code, (*y)->code);
}

/* The weeks of all instruments side by side; one that is no longer there has returns of 0, one not yet there none. */
static struct stacked_weeks
net_frame(struct key **k, int n)
{
	struct stacked_weeks_block b = { .first = INT_MAX };
	int end = INT_MIN;

	for (int i = 0; i < n; i++) {
		b.first = k[i]->first < b.first ? k[i]->first : b.first;
		end = k[i]->first + k[i]->n > end ? k[i]->first + k[i]->n : end;
	}
	b.n = n ? end - b.first : 0;
	double *x = mem_alloc((size_t)b.n * (size_t)n + 1, sizeof *x);
	for (int week = 0; week < b.n; week++)
		for (int i = 0; i < n; i++) {
			int at = b.first + week - k[i]->first;
			x[week * n + i] = at < 0 ? num_missing() : at < k[i]->n ? k[i]->net[at] : 0;
		}
	b.x = x;
	struct stacked_weeks f = stacked_weeks_stack(&b, 1, n);
	free(x);
	return f;
}

static void
end_instrument(struct step *s)
{
	struct state *st = s->state;
	int n = step_keys(s);
	struct key **k = mem_alloc((size_t)n + 1, sizeof *k);
	struct instrument_weight *weight = mem_alloc((size_t)n + 1, sizeof *weight);
	double *w = mem_alloc((size_t)n + 1, sizeof *w);

	for (int i = 0; i < n; i++)
		k[i] = step_state(s, i, NULL);
	qsort(k, (size_t)n, sizeof *k, by_code);
	for (int i = 0; i < n; i++)
		weight[i] = instrument_weight_new(&st->instrument_weights, k[i]->code);
	struct stacked_weeks f = net_frame(k, n);
	struct divmult d = divmult_new(&f, &st->options);
	for (int p = 0; p < d.dates.n; p++) {
		int day = date_business(dated_value_day_of(d.dates.v[p].start));
		for (int i = 0; i < n; i++)
			w[i] = instrument_weight_at(&weight[i], day);
		d.multiplier[p] = day < date_business(st->instrument_weights.first) ? 1 : divmult_of(&d, p, w);
	}
	divmult_smooth(&d, print, &(struct printer){ s, NULL });
}

static void
end(struct step *s)
{
	struct state *st = s->state;

	(st->forecast ? end_forecast : end_instrument)(s);
}

static const struct filter st_divmult = {
	.name = "st-divmult",
	.summary = "estimate diversification multipliers, of each instrument's forecasts or of the portfolio",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_divmult,
	.head = head,
	.key = key,
	.row = row,
	.end = end,
};

FILTER_MAIN(st_divmult)
