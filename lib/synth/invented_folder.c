/* Invented markets as a data folder. */
#include "synth/invented.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "data/new_folder.h"
#include "roll/back_adjust.h"
#include "synth/market.h"
#include "synth/market_files.h"
#include "synth/quoted_contracts.h"
#include "time/date.h"
#include "time/stamp.h"

/* ---- contracts ---- */

static void
write_contract(void *dir, const char *code, const struct quoted_contract *l)
{
	struct out o;
	char name[96];

	if (!l->n)
		return;
	snprintf(name, sizeof name, "%s_%08d", code, l->contract);
	new_folder_open(&o, dir, "contract_prices_csv", name);
	out_str(&o, "DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME\n");
	for (size_t i = 0; i < l->n; i++)
		market_files_bar(&o, "", &l->bar[i]);
	new_folder_close(&o);
}

/* A roll is at the last row with the old contract. */
static void
write_calendar(const char *dir, struct quotes q)
{
	struct quote last = { .stamp = 0 };
	struct out o;

	new_folder_open(&o, dir, "roll_calendars_csv", q.code);
	out_str(&o, "DATE_TIME,current_contract,next_contract,carry_contract\n");
	while (quotes_next(&q))
		for (int k = 0; k < q.n; last = q.row[k++])
			if (last.held.contract && last.held.contract != q.row[k].held.contract)
				market_files_calendar(&o, &last);
	new_folder_close(&o);
}

/* ---- multiple and adjusted prices ---- */

/* An instrument's prices as they are stitched. */
struct adjusted {
	struct back_adjust stitch;
	struct quote last;
	int64_t *stamp;
	size_t cap;
};

static void
adjusted_add(struct adjusted *a, const struct quote *q)
{
	struct back_adjust *st = &a->stitch;

	if (st->n && q->held.contract != a->last.held.contract)
		back_adjust_roll(st, a->last.forward.price - a->last.held.price);
	if (st->n == a->cap) {
		a->cap = a->cap ? 2 * a->cap : 8192;
		a->stamp = mem_grow(a->stamp, a->cap, sizeof *a->stamp);
	}
	a->stamp[st->n] = q->stamp;
	back_adjust_add(st, q->held.price);
	a->last = *q;
}

static void
write_multiple(const char *dir, struct quotes q, struct adjusted *a)
{
	struct out o;

	new_folder_open(&o, dir, "multiple_prices_csv", q.code);
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
write_adjusted(const char *dir, const char *code, const struct adjusted *a)
{
	struct out o;

	new_folder_open(&o, dir, "adjusted_prices_csv", code);
	out_str(&o, "DATETIME,price\n");
	for (size_t i = 0; i < a->stitch.n; i++)
		if (!back_adjust_unpriced(&a->stitch, i))
			market_files_price(&o, a->stamp[i], a->stitch.x[i]);
	new_folder_close(&o);
}

/* ---- the folder ---- */

static void
write_config(const struct invented *v, const char *dir, const char *name, const char *header, void (*row)(struct out *, int))
{
	struct out o;

	new_folder_open(&o, dir, "csvconfig", name);
	out_str(&o, header);
	for (int i = 0; i < v->instruments; i++)
		row(&o, i);
	new_folder_close(&o);
}

/* Dollars for one unit: stamped at midnight, and of late at 23:00. */
static void
write_fx(const struct invented *v, const char *dir, const struct market_currency *c)
{
	struct out o;
	char name[8];

	snprintf(name, sizeof name, "%sUSD", c->code);
	struct price_walk w = price_walk_of(v->seed, name, &market_fx, c->usd, 0);
	struct random gaps = random_of(v->seed, name, 2);
	new_folder_open(&o, dir, "fx_prices_csv", name);
	out_str(&o, "DATETIME,PRICE\n");
	for (int day = quotes_period_start(&v->period); day < v->period.last && day <= v->period.until; day = date_next_business(day)) {
		price_walk_next(&w, day);
		bool absent = random_chance(&gaps, .005);
		if (!absent && !market_holiday(c, day))
			market_files_price(&o, stamp_of_day(day) + (day < v->period.late ? 0 : 23 * 3600), market_tick(w.price, 1, c->ticks));
	}
	new_folder_close(&o);
}

static void
write_markets(const struct invented *v, const char *dir)
{
	struct adjusted a = { .cap = 0 };

	for (int i = 0; i < v->instruments; i++) {
		struct quotes q = quotes_of(v->seed, i, &v->period);
		back_adjust_clear(&a.stitch);
		write_multiple(dir, q, &a);
		write_adjusted(dir, q.code, &a);
		if (v->contracts) {
			quoted_contracts_each(q, write_contract, (char *)dir);
			write_calendar(dir, q);
		}
	}
	free(a.stitch.x);
	free(a.stamp);
}

void
invented_folder(const struct invented *v, const char *dir)
{
	static const char *const folders[] = { "csvconfig", "multiple_prices_csv", "adjusted_prices_csv", "fx_prices_csv",
		"contract_prices_csv", "roll_calendars_csv" };

	new_folder_make(dir);
	for (int k = 0; k < (v->contracts ? 6 : 4); k++)
		new_folder_add(dir, folders[k]);
	write_config(v, dir, "instrumentconfig",
	    "Instrument,Pointsize,Percentage,PerBlock,PerTrade,AssetClass,Currency,Description,Slippage\n", market_files_instrument);
	write_config(v, dir, "rollconfig",
	    "Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset\n", market_files_rollconfig);
	for (int c = 1; market_currencies[c]; c++)
		write_fx(v, dir, market_currencies[c]);
	write_markets(v, dir);
}
