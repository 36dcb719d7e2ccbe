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
#include "base/die.h"
#include "base/mem.h"
#include "fit/diversification_multiplier.h"
#include "fit/forecast_multiplier.h"
#include "fit/net_weeks.h"
#include "position/instrument_weights.h"
#include "stream/dated_values.h"
#include "stream/filter.h"
#include "stream/value_row.h"
#include "time/date.h"

struct state {
	bool forecast, instrument;
	const char *config, *weights_path;
	struct opt_list weeks_files, costs_files;
	struct config cfg;
	struct diversification_multiplier_options options;
	struct row *row;           /* for output */
	/* of forecasts: */
	struct forecast_weights weights;
	struct forecast_pools pools;
	/* of the portfolio: */
	int net;                   /* column */
	enum frequency rows;       /* by week or by business day, when there are any_net */
	bool any_net;
	struct instrument_weights instrument_weights;
};

struct key {
	const char *code;
	struct forecast_multiplier forecast;
	struct net_weeks weeks;    /* of the portfolio */
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
	st->options = diversification_multiplier_options(&st->cfg, "forecast_correlation_estimate", "forecast_div_mult_estimate");
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
	st->options = diversification_multiplier_options(&st->cfg, "instrument_correlation_estimate", "instrument_div_mult_estimate");
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
	st->cfg = config_shared(st->config);
	(st->forecast ? open_forecast : open_instrument)(st);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	if (st->instrument)
		st->net = column_need(s, "net");
	value_row_head(s, (const char *[]){ "time", st->forecast ? "instrument" : "value", st->forecast ? "value" : NULL, NULL });
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	k->code = instrument;
	if (st->forecast)
		k->forecast = forecast_multiplier_new(&st->pools, &st->weights, s, instrument);
}

/* What an instrument of the portfolio has earned in a week, or on a business day as the first row of all is of. */
static void
net_row(struct step *s, struct row *r, struct net_weeks *w)
{
	struct state *st = s->state;
	int day = row_day(s, r);
	enum frequency rows = fit_frequency_rows_on(day);

	if (!st->any_net)
		st->rows = rows;
	st->any_net = true;
	if (rows != st->rows || !net_weeks_add(w, frequency_period(rows, day), row_num(s, r, st->net)))
		die("%s: column 'time': not the %s after the one before", row_place(r), st->rows == WEEKLY ? "week" : "business day");
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);

	if (st->forecast)
		forecast_multiplier_row(&k->forecast, s, r);
	else
		net_row(s, r, &k->weeks);
}

struct printer {
	struct step *s;
	const char *instrument;    /* NULL for the portfolio */
};

static void
print(void *arg, int day, double value)
{
	const struct printer *p = arg;
	struct state *st = p->s->state;

	value_row_emit_day(p->s, &st->row, day, &p->instrument, value);
}

static void
end_forecast(struct step *s)
{
	for (int i = 0; i < step_keys(s); i++) {
		struct key *k = step_state(s, i, NULL);
		struct diversification_multiplier d = forecast_multiplier_periods(&k->forecast);
		diversification_multiplier_smooth(&d, print, &(struct printer){ s, k->code });
	}
}

/* Before the first day of all that has instrument weights the multiplier is 1. */
static void
end_instrument(struct step *s)
{
	struct state *st = s->state;
	int n = step_keys(s);
	const struct net_weeks **weeks = mem_alloc((size_t)n + 1, sizeof *weeks);
	enum fit_frequency f = st->options.frequency;
	struct instrument_weight *weight = mem_alloc((size_t)n + 1, sizeof *weight);
	double *w = mem_alloc((size_t)n + 1, sizeof *w);

	step_sort(s);
	if (n && st->rows == WEEKLY && f != FIT_WEEKLY)
		die("rows of weeks where the config wants others: st-account --weekly gives them with the same config");
	for (int i = 0; i < n; i++) {
		struct key *k = step_state(s, i, NULL);
		if (st->rows == DAILY && f != FIT_BUSINESS_DAILY)
			k->weeks = net_weeks_of_days(&k->weeks, f);
		weeks[i] = &k->weeks;
		weight[i] = instrument_weight_new(&st->instrument_weights, k->code);
	}
	struct pooled_weeks together = net_weeks_together(weeks, n, f);
	struct diversification_multiplier d = diversification_multiplier_new(&together, &st->options);
	for (int p = 0; p < d.dates.n; p++) {
		int day = date_business(dated_value_day_of(d.dates.v[p].start));
		for (int i = 0; i < n; i++)
			w[i] = instrument_weight_at(&weight[i], day);
		d.multiplier[p] = day < date_business(st->instrument_weights.first) ? 1 : diversification_multiplier_of(&d, p, w);
	}
	diversification_multiplier_smooth(&d, print, &(struct printer){ s, NULL });
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
