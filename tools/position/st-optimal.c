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
#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/warn.h"
#include "config/config.h"
#include "data/instruments.h"
#include "position/cross_section.h"
#include "position/speed_control.h"
#include "stream/filter.h"
#include "stream/held_rows.h"
#include "time/date.h"

enum { MOST_CONTRACTS = 1000000 };
enum { POSITION, COST, INPUTS };
static const struct opt_list inputs = { (const char *[]){ "position", "trade_cost" }, INPUTS };

struct state {
	const char *config, *instruments, *until;
	double shadow_cost, buffer;
	bool *reduce_only;
	struct cross_section x;
	int beyond, optimised;         /* columns */
	double *held;                  /* contracts, by instrument */
	struct held_rows rows;              /* of the day under way */
	struct row *absent;            /* of instruments that have none on a day */
	long unanswered;               /* days */
	int first_unanswered;
	/* the day's problem, of the instruments that can be traded */
	double *position, *exposure, *cost, *prior, *lots, *work;
	struct constraint *limit;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: small_system, instrument_returns_correlation (required)", O_STR, AT(config) },
	{ 0, "instruments", "FILE", "table of instruments: all that there will be (required)", O_STR, AT(instruments) },
	{ 0, "until", "DAY", "last day of the data: no correlation is estimated for the week that it is in", O_STR, AT(until) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
make_room(struct state *st)
{
	double **of[] = { &st->held, &st->position, &st->exposure, &st->cost, &st->prior, &st->lots };
	size_t n = (size_t)st->x.n;

	for (size_t i = 0; i < sizeof of / sizeof *of; i++)
		*of[i] = mem_alloc(n, sizeof(double));
	st->work = mem_alloc(GREEDY_WORK * n, sizeof(double));
	st->limit = mem_alloc(n, sizeof *st->limit);
	st->reduce_only = mem_alloc(n, sizeof(bool));
}

static void
open_optimal(struct step *s)
{
	struct state *st = s->state;

	if (!st->config || !st->instruments)
		die("options --config and --instruments are required; see st-optimal --help");
	struct config c = config_load(st->config);
	st->shadow_cost = config_num(&c, "small_system.shadow_cost");
	st->buffer = config_num(&c, "small_system.tracking_error_buffer");
	if (!(st->shadow_cost >= 0 && st->buffer >= 0))
		die("%s: small_system: shadow_cost or tracking_error_buffer is below zero", st->config);
	cross_section_open(&st->x, &c, st->instruments, st->until);
	make_room(st);
	struct names out = instruments_not_trading(&c);
	for (int i = 0; i < st->x.n; i++)
		st->reduce_only[i] = names_get(&out, slice_of(st->x.instruments.name[i])) >= 0;
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	cross_section_head(&st->x, s, &inputs);
	st->beyond = column_find(s, "beyond");
	st->optimised = column_add_int(s, "optimised");
}

/* ---- a day's problem ---- */

/* The search takes a step a contract. */
static void
check_size(const struct state *st, double position, const char *instrument)
{
	char date[DATE_MAX];

	if (fabs(position) > MOST_CONTRACTS)
		die("%.*s: column 'position': over a million contracts of '%s'", (int)date_print(date, st->x.day), date, instrument);
}

static struct greedy
problem(struct state *st)
{
	int k = cross_section_valid(&st->x, st->x.number[POSITION]);

	for (int i = 0; i < k; i++) {
		int at = st->x.index[i];
		st->position[i] = st->x.number[POSITION][at];
		check_size(st, st->position[i], st->x.instruments.name[at]);
		st->exposure[i] = st->x.exposure[at];
		st->cost[i] = st->x.number[COST][at] * st->shadow_cost;
		st->prior[i] = st->held[at];
		st->limit[i] = constraint_of(false, st->reduce_only[at], NAN, st->prior[i], st->position[i] * st->exposure[i]);
	}
	return (struct greedy){ .n = k, .covariance = st->x.matrix, .optimal = st->position, .prior = st->prior,
		.exposure = st->exposure, .cost = st->cost, .limit = st->limit };
}

/* Without an answer all is held on; an instrument that lacks a number is not held. */
static void
solve(struct state *st)
{
	struct greedy g = problem(st);

	if (!speed_control(&g, st->buffer, st->lots, st->work)) {
		if (st->unanswered++ == 0)
			st->first_unanswered = st->x.day;
		return;
	}
	memset(st->held, 0, (size_t)st->x.n * sizeof *st->held);
	for (int i = 0; i < g.n; i++)
		st->held[st->x.index[i]] = st->lots[i];
}

/* ---- rows ---- */

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
	row_set(s, st->absent, st->optimised, st->held[i]);
	row_emit(s, st->absent);
}

static void
finish_day(struct step *s)
{
	struct state *st = s->state;

	if (!cross_section_started(&st->x))
		return;
	solve(st);
	for (size_t i = 0; i < st->rows.n; i++) {
		struct row *r = held_rows_row(&st->rows, s, i);
		row_set(s, r, st->optimised, st->held[cross_section_instrument(&st->x, s, r)]);
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

	if (cross_section_turns(&st->x, s, r)) {
		finish_day(s);
		cross_section_turn(&st->x, s, r);
	}
	cross_section_row(&st->x, s, r);
	held_rows_add(&st->rows, s, r);
}

static void
end(struct step *s)
{
	struct state *st = s->state;
	char date[DATE_MAX];

	finish_day(s);
	if (st->unanswered)
		warn("%ld days have no answer, the first %.*s: a cost is missing, or a variance below zero; positions were held on",
		    st->unanswered, (int)date_print(date, st->first_unanswered), date);
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
