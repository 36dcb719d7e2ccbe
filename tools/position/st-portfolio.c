/*
 * st-portfolio - append the position held in a portfolio, and the band round it
 *
 *   $ echo '{"instrument_div_multiplier":1.5,"buffer_method":"position","buffer_size":0.1}' >c
 *   $ printf 'time,instrument,weight\n2021-01-04,GOLD,0.5\n' >w
 *   $ printf 'time,instrument,subsystem\n2021-01-04,GOLD,8\n' | st-portfolio --config=c --weights=w
 *   time,instrument,subsystem,position,lower,upper
 *   2021-01-04,GOLD,8,6.0,5.4,6.6
 *
 * position = subsystem * smoothed instrument weight * instrument diversification multiplier
 */
#include <math.h>

#include "base/die.h"
#include "config/config.h"
#include "data/instruments.h"
#include "position/instrument_weights.h"
#include "position/multiplier.h"
#include "position/size.h"
#include "stream/filter.h"

struct state {
	const char *config, *weights_path, *multipliers_path, *instruments_path;
	struct config cfg;
	struct instrument_weights weights;
	struct multipliers multipliers;
	struct instruments instruments;
	double width, target;
	bool by_forecast;                    /* the band's width from an average forecast's position */
	int subsystem, price, vol, fx;       /* columns */
	int position, lower, upper;
};

struct key {
	struct instrument_weight weight;
	struct multiplier multiplier;
	struct size size;
	double at, half;                     /* the last position and half-width that were not missing */
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: multiplier and buffers (required)", O_STR, AT(config) },
	{ 0, "weights", "FILE", "instrument weights: time,instrument,weight (required)", O_STR, AT(weights_path) },
	{ 0, "multipliers", "FILE", "estimated multipliers: time,value (st-divmult)", O_STR, AT(multipliers_path) },
	{ 0, "instruments", "FILE", "table of instruments, for buffer_method forecast", O_STR, AT(instruments_path) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_portfolio(struct step *s)
{
	struct state *st = s->state;

	if (!st->config || !st->weights_path)
		die("options --config and --weights are required; see st-portfolio --help");
	st->cfg = config_shared(st->config);
	const struct config *c = &st->cfg;
	const char *method = config_str_or(c, "buffer_method", "position");
	st->by_forecast = strcmp(method, "forecast") == 0;
	if (!st->by_forecast && strcmp(method, "position") != 0)
		die("%s: buffer_method is 'position' or 'forecast', not '%s'", st->config, method);
	st->multipliers = multipliers_portfolio(c, st->multipliers_path);
	st->width = config_num_or(c, "buffer_size", 0.1);
	if (!(config_num_or(c, "instrument_div_multiplier", 1) > 0 && st->width >= 0))
		die("%s: instrument_div_multiplier is not above zero, or buffer_size below it", st->config);
	st->weights = instrument_weights_read(&st->cfg, st->weights_path);
	if (!st->by_forecast)
		return;
	if (!st->instruments_path)
		die("option --instruments is required for buffer_method forecast");
	st->target = size_daily_target(c);
	st->instruments = instruments_shared(st->instruments_path);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->subsystem = column_need(s, "subsystem");
	if (st->by_forecast) {
		st->price = column_need(s, "price");
		st->vol = column_need(s, "vol");
		st->fx = column_need(s, "fx");
	}
	st->position = column_add(s, "position");
	st->lower = column_add(s, "lower");
	st->upper = column_add(s, "upper");
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	*k = (struct key){ .weight = instrument_weight_new(&st->weights, instrument),
		.multiplier = multiplier_of(&st->multipliers, NULL), .at = NAN, .half = NAN };
	if (st->by_forecast)
		k->size = size_new(st->target, instruments_get(&st->instruments, instrument)->point_size);
}

/* Half the band's width: a share of the position itself, or of an average forecast's position. */
static double
half_width(struct step *s, struct row *r, struct key *k, double weight, double multiplier, double position)
{
	struct state *st = s->state;

	if (!st->by_forecast)
		return fabs(position) * st->width;
	size_next(&k->size, row_num(s, r, st->price), row_num(s, r, st->vol), row_num(s, r, st->fx));
	return fabs(k->size.scalar * weight * multiplier) * st->width;
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);
	int day = row_day(s, r);
	double weight = instrument_weight_at(&k->weight, day), multiplier = multiplier_at(&k->multiplier, day);
	double position = row_num(s, r, st->subsystem) * weight * multiplier;
	double half = half_width(s, r, k, weight, multiplier, position);

	if (!isnan(position))
		k->at = position;
	if (!isnan(half))
		k->half = half;
	row_set(s, r, st->position, position);
	row_set(s, r, st->lower, k->at - k->half);
	row_set(s, r, st->upper, k->at + k->half);
	row_emit(s, r);
}

static const struct filter st_portfolio = {
	.name = "st-portfolio",
	.summary = "append the position held in a portfolio, and the band round it",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_portfolio,
	.head = head,
	.key = key,
	.row = row,
};

FILTER_MAIN(st_portfolio)
