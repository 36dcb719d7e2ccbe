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
#include <math.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "data/instruments.h"
#include "forecast/class_day.h"
#include "forecast/instrument_days.h"
#include "forecast/rule_data.h"
#include "forecast/rule_data_inputs.h"
#include "maths/ewma.h"
#include "stream/filter.h"
#include "time/date.h"

/* A column of the table. */
struct output {
	struct rule_data s;
	int source, column;
	double *all;               /* what is of all instruments: a number a day from st->first on */
};

struct state {
	const char *config, *instruments_path, *universe_path;
	bool check;
	struct instruments traded, universe;
	/* what the table is made of, the panel's columns: normalised returns, raw carry, factors */
	struct rule_data *source;
	struct output *output;
	int sources, outputs;
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

/* ---- what is wanted ---- */

static int
source_of(struct state *st, const struct rule_data *s)
{
	for (int i = 0; i < st->sources; i++)
		if (st->source[i].kind == s->kind && st->source[i].days == s->days)
			return i;
	st->in.moves |= s->kind != SERIES_CLASS_CARRY;
	st->in.carry |= s->kind == SERIES_CLASS_CARRY;
	st->in.prices |= s->mean > 0;
	st->source[st->sources] = *s;
	return st->sources++;
}

static void
read_config(struct state *st)
{
	struct config c = config_load(st->config);
	int n;
	const struct rule_data *s = rule_data_wanted(&c, &n);

	st->source = mem_alloc((size_t)n, sizeof *st->source);
	st->output = mem_alloc((size_t)n, sizeof *st->output);
	for (int i = 0; i < n; i++)
		if (s[i].class_column && s[i].kind != SERIES_ALONE) {
			int source = source_of(st, &s[i]);
			st->output[st->outputs++] = (struct output){ .s = s[i], .source = source };
		}
	st->panel.columns = st->sources;
}

static void
open_class(struct step *s)
{
	struct state *st = s->state;

	if (!st->config)
		die("option --config is required; see st-class --help");
	read_config(st);
	if (st->check)
		exit(st->outputs ? 0 : 1);
	if (!st->instruments_path)
		die("option --instruments is required; see st-class --help");
	st->traded = instruments_read(st->instruments_path);
	st->universe = st->universe_path ? instruments_read(st->universe_path) : st->traded;
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
	for (int i = 0; i < st->outputs; i++)
		st->output[i].column = column_add(s, st->output[i].s.class_column);
}

/* ---- rows ---- */

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	*k = (struct key){ .code = instrument, .asset_class = instruments_get(&st->universe, instrument)->asset_class,
		.i = instrument_days_new(&st->panel), .moves = price_moves_new(), .factor = mem_alloc((size_t)st->sources, sizeof *k->factor) };
	for (int i = 0; i < st->sources; i++)
		if (st->source[i].mean)
			k->factor[i] = moments_new(st->source[i].days);
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
	for (int i = 0; i < st->sources; i++) {
		const struct rule_data *from = &st->source[i];
		x[i] = from->kind == SERIES_CLASS_NORMALISED ? k->moves.normalised :
			from->kind == SERIES_CLASS_CARRY ? row_num(s, r, st->in.raw_carry) :
			rule_data_factor_next(from->kind, &k->factor[i], day, k->moves.fraction);
	}
}

/* ---- the end: day by day over a class's instruments ---- */

/* An output under way. */
struct under_way {
	struct class_day group;
	struct ewma slow;
};

static struct under_way
output_begin(int n)
{
	return (struct under_way){ class_day_new(n), ewma_com(SERIES_SLOW, 0) };
}

/* An output's number of the walk's day. */
static double
number(const struct state *st, const struct output *o, struct under_way *u, const struct instrument_days_walk *w)
{
	if (o->all)
		return o->all[w->day - st->first];
	if (o->s.kind == SERIES_CLASS_NORMALISED)
		return class_day_return(&u->group, w, o->source);
	if (o->s.kind == SERIES_CLASS_CARRY)
		return class_day_carry(&u->group, w, o->source);
	double mean = class_day_factor(&u->group, w, o->source);
	return o->s.mean == MEAN_HISTORY ? ewma_next(&u->slow, mean) : mean;
}

/* What is of all the instruments traded, and so in every class's rows. */
static double *
of_all(const struct state *st, const struct output *o, const int *member, int n)
{
	struct instrument_days_walk w = instrument_days_walk(&st->panel, member, n);
	struct under_way u = output_begin(n);
	int days = st->last - st->first + 1;
	double *all = mem_alloc((size_t)days, sizeof *all);

	for (int i = 0; i < days; i++)
		all[i] = NAN;
	while (instrument_days_next(&w))
		all[w.day - st->first] = number(st, o, &u, &w);
	class_day_free(&u.group);
	return all;
}

static void
print_class(struct step *s, const char *name, const int *member, int n)
{
	struct state *st = s->state;
	struct instrument_days_walk w = instrument_days_walk(&st->panel, member, n);
	struct under_way *u = mem_alloc((size_t)st->outputs, sizeof *u);
	char date[DATE_MAX];

	for (int i = 0; i < st->outputs; i++)
		u[i] = output_begin(n);
	while (instrument_days_next(&w)) {
		st->row->c[0].s = (struct slice){ date, date_print(date, w.day) };
		st->row->c[1].s = slice_of(name);
		row_set(s, st->row, 2, n);
		for (int i = 0; i < st->outputs; i++)
			row_set(s, st->row, st->output[i].column, number(st, &st->output[i], &u[i], &w));
		row_emit(s, st->row);
	}
	for (int i = 0; i < st->outputs; i++)
		class_day_free(&u[i].group);
	free(u);
}

static int
by_code(const void *a, const void *b)
{
	const struct key *const *x = a, *const *y = b;

	return strcmp((*x)->code, (*y)->code);
}

/* Into member those of a class, or (NULL) those traded; how many. */
static int
members(const struct state *st, struct key **k, int n, const char *asset_class, int *member)
{
	int m = 0;

	for (int i = 0; i < n; i++)
		if (asset_class ? strcmp(k[i]->asset_class, asset_class) == 0 : names_get(&st->traded.codes, slice_of(k[i]->code)) >= 0)
			member[m++] = k[i]->i;
	return m;
}

/* Classes in order of their names, those in which something is traded. */
static void
end(struct step *s)
{
	struct state *st = s->state;
	int n = step_keys(s), m, *member = mem_alloc((size_t)n, sizeof *member);
	struct key **k = mem_alloc((size_t)n, sizeof *k);
	struct names classes = { 0 };

	for (int i = 0; i < n; i++)
		k[i] = step_state(s, i, NULL);
	qsort(k, (size_t)n, sizeof(struct key *), by_code);
	m = members(st, k, n, NULL, member);
	for (int i = 0; i < st->outputs && n; i++)
		if (st->output[i].s.mean == MEAN_ALL || st->output[i].s.mean == MEAN_HISTORY)
			st->output[i].all = of_all(st, &st->output[i], member, m);
	for (int i = 0; i < st->traded.codes.n; i++)
		names_put(&classes, slice_of(st->traded.v[i].asset_class));
	classes = names_sorted(&classes);
	st->row = row_new(s);
	for (int i = 0; i < classes.n; i++) {
		m = members(st, k, n, classes.name[i], member);
		print_class(s, classes.name[i], member, m);
	}
	free(member);
	free(k);
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
