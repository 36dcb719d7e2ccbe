/*
 * st-size - append the subsystem position: contracts if all capital traded one instrument
 *
 *   $ echo '{"notional_trading_capital":100000,"percentage_vol_target":16}' >c
 *   $ printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\nDAX,25,EUR,Equity,0.5,2,0,0,4\n' >i
 *   $ printf 'time,instrument,price,vol,fx,forecast\n2021-01-05,DAX,13000,100,1.25,10\n' | st-size --config=c --instruments=i
 *   time,instrument,price,vol,fx,forecast,subsystem
 *   2021-01-05,DAX,13000,100,1.25,10,0.32
 */
#include "base/die.h"
#include "data/instruments.h"
#include "position/size.h"
#include "stream/filter.h"

struct state {
	const char *config, *instruments_path;
	struct instruments instruments;
	double target, average_forecast;
	int price, vol, fx, forecast, subsystem;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: capital and vol target (required)", O_STR, AT(config) },
	{ 0, "instruments", "FILE", "table of instruments (required)", O_STR, AT(instruments_path) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_size(struct step *s)
{
	struct state *st = s->state;

	if (!st->config || !st->instruments_path)
		die("options --config and --instruments are required; see st-size --help");
	struct config c = config_shared(st->config);
	st->target = size_daily_target(&c);
	st->average_forecast = size_average_forecast(&c);
	st->instruments = instruments_shared(st->instruments_path);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->price = column_need(s, "price");
	st->vol = column_need(s, "vol");
	st->fx = column_need(s, "fx");
	st->forecast = column_need(s, "forecast");
	st->subsystem = column_add(s, "subsystem");
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;

	*(struct size *)state = size_new(st->target, instruments_get(&st->instruments, instrument)->point_size);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct size *z = step_key(s, r);

	size_next(z, row_num(s, r, st->price), row_num(s, r, st->vol), row_num(s, r, st->fx));
	row_set(s, r, st->subsystem, z->scalar * row_num(s, r, st->forecast) / st->average_forecast);
	row_emit(s, r);
}

static const struct filter st_size = {
	.name = "st-size",
	.summary = "append the subsystem position: contracts if all capital traded one instrument",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct size),
	.open = open_size,
	.head = head,
	.key = key,
	.row = row,
};

FILTER_MAIN(st_size)
