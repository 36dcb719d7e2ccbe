/*
 * st-cost - what each instrument costs to trade: a table of costs and turnovers
 *
 *   $ echo '{"notional_trading_capital":250000,"percentage_vol_target":20}' >c
 *   $ printf 'instrument,rule,item,value\nGOLD,,turnover_at_portfolio_level,1.5\n' | st-cost --total --config=c
 *   instrument,rule,item,value
 *   GOLD,,turnover_at_portfolio_level,1.5
 *   ,,total_portfolio_level_turnover,1.5
 *   ,,daily_cash_vol_target,3125.0
 *   ,,annual_cash_vol_target,50000.0
 *
 * Reads the rows that st-buffer writes and prints instrument,rule,item,value. With
 * --output the table goes to a file and the rows are passed on, as tee(1) does.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "account/cost_items.h"
#include "account/instrument_costs.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/output.h"
#include "base/warn.h"
#include "config/config.h"
#include "data/instruments.h"
#include "fit/rule_costs.h"
#include "position/traded_column.h"
#include "stream/filter.h"
#include "stream/value_row.h"

struct state {
	const char *config, *instruments_path, *weights_path, *multipliers_path, *output;
	struct opt_list rules;
	struct config cfg;
	struct instruments instruments;
	struct instrument_costs_source source;
	struct out *out;
	struct row *row;      /* of the table */
	struct key *current;  /* with --output: the instrument under way, the only one that is held */
	const char *now;      /* the instrument whose figures are printed */
	bool total, dear;
	double limit;
	int code, item, value; /* with --total and --dear: columns of the table read */
	double turnover;
	struct dear *dearer;
	int dearers;
};

/* An instrument above the limit. */
struct dear {
	const char *instrument;
	double cost;          /* SR units a round trip */
};

struct key {
	const char *code;
	struct instrument_costs *costs; /* NULL once printed */
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config (required)", O_STR, AT(config) },
	{ 0, "instruments", "FILE", "table of instruments (required)", O_STR, AT(instruments_path) },
	{ 0, "weights", "FILE", "instrument weights of st-weights (required)", O_STR, AT(weights_path) },
	{ 0, "multipliers", "FILE", "estimated multipliers of st-divmult", O_STR, AT(multipliers_path) },
	{ 0, "total", NULL, "read such a table instead and append what is true of the whole portfolio", O_FLAG, AT(total) },
	{ 0, "rules", "FILE", "with --total: append each rule's, pooled over these tables; repeatable", O_LIST, AT(rules) },
	{ 0, "dear", NULL, "read such a table instead and print the instruments that are dear to trade, the dearest first",
	    O_FLAG, AT(dear) },
	{ 0, "limit", "SR", "with --dear: dear is what a round trip costs more than this (default 0.01)", O_NUM, AT(limit) },
	{ 'o', "output", "FILE", "write the table there and pass the rows on", O_STR, AT(output) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_cost(struct step *s)
{
	struct state *st = s->state;

	s->plain = st->total || st->dear;
	if (opt_given(&st->limit) && !st->dear)
		die("--limit is of --dear; see st-cost --help");
	if (!(st->limit >= 0))
		die("--limit: below 0: \"%g\"", st->limit);
	if (st->dear && (st->total || st->output))
		die("--dear goes with neither --total nor --output; see st-cost --help");
	if (st->dear)
		return;
	if (!st->config || (!st->total && (!st->instruments_path || !st->weights_path)))
		die("options --config, --instruments and --weights are required; see st-cost --help");
	st->cfg = config_shared(st->config);
	size_daily_target(&st->cfg); /* which dies when it can't be told */
	s->together |= st->output != NULL;
	if (st->total)
		return;
	st->instruments = instruments_shared(st->instruments_path);
	st->source = instrument_costs_open(&st->cfg, st->weights_path, st->multipliers_path);
}

/* The table replaces the rows, unless they are passed on. */
static void
head(struct step *s)
{
	struct state *st = s->state;

	if (st->total || st->dear) {
		st->item = column_need(s, "item");
		st->value = column_need(s, "value");
	}
	if (st->dear) {
		st->code = column_need(s, "instrument");
		value_row_head(s, (const char *[]){ "instrument", "SR_cost_per_trade", NULL });
	}
	if (st->total || st->dear)
		return;
	instrument_costs_head(&st->source, s, traded_column(&st->cfg));
	if (st->output) {
		st->out = output_open(st->output);
		cost_items_head(st->out);
		return;
	}
	value_row_head(s, (const char *[]){ "instrument", "rule", "item", "value", NULL });
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	k->code = instrument;
	k->costs = mem_alloc(1, sizeof *k->costs);
	*k->costs = instrument_costs_new(&st->source, instrument, instruments_get(&st->instruments, instrument)->point_size);
}

static void
count_total(struct step *s, struct row *r)
{
	struct state *st = s->state;
	double x = row_num(s, r, st->value);

	if (slice_is(row_text(s, r, st->item), "turnover_at_portfolio_level") && !isnan(x))
		st->turnover += x;
	row_emit(s, r);
}

/* ---- what is dear ---- */

static void
look_dear(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct slice code = rec_bare(row_text(s, r, st->code));
	double x = row_num(s, r, st->value);

	if (!slice_is(row_text(s, r, st->item), "SR_cost_per_trade"))
		return;
	if (isnan(x))
		warn("%.*s: what a trade costs is not known", SLICE(code));
	if (!(x > st->limit))
		return;
	st->dearer = mem_grow(st->dearer, (size_t)st->dearers + 1, sizeof *st->dearer);
	st->dearer[st->dearers++] = (struct dear){ mem_dup(code.p, code.n), x };
}

static int
dearest_first(const void *a, const void *b)
{
	const struct dear *x = a, *y = b;

	return x->cost != y->cost ? (x->cost < y->cost ? 1 : -1) : strcmp(x->instrument, y->instrument);
}

static void
print_dear(struct step *s)
{
	struct state *st = s->state;

	if (st->dearers)
		qsort(st->dearer, (size_t)st->dearers, sizeof *st->dearer, dearest_first);
	for (int i = 0; i < st->dearers; i++)
		value_row_emit(s, &st->row, (struct slice[]){ slice_of(st->dearer[i].instrument) }, st->dearer[i].cost);
}

/* ---- the table ---- */

static void
print(struct step *s, const char *instrument, const char *rule, const char *item, double value)
{
	struct state *st = s->state;

	if (st->output) {
		cost_item(st->out, instrument, rule, item, value);
		return;
	}
	value_row_emit(s, &st->row, (struct slice[]){ slice_of(instrument), slice_of(rule), slice_of(item) }, value);
}

static void
print_figure(void *step, const char *rule, const char *item, double value)
{
	struct step *s = step;
	const struct state *st = s->state;

	print(s, st->now, rule, item, value);
}

static void
print_rules(struct step *s)
{
	struct state *st = s->state;
	struct rule_costs c = rule_costs_read(&st->cfg, &st->rules);

	for (int i = 0; i < c.instruments.n; i++)
		for (int j = 0; j < c.rules.n; j++) {
			const char *instrument = c.instruments.name[i], *rule = c.rules.name[j];
			if (!(rule_cost_of(&c, i, j)->forecast_days > 0))
				continue;
			print(s, instrument, rule, "forecast_turnover", rule_cost_turnover(&c, i, j));
			print(s, instrument, rule, "SR_cost_forecast", rule_cost_sharpe(&c, i, j));
		}
}

static void
print_instrument(struct step *s, struct key *k)
{
	struct state *st = s->state;

	if (!k || !k->costs)
		return;
	st->now = k->code;
	instrument_costs_items(k->costs, &st->source, instruments_get(&st->instruments, k->code), print_figure, s);
	instrument_costs_free(k->costs);
	free(k->costs);
	k->costs = NULL;
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;

	if (st->dear) {
		look_dear(s, r);
		return;
	}
	if (st->total) {
		count_total(s, r);
		return;
	}
	struct key *k = step_key(s, r);
	if (st->output && k != st->current) {
		print_instrument(s, st->current);
		st->current = k;
	}
	instrument_costs_row(k->costs, &st->source, s, r);
	if (st->output)
		row_emit(s, r);
}

static void
end(struct step *s)
{
	struct state *st = s->state;

	for (int i = 0; i < step_keys(s); i++)
		print_instrument(s, step_state(s, i, NULL));
	print_dear(s);
	if (st->total) {
		if (st->rules.n)
			print_rules(s);
		print(s, "", "", "total_portfolio_level_turnover", st->turnover);
		print(s, "", "", "daily_cash_vol_target", size_daily_target(&st->cfg));
		print(s, "", "", "annual_cash_vol_target", size_annual_target(&st->cfg));
	}
}

static const struct filter st_cost = {
	.name = "st-cost",
	.summary = "what each instrument costs to trade: a table of costs and turnovers",
	.opts = opts,
	.defaults = &(const struct state){ .limit = 0.01 }, /* Carver, Systematic Trading, chapter 12 */
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_cost,
	.head = head,
	.key = key,
	.row = row,
	.end = end,
};

FILTER_MAIN(st_cost)
