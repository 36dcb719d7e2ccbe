/*
 * st-roll - multiple prices: of the contract held, the one for carry and the one to be rolled into
 *
 *   $ printf 'time,instrument,current_contract,next_contract,carry_contract\n2020-03-11,AUD,20191200,20200300,20200300\n' >calendar
 *   $ printf '2020-03-13,AUD,20200300,20200600,20200600\n2020-06-12,AUD,20200600,20200900,20200900\n' >>calendar
 *   $ printf 'time,instrument,contract,price\n2020-03-12,AUD,20200300,1\n2020-03-13,AUD,20200300,2\n' >prices
 *   $ printf '2020-03-13,AUD,20200600,4\n2020-03-16,AUD,20200600,5\n2020-03-16,AUD,20200900,6\n' >>prices
 *   $ st-roll build --calendar=calendar prices
 *   time,instrument,price,price_contract,carry,carry_contract,forward,forward_contract
 *   2020-03-12,AUD,1.0,20200300,,20200600,,20200600
 *   2020-03-13,AUD,2.0,20200300,4.0,20200600,4.0,20200600
 *   2020-03-16,AUD,5.0,20200600,6.0,20200900,6.0,20200900
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/replacement.h"
#include "base/verb.h"
#include "roll/adjusted_prices.h"
#include "roll/build.h"
#include "roll/calendar.h"
#include "roll/contract_prices.h"
#include "roll/multiple_prices.h"
#include "roll/now.h"
#include "roll/parameters.h"
#include "roll/update.h"
#include "time/stamp_printer.h"

static struct options {
	const char *calendar, *multiple, *adjusted, *rolls, *files;
	/* from here on not options */
	struct roll_table parameters;
	struct out out;
} st;

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	{ 0, "calendar", "FILE", "build: the calendar, a stream or roll_calendars_csv/CODE.csv", O_STR, AT(calendar) },
	{ 0, "multiple", "FILE", "update, now: the multiple prices there are, a stream", O_STR, AT(multiple) },
	{ 0, "adjusted", "DIR", "extend: where the adjusted prices DIR/CODE.csv are", O_STR, AT(adjusted) },
	{ 0, "rolls", "FILE", "now, split: roll parameters, pysystemtrade's rollconfig.csv", O_STR, AT(rolls) },
	{ 0, "files", "DIR", "write files as pysystemtrade has them into DIR instead of rows", O_STR, AT(files) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-roll", "build|split|update|now|extend [FILE]",
	"multiple prices: of the contract held, the one for carry and the one to be rolled into", opts };

static void
give(const struct multiple_prices *m)
{
	if (st.files)
		multiple_prices_file(st.files, m);
	else
		multiple_prices_print(&st.out, m);
}

/* ---- build ---- */

static void
build(const char *path)
{
	struct contract_prices prices;
	struct multiple_prices m = { .n = 0 };

	struct calendars calendars = calendars_read(st.calendar);
	contract_prices_open(&prices, path);
	if (!st.files)
		multiple_prices_head(&st.out);
	while (contract_prices_next(&prices)) {
		m.code = prices.code;
		m.n = 0;
		roll_build(&m, calendars_get(&calendars, prices.code), &prices);
		give(&m);
	}
}

/* ---- split ---- */

/* A price as a bar of one trade: what is known of a contract's day from multiple prices. */
static void
print_bars(struct out *o, const char *code, const struct contract_price_series *s)
{
	struct stamp_printer stamps = stamp_printer_new(false);
	char id[CONTRACT_MAX];

	contract_print(id, s->id);
	for (size_t i = 0; i < s->n; i++) {
		stamp_printer_put(&stamps, o, s->v[i].t);
		if (code) {
			out_char(o, ',');
			out_field(o, slice_of(code));
			out_char(o, ',');
			out_bytes(o, id, sizeof id);
		}
		for (int k = 0; k < 4; k++) {
			out_char(o, ',');
			out_num(o, s->v[i].x);
		}
		out_str(o, ",1\n");
	}
}

static void
write_contract(const char *code, const struct contract_price_series *s)
{
	struct replacement file;
	char *name, *path;

	if (asprintf(&name, "%s_%08d", code, s->id) < 0)
		die("out of memory");
	path = replacement_path(st.files, name);
	replacement_open(&file, path);
	out_str(&file.out, "DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME\n");
	print_bars(&file.out, NULL, s);
	replacement_close(&file);
	free(path);
	free(name);
}

static void
split(const char *path)
{
	struct multiple_prices_reader reader;
	struct multiple_prices m = { .n = 0 };
	struct roll_split s = { .n = 0 };

	multiple_prices_open(&reader, path);
	if (!st.files)
		out_str(&st.out, "time,instrument,contract,open,high,low,price,volume\n");
	while (multiple_prices_next(&reader, &m)) {
		roll_split(&s, &m);
		for (int i = 0; i < s.n; i++)
			if (st.files)
				write_contract(m.code, &s.v[i]);
			else
				print_bars(&st.out, m.code, &s.v[i]);
		if (st.rolls)
			roll_split_warn(&s, &m, roll_table_get(&st.parameters, m.code));
	}
}

/* ---- update and now: what there is and contracts' prices, instrument by instrument ---- */

/* The multiple prices of the contracts' instrument; both have the same ones in the same order. */
static void
read_beside(struct multiple_prices_reader *reader, struct multiple_prices *m, const char *code)
{
	if (!multiple_prices_next(reader, m))
		die("%s: no multiple prices of '%s', which has contract prices", st.multiple, code);
	if (strcmp(m->code, code) != 0)
		die("%s: multiple prices of '%s' where the contract prices are those of '%s'", st.multiple, m->code, code);
}

static void
beside(const char *path, void (*f)(struct multiple_prices *, const struct contract_prices *))
{
	struct contract_prices prices;
	struct multiple_prices_reader reader;
	struct multiple_prices m = { .n = 0 };

	contract_prices_open(&prices, path);
	multiple_prices_open(&reader, st.multiple);
	if (!st.files)
		multiple_prices_head(&st.out);
	while (contract_prices_next(&prices)) {
		read_beside(&reader, &m, prices.code);
		f(&m, &prices);
	}
	if (multiple_prices_next(&reader, &m))
		die("%s: no contract prices of '%s'", st.multiple, m.code);
}

static void
update_one(struct multiple_prices *old, const struct contract_prices *prices)
{
	static struct multiple_prices m;

	m.code = old->code;
	m.n = 0;
	roll_update(&m, old, prices);
	give(&m);
}

static void
update(const char *path)
{
	beside(path, update_one);
}

static void
roll_one(struct multiple_prices *m, const struct contract_prices *prices)
{
	roll_now(m, roll_table_get(&st.parameters, m->code), prices);
	give(m);
}

static void
now(const char *path)
{
	beside(path, roll_one);
}

/* ---- extend ---- */

static void
extend(const char *path)
{
	struct multiple_prices_reader reader;
	struct multiple_prices m = { .n = 0 };
	struct adjusted_prices a = { .n = 0 };

	multiple_prices_open(&reader, path);
	if (!st.files)
		adjusted_prices_head(&st.out);
	while (multiple_prices_next(&reader, &m)) {
		adjusted_prices_read(&a, st.adjusted, m.code);
		adjusted_prices_extend(&a, &m);
		if (st.files)
			adjusted_prices_file(st.files, m.code, &a);
		else
			adjusted_prices_print(&st.out, m.code, &a);
	}
}

/* ---- the program ---- */

/* Options by their place in opts. */
enum { CALENDAR = 1, MULTIPLE = 2, ADJUSTED = 4, ROLLS = 8, FILES = 16 };

static const struct verb verbs[] = {
	{ "build", build, "-", CALENDAR, FILES },
	{ "split", split, "-", 0, ROLLS | FILES },
	{ "update", update, "-", MULTIPLE, FILES },
	{ "now", now, "-", MULTIPLE | ROLLS, FILES },
	{ "extend", extend, "-", ADJUSTED, FILES },
	{ NULL, NULL, NULL, 0, 0 }
};

int
main(int argc, char **argv)
{
	struct verb v = verb_parse(&usage, verbs, &st, argc, argv);
	verb_check(&usage, &v, &st);
	out_open(&st.out, 1, "stdout");
	if (st.rolls)
		st.parameters = roll_table_of(table_read(st.rolls));
	v.run(v.path);
	out_flush(&st.out);
	return 0;
}
