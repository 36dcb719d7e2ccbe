/*
 * st-risk - the annual risk of holding positions in all instruments together, a row a day
 *
 *   $ echo '{"notional_trading_capital":100000}' | st-config - >c
 *   $ printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\nDAX,1,EUR,Equity,1,1,0,0,4\nGOLD,1,USD,Metals,1,1,0,0,4\n' >i
 *   $ printf 'time,instrument,traded,return,stdev,exposure\n2021-01-04,DAX,2,,0.25,0.5\n2021-01-04,GOLD,0,,0.125,0.5\n2021-01-05,DAX,1,,0.25,0.5\n' | st-risk --config=c --instruments=i --column=traded
 *   time,risk.traded
 *   2021-01-04,0.25
 *   2021-01-05,0.125
 *
 * Rows must be in order of time, as st-merge gives them. Risk is the standard deviation
 * of a year's return, as a fraction of capital.
 */
#include <math.h>
#include <stdio.h>

#include "base/die.h"
#include "base/mem.h"
#include "config/config.h"
#include "position/portfolio_day.h"
#include "stream/filter.h"
#include "time/date.h"

struct state {
	const char *config, *instruments, *until;
	struct opt_list columns, priced;
	struct portfolio_day x;
	int *price_column, exposure;
	double **priced_weight;        /* of each column of `priced`, by instrument */
	double *weight, *held;         /* by instrument; of those that are valid */
	struct row *row;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: its instrument_returns_correlation (required)", O_STR, AT(config) },
	{ 0, "instruments", "FILE", "table of instruments: all that there will be (required)", O_STR, AT(instruments) },
	{ 'c', "column", "NAME", "a column of positions, in contracts; repeatable", O_LIST, AT(columns) },
	{ 0, "priced", "NAME", "the same, but a day without an exposure has the last day's weight; repeatable", O_LIST, AT(priced) },
	{ 0, "until", "DAY", "last day of the data: no correlation is estimated for the week that it is in", O_STR, AT(until) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_risk(struct step *s)
{
	struct state *st = s->state;

	if (!st->config || !st->instruments || st->columns.n + st->priced.n == 0)
		die("options --config, --instruments, and --column or --priced are required; see st-risk --help");
	struct config c = config_shared(st->config);
	portfolio_day_open(&st->x, &c, st->instruments, st->until);
	st->weight = mem_alloc((size_t)st->x.n, sizeof *st->weight);
	st->held = mem_alloc((size_t)st->x.n, sizeof *st->held);
	st->priced_weight = mem_alloc((size_t)st->priced.n, sizeof(double *));
	for (int j = 0; j < st->priced.n; j++) {
		st->priced_weight[j] = mem_alloc((size_t)st->x.n, sizeof(double));
		for (int i = 0; i < st->x.n; i++)
			st->priced_weight[j][i] = NAN;
	}
}

static void
add_columns(struct step *s, const struct opt_list *names)
{
	char name[512];

	for (int i = 0; i < names->n; i++) {
		int n = snprintf(name, sizeof name, "risk.%.500s", names->v[i]);
		column_add(s, mem_dup(name, (size_t)n));
	}
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	portfolio_day_head(&st->x, s, &st->columns);
	st->exposure = column_need(s, "exposure");
	st->price_column = column_need_each(s, &st->priced);
	column_none(s);
	column_add(s, "time");
	add_columns(s, &st->columns);
	add_columns(s, &st->priced);
}

static double
risk(struct state *st, const double *weight)
{
	int k = portfolio_day_valid(&st->x, weight);

	for (int i = 0; i < k; i++)
		st->held[i] = weight[st->x.index[i]];
	return covariance_stdev(st->x.matrix, st->held, k);
}

static double
risk_of_contracts(struct state *st, const double *contracts)
{
	for (int i = 0; i < st->x.n; i++)
		st->weight[i] = contracts[i] * st->x.exposure[i];
	return risk(st, st->weight);
}

static void
finish_day(struct step *s)
{
	struct state *st = s->state;
	char date[DATE_MAX];

	if (!portfolio_day_started(&st->x))
		return;
	if (!st->row)
		st->row = row_new(s);
	st->row->c[0].s = (struct slice){ date, date_print(date, st->x.day) };
	for (int i = 0; i < st->columns.n; i++)
		row_set(s, st->row, 1 + i, risk_of_contracts(st, st->x.number[i]));
	for (int i = 0; i < st->priced.n; i++)
		row_set(s, st->row, 1 + st->columns.n + i, risk(st, st->priced_weight[i]));
	row_emit(s, st->row);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;

	if (portfolio_day_turns(&st->x, s, r)) {
		finish_day(s);
		portfolio_day_turn(&st->x, s, r);
	}
	int i = portfolio_day_row(&st->x, s, r);
	for (int j = 0; j < st->priced.n; j++) {
		double weight = row_num(s, r, st->price_column[j]) * row_num(s, r, st->exposure);
		if (!isnan(weight))
			st->priced_weight[j][i] = weight;
	}
}

static const struct filter st_risk = {
	.name = "st-risk",
	.summary = "the annual risk of holding positions in all instruments together, a row a day",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(char),
	.open = open_risk,
	.head = head,
	.row = row,
	.end = finish_day,
};

FILTER_MAIN(st_risk)
