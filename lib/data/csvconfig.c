#include "data/csvconfig.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/num.h"
#include "base/warn.h"
#include "data/data_folder.h"
#include "data/instruments.h"
#include "stream/table.h"

static void
put_keys(struct names *t, const json_t *v)
{
	for (void *i = json_object_iter((json_t *)v); i; i = json_object_iter_next((json_t *)v, i))
		names_put(t, slice_of(json_object_iter_key(i)));
}

struct names
csvconfig_traded(const struct config *c, struct data *d)
{
	struct names all = { 0 }, out = instruments_left_out(c), t = { 0 };

	if (config_get(c, "instrument_weights"))
		put_keys(&all, config_get(c, "instrument_weights"));
	else if (config_get(c, "instruments"))
		instruments_put_list(&all, c, config_get(c, "instruments"), "instruments");
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

/* A csvconfig file as a table. */
static struct table
config_file(struct data *d, const char *name)
{
	struct rec r;

	if (!data_member(d, "csvconfig", name, &r))
		die("no csvconfig/%s.csv in the data", name);
	return table_from(&r);
}

/* The first row of each code, -1 where there is none; the caller's. */
static int *
rows_of(const struct table *t, const struct names *codes)
{
	int *row = mem_alloc((size_t)codes->n + 1, sizeof *row), instrument = table_column(t, "Instrument");

	for (int k = 0; k < codes->n; k++)
		row[k] = -1;
	for (int i = t->n - 1; i >= 0; i--) {
		int k = names_get(codes, slice_of(table_text(t, i, instrument)));
		if (k >= 0)
			row[k] = i;
	}
	return row;
}

struct names
csvconfig_universe(struct data *d)
{
	struct table facts = config_file(d, "instrumentconfig");
	struct names all = data_codes(d, "adjusted_prices_csv"), t = { 0 };
	int *row = rows_of(&facts, &all);

	for (int i = 0; i < all.n; i++)
		if (row[i] >= 0 && data_ends(d, "adjusted_prices_csv", all.name[i]).rows)
			names_put(&t, slice_of(all.name[i]));
	free(row);
	return t;
}

static void
print_row(struct out *o, const struct table *t, int row, const struct table *rolls, int roll)
{
	static const struct { const char *column; enum instruments_range range; } costs[] = { { "Slippage", INSTRUMENTS_NOT_BELOW_ZERO },
		{ "PerBlock", INSTRUMENTS_NOT_BELOW_ZERO }, { "Percentage", INSTRUMENTS_FRACTION }, { "PerTrade", INSTRUMENTS_NOT_BELOW_ZERO } };
	const char *code = table_text(t, row, table_column(t, "Instrument"));

	out_field(o, slice_of(code));
	out_char(o, ',');
	out_num(o, instruments_fact(t, row, "Pointsize", INSTRUMENTS_ABOVE_ZERO));
	out_char(o, ',');
	out_field(o, slice_of(instruments_fact_text(t, row, code, "Currency", "currency")));
	out_char(o, ',');
	out_field(o, slice_of(instruments_fact_text(t, row, code, "AssetClass", "asset class")));
	for (size_t i = 0; i < sizeof costs / sizeof *costs; i++) {
		out_char(o, ',');
		out_num(o, instruments_fact(t, row, costs[i].column, costs[i].range));
	}
	out_char(o, ',');
	if (roll >= 0)
		out_int(o, (double)strlen(table_text(rolls, roll, table_column(rolls, "HoldRollCycle"))));
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

/* Warn once a table of those that have two rows of different facts: of the first code that has. */
static void
tell_twice(const struct table *t, const struct names *codes, const int *used)
{
	int instrument = table_column(t, "Instrument"), n = 0, row = -1, first = -1, column = -1, code = codes->n;
	char more[32] = "";

	for (int i = 0; i < t->n; i++) {
		int k = names_get(codes, slice_of(table_text(t, i, instrument)));
		int c = k >= 0 && i > used[k] ? other_fact(t, used[k], i) : -1;
		n += c >= 0;
		if (c >= 0 && k < code) {
			code = k;
			row = i;
			first = used[k];
			column = c;
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
csvconfig_print(struct out *o, struct data *d, const struct names *codes, char **currency)
{
	struct table t = config_file(d, "instrumentconfig"), rolls = config_file(d, "rollconfig");
	int *fact = rows_of(&t, codes), *roll = rows_of(&rolls, codes);

	tell_twice(&t, codes, fact);
	tell_twice(&rolls, codes, roll);
	out_str(o, "instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\n");
	for (int i = 0; i < codes->n; i++) {
		int row = fact[i];
		if (row < 0)
			no_instrument(&t, codes->name[i]);
		print_row(o, &t, row, &rolls, roll[i]);
		const char *s = table_text(&t, row, table_column(&t, "Currency"));
		currency[i] = mem_dup(s, strlen(s));
	}
	free(fact);
	free(roll);
}
