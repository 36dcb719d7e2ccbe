/*
 * st-class - what asset classes do from day to day: medians of returns and carry, means of factors
 *
 *   $ echo '{"trading_rules":{"r":{"function":"ewmac_calc_vol","data":"rawdata.normalised_price_for_asset_class"}}}' >c
 *   $ printf 'instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\n' >i
 *   $ printf 'GOLD,1,USD,Metals,0,0,0,0,4\nIRON,1,USD,Metals,0,0,0,0,4\n' >>i
 *   $ printf 'time,instrument,adjusted,vol\n2021-01-04,GOLD,10,2\n2021-01-05,GOLD,13,4\n2021-01-04,IRON,5,1\n2021-01-05,IRON,5,1\n' | \
 *     st-class --config=c --instruments=i
 *   time,asset_class,members,normalised
 *   2021-01-04,Metals,2,
 *   2021-01-05,Metals,2,0.75
 *
 * The columns are those that the config's rules look at: st-raw takes the table by --classes.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "data/instruments.h"
#include "forecast/class_columns.h"
#include "stream/filter.h"
#include "time/date.h"

enum { TIME, CLASS, MEMBERS, COLUMNS }; /* of the table */

struct state {
	const char *config, *instruments_path, *universe_path;
	bool check;
	struct instruments traded, universe;
	struct class_columns columns;
	struct rule_data_inputs in;
	struct instrument_days panel;
	int first, last;           /* days of all rows */
	struct row *row;
};

struct key {
	const char *code, *asset_class;
	int i;                     /* in the panel */
	struct price_moves moves;
	struct moments *factor;    /* of each source that is one */
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: its trading_rules (required)", O_STR, AT(config) },
	{ 0, "instruments", "FILE", "table of the instruments traded (required)", O_STR, AT(instruments_path) },
	{ 0, "universe", "FILE", "table of all that make up the classes (default: those traded)", O_STR, AT(universe_path) },
	{ 0, "check", NULL, "only tell by the exit status if the config's rules want the table", O_FLAG, AT(check) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct state defaults = { .first = INT_MAX, .last = INT_MIN };

static void
open_class(struct step *s)
{
	struct state *st = s->state;

	if (!st->config)
		die("option --config is required; see st-class --help");
	struct config c = config_shared(st->config);
	st->columns = class_columns_of(&c, &st->in);
	st->panel.columns = st->columns.sources;
	if (st->check)
		exit(st->columns.n ? 0 : 1);
	if (!st->instruments_path)
		die("option --instruments is required; see st-class --help");
	st->traded = instruments_shared(st->instruments_path);
	st->universe = st->universe_path ? instruments_shared(st->universe_path) : st->traded;
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	rule_data_inputs_head(&st->in, s);
	column_none(s);
	column_add(s, "time");
	column_add(s, "asset_class");
	column_add_int(s, "members");
	for (int i = 0; i < st->columns.n; i++)
		column_add(s, st->columns.v[i].s.class_column);
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	*k = (struct key){ .code = instrument, .asset_class = instruments_get(&st->universe, instrument)->asset_class,
		.i = instrument_days_new(&st->panel), .moves = price_moves_new(),
		.factor = mem_alloc((size_t)st->panel.columns, sizeof *k->factor) };
	for (int i = 0; i < st->panel.columns; i++)
		if (st->columns.source[i].mean)
			k->factor[i] = moments_new(st->columns.source[i].days);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);
	int day = row_day(s, r);
	double *x = instrument_days_add(&st->panel, k->i, day);

	st->first = day < st->first ? day : st->first;
	st->last = day > st->last ? day : st->last;
	rule_data_inputs_next(&st->in, &k->moves, s, r);
	for (int i = 0; i < st->panel.columns; i++) {
		const struct rule_data *from = &st->columns.source[i];
		x[i] = from->kind == SERIES_CLASS_NORMALISED ? k->moves.normalised :
			from->kind == SERIES_CLASS_CARRY ? row_num(s, r, st->in.raw_carry) :
			rule_data_factor_next(from->kind, &k->factor[i], day, k->moves.fraction);
	}
}

/* ---- the end: day by day over a class's instruments ---- */

static void
print_class(struct step *s, const char *name, const int *member, int n)
{
	struct state *st = s->state;
	struct instrument_days_walk w = instrument_days_walk(&st->panel, member, n);
	struct class_columns_at *at = class_columns_begin(&st->columns, n);
	char date[DATE_MAX];

	while (instrument_days_next(&w)) {
		st->row->c[TIME].s = (struct slice){ date, date_print(date, w.day) };
		st->row->c[CLASS].s = slice_of(name);
		row_set(s, st->row, MEMBERS, n);
		for (int i = 0; i < st->columns.n; i++)
			row_set(s, st->row, COLUMNS + i, class_columns_value(&st->columns, i, at, &w));
		row_emit(s, st->row);
	}
	class_columns_end(&st->columns, at);
}

/* Into member those of a class, or (NULL) those traded; how many. */
static int
members(const struct step *s, const char *asset_class, int *member)
{
	const struct state *st = s->state;
	int n = 0;

	for (int i = 0; i < step_keys(s); i++) {
		const struct key *k = step_state(s, i, NULL);
		if (asset_class ? strcmp(k->asset_class, asset_class) == 0 : names_get(&st->traded.codes, slice_of(k->code)) >= 0)
			member[n++] = k->i;
	}
	return n;
}

/* Classes in order of their names, those in which something is traded. */
static void
end(struct step *s)
{
	struct state *st = s->state;
	int n = step_keys(s), *member = mem_alloc((size_t)n, sizeof *member);
	struct names classes = { 0 };

	step_sort(s);
	if (n)
		class_columns_all(&st->columns, &st->panel, member, members(s, NULL, member), st->first, st->last);
	for (int i = 0; i < st->traded.codes.n; i++)
		names_put(&classes, slice_of(st->traded.v[i].asset_class));
	classes = names_sorted(&classes);
	st->row = row_new(s);
	for (int i = 0; i < classes.n; i++)
		print_class(s, classes.name[i], member, members(s, classes.name[i], member));
	free(member);
}

static const struct filter st_class = {
	.name = "st-class",
	.summary = "what asset classes do from day to day: medians of returns and carry, means of factors",
	.opts = opts,
	.defaults = &defaults,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_class,
	.head = head,
	.key = key,
	.row = row,
	.end = end,
};

FILTER_MAIN(st_class)
