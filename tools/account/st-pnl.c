/*
 * st-pnl - profit and loss, and costs, of the positions that an account holds
 *
 * Reads the rows that st-buffer (or st-optimal, st-size, st-actual) writes and prints time,instrument,curve,value: a
 * `gross` row for each of an instrument's days and a `costs` row for each date that
 * bears a cost, weekends too, in base currency. st-account makes accounts of them.
 */
#include <stdlib.h>

#include "account/cost.h"
#include "account/pnl.h"
#include "account/turnover.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/warn.h"
#include "config/config.h"
#include "data/fx.h"
#include "data/instruments.h"
#include "position/instrument_weights.h"
#include "position/multiplier.h"
#include "position/size.h"
#include "position/traded_column.h"
#include "stream/filter.h"
#include "time/date.h"

struct state {
	const char *config, *instruments_path, *fx_path, *weights_path, *multipliers_path, *base;
	bool fractions, subsystem, actual;
	struct config cfg;
	struct instruments instruments;
	struct fx fx;
	struct instrument_weights weights;
	struct pnl_options options;
	bool sr_costs;
	struct multipliers multipliers;
	double target;
	int adjusted, beyond, rate, position, traded, price, vol;  /* columns */
	/* the instrument under way */
	struct key *current;
	struct pnl_days days;
	struct pnl_costs costs;
	double *gross;
	struct row *row;
};

struct key {
	const char *code;
	struct size size;
	struct instrument_weight weight;
	struct multiplier multiplier;
	struct turnover turnover;
	struct cost_recent recent;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config (required)", O_STR, AT(config) },
	{ 0, "instruments", "FILE", "table of instruments (required)", O_STR, AT(instruments_path) },
	{ 0, "fx", "FILE", "rates of st-fetch fx, for costs on days without rows (required)", O_STR, AT(fx_path) },
	{ 0, "weights", "FILE", "instrument weights of st-weights, for use_SR_costs", O_STR, AT(weights_path) },
	{ 0, "multipliers", "FILE", "estimated multipliers of st-divmult, for use_SR_costs", O_STR, AT(multipliers_path) },
	{ 0, "subsystem", NULL, "of the positions with all capital in one instrument, not rounded", O_FLAG, AT(subsystem) },
	{ 0, "actual", NULL, "of the positions of an account that compounds (st-actual)", O_FLAG, AT(actual) },
	{ 0, "fractions", NULL, "hold fractions of contracts: don't round", O_FLAG, AT(fractions) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_pnl(struct step *s)
{
	struct state *st = s->state;

	if (!st->config || !st->instruments_path || !st->fx_path)
		die("options --config, --instruments and --fx are required; see st-pnl --help");
	st->cfg = config_load(st->config);
	st->instruments = instruments_read(st->instruments_path);
	st->fx = fx_read(st->fx_path);
	st->base = config_str(&st->cfg, "base_currency");
	bool compat = config_compat(&st->cfg);
	st->options = (struct pnl_options){ .no_delay = !compat, .round = !st->fractions && !st->subsystem, .same_day_lost = compat,
		.deflate = config_bool_or(&st->cfg, "vol_normalise_currency_costs", true) };
	st->sr_costs = config_bool_or(&st->cfg, "use_SR_costs", false);
	if (!st->sr_costs)
		return;
	st->target = size_daily_target(&st->cfg);
	if (st->subsystem)
		return;
	if (!st->weights_path)
		die("option --weights is required with use_SR_costs");
	st->weights = instrument_weights_read(&st->cfg, st->weights_path);
	st->multipliers = multipliers_portfolio(&st->cfg, st->multipliers_path);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->adjusted = column_need(s, "adjusted");
	st->rate = column_need(s, "fx");
	st->position = column_need(s, st->subsystem ? "subsystem" : st->actual ? "actual_traded" : traded_column(&st->cfg));
	st->beyond = column_find(s, "beyond");
	if (st->sr_costs) {
		st->price = column_need(s, "price");
		st->vol = column_need(s, "vol");
		st->traded = st->subsystem ? st->position : column_need(s, traded_column(&st->cfg));
	}
	column_none(s);
	column_add(s, "time");
	column_add(s, "instrument");
	column_add(s, "curve");
	column_add(s, "value");
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	const struct instrument *in = instruments_get(&st->instruments, instrument);

	k->code = instrument;
	if (!(in->rolls_per_year >= 1 && in->rolls_per_year <= 12))
		die("%s: %s: rolls_per_year is not 1 to 12; has it roll parameters?", st->instruments_path, instrument);
	if (isnan(in->slippage + in->per_block + in->per_trade + in->percentage))
		warn("%s: %s: a cost is missing, so all of its costs are", st->instruments_path, instrument);
	if (!st->sr_costs)
		return;
	k->size = size_new(st->target, in->point_size);
	k->turnover = turnover_new();
	if (st->subsystem)
		return;
	k->weight = instrument_weight_new(&st->weights, instrument);
	k->multiplier = multiplier_of(&st->multipliers, NULL);
}

/* ---- an instrument's days are all in ---- */

static void
print(struct step *s, int day, const char *curve, double value)
{
	struct state *st = s->state;
	char date[DATE_MAX];

	st->row->c[0].s = (struct slice){ date, date_print(date, day) };
	st->row->c[2].s = slice_of(curve);
	row_set(s, st->row, 3, value);
	row_emit(s, st->row);
}

/* Both series in order of time, gross before costs on a day. */
static void
print_curves(struct step *s)
{
	struct state *st = s->state;
	const struct pnl_days *d = &st->days;
	const struct pnl_costs *c = &st->costs;

	if (!st->row)
		st->row = row_new(s);
	st->row->c[1].s = slice_of(st->current->code);
	for (int i = 0, j = 0; i < d->n || j < c->n;)
		if (j == c->n || (i < d->n && d->day[i] <= c->day[j])) {
			if (!d->beyond[i])
				print(s, d->day[i], "gross", st->gross[i]);
			i++;
		} else {
			print(s, c->day[j], "costs", c->cost[j]);
			j++;
		}
}

static void
finish(struct step *s)
{
	struct state *st = s->state;
	struct key *k = st->current;

	if (!k)
		return;
	const struct instrument *in = instruments_get(&st->instruments, k->code);
	struct fx_series rates = fx_rates(&st->fx, in->currency, st->base);
	st->gross = mem_grow(st->gross, (size_t)st->days.n, sizeof *st->gross);
	pnl_hold(&st->days, &st->options);
	pnl_gross(&st->days, in->point_size, st->gross);
	if (st->sr_costs)
		pnl_sr_costs(&st->days, in,
		    cost_of_holding(in, &k->recent) + turnover_annual(&k->turnover) * cost_per_trade(in, &k->recent), &st->costs);
	else
		pnl_cash_costs(&st->days, in, &rates, &st->options, &st->costs);
	print_curves(s);
	pnl_clear(&st->days);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);
	int day = row_day(s, r);
	double adjusted = row_num(s, r, st->adjusted);
	double fx = row_num(s, r, st->rate), position = row_num(s, r, st->position), average = 0, vol = 0;
	bool beyond = row_flag(s, r, st->beyond);

	if (k != st->current)
		finish(s);
	st->current = k;
	if (st->sr_costs) {
		vol = row_num(s, r, st->vol);
		average = size_next(&k->size, row_num(s, r, st->price), vol, fx);
		if (!st->subsystem)
			average = instrument_weight_at(&k->weight, day) * multiplier_average(&k->multiplier, day) * average;
		turnover_next(&k->turnover, row_num(s, r, st->traded), average);
		if (!beyond)
			cost_recent_next(&k->recent, day, adjusted, vol);
	}
	pnl_add(&st->days, &(struct pnl_day){ day, beyond, adjusted, fx, position, average, vol });
}

static const struct filter st_pnl = {
	.name = "st-pnl",
	.summary = "profit and loss, and costs, of the positions that an account holds",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_pnl,
	.head = head,
	.key = key,
	.row = row,
	.end = finish,
	.together = true,
};

FILTER_MAIN(st_pnl)
