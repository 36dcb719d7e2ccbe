#include "data/instruments.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/num.h"
#include "base/warn.h"
#include "stream/table.h"

/* ---- facts, and what they may be ---- */

enum range { ABOVE_ZERO, NOT_BELOW_ZERO, FRACTION };

/* One that is a number; NaN where it is missing. */
static double
fact(const struct table *t, int row, const char *column, enum range range)
{
	int c = table_column(t, column);
	double x = table_num(t, row, c);
	const char *what = range == ABOVE_ZERO && x <= 0 ? "not above zero" : x < 0 ? "below zero" :
	    range == FRACTION && x > 1 ? "above 1, and it is a fraction" : NULL;

	if (what)
		die("%s: column '%s': %s: \"%.80s\"", table_place(t, row), column, what, table_text(t, row, c));
	return x;
}

/* One that must be there. */
static const char *
fact_text(const struct table *t, int row, const char *code, const char *column, const char *what)
{
	const char *s = table_text(t, row, table_column(t, column));

	if (!s[strspn(s, " \t")])
		die("%s: %s has no %s", table_place(t, row), code, what);
	return s;
}

static struct instruments
read_instruments(const char *path)
{
	struct table t = table_read(path);
	struct instruments s = { .path = path, .v = mem_alloc((size_t)t.n, sizeof *s.v) };

	for (int i = 0; i < t.n; i++) {
		const char *code = table_text(&t, i, table_column(&t, "instrument"));
		if (!names_plain(slice_of(code)))
			die("%s: column 'instrument': a control byte in \"%.80s\"", table_place(&t, i), code);
		if (names_put(&s.codes, slice_of(code)) < i)
			die("%s: instrument '%s' twice", table_place(&t, i), code);
		s.v[i] = (struct instrument){
			.currency = mem_text(fact_text(&t, i, code, "currency", "currency")),
			.asset_class = mem_text(table_text(&t, i, table_column(&t, "asset_class"))),
			.point_size = fact(&t, i, "point_size", ABOVE_ZERO),
			.slippage = fact(&t, i, "slippage", NOT_BELOW_ZERO),
			.per_block = fact(&t, i, "per_block", NOT_BELOW_ZERO),
			.percentage = fact(&t, i, "percentage", FRACTION),
			.per_trade = fact(&t, i, "per_trade", NOT_BELOW_ZERO),
			.rolls_per_year = table_num(&t, i, table_column(&t, "rolls_per_year")),
		};
	}
	table_free(&t);
	return s;
}

struct instruments
instruments_read(const char *path)
{
	static struct instruments last;

	if (!last.path || strcmp(path, last.path) != 0) {
		last = read_instruments(path);
		last.path = mem_text(path);
	}
	return last;
}

const struct instrument *
instruments_get(const struct instruments *t, const char *code)
{
	int i = names_get(&t->codes, slice_of(code));

	if (i < 0)
		die("%s: no instrument '%.80s'%s", t->path, code, nearest_of(slice_of(code), t->codes.name, t->codes.n));
	if (isnan(t->v[i].point_size))
		die("%s: %s has no point_size", t->path, code);
	return &t->v[i];
}

double
instrument_cost(const struct instrument *i, double blocks, double price)
{
	double n = fabs(blocks), value = n * (price * i->point_size);
	double commission = fmax(i->per_block * n, i->per_trade);

	/* Python's max keeps its first argument against a NaN, so a missing price costs no percentage. */
	if (i->percentage * value > commission)
		commission = i->percentage * value;
	return n * i->slippage * i->point_size + commission;
}

/* ---- what a config trades ---- */

static void
put_list(struct names *t, const struct config *c, const json_t *v, const char *what)
{
	const json_t *e;
	size_t i;

	if (json_is_string(v)) {
		names_put(t, slice_of(json_string_value(v)));
		return;
	}
	json_array_foreach(v, i, e) {
		if (!json_is_string(e))
			die("%s: '%s' is not a list of instruments", c->path, what);
		names_put(t, slice_of(json_string_value(e)));
	}
}

static void
put_keys(struct names *t, const json_t *v)
{
	for (void *i = json_object_iter((json_t *)v); i; i = json_object_iter_next((json_t *)v, i))
		names_put(t, slice_of(json_object_iter_key(i)));
}

/* Codes that a backtest leaves out altogether. */
static struct names
left_out(const struct config *c)
{
	struct names t = { 0 };
	const json_t *dup = config_get(c, "duplicate_instruments.exclude");

	for (void *i = json_object_iter((json_t *)dup); i; i = json_object_iter_next((json_t *)dup, i))
		put_list(&t, c, json_object_iter_value(i), "duplicate_instruments.exclude");
	put_list(&t, c, config_get(c, "exclude_instrument_lists.ignore_instruments"), "ignore_instruments");
	return t;
}

struct names
instruments_traded(const struct config *c, struct data *d)
{
	struct names all = { 0 }, out = left_out(c), t = { 0 };

	if (config_get(c, "instrument_weights"))
		put_keys(&all, config_get(c, "instrument_weights"));
	else if (config_get(c, "instruments"))
		put_list(&all, c, config_get(c, "instruments"), "instruments");
	else
		all = data_codes(d, "adjusted_prices_csv");
	all = names_sorted(&all);
	for (int i = 0; i < all.n; i++)
		if (names_get(&out, slice_of(all.name[i])) < 0)
			names_put(&t, slice_of(all.name[i]));
	if (!t.n)
		die("%s: no instruments: instrument_weights names none that is not left out", c->path);
	return t;
}

struct names
instruments_not_trading(const struct config *c)
{
	struct names out = left_out(c);

	put_list(&out, c, config_get(c, "exclude_instrument_lists.bad_markets"), "bad_markets");
	put_list(&out, c, config_get(c, "exclude_instrument_lists.trading_restrictions"), "trading_restrictions");
	return out;
}

/* ---- out of pysystemtrade's csvconfig ---- */

/* A csvconfig file as a table. */
static struct table
config_file(struct data *d, const char *name)
{
	struct rec r;

	if (!data_member(d, "csvconfig", name, &r))
		die("no csvconfig/%s.csv in the data", name);
	return table_from(&r);
}

struct names
instruments_universe(struct data *d)
{
	struct table facts = config_file(d, "instrumentconfig");
	struct names all = data_codes(d, "adjusted_prices_csv"), t = { 0 };

	for (int i = 0; i < all.n; i++)
		if (table_find(&facts, table_column(&facts, "Instrument"), all.name[i]) >= 0 &&
		    data_ends(d, "adjusted_prices_csv", all.name[i]).rows)
			names_put(&t, slice_of(all.name[i]));
	return t;
}

static void
print_row(struct out *o, const struct table *t, int row, const struct table *rolls)
{
	static const struct { const char *column; enum range range; } costs[] = { { "Slippage", NOT_BELOW_ZERO },
		{ "PerBlock", NOT_BELOW_ZERO }, { "Percentage", FRACTION }, { "PerTrade", NOT_BELOW_ZERO } };
	const char *code = table_text(t, row, table_column(t, "Instrument"));
	int r = table_find(rolls, table_column(rolls, "Instrument"), code);

	out_field(o, slice_of(code));
	out_char(o, ',');
	out_num(o, fact(t, row, "Pointsize", ABOVE_ZERO));
	out_char(o, ',');
	out_field(o, slice_of(fact_text(t, row, code, "Currency", "currency")));
	out_char(o, ',');
	out_field(o, slice_of(fact_text(t, row, code, "AssetClass", "asset class")));
	for (size_t i = 0; i < sizeof costs / sizeof *costs; i++) {
		out_char(o, ',');
		out_num(o, fact(t, row, costs[i].column, costs[i].range));
	}
	out_char(o, ',');
	if (r >= 0)
		out_int(o, (double)strlen(table_text(rolls, r, table_column(rolls, "HoldRollCycle"))));
	out_char(o, '\n');
}

/* ---- one instrument, two rows ---- */

/* The first column but the description that says another thing in a row than in another; -1 for none. */
static int
other_fact(const struct table *t, int a, int b)
{
	for (int c = 0; c < t->column.n; c++) {
		const char *s = table_text(t, a, c), *u = table_text(t, b, c);
		double x, y;
		if (strcmp(s, u) == 0 || strcmp(t->column.name[c], "Description") == 0)
			continue;
		if (!num_parse(s, strlen(s), &x) || !num_parse(u, strlen(u), &y) || x != y)
			return c;
	}
	return -1;
}

/* Warn once a table of those that have two rows of different facts. */
static void
tell_twice(const struct table *t, const struct names *codes)
{
	int instrument = table_column(t, "Instrument"), n = 0, row = -1, first = -1, column = -1;
	char more[32] = "";

	for (int k = 0; k < codes->n; k++) {
		int used = table_find(t, instrument, codes->name[k]);
		for (int i = used + 1; used >= 0 && i < t->n; i++) {
			int c = strcmp(table_text(t, i, instrument), codes->name[k]) == 0 ? other_fact(t, used, i) : -1;
			if (c >= 0 && !n++) {
				row = i;
				first = used;
				column = c;
			}
		}
	}
	if (n > 1)
		snprintf(more, sizeof more, "; and %d more", n - 1);
	if (n)
		warn("%s: column '%s': %s twice, with %s and %s; the first is used%s", table_place(t, row), t->column.name[column],
		    table_text(t, row, instrument), table_text(t, first, column), table_text(t, row, column), more);
}

static _Noreturn void
no_instrument(const struct table *t, const char *code)
{
	struct nearest near = nearest_to(slice_of(code));

	for (int i = 0; i < t->n; i++)
		nearest_try(&near, table_text(t, i, table_column(t, "Instrument")));
	die("%s: no instrument '%.80s'%s", t->path, code, nearest_said(&near));
}

void
instruments_print(struct out *o, struct data *d, const struct names *codes, char **currency)
{
	struct table t = config_file(d, "instrumentconfig"), rolls = config_file(d, "rollconfig");

	tell_twice(&t, codes);
	tell_twice(&rolls, codes);
	out_str(o, "instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\n");
	for (int i = 0; i < codes->n; i++) {
		int row = table_find(&t, table_column(&t, "Instrument"), codes->name[i]);
		if (row < 0)
			no_instrument(&t, codes->name[i]);
		print_row(o, &t, row, &rolls);
		const char *s = table_text(&t, row, table_column(&t, "Currency"));
		currency[i] = mem_dup(s, strlen(s));
	}
}
