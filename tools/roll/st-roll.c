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
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "roll/adjusted_prices.h"
#include "roll/calendar.h"
#include "roll/contract_prices.h"
#include "roll/contracts_from_multiple.h"
#include "roll/multiple_from_calendar.h"
#include "roll/multiple_prices.h"
#include "roll/multiple_update.h"
#include "roll/pair.h"
#include "roll/parameters.h"
#include "roll/roll_to_forward.h"
#include "roll/unpriced.h"

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
static const struct opt_usage usage = { "st-roll", "[FILE]",
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
build(int n, char **operand)
{
	struct contract_prices prices;
	struct multiple_prices m = { .n = 0 };

	struct calendars calendars = calendars_read(st.calendar);
	contract_prices_open(&prices, verb_file(n, operand));
	if (!st.files)
		multiple_prices_head(&st.out);
	while (contract_prices_next(&prices)) {
		m.code = prices.code;
		m.n = 0;
		roll_build(&m, calendars_get(&calendars, prices.code), &prices);
		unpriced_tell_before(&m);
		unpriced_tell_end(&m, &prices);
		give(&m);
	}
}

/* ---- split ---- */

static void
split(int n, char **operand)
{
	struct multiple_prices_reader reader;
	struct multiple_prices m = { .n = 0 };
	struct roll_split s = { .n = 0 };

	multiple_prices_open(&reader, verb_file(n, operand));
	if (!st.files)
		roll_split_head(&st.out);
	while (multiple_prices_next(&reader, &m)) {
		roll_split(&s, &m);
		if (st.files)
			roll_split_files(st.files, m.code, &s);
		else
			roll_split_print(&st.out, m.code, &s);
		if (st.rolls)
			roll_split_warn(&s, &m, roll_table_get(&st.parameters, m.code));
	}
}

/* ---- update and now: what there is and contracts' prices, instrument by instrument ---- */

static void
open_pair(struct roll_pair *p, int n, char **operand)
{
	roll_pair_open(p, verb_file(n, operand), st.multiple);
	if (!st.files)
		multiple_prices_head(&st.out);
}

static void
update(int n, char **operand)
{
	struct roll_pair p;
	struct multiple_prices m = { .n = 0 };

	open_pair(&p, n, operand);
	while (roll_pair_next(&p)) {
		m.code = p.multiple.code;
		m.n = 0;
		roll_update(&m, &p.multiple, &p.contracts);
		unpriced_tell_end(&m, NULL);
		give(&m);
	}
}

static void
now(int n, char **operand)
{
	struct roll_pair p;

	open_pair(&p, n, operand);
	while (roll_pair_next(&p)) {
		roll_now(&p.multiple, roll_table_get(&st.parameters, p.multiple.code), &p.contracts);
		give(&p.multiple);
	}
}

/* ---- extend ---- */

static void
extend(int n, char **operand)
{
	struct multiple_prices_reader reader;
	struct multiple_prices m = { .n = 0 };
	struct adjusted_prices a = { .n = 0 };

	multiple_prices_open(&reader, verb_file(n, operand));
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
	{ "build", "out of a calendar and contracts' prices", build, 0, 1, CALENDAR, FILES },
	{ "split", "into contracts' prices", split, 0, 1, 0, ROLLS | FILES },
	{ "update", "with new prices of contracts, while nothing is rolled", update, 0, 1, MULTIPLE, FILES },
	{ "now", "roll into the forward contract", now, 0, 1, MULTIPLE | ROLLS, FILES },
	{ "extend", "continue adjusted prices with them, while nothing is rolled", extend, 0, 1, ADJUSTED, FILES },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	struct verb v;

	int i = verb_parse(&usage, verbs, NULL, &st, argc, argv, &v);
	verb_check(&usage, &v, &st);
	out_open(&st.out, 1, "stdout");
	if (st.rolls)
		st.parameters = roll_table_read(st.rolls);
	v.run(argc - i, argv + i);
	out_flush(&st.out);
	return 0;
}
