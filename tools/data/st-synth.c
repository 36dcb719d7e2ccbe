/*
 * st-synth - invent futures markets from a seed, as a data folder or a stream
 *
 *   $ st-synth --seed=1 --instruments=2 --years=1 -o data && head -n 2 data/multiple_prices_csv/EQ_NORTH.csv
 *   DATETIME,CARRY,CARRY_CONTRACT,PRICE,PRICE_CONTRACT,FORWARD,FORWARD_CONTRACT
 *   2000-01-03 23:00:00,1464.25,20000600,1457.25,20000300,1464.25,20000600
 *
 * What is invented, and how, stands in synth/market.h (terms of contracts), synth/price_walk.h
 * (spot prices), synth/quotes.h (days) and synth/quoted_contracts.h (the contracts' own prices).
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "data/new_folder.h"
#include "roll/stitch.h"
#include "synth/market.h"
#include "synth/market_files.h"
#include "synth/quoted_contracts.h"
#include "synth/quotes.h"
#include "time/date.h"
#include "time/stamp.h"

struct synth {
	int seed, instruments, years;
	const char *start, *until, *dir;
	bool contracts, stream;
	struct quotes_period period; /* worked out */
};

static const struct opt opts[] = {
	{ 0, "seed", "N", "what the numbers are drawn from (default 1)", O_INT, offsetof(struct synth, seed) },
	{ 0, "instruments", "K", "how many markets (default 10)", O_INT, offsetof(struct synth, instruments) },
	{ 0, "years", "Y", "how many years (default 20)", O_INT, offsetof(struct synth, years) },
	{ 0, "start", "DATE", "the first day (default 2000-01-03)", O_STR, offsetof(struct synth, start) },
	{ 0, "until", "DATE", "what had arrived by the end of that day", O_STR, offsetof(struct synth, until) },
	{ 0, "contracts", NULL, "each contract's own prices, and the roll calendars", O_FLAG, offsetof(struct synth, contracts) },
	{ 0, "stream", NULL, "print multiple prices, or contracts' own, on stdout", O_FLAG, offsetof(struct synth, stream) },
	{ 'o', "output", "DIR", "the folder to make; it must be new or empty", O_STR, offsetof(struct synth, dir) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = {
	"st-synth", "", "invent futures markets from a seed, as a data folder or a stream", opts
};

/* ---- contracts ---- */

static void
listed_stream(struct out *o, const char *code, const struct quoted_contract *l)
{
	char between[96];

	snprintf(between, sizeof between, ",%s,%08d", code, l->contract);
	for (size_t i = 0; i < l->n; i++)
		market_files_bar(o, between, &l->bar[i]);
}

static void
listed_write(const struct synth *s, const char *code, const struct quoted_contract *l)
{
	struct out o;
	char name[96];

	if (!l->n)
		return;
	snprintf(name, sizeof name, "%s_%08d", code, l->contract);
	new_folder_open(&o, s->dir, "contract_prices_csv", name);
	out_str(&o, "DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME\n");
	for (size_t i = 0; i < l->n; i++)
		market_files_bar(&o, "", &l->bar[i]);
	new_folder_close(&o);
}

/* What has expired before a day goes to the stream, or into files. */
static void
expired_write(const struct synth *s, struct out *o, struct quoted_contracts *b, const char *code, int day)
{
	for (struct quoted_contract *l; (l = quoted_contracts_expired(b, day)); )
		if (s->stream)
			listed_stream(o, code, l);
		else
			listed_write(s, code, l);
}

static void
contracts_write(const struct synth *s, struct out *o, struct quotes q)
{
	struct quoted_contracts b = quoted_contracts_of(&q);

	while (quotes_next(&q)) {
		expired_write(s, o, &b, q.code, q.day);
		quoted_contracts_day(&b);
	}
	expired_write(s, o, &b, q.code, INT_MAX);
	quoted_contracts_free(&b);
}

/* A roll is at the last row with the old contract. */
static void
calendar_write(const struct synth *s, struct quotes q)
{
	struct quote last = { .stamp = 0 };
	struct out o;

	new_folder_open(&o, s->dir, "roll_calendars_csv", q.code);
	out_str(&o, "DATE_TIME,current_contract,next_contract,carry_contract\n");
	while (quotes_next(&q))
		for (int k = 0; k < q.n; last = q.row[k++])
			if (last.held.contract && last.held.contract != q.row[k].held.contract)
				market_files_calendar(&o, &last);
	new_folder_close(&o);
}

/* ---- multiple and adjusted prices ---- */

static void
multiple_stream(struct out *o, struct quotes q)
{
	while (quotes_next(&q))
		for (int k = 0; k < q.n; k++)
			market_files_stream(o, q.code, &q.row[k]);
}

/* An instrument's prices as they are stitched. */
struct adjusted {
	struct stitch stitch;
	struct quote last;
	int64_t *stamp;
	size_t cap;
};

static void
adjusted_add(struct adjusted *a, const struct quote *q)
{
	struct stitch *st = &a->stitch;

	if (st->n && q->held.contract != a->last.held.contract)
		stitch_roll(st, a->last.forward.price - a->last.held.price);
	if (st->n == a->cap) {
		a->cap = a->cap ? 2 * a->cap : 8192;
		a->stamp = mem_grow(a->stamp, a->cap, sizeof *a->stamp);
	}
	a->stamp[st->n] = q->stamp;
	stitch_add(st, q->held.price);
	a->last = *q;
}

static void
multiple_write(const struct synth *s, struct quotes q, struct adjusted *a)
{
	struct out o;

	new_folder_open(&o, s->dir, "multiple_prices_csv", q.code);
	out_str(&o, "DATETIME,CARRY,CARRY_CONTRACT,PRICE,PRICE_CONTRACT,FORWARD,FORWARD_CONTRACT\n");
	while (quotes_next(&q))
		for (int k = 0; k < q.n; k++) {
			market_files_multiple(&o, &q.row[k]);
			adjusted_add(a, &q.row[k]);
		}
	new_folder_close(&o);
}

/* Rows that daily updates leave out are left out. */
static void
adjusted_write(const struct synth *s, const char *code, const struct adjusted *a)
{
	struct out o;

	new_folder_open(&o, s->dir, "adjusted_prices_csv", code);
	out_str(&o, "DATETIME,price\n");
	for (size_t i = 0; i < a->stitch.n; i++)
		if (!stitch_unpriced(&a->stitch, i))
			market_files_price(&o, a->stamp[i], a->stitch.x[i]);
	new_folder_close(&o);
}

/* ---- a folder ---- */

static void
config_write(const struct synth *s, const char *name, const char *header, void (*row)(struct out *, int))
{
	struct out o;

	new_folder_open(&o, s->dir, "csvconfig", name);
	out_str(&o, header);
	for (int i = 0; i < s->instruments; i++)
		row(&o, i);
	new_folder_close(&o);
}

/* Dollars for one unit: stamped at midnight, and of late at 23:00. */
static void
fx_write(const struct synth *s, const struct market_currency *c)
{
	struct out o;
	char name[8];

	snprintf(name, sizeof name, "%sUSD", c->code);
	struct price_walk w = price_walk_of((uint64_t)s->seed, name, &market_fx, c->usd, 0);
	struct random gaps = random_of((uint64_t)s->seed, name, 2);
	new_folder_open(&o, s->dir, "fx_prices_csv", name);
	out_str(&o, "DATETIME,PRICE\n");
	for (int day = quotes_period_start(&s->period); day < s->period.last && day <= s->period.until; day = date_next_business(day)) {
		price_walk_next(&w, day);
		bool absent = random_chance(&gaps, .005);
		if (!absent && !market_holiday(c, day))
			market_files_price(&o, stamp_of_day(day) + (day < s->period.late ? 0 : 23 * 3600), market_tick(w.price, 1, c->ticks));
	}
	new_folder_close(&o);
}

static void
markets_write(const struct synth *s)
{
	struct adjusted a = { .cap = 0 };

	for (int i = 0; i < s->instruments; i++) {
		struct quotes q = quotes_of((uint64_t)s->seed, i, &s->period);
		stitch_clear(&a.stitch);
		multiple_write(s, q, &a);
		adjusted_write(s, q.code, &a);
		if (s->contracts) {
			contracts_write(s, NULL, q);
			calendar_write(s, q);
		}
	}
	free(a.stitch.x);
	free(a.stamp);
}

static void
folder_write(const struct synth *s)
{
	static const char *const folders[] = { "csvconfig", "multiple_prices_csv", "adjusted_prices_csv", "fx_prices_csv",
		"contract_prices_csv", "roll_calendars_csv" };

	new_folder_make(s->dir);
	for (int k = 0; k < (s->contracts ? 6 : 4); k++)
		new_folder_add(s->dir, folders[k]);
	config_write(s, "instrumentconfig",
	    "Instrument,Pointsize,Percentage,PerBlock,PerTrade,AssetClass,Currency,Description,Slippage\n", market_files_instrument);
	config_write(s, "rollconfig",
	    "Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset\n", market_files_rollconfig);
	for (int c = 1; market_currencies[c]; c++)
		fx_write(s, market_currencies[c]);
	markets_write(s);
}

static void
stream(const struct synth *s)
{
	struct out o;

	out_open(&o, 1, "stdout");
	out_str(&o, s->contracts ? "time,instrument,contract,open,high,low,price,volume\n" :
	    "time,instrument,price,price_contract,carry,carry_contract,forward,forward_contract\n");
	for (int i = 0; i < s->instruments; i++) {
		struct quotes q = quotes_of((uint64_t)s->seed, i, &s->period);
		if (s->contracts)
			contracts_write(s, &o, q);
		else
			multiple_stream(&o, q);
	}
	out_flush(&o);
}

/* ---- the program ---- */

/* The day of an option. */
static int
day_of(const char *option, const char *value)
{
	int day, y, m, d;
	char what[64];

	snprintf(what, sizeof what, "option --%s wants a date, YYYY-MM-DD", option);
	if (strlen(value) != 10 || !date_parse(slice_of(value), &day))
		opt_bad(&usage, what, value);
	date_civil(day, &y, &m, &d);
	snprintf(what, sizeof what, "option --%s wants a year from 1000 to 9000", option);
	if (y < 1000 || y > 9000)
		opt_bad(&usage, what, value);
	return day;
}

static void
check(struct synth *s)
{
	struct quotes_period *p = &s->period;
	int y, m, d;

	if (s->stream && s->dir)
		opt_bad(&usage, "a stream and a folder are not made together", s->dir);
	if (!s->stream && !s->dir)
		opt_bad(&usage, "name the folder with --output, or ask for a --stream", "");
	if (s->instruments < 1)
		die("option --instruments wants 1 or more: \"%d\"", s->instruments);
	if (s->years < 1 || s->years > 200)
		die("option --years wants 1 to 200: \"%d\"", s->years);
	p->first = day_of("start", s->start);
	date_civil(p->first, &y, &m, &d);
	p->last = date_of(y + s->years, m, d);
	p->late = p->last - (p->last - p->first) / 4;
	p->until = s->until ? day_of("until", s->until) : p->last + 7; /* when all that was late is there */
}

int
main(int argc, char **argv)
{
	struct synth s = { .seed = 1, .instruments = 10, .years = 20, .start = "2000-01-03" };

	int i = opt_parse(&usage, &s, argc, argv);
	if (i < argc)
		opt_bad(&usage, "no operands are taken", argv[i]);
	check(&s);
	if (s.stream)
		stream(&s);
	else
		folder_write(&s);
	return 0;
}
