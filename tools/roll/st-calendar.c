/*
 * st-calendar - make, infer and check calendars of when contracts are rolled
 *
 *   $ printf 'Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset\nAUD,HMUZ,-5,1,HMUZ,17\n' >rolls
 *   $ printf 'time,instrument,contract,price\n2020-03-12,AUD,20200300,1\n2020-03-12,AUD,20200600,2\n2020-03-12,AUD,20200900,3\n' >prices
 *   $ st-calendar approximate --rolls=rolls prices
 *   time,instrument,current_contract,next_contract,carry_contract
 *   2020-03-13,AUD,20200300,20200600,20200600
 *   2020-06-13,AUD,20200600,20200900,20200900
 *   $ st-calendar adjust --rolls=rolls prices
 *   time,instrument,current_contract,next_contract,carry_contract
 *   2020-03-12,AUD,20200300,20200600,20200600
 */
#include <string.h>

#include "base/die.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "roll/calendar.h"
#include "roll/calendar_by_volume.h"
#include "roll/calendar_from_multiple_prices.h"
#include "roll/calendar_from_parameters.h"
#include "roll/contract_prices.h"
#include "roll/lint.h"
#include "roll/parameters.h"
#include "time/stamp.h"

static struct options {
	const char *rolls, *calendar, *now, *files, *stamp, *instruments;
	bool held_start, no_last, mark_end;
	int days;
	/* from here on not options */
	struct roll_table parameters;
	struct calendars calendars;
	int64_t time;        /* of now */
	int problems;
	struct out out;
} st;

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	{ 0, "rolls", "FILE", "roll parameters, pysystemtrade's rollconfig.csv", O_STR, AT(rolls) },
	{ 0, "calendar", "FILE", "the calendar to adjust or check, a stream or roll_calendars_csv/CODE.csv", O_STR, AT(calendar) },
	{ 0, "now", "TIME", "adjust, volume: end with a row 5 days later for the contract then held", O_STR, AT(now) },
	{ 0, "held-start", NULL, "never begin with a contract outside the hold cycle", O_FLAG, AT(held_start) },
	{ 0, "stamp", "WHICH", "infer: last-old (default) or first-new, the stamp of a roll", O_STR, AT(stamp) },
	{ 0, "no-last", NULL, "infer: leave out the row at the end of the data", O_FLAG, AT(no_last) },
	{ 0, "instruments", "FILE", "lint: instrumentconfig.csv, whose instruments must all have parameters", O_STR, AT(instruments) },
	{ 0, "days", "N", "lint: let prices be missing on N days in a row (default 0)", O_INT, AT(days) },
	{ 0, "files", "DIR", "write DIR/CODE.csv as pysystemtrade has them instead of rows", O_STR, AT(files) },
	{ 0, "mark-end", NULL, "append the column end, 1 where a row is the end of the data and no roll", O_FLAG, AT(mark_end) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-calendar", "[FILE]",
	"make, infer and check calendars of when contracts are rolled", opts };

static void
give(struct calendar *c)
{
	if (st.files)
		calendar_file(st.files, c);
	else
		calendar_print(&st.out, c, st.mark_end);
	calendar_clear(c);
}

/* ---- from contract prices ---- */

static struct calendar
approximate_of(const struct contract_prices *prices)
{
	struct calendar c = { .code = prices->code };

	roll_dates_approximate(&c, roll_table_get(&st.parameters, prices->code), prices, st.held_start);
	return c;
}

static void
approximate_one(struct contract_prices *prices)
{
	struct calendar c = approximate_of(prices);

	give(&c);
}

/* With --now a row is added before too when the calendar was given: its last row is not there to look ahead to. */
static void
adjust_one(struct contract_prices *prices)
{
	const struct roll_parameters *p = st.rolls ? roll_table_get(&st.parameters, prices->code) : NULL;
	struct calendar c;

	if (st.calendar) {
		c = calendar_copy(calendars_get(&st.calendars, prices->code));
		if (st.now)
			roll_dates_extend(&c, p, prices, st.time);
	} else {
		c = approximate_of(prices);
	}
	roll_dates_adjust(&c, prices);
	if (st.now)
		roll_dates_extend(&c, p, prices, st.time);
	give(&c);
}

static void
volume_one(struct contract_prices *prices)
{
	const struct roll_parameters *p = roll_table_get(&st.parameters, prices->code);
	struct calendar c = { .code = prices->code };

	roll_by_volume(&c, p, prices);
	if (st.now)
		roll_dates_extend(&c, p, prices, st.time);
	give(&c);
}

/* ---- check and lint ---- */

static void
check_one(struct contract_prices *prices)
{
	st.problems += lint_calendar(&st.out, calendars_get(&st.calendars, prices->code), prices);
}

static void
lint_one(struct contract_prices *prices)
{
	st.problems += lint_prices(&st.out, &st.parameters, prices, st.days);
}

/* ---- the verbs ---- */

/* Instrument after instrument. */
static void
each(const char *path, void (*open)(struct contract_prices *, const char *), void (*f)(struct contract_prices *))
{
	struct contract_prices prices;

	open(&prices, path);
	while (contract_prices_next(&prices))
		f(&prices);
	calendars_used(&st.calendars, &prices.codes);
}

static void
head(void)
{
	if (!st.files)
		calendar_head(&st.out, st.mark_end);
}

static void
approximate(int n, char **operand)
{
	head();
	each(verb_file(n, operand), contract_prices_open, approximate_one);
}

static void
adjust(int n, char **operand)
{
	head();
	each(verb_file(n, operand), contract_prices_open, adjust_one);
}

static void
volume(int n, char **operand)
{
	head();
	each(verb_file(n, operand), contract_prices_open_volumes, volume_one);
}

static void
infer(int n, char **operand)
{
	head();
	roll_infer_calendars(verb_file(n, operand), st.stamp && strcmp(st.stamp, "first-new") == 0, !st.no_last, give);
}

static void
check(int n, char **operand)
{
	each(verb_file(n, operand), contract_prices_open, check_one);
}

static void
lint(int n, char **operand)
{
	st.problems += lint_tables(&st.out, &st.parameters, st.instruments);
	if (n)
		each(operand[0], contract_prices_open, lint_one);
}

/* Options by their place in opts. */
enum { ROLLS = 1, CALENDAR = 2, NOW = 4, HELD_START = 8, STAMP = 16, NO_LAST = 32, INSTRUMENTS = 64, DAYS = 128, FILES = 256,
	MARK_END = 512 };

static const struct verb verbs[] = {
	{ "approximate", "at the desired dates, between contracts that have prices", approximate, 0, 1, ROLLS, HELD_START | FILES },
	{ "adjust", "on days on which the contracts have prices", adjust, 0, 1, 0, ROLLS | CALENDAR | NOW | HELD_START | FILES | MARK_END },
	{ "volume", "when the next contract is traded more", volume, 0, 1, ROLLS, NOW | FILES | MARK_END },
	{ "infer", "out of multiple prices", infer, 0, 1, 0, STAMP | NO_LAST | FILES | MARK_END },
	{ "check", "has a calendar order and prices?", check, 0, 1, CALENDAR, 0 },
	{ "lint", "will there be prices on every day of every roll?", lint, 0, 1, ROLLS, INSTRUMENTS | DAYS },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

static void
read_options(void)
{
	if (st.rolls)
		st.parameters = roll_table_read(st.rolls);
	if (st.calendar)
		st.calendars = calendars_read(st.calendar);
	if (st.now && !stamp_parse(slice_of(st.now), &st.time))
		opt_bad(&usage, "--now is not a time", st.now);
	if (st.mark_end && st.files)
		die("--mark-end is of rows, and --files writes pysystemtrade's files, which say nothing of ends; "
		    "see st-calendar --help");
	if (st.days < 0)
		opt_bad(&usage, "--days is not 0 or more", "");
	if (st.stamp && strcmp(st.stamp, "first-new") != 0 && strcmp(st.stamp, "last-old") != 0)
		opt_bad(&usage, "--stamp is neither last-old nor first-new", st.stamp);
}

int
main(int argc, char **argv)
{
	struct verb v;

	int i = verb_parse(&usage, verbs, NULL, &st, argc, argv, &v);
	if (v.run == adjust && (!st.calendar || st.now))
		v.needs |= ROLLS;
	verb_check(&usage, &v, &st);
	out_open(&st.out, 1, "stdout");
	read_options();
	v.run(argc - i, argv + i);
	out_flush(&st.out);
	return st.problems > 0;
}
