/*
 * st-pnl - profit and loss, and costs, of the positions that an account holds
 *
 * Reads the rows that st-buffer (or st-optimal, st-size, st-actual) writes and prints time,instrument,curve,value: a
 * `gross` row for each of an instrument's days and a `costs` row for each date that
 * bears a cost, weekends too, in base currency. st-account makes accounts of them.
 */
#include "account/curve_rows.h"
#include "account/pnl.h"
#include "account/sr_cost.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/output.h"
#include "base/warn.h"
#include "config/config.h"
#include "data/fx.h"
#include "data/instruments.h"
#include "position/traded_column.h"
#include "risk/price_deviation.h"
#include "stream/filter.h"
#include "stream/value_row.h"
#include "time/date.h"
#include "time/stamp.h"

enum { TIME, INSTRUMENT, CURVE };

struct state {
	const char *config, *instruments_path, *fx_path, *weights_path, *multipliers_path, *accounts_path, *base;
	bool fractions, subsystem, actual;
	struct config cfg;
	struct instruments instruments;
	struct fx fx;
	struct pnl_options options;
	bool by_sr;                /* costs are charged as Sharpe ratio costs */
	struct sr_costs sr_costs;
	int adjusted, beyond, rate, position, traded, price, vol;  /* columns */
	/* the instrument under way */
	struct key *current;
	struct sr_cost sr_cost;
	struct pnl_days days;
	struct pnl_costs costs;
	double *gross;
	struct row *row;
	struct account account;    /* the same, for accounts_path */
	struct curves curves;
	struct curve_columns columns;
	struct out *accounts;
};

struct key {
	const char *code;
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
	{ 0, "accounts", "FILE", "write what st-account makes of the stream to FILE too", O_STR, AT(accounts_path) },
	{ 0, "fractions", NULL, "hold fractions of contracts: don't round", O_FLAG, AT(fractions) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_accounts(struct state *st)
{
	st->accounts = output_open(st->accounts_path);
	st->curves = curves_open(NAN, st->config);
	out_str(st->accounts, "time,instrument,gross,cost,net\n");
}

static void
open_pnl(struct step *s)
{
	struct state *st = s->state;

	if (!st->config || !st->instruments_path || !st->fx_path)
		die("options --config, --instruments and --fx are required; see st-pnl --help");
	st->cfg = config_shared(st->config);
	st->instruments = instruments_shared(st->instruments_path);
	st->fx = fx_read(st->fx_path);
	st->base = config_str(&st->cfg, "base_currency");
	if (st->accounts_path)
		open_accounts(st);
	bool compat = config_compat(&st->cfg);
	st->options = (struct pnl_options){ .no_delay = !compat, .round = !st->fractions && !st->subsystem, .same_day_lost = compat,
		.deflate = config_bool_or(&st->cfg, "vol_normalise_currency_costs", true) };
	st->by_sr = config_bool_or(&st->cfg, "use_SR_costs", false);
	if (!st->by_sr)
		return;
	if (!st->subsystem && !st->weights_path)
		die("option --weights is required with use_SR_costs");
	st->sr_costs = sr_costs_open(&st->cfg, st->subsystem ? NULL : st->weights_path, st->multipliers_path);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->adjusted = column_need(s, "adjusted");
	st->rate = column_need(s, "fx");
	st->position = column_need(s, st->subsystem ? "subsystem" : st->actual ? "actual_traded" : traded_column(&st->cfg));
	st->beyond = column_find(s, "beyond");
	if (st->by_sr) {
		st->price = column_need(s, "price");
		st->vol = column_need(s, "vol");
		st->traded = st->subsystem ? st->position : column_need(s, traded_column(&st->cfg));
	}
	value_row_head(s, (const char *[]){ "time", "instrument", "curve", "value", NULL });
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
}

/* ---- an instrument's days are all in ---- */

static void
print_account(struct state *st)
{
	curve_columns_begin(&st->columns, &st->curves, &st->account);
	curve_columns_add(&st->columns, &st->curves, CURVE_VALUE_TERMS, DAILY);
	curve_rows_print(st->accounts, &st->account, DAILY, &st->columns);
	st->account.gross.n = st->account.costs.n = 0;
}

/* Both series in order of time, gross before costs on a day. */
static void
print_curves(struct step *s)
{
	struct state *st = s->state;
	const struct pnl_days *d = &st->days;
	const struct pnl_costs *c = &st->costs;
	const struct slice gross = slice_of("gross"), costs = slice_of("costs");
	char date[DATE_MAX];
	struct slice text[] = { { date, 0 }, slice_of(st->current->code), gross };

	for (int i = 0, j = 0; i < d->n || j < c->n;) {
		bool earned = j == c->n || (i < d->n && d->day[i] <= c->day[j]);
		int at = earned ? i++ : j++, day = earned ? d->day[at] : c->day[at];
		double value = earned ? st->gross[at] : c->cost[at];
		if (earned && d->beyond[at])
			continue;
		text[TIME].n = date_print(date, day);
		text[CURVE] = earned ? gross : costs;
		value_row_emit(s, &st->row, text, value);
		if (st->accounts)
			account_series_add(earned ? &st->account.gross : &st->account.costs, stamp_of_day(day), value);
	}
}

static int
last_priced(const struct pnl_days *d)
{
	int i = d->n - 1;

	while (i > 0 && (d->beyond[i] || isnan(d->price[i])))
		i--;
	return d->day[i];
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
	if (st->by_sr)
		pnl_sr_costs(&st->days, in, sr_cost_annual(&st->sr_cost, in), &st->costs);
	else if (!pnl_cash_costs(&st->days, in, &rates, &st->options, &st->costs))
		price_deviation_refuse(k->code, last_priced(&st->days), "vol_normalise_currency_costs: false, an earlier end_date");
	print_curves(s);
	st->account.instrument = k->code;
	if (st->accounts)
		print_account(st);
	pnl_clear(&st->days);
}

static void
begin(struct state *st, struct key *k)
{
	st->current = k;
	if (st->by_sr)
		st->sr_cost = sr_cost_new(&st->sr_costs, k->code, instruments_get(&st->instruments, k->code)->point_size);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);
	struct pnl_day x = { .day = row_day(s, r), .price = row_num(s, r, st->adjusted), .fx = row_num(s, r, st->rate),
		.position = row_num(s, r, st->position), .beyond = row_flag(s, r, st->beyond) };

	if (k != st->current) {
		finish(s);
		begin(st, k);
	}
	if (st->by_sr) {
		x.vol = row_num(s, r, st->vol);
		sr_cost_day(&st->sr_cost, &x, row_num(s, r, st->price), row_num(s, r, st->traded));
	}
	pnl_add(&st->days, &x);
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
