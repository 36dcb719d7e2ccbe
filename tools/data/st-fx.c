/*
 * st-fx - append the rate from the instrument's currency to the base currency
 *
 *   $ printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\nDAX,25,EUR,Equity,0.5,2,0,0,4\n' >i
 *   $ printf 'time,currency,rate\n2021-01-04,EURUSD,1.22\n2021-01-05 23:00:00,EURUSD,1.23\n' >f
 *   $ printf 'time,instrument\n2021-01-05,DAX\n2021-01-06,DAX\n' | st-fx --instruments=i --fx=f
 *   time,instrument,fx
 *   2021-01-05,DAX,1.22
 *   2021-01-06,DAX,1.23
 */
#include "base/die.h"
#include "data/fx.h"
#include "data/instruments.h"
#include "stream/filter.h"

struct state {
	const char *fx_path, *instruments_path, *base, *config;
	struct fx fx;
	struct instruments instruments;
	int column;
};

struct key {
	struct fx_series rates;
	int at;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "fx", "FILE", "rates: time,currency,rate (st-fetch fx)", O_STR, AT(fx_path) },
	{ 0, "instruments", "FILE", "table of instruments (st-fetch instruments)", O_STR, AT(instruments_path) },
	{ 'b', "base", "CCY", "base currency (default USD)", O_STR, AT(base) },
	{ 0, "config", "FILE", "config of st-config: its base_currency", O_STR, AT(config) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_fx(struct step *s)
{
	struct state *st = s->state;

	if (!st->fx_path || !st->instruments_path)
		die("options --fx and --instruments are required; see st-fx --help");
	st->fx = fx_read(st->fx_path);
	st->instruments = instruments_shared(st->instruments_path);
	if (!st->base && st->config) {
		struct config c = config_shared(st->config);
		st->base = config_str(&c, "base_currency");
	}
	if (!st->base)
		st->base = "USD";
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->column = column_add(s, "fx");
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	k->rates = fx_rates(&st->fx, instruments_get(&st->instruments, instrument)->currency, st->base);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);

	row_set(s, r, st->column, fx_at(&k->rates, row_stamp(s, r), &k->at));
	row_emit(s, r);
}

static const struct filter st_fx = {
	.name = "st-fx",
	.summary = "append the rate from the instrument's currency to the base currency",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_fx,
	.head = head,
	.key = key,
	.row = row,
};

FILTER_MAIN(st_fx)
