/*
 * st-exposure - append what one contract is to the account: its return, risk, value and cost
 *
 *   $ echo '{"notional_trading_capital":100000,"small_system":{"cost_multiplier":1}}' >c
 *   $ printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\nDAX,10,EUR,Equity,1.4,2,0,0,4\n' >i
 *   $ printf 'time,currency,rate\n2020-01-01,EURUSD,1.25\n' >f
 *   $ printf 'time,instrument,adjusted,price,fx,vol\n2021-01-04,DAX,90,100,1.25,2\n2021-01-05,DAX,95,100,1.25,2\n' | st-exposure --config=c --instruments=i --fx=f
 *   time,instrument,adjusted,price,fx,vol,return,stdev,exposure,trade_cost
 *   2021-01-04,DAX,90,100,1.25,2,,0.32,0.0125,2.0
 *   2021-01-05,DAX,95,100,1.25,2,0.05,0.32,0.0125,2.0
 *
 * All as fractions: the day's return of a contract's value, the standard deviation
 * of a year's, the value as a share of capital, and today's cost of a trade, scaled by how the
 * price moved then, as a share of capital.
 */
#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "config/config.h"
#include "data/fx.h"
#include "data/instruments.h"
#include "risk/price_deviation.h"
#include "stream/filter.h"
#include "stream/held_rows.h"
#include "time/year.h"

enum { DEFLATOR_UNKNOWN = 10000 }; /* what a cost is multiplied with before prices tell */

struct state {
	const char *config, *instruments_path, *fx_path, *base;
	struct instruments instruments;
	struct fx fx;
	double capital, cost_multiplier;
	int adjusted, price, rate, vol, beyond, midnight;  /* columns, -1 for none */
	int out, stdev, exposure, cost;
	struct key *current;           /* of the instrument under way */
	struct held_rows rows;         /* its rows */
	double *deviation;             /* of each of them, how its price moved of late */
	size_t room;
};

struct key {
	const char *code;
	const struct instrument *instrument;
	struct price_deviation deviation; /* from midnight to midnight */
	double adjusted;               /* the day before's */
	double cost_price;             /* the last adjusted price */
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: capital and cost_multiplier (required)", O_STR, AT(config) },
	{ 0, "instruments", "FILE", "table of instruments (required)", O_STR, AT(instruments_path) },
	{ 0, "fx", "FILE", "rates of st-fetch fx: costs are at the last (required)", O_STR, AT(fx_path) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_exposure(struct step *s)
{
	struct state *st = s->state;

	if (!st->config || !st->instruments_path || !st->fx_path)
		die("options --config, --instruments and --fx are required; see st-exposure --help");
	struct config c = config_shared(st->config);
	st->capital = config_num(&c, "notional_trading_capital");
	if (!(st->capital > 0))
		die("%s: notional_trading_capital is not above zero", st->config);
	st->cost_multiplier = config_num_or(&c, "small_system.cost_multiplier", 1);
	st->base = config_str_or(&c, "base_currency", "USD");
	st->instruments = instruments_shared(st->instruments_path);
	st->fx = fx_read(st->fx_path);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->adjusted = column_need(s, "adjusted");
	st->price = column_need(s, "price");
	st->rate = column_need(s, "fx");
	st->vol = column_need(s, "vol");
	st->beyond = column_find(s, "beyond");
	st->midnight = column_find(s, "midnight");
	st->out = column_add(s, "return");
	st->stdev = column_add(s, "stdev");
	st->exposure = column_add(s, "exposure");
	st->cost = column_add(s, "trade_cost");
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	*k = (struct key){ .code = instrument, .instrument = instruments_get(&st->instruments, instrument), .deviation = price_deviation_new(),
		.adjusted = NAN, .cost_price = NAN };
}

/* The price at a day's midnight is the day before's where rows don't tell. */
static void
note_price(struct step *s, struct row *r, struct key *k)
{
	struct state *st = s->state;
	double adjusted = row_num(s, r, st->adjusted);

	price_deviation_next(&k->deviation, st->midnight >= 0 ? row_num(s, r, st->midnight) : k->adjusted);
	k->adjusted = adjusted;
	if (!isnan(adjusted))
		k->cost_price = adjusted;
}

/* ---- an instrument's rows are all in ---- */

/* What a contract costs to trade today, as a share of capital. */
static double
cost_today(struct state *st, const struct key *k)
{
	struct fx_series fx = fx_rates(&st->fx, k->instrument->currency, st->base);

	return st->cost_multiplier * (fx_last(&fx) * instrument_cost(k->instrument, 1, k->cost_price)) / st->capital;
}

/* What the columns of earlier rows leave behind. */
struct before {
	double adjusted, price;        /* the day before's; the last that was not missing */
};

static void
set_row(struct step *s, struct row *r, const struct key *k, struct before *b)
{
	struct state *st = s->state;
	double adjusted = row_num(s, r, st->adjusted), price = row_num(s, r, st->price);

	if (!isnan(price))
		b->price = price;
	row_set(s, r, st->out, (adjusted - b->adjusted) / b->price);
	row_set(s, r, st->stdev, ROOT_BUSINESS_DAYS_IN_YEAR * (100.0 * (row_num(s, r, st->vol) / b->price)) / 100.0);
	row_set(s, r, st->exposure, row_num(s, r, st->rate) * price * k->instrument->point_size / st->capital);
	b->adjusted = adjusted;
}

static void
finish(struct step *s)
{
	struct state *st = s->state;
	struct before b = { NAN, NAN };

	if (!st->current)
		return;
	double cost = cost_today(st, st->current), last = st->current->deviation.now;
	if (last == 0 && cost != 0)
		price_deviation_refuse(st->current->code, row_day(s, held_rows_row(&st->rows, s, st->rows.n - 1)), "an earlier end_date");
	for (size_t i = 0; i < st->rows.n; i++) {
		struct row *r = held_rows_row(&st->rows, s, i);
		double deflator = st->deviation[i] / last;
		set_row(s, r, st->current, &b);
		row_set(s, r, st->cost, cost * (isnan(deflator) ? DEFLATOR_UNKNOWN : deflator));
		row_emit(s, r);
	}
	price_deviation_free(&st->current->deviation);
	held_rows_clear(&st->rows);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);

	if (k != st->current)
		finish(s);
	st->current = k;
	if (!row_flag(s, r, st->beyond))
		note_price(s, r, k);
	held_rows_add(&st->rows, s, r);
	if (st->rows.n > st->room) {
		st->room = st->rows.n + st->rows.n / 2;
		st->deviation = mem_grow(st->deviation, st->room, sizeof *st->deviation);
	}
	st->deviation[st->rows.n - 1] = k->deviation.now;
}

static const struct filter st_exposure = {
	.name = "st-exposure",
	.summary = "append what one contract is to the account: its return, risk, value and cost",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_exposure,
	.head = head,
	.key = key,
	.row = row,
	.end = finish,
	.together = true,
};

FILTER_MAIN(st_exposure)
