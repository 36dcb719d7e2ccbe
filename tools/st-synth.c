/*
 * st-synth - write a data folder of invented futures markets, from a seed
 *
 *   $ st-synth --seed=1 --instruments=2 --years=1 -o data && head -n 2 data/multiple_prices_csv/EQ_NORTH.csv
 *   DATETIME,CARRY,CARRY_CONTRACT,PRICE,PRICE_CONTRACT,FORWARD,FORWARD_CONTRACT
 *   2000-01-03 23:00:00,1464.25,20000600,1457.25,20000300,1464.25,20000600
 *
 * What is invented, and how, stands in lib/market.h (contracts), lib/walk.h (spot
 * prices) and lib/quotes.h (days).
 */
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "err.h"
#include "folder.h"
#include "market.h"
#include "opt.h"
#include "out.h"
#include "quotes.h"
#include "stitch.h"

struct synth {
	int seed, instruments, years;
	const char *start, *dir;
	struct period period; /* worked out */
};

static const struct opt opts[] = {
	{ 0, "seed", "N", "what the numbers are drawn from (default 1)", O_INT, offsetof(struct synth, seed) },
	{ 0, "instruments", "K", "how many markets (default 10)", O_INT, offsetof(struct synth, instruments) },
	{ 0, "years", "Y", "how many years (default 20)", O_INT, offsetof(struct synth, years) },
	{ 0, "start", "DATE", "the first day (default 2000-01-03)", O_STR, offsetof(struct synth, start) },
	{ 'o', "output", "DIR", "the folder to make; it must be new or empty", O_STR, offsetof(struct synth, dir) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-synth", "", "write a data folder of invented futures markets, from a seed", opts };

/* ---- the tables ---- */

/* A number as a person would write it. */
static void
plain_write(struct out *o, double x)
{
	if (x == floor(x))
		out_int(o, x);
	else
		out_num(o, x);
	out_char(o, ',');
}

static void
instrument_row(struct out *o, const char *code, const struct market *m)
{
	const struct currency *c = m->currency;

	out_str(o, code);
	out_char(o, ',');
	plain_write(o, m->point);
	plain_write(o, c->percentage);
	plain_write(o, c->per_block);
	plain_write(o, c->per_trade);
	out_str(o, m->class->name);
	out_char(o, ',');
	out_str(o, c->code);
	out_str(o, ",Invented ");
	out_str(o, m->class->name);
	out_str(o, " future,");
	out_num(o, m->tick / (2. * m->ticks));
	out_char(o, '\n');
}

static void
instrumentconfig_write(const struct synth *s)
{
	struct out o;

	folder_open(&o, s->dir, "csvconfig", "instrumentconfig");
	out_str(&o, "Instrument,Pointsize,Percentage,PerBlock,PerTrade,AssetClass,Currency,Description,Slippage\n");
	for (int i = 0; i < s->instruments; i++)
		instrument_row(&o, market_code(i), market_at(i));
	folder_close(&o);
}

static void
rollconfig_write(const struct synth *s)
{
	struct out o;

	folder_open(&o, s->dir, "csvconfig", "rollconfig");
	out_str(&o, "Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset\n");
	for (int i = 0; i < s->instruments; i++) {
		const struct market *m = market_at(i);
		char row[256];
		int n = snprintf(row, sizeof row, "%s,%s,%d,%d,%s,%d\n", market_code(i), m->hold, m->roll, m->carry, m->priced,
		    m->expiry);
		out_bytes(&o, row, (size_t)n);
	}
	folder_close(&o);
}

/* ---- the prices ---- */

static void
stamp_write(struct out *o, int64_t stamp)
{
	char buf[DATE_MAX];

	out_bytes(o, buf, stamp_print(buf, stamp));
}

static void
leg_write(struct out *o, const struct leg *l)
{
	char id[32];

	out_char(o, ',');
	out_num(o, l->price);
	out_bytes(o, id, (size_t)snprintf(id, sizeof id, ",%04d%02d00", l->month / 12, l->month % 12 + 1));
}

static void
quote_write(struct out *o, const struct quote *q)
{
	stamp_write(o, q->stamp);
	leg_write(o, &q->carry);
	leg_write(o, &q->held);
	leg_write(o, &q->forward);
	out_char(o, '\n');
}

static void
multiple_write(const struct synth *s, const char *code, const struct quotes *q)
{
	struct out o;

	folder_open(&o, s->dir, "multiple_prices_csv", code);
	out_str(&o, "DATETIME,CARRY,CARRY_CONTRACT,PRICE,PRICE_CONTRACT,FORWARD,FORWARD_CONTRACT\n");
	for (size_t i = 0; i < q->n; i++)
		quote_write(&o, &q->row[i]);
	folder_close(&o);
}

static void
quotes_stitch(struct stitch *st, const struct quotes *q)
{
	stitch_clear(st);
	for (size_t i = 0; i < q->n; i++) {
		const struct quote *row = &q->row[i];
		if (i && row->held.month != row[-1].held.month)
			stitch_roll(st, row[-1].forward.price - row[-1].held.price);
		stitch_add(st, row->held.price);
	}
}

/* Rows that daily updates leave out are left out. */
static void
adjusted_write(const struct synth *s, const char *code, const struct quotes *q, const struct stitch *st)
{
	struct out o;

	folder_open(&o, s->dir, "adjusted_prices_csv", code);
	out_str(&o, "DATETIME,price\n");
	for (size_t i = 0; i < q->n; i++) {
		if (stitch_unpriced(st, i))
			continue;
		stamp_write(&o, q->row[i].stamp);
		out_char(&o, ',');
		out_num(&o, st->x[i]);
		out_char(&o, '\n');
	}
	folder_close(&o);
}

static void
prices_write(const struct synth *s)
{
	struct quotes q = { .n = 0 };
	struct stitch st = { .n = 0 };

	for (int i = 0; i < s->instruments; i++) {
		quotes_make(&q, (uint64_t)s->seed, i, &s->period);
		quotes_stitch(&st, &q);
		multiple_write(s, market_code(i), &q);
		adjusted_write(s, market_code(i), &q, &st);
	}
	free(q.row);
	free(st.x);
}

/* Dollars for one unit: stamped at midnight, and of late at 23:00. */
static void
fx_write(const struct synth *s, const struct currency *c)
{
	struct out o;
	char name[8];

	snprintf(name, sizeof name, "%sUSD", c->code);
	struct walk w = walk_of((uint64_t)s->seed, name, &market_fx, c->usd, 0);
	struct random gaps = random_of((uint64_t)s->seed, name, 2);
	folder_open(&o, s->dir, "fx_prices_csv", name);
	out_str(&o, "DATETIME,PRICE\n");
	for (int day = period_start(&s->period); day < s->period.last; day = date_next_business(day)) {
		walk_next(&w, day);
		bool absent = random_chance(&gaps, .005);
		if (absent || market_holiday(c, day))
			continue;
		stamp_write(&o, (int64_t)day * 86400 + (day < s->period.late ? 0 : 23 * 3600));
		out_char(&o, ',');
		out_num(&o, market_tick(w.price, 1, c->ticks));
		out_char(&o, '\n');
	}
	folder_close(&o);
}

/* ---- the program ---- */

static void
check(struct synth *s)
{
	struct period *p = &s->period;
	int y, m, d;

	if (!s->dir)
		opt_bad(&usage, "name the folder with --output", "");
	if (s->instruments < 1 || s->instruments > 1000)
		die("option --instruments wants 1 to 1000: \"%d\"", s->instruments);
	if (s->years < 1 || s->years > 200)
		die("option --years wants 1 to 200: \"%d\"", s->years);
	if (strlen(s->start) != 10 || !date_parse(slice_of(s->start), &p->first))
		opt_bad(&usage, "option --start wants a date, YYYY-MM-DD", s->start);
	date_civil(p->first, &y, &m, &d);
	if (y < 1000 || y > 9000)
		opt_bad(&usage, "option --start wants a year from 1000 to 9000", s->start);
	p->last = date_of(y + s->years, m, d);
	p->late = p->last - (p->last - p->first) / 4;
}

int
main(int argc, char **argv)
{
	static const char *const folders[] = { "csvconfig", "multiple_prices_csv", "adjusted_prices_csv", "fx_prices_csv" };
	struct synth s = { .seed = 1, .instruments = 10, .years = 20, .start = "2000-01-03" };

	signal(SIGPIPE, SIG_DFL);
	prog = "st-synth";
	int i = opt_parse(&usage, &s, argc, argv);
	if (i < argc)
		opt_bad(&usage, "no operands are taken", argv[i]);
	check(&s);
	folder_make(s.dir);
	for (size_t k = 0; k < sizeof folders / sizeof *folders; k++)
		folder_add(s.dir, folders[k]);
	instrumentconfig_write(&s);
	rollconfig_write(&s);
	for (int c = 1; market_currencies[c]; c++)
		fx_write(&s, market_currencies[c]);
	prices_write(&s);
	return 0;
}
