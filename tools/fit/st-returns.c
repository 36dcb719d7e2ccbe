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
#include "account/cost.h"
#include "account/cost_items.h"
#include "account/rule_alone.h"
#include "account/rule_weeks.h"
#include "account/turnover.h"
#include "base/die.h"
#include "base/output.h"
#include "fit/frequency.h"
#include "time/date.h"

/* Columns: names, then groups, each with one for each rule. */
enum { NAMES = 2 };
enum { FORECAST, GROSS, DAYS, GROUPS };

struct state {
	struct rule_alone a;
	const char *costs_path;
	struct out *costs;
	enum frequency rows;
	int adjusted;               /* column */
	struct row *row;            /* for output */
	/* of the instrument under way */
	struct cost_recent recent;
	struct rule_weeks weeks;
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
	st->rows = fit_frequency_rows(fit_frequency_of_returns(&st->a.cfg, "forecast_weight_estimate"),
	    fit_frequency_of_correlations(&st->a.cfg, "forecast_correlation_estimate"));
	st->costs = output_open(st->costs_path);
	cost_items_head(st->costs);
}

static void
head(struct step *s)
{
	static const char *const group[] = { "forecast", "gross", "days" };
	struct state *st = s->state;

	st->adjusted = column_need(s, "adjusted");
	rule_alone_head(&st->a, s);
	column_none(s);
	column_add(s, "time");
	column_add(s, "instrument");
	for (int g = 0; g < GROUPS; g++)
		for (int i = 0; i < st->a.rules; i++)
			(g == DAYS ? column_add_int : column_add)(s, forecast_column_name(group[g], st->a.forecast[i].rule));
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;

	rule_alone_row(&st->a, s, r);
	if (!row_flag(s, r, st->a.beyond))
		cost_recent_next(&st->recent, row_day(s, r), row_num(s, r, st->adjusted), row_num(s, r, st->a.vol));
}

/* ---- an instrument's rows are all in ---- */

static void
print_period(struct step *s)
{
	struct state *st = s->state;
	int n = st->a.rules;
	char date[DATE_MAX];

	if (!st->row)
		st->row = row_new(s);
	st->row->c[0].s = (struct slice){ date, date_print(date, frequency_label(st->rows, st->weeks.period)) };
	st->row->c[1].s = slice_of(st->a.now);
	for (int i = 0; i < n; i++) {
		const struct rule_week *r = &st->weeks.rule[i];
		row_set(s, st->row, NAMES + FORECAST * n + i, r->forecast);
		row_set(s, st->row, NAMES + GROSS * n + i, r->gross);
		row_set(s, st->row, NAMES + DAYS * n + i, r->days);
	}
	row_emit(s, st->row);
}

/* How often a rule's forecast turns over, and the days that it has. */
static struct turnover
turnover_of(const struct rule_alone *a, int rule, long *days)
{
	struct turnover t = turnover_new();

	*days = 0;
	for (int i = 0; i < a->n; i++)
		if (rule_alone_has(a, rule, i)) {
			turnover_next_of(&t, a->said[rule][i], a->average);
			++*days;
		}
	return t;
}

static void
print_costs(struct state *st)
{
	const struct instrument *in = instruments_get(&st->a.instruments, st->a.now);
	const char *now = st->a.now;
	struct out *o = st->costs;
	long days;

	cost_item(o, now, "", "SR_cost_per_trade", cost_per_trade(in, &st->recent));
	cost_item(o, now, "", "SR_holding_cost_only", cost_of_holding(in, &st->recent));
	for (int i = 0; i < st->a.rules; i++) {
		const struct rule_pnl *p = &st->weeks.rule[i].pnl;
		const char *rule = st->a.forecast[i].rule;
		struct turnover t = turnover_of(&st->a, i, &days);
		cost_item(o, now, rule, "forecast_turnover_individual", turnover_annual(&t));
		cost_item(o, now, rule, "forecast_days", (double)days);
		cost_item(o, now, rule, "gross_days", (double)p->gross.n);
		cost_item(o, now, rule, "gross_mean", earning_days_mean(&p->gross));
		cost_item(o, now, rule, "gross_stdev", earning_days_stdev(&p->gross));
		cost_item(o, now, rule, "unit_cost_mean", earning_days_mean(&p->costs));
	}
}

static void
finish(struct step *s)
{
	struct state *st = s->state;

	rule_weeks_begin(&st->weeks, &st->a, st->rows);
	while (rule_weeks_next(&st->weeks))
		print_period(s);
	print_costs(st);
	st->recent = (struct cost_recent){ .n = 0 };
}

static void
end(struct step *s)
{
	struct state *st = s->state;

	rule_alone_end(&st->a, s);
}

static const struct state defaults = { .a.finish = finish };

static const struct filter st_returns = {
	.name = "st-returns",
	.summary = "weekly returns of each rule's forecast alone, to fit weights to",
	.opts = opts,
	.defaults = &defaults,
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
