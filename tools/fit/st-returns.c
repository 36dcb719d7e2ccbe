/*
 * st-returns - weekly returns of each rule's forecast alone, to fit weights to
 *
 *   $ echo '{"notional_trading_capital":1000,"percentage_vol_target":16,"average_absolute_forecast":10}' >c
 *   $ printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\nDAX,1,EUR,Equity,0,0,0,0,4\n' >i
 *   $ printf 'time,instrument,adjusted,fx,vol,forecast.slow\n' >r
 *   $ printf '2021-01-04,DAX,10,1,1,10\n2021-01-05,DAX,11,1,1,10\n2021-01-06,DAX,13,1,1,10\n2021-01-07,DAX,14,1,1,10\n' >>r
 *   $ st-returns --config=c --instruments=i --prices=r --costs=costs r
 *   time,instrument,forecast.slow,gross.slow,days.slow
 *   2021-01-10,DAX,10.0,30.0,2
 *
 * A forecast means forecast / average_absolute_forecast times the position that meets the vol
 * target. It is held from the next day's close on, and its profit is reckoned at the stamps that
 * prices have (pysystemtrade, pandl_for_instrument_forecast).
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "account/cost.h"
#include "account/cost_items.h"
#include "account/rule_alone.h"
#include "account/rule_pnl.h"
#include "account/turnover.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/out.h"
#include "time/date.h"
#include "time/frequency.h"

struct rule {
	int forecast, gross, days;  /* columns */
	/* of the instrument under way: */
	double *value, *position;   /* by day: the last forecast known; what is held */
	double decided;             /* by the last day that its forecasts have */
	struct turnover turnover;
	long rows;                  /* days that its forecasts have */
	struct rule_pnl pnl;
	double week_sum;
	int week_days;
};

struct state {
	struct rule_alone a;
	const char *costs_path;
	struct out costs;
	int adjusted;               /* column */
	struct rule *rule;          /* as the forecasts are */
	struct row *row;            /* for output */
	/* of the instrument under way: */
	struct cost_recent recent;
	int *day, n, room;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: capital, vol target (required)", O_STR, AT(a.config) },
	{ 0, "instruments", "FILE", "table of instruments (st-fetch instruments; required)", O_STR, AT(a.instruments_path) },
	{ 0, "prices", "FILE", "adjusted prices at their stamps, with fx (st-fetch | st-fx; required)", O_STR, AT(a.prices_path) },
	{ 0, "costs", "FILE", "write what costs are made of: instrument,rule,item,value (required)", O_STR, AT(costs_path) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_returns(struct step *s)
{
	struct state *st = s->state;

	if (!st->a.config || !st->a.instruments_path || !st->a.prices_path || !st->costs_path)
		die("options --config, --instruments, --prices and --costs are required; see st-returns --help");
	rule_alone_open(&st->a);
	out_file(&st->costs, st->costs_path);
	cost_items_head(&st->costs);
}

static int
add_column(struct step *s, const char *kind, const char *rule, bool integer)
{
	char *name;

	if (asprintf(&name, "%s.%s", kind, rule) < 0)
		die("out of memory");
	return integer ? column_add_int(s, name) : column_add(s, name);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->adjusted = column_need(s, "adjusted");
	rule_alone_head(&st->a, s);
	st->rule = mem_alloc((size_t)st->a.rules, sizeof *st->rule);
	column_none(s);
	column_add(s, "time");
	column_add(s, "instrument");
	for (int i = 0; i < st->a.rules; i++)
		st->rule[i].forecast = add_column(s, "forecast", st->a.forecast[i].rule, false);
	for (int i = 0; i < st->a.rules; i++)
		st->rule[i].gross = add_column(s, "gross", st->a.forecast[i].rule, false);
	for (int i = 0; i < st->a.rules; i++)
		st->rule[i].days = add_column(s, "days", st->a.forecast[i].rule, true);
	st->row = row_new(s);
}

static void
begin(struct state *st, const char *instrument)
{
	rule_alone_begin(&st->a, instrument);
	st->recent = (struct cost_recent){ .n = 0 };
	st->n = 0;
	for (int i = 0; i < st->a.rules; i++) {
		struct rule *r = &st->rule[i];
		r->decided = num_missing();
		r->turnover = turnover_new();
		r->rows = 0;
		r->pnl = rule_pnl_new();
	}
}

/* ---- days: forecasts and positions ---- */

static void
days_room(struct state *st)
{
	st->room = st->room ? 2 * st->room : 4096;
	st->day = mem_grow(st->day, (size_t)st->room, sizeof *st->day);
	for (int i = 0; i < st->a.rules; i++) {
		st->rule[i].value = mem_grow(st->rule[i].value, (size_t)st->room, sizeof(double));
		st->rule[i].position = mem_grow(st->rule[i].position, (size_t)st->room, sizeof(double));
	}
}

/* On a day of the forecast what the day before decided is held. */
static void
decide(struct state *st, struct rule *r, double forecast, bool has_day)
{
	int i = st->n;
	double before = i ? r->value[i - 1] : num_missing();

	r->value[i] = isnan(forecast) ? before : forecast;
	r->position[i] = has_day ? r->decided : i ? r->position[i - 1] : num_missing();
	if (!has_day)
		return;
	turnover_next(&r->turnover, forecast, st->a.average);
	r->decided = rule_alone_contracts(&st->a, forecast);
	r->rows++;
}

static void finish(struct step *s);

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	const char *instrument = rule_alone_instrument(s, r);
	bool beyond = row_flag(s, r, st->a.beyond);
	int day = row_day(s, r);
	double vol = row_num(s, r, st->a.vol);

	if (instrument != st->a.now) {
		finish(s);
		begin(st, instrument);
	}
	if (st->n == st->room)
		days_room(st);
	if (!beyond) {
		rule_alone_size(&st->a, vol);
		cost_recent_next(&st->recent, day, row_num(s, r, st->adjusted), vol);
	}
	for (int i = 0; i < st->a.rules; i++) {
		double forecast = row_num(s, r, st->a.forecast[i].column);
		decide(st, &st->rule[i], forecast, !beyond || !isnan(forecast));
	}
	st->day[st->n++] = day;
}

/* ---- weeks: an instrument's rows are all in ---- */

/* The profit and charge of a row of prices, to every rule; at: the row of days that it falls on, -1 for none. */
static void
price_row(struct state *st, int at)
{
	const struct natural_prices *p = &st->a.prices;
	/* What a Sharpe ratio of 1 earns in that time, as a position is sized by the vol that it is charged by. */
	double charge = -st->a.target * p->years * p->fx;

	for (int i = 0; i < st->a.rules; i++) {
		struct rule *r = &st->rule[i];
		rule_pnl_row(&r->pnl, p->move, st->a.point_size, p->fx, charge, at < 0 ? num_missing() : r->position[at]);
	}
}

static void
close_day(struct state *st)
{
	for (int i = 0; i < st->a.rules; i++) {
		struct rule *r = &st->rule[i];
		double profit = rule_pnl_day(&r->pnl);
		if (!isnan(profit)) {
			r->week_sum += profit;
			r->week_days++;
		}
	}
}

/* Where reading of the instrument's prices stands. */
struct reading {
	bool more, any;      /* there is a row to be used; there was one */
	int at;              /* among days */
};

/* Use a row, and read the next. */
static void
use_price(struct state *st, struct reading *g)
{
	while (g->at < st->n && st->day[g->at] <= st->a.prices.day)
		g->at++;
	price_row(st, g->at - 1);
	g->any = true;
	g->more = natural_prices_next(&st->a.prices, st->a.now);
}

/* The prices of a week; were there any? */
static bool
price_week(struct state *st, struct reading *g, int week)
{
	bool some = false;

	while (g->more && frequency_period(WEEKLY, st->a.prices.day) == week) {
		int day = date_business(st->a.prices.day);
		while (g->more && date_business(st->a.prices.day) == day)
			use_price(st, g);
		close_day(st);
		some = true;
	}
	return some;
}

/* at: the last of days in the week or before, -1 for none. */
static void
print_week(struct step *s, int week, bool priced, int at)
{
	struct state *st = s->state;
	char date[DATE_MAX];

	st->row->c[0].s = (struct slice){ date, date_print(date, frequency_label(WEEKLY, week)) };
	st->row->c[1].s = slice_of(st->a.now);
	for (int i = 0; i < st->a.rules; i++) {
		struct rule *r = &st->rule[i];
		row_set(s, st->row, r->forecast, at < 0 ? num_missing() : r->value[at]);
		row_set(s, st->row, r->gross, priced ? r->week_sum : num_missing());
		row_set(s, st->row, r->days, priced ? r->week_days : num_missing());
		r->week_sum = r->week_days = 0;
	}
	row_emit(s, st->row);
}

static void
print_weeks(struct step *s)
{
	struct state *st = s->state;
	struct reading g = { .more = natural_prices_next(&st->a.prices, st->a.now) };
	int week = frequency_period(WEEKLY, st->day[0]), last = frequency_period(WEEKLY, st->day[st->n - 1]), at = 0;

	if (g.more && frequency_period(WEEKLY, st->a.prices.day) < week)
		week = frequency_period(WEEKLY, st->a.prices.day);
	for (; week <= last || g.more; week++) {
		bool begun = g.any, some = price_week(st, &g, week);
		while (at < st->n && frequency_period(WEEKLY, st->day[at]) <= week)
			at++;
		print_week(s, week, some || (begun && g.more), at - 1);
	}
}

/* ---- what costs are made of ---- */

static void
print_costs(struct state *st)
{
	const struct instrument *in = instruments_get(&st->a.instruments, st->a.now);
	const char *now = st->a.now;
	struct out *o = &st->costs;

	cost_item(o, now, "", "SR_cost_per_trade", cost_per_trade(in, &st->recent));
	cost_item(o, now, "", "SR_holding_cost_only", cost_of_holding(in, &st->recent));
	for (int i = 0; i < st->a.rules; i++) {
		const struct rule *r = &st->rule[i];
		const char *rule = st->a.forecast[i].rule;
		cost_item(o, now, rule, "forecast_turnover_individual", turnover_annual(&r->turnover));
		cost_item(o, now, rule, "forecast_days", (double)r->rows);
		cost_item(o, now, rule, "gross_days", (double)r->pnl.gross.n);
		cost_item(o, now, rule, "gross_mean", earning_days_mean(&r->pnl.gross));
		cost_item(o, now, rule, "gross_stdev", earning_days_stdev(&r->pnl.gross));
		cost_item(o, now, rule, "unit_cost_mean", earning_days_mean(&r->pnl.costs));
	}
}

static void
finish(struct step *s)
{
	struct state *st = s->state;

	if (!st->n)
		return;
	print_weeks(s);
	print_costs(st);
}

static void
end(struct step *s)
{
	struct state *st = s->state;

	finish(s);
	rule_alone_end(&st->a);
	out_close(&st->costs);
}

static const struct filter st_returns = {
	.name = "st-returns",
	.summary = "weekly returns of each rule's forecast alone, to fit weights to",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(const char *),
	.open = open_returns,
	.head = head,
	.key = rule_alone_key,
	.row = row,
	.end = end,
	.together = true,
};

FILTER_MAIN(st_returns)
