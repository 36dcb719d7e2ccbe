/*
 * st-optimal - append the whole contracts that a small account should hold of all instruments together
 *
 *   $ echo '{"notional_trading_capital":100000}' | st-config - >c
 *   $ printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\nCORN,1,USD,Ags,1,1,0,0,4\nDAX,1,EUR,Equity,1,1,0,0,4\n' >i
 *   $ printf 'time,instrument,position,return,stdev,exposure,trade_cost\n2021-01-04,CORN,,,,,\n2021-01-11,CORN,2.4,,0.1,0.2,0.00001\n2021-01-11,DAX,-1.2,,0.2,0.3,0.00001\n' | st-optimal --config=c --instruments=i
 *   time,instrument,position,return,stdev,exposure,trade_cost,optimised
 *   2021-01-04,CORN,,,,,,0
 *   2021-01-04,DAX,,,,,,0
 *   2021-01-11,CORN,2.4,,0.1,0.2,0.00001,2
 *   2021-01-11,DAX,-1.2,,0.2,0.3,0.00001,-1
 *
 * Rows must be in order of time, as st-merge gives them. Each day starts from what
 * was held the day before, nothing on the first.
 */
#include "base/die.h"
#include "base/warn.h"
#include "config/config.h"
#include "position/portfolio_day.h"
#include "position/small_system.h"
#include "stream/filter.h"
#include "stream/held_rows.h"
#include "time/date.h"

enum { POSITION, COST, INPUTS };
static const struct opt_list inputs = { (const char *[]){ "position", "trade_cost" }, INPUTS };

struct state {
	const char *config, *instruments, *until;
	struct portfolio_day x;
	struct small_system system;
	int beyond, optimised;         /* columns */
	struct held_rows rows;         /* of the day under way */
	struct row *absent;            /* of instruments that have none on a day */
	long unanswered;               /* days */
	int first_unanswered, without_cost;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: small_system, instrument_returns_correlation (required)", O_STR, AT(config) },
	{ 0, "instruments", "FILE", "table of instruments: all that there will be (required)", O_STR, AT(instruments) },
	{ 0, "until", "DAY", "last day of the data: no correlation is estimated for the week that it is in", O_STR, AT(until) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_optimal(struct step *s)
{
	struct state *st = s->state;

	if (!st->config || !st->instruments)
		die("options --config and --instruments are required; see st-optimal --help");
	struct config c = config_shared(st->config);
	portfolio_day_open(&st->x, &c, st->instruments, st->until);
	st->system = small_system_open(&c, &st->x);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	portfolio_day_head(&st->x, s, &inputs);
	st->beyond = column_find(s, "beyond");
	st->optimised = column_add_int(s, "optimised");
}

/* The row of an instrument that has none on the day: its rows have not begun, or have ended, and it is held on. */
static void
emit_absent(struct step *s, int i)
{
	struct state *st = s->state;
	char date[DATE_MAX];

	if (!st->absent)
		st->absent = row_new(s);
	st->absent->c[s->time].s = (struct slice){ date, date_print(date, st->x.day) };
	st->absent->c[s->instrument].s = slice_of(st->x.instruments.name[i]);
	if (st->beyond >= 0)
		st->absent->c[st->beyond].s = slice_of("1");
	row_set(s, st->absent, st->optimised, st->system.held[i]);
	row_emit(s, st->absent);
}

static void
finish_day(struct step *s)
{
	struct state *st = s->state;

	if (!portfolio_day_started(&st->x))
		return;
	if (!small_system_day(&st->system, &st->x, st->x.number[POSITION], st->x.number[COST]) && st->unanswered++ == 0) {
		st->first_unanswered = st->x.day;
		st->without_cost = st->system.without_cost;
	}
	for (size_t i = 0; i < st->rows.n; i++) {
		struct row *r = held_rows_row(&st->rows, s, i);
		row_set(s, r, st->optimised, st->system.held[portfolio_day_instrument(&st->x, s, r)]);
		row_emit(s, r);
	}
	for (int i = 0; i < st->x.n; i++)
		if (!st->x.here[i])
			emit_absent(s, i);
	held_rows_clear(&st->rows);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;

	if (portfolio_day_turns(&st->x, s, r)) {
		finish_day(s);
		portfolio_day_turn(&st->x, s, r);
	}
	portfolio_day_row(&st->x, s, r);
	held_rows_add(&st->rows, s, r);
}

static void
end(struct step *s)
{
	struct state *st = s->state;

	finish_day(s);
	if (st->unanswered)
		warn("%ld day%s no answer, the first %s: %s%s; positions were held on", st->unanswered,
		    st->unanswered == 1 ? " has" : "s have", date_text(st->first_unanswered), st->without_cost < 0 ?
		    "the variance of a portfolio came out below zero" : "no trade_cost of ",
		    st->without_cost < 0 ? "" : st->x.instruments.name[st->without_cost]);
}

static const struct filter st_optimal = {
	.name = "st-optimal",
	.summary = "append the whole contracts that a small account should hold of all instruments together",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(char),
	.open = open_optimal,
	.head = head,
	.row = row,
	.end = end,
};

FILTER_MAIN(st_optimal)
