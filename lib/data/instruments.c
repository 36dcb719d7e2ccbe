#include "data/instruments.h"

#include <math.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "stream/table.h"

/* ---- facts, and what they may be ---- */

double
instruments_fact(const struct table *t, int row, const char *column, enum instruments_range range)
{
	int c = table_column(t, column);
	double x = table_num(t, row, c);
	const char *what = range == INSTRUMENTS_ABOVE_ZERO && x <= 0 ? "not above zero" : x < 0 ? "below zero" :
	    range == INSTRUMENTS_FRACTION && x > 1 ? "above 1, and it is a fraction" : NULL;

	if (what)
		die("%s: column '%s': %s: \"%.80s\"", table_place(t, row), column, what, table_text(t, row, c));
	return x;
}

const char *
instruments_fact_text(const struct table *t, int row, const char *code, const char *column, const char *what)
{
	const char *s = table_text(t, row, table_column(t, column));

	if (!s[strspn(s, " \t")])
		die("%s: %s has no %s", table_place(t, row), code, what);
	return s;
}

struct instruments
instruments_read(const char *path)
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
			.currency = mem_text(instruments_fact_text(&t, i, code, "currency", "currency")),
			.asset_class = mem_text(table_text(&t, i, table_column(&t, "asset_class"))),
			.point_size = instruments_fact(&t, i, "point_size", INSTRUMENTS_ABOVE_ZERO),
			.slippage = instruments_fact(&t, i, "slippage", INSTRUMENTS_NOT_BELOW_ZERO),
			.per_block = instruments_fact(&t, i, "per_block", INSTRUMENTS_NOT_BELOW_ZERO),
			.percentage = instruments_fact(&t, i, "percentage", INSTRUMENTS_FRACTION),
			.per_trade = instruments_fact(&t, i, "per_trade", INSTRUMENTS_NOT_BELOW_ZERO),
			.rolls_per_year = table_num(&t, i, table_column(&t, "rolls_per_year")),
		};
	}
	table_free(&t);
	return s;
}

struct instruments
instruments_shared(const char *path)
{
	static struct instruments last;

	if (!last.path || strcmp(path, last.path) != 0) {
		last = instruments_read(path);
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

void
instruments_put_list(struct names *t, const struct config *c, const json_t *v, const char *what)
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

struct names
instruments_left_out(const struct config *c)
{
	struct names t = { 0 };
	const json_t *dup = config_get(c, "duplicate_instruments.exclude");

	for (void *i = json_object_iter((json_t *)dup); i; i = json_object_iter_next((json_t *)dup, i))
		instruments_put_list(&t, c, json_object_iter_value(i), "duplicate_instruments.exclude");
	instruments_put_list(&t, c, config_get(c, "exclude_instrument_lists.ignore_instruments"), "ignore_instruments");
	return t;
}

struct names
instruments_not_trading(const struct config *c)
{
	struct names out = instruments_left_out(c);

	instruments_put_list(&out, c, config_get(c, "exclude_instrument_lists.bad_markets"), "bad_markets");
	instruments_put_list(&out, c, config_get(c, "exclude_instrument_lists.trading_restrictions"), "trading_restrictions");
	return out;
}
