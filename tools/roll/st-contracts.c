/*
 * st-contracts - when contracts expire and are rolled, and which come before and after them
 *
 *   $ printf 'Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset\nCORN,Z,-60,-1,HKNUZ,14\n' >rolls
 *   $ st-contracts --rolls=rolls -i CORN 202212
 *   instrument,contract,letter,expiry,desired_roll,next_held,previous_held,next_priced,previous_priced,carry
 *   CORN,20221200,Z,2022-12-15,2022-10-16,20231200,20211200,20230300,20220900,20220900
 *   $ st-contracts --ids 202003 202003_202006
 *   contract,leg
 *   20200300,20200300
 *   20200300_20200600,20200300
 *   20200300_20200600,20200600
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "roll/contract.h"
#include "roll/cycle.h"
#include "roll/parameters.h"
#include "stream/rec.h"
#include "time/date.h"
#include "time/stamp.h"

enum { SAMPLED = 100 }; /* a chain goes back to contracts expired so many days before now */

static struct options {
	const char *rolls, *instrument, *column, *expiry, *now, *last;
	bool ids, chain, no_offset;
	/* from here on not options */
	struct roll_table parameters;
	int64_t time;        /* of now */
	struct rec in;       /* standard input */
	struct out out;
} st = { .column = "contract" };

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	{ 0, "rolls", "FILE", "roll parameters, pysystemtrade's rollconfig.csv", O_STR, AT(rolls) },
	{ 'i', "instrument", "CODE", "the instrument whose contracts the operands are", O_STR, AT(instrument) },
	{ 'c', "column", "NAME", "the column of standard input that has contracts (default contract)", O_STR, AT(column) },
	{ 0, "expiry", "DATE", "the true expiry of the one contract named", O_STR, AT(expiry) },
	{ 0, "no-offset", NULL, "approximate expiries by the first of the month, without ExpiryOffset", O_FLAG, AT(no_offset) },
	{ 0, "now", "TIME", "count the days from then to the roll and to the expiry too", O_STR, AT(now) },
	{ 0, "chain", NULL, "the contracts to collect prices of at --now, instead", O_FLAG, AT(chain) },
	{ 0, "last", "CONTRACT", "with --chain: the furthest contract in use", O_STR, AT(last) },
	{ 0, "ids", NULL, "print ids in full and their legs instead; they may be spreads", O_FLAG, AT(ids) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-contracts", "[CONTRACT ...]",
	"when contracts expire and are rolled, and which come before and after them", opts };

static const char columns[] = "letter,expiry,desired_roll,next_held,previous_held,next_priced,previous_priced,carry";

/* ---- what is asked about ---- */

/* Die about a text: of standard input's field i, or an operand when i is -1. */
static _Noreturn void
bad(int i, const char *column, const char *what, struct slice s)
{
	if (i >= 0)
		die("%s:%ld: column '%s': %s: \"%.*s\"", st.in.name, st.in.line, column, what, SLICE(s));
	die("%s: \"%.*s\"", what, SLICE(s));
}

static int
contract_of(struct slice s, int i, const char *column)
{
	int id, leg[SPREAD_LEGS];

	if (contract_parse(s, &id))
		return id;
	if (contract_legs(s, leg))
		bad(i, column, "a spread; dates need a single contract", s);
	bad(i, column, "not a contract, YYYYMM or YYYYMMDD", s);
}

static int
date_of_text(struct slice s, int i, const char *column)
{
	int day;

	if (s.n != 10 || !date_parse(s, &day))
		bad(i, column, "not a date", s);
	return day;
}

static const struct roll_parameters *
parameters_of(const char *code)
{
	return roll_table_get(&st.parameters, code);
}

/* ---- a contract's columns ---- */

static void
put_contract(int id)
{
	out_room(&st.out, CONTRACT_MAX);
	st.out.n += contract_print(st.out.buf + st.out.n, id);
}

static void
put_date(int day)
{
	out_room(&st.out, DATE_MAX);
	st.out.n += date_print(st.out.buf + st.out.n, day);
}

/* Whole days from now to a day's midnight, those begun counted before, not after. */
static int64_t
days_until(int day)
{
	int64_t d = stamp_of_day(day) - st.time;

	return d / DAY_SECONDS - (d % DAY_SECONDS < 0);
}

/* known: the day of its true expiry, or NULL. */
static void
put_columns(const struct roll_parameters *p, int id, const int *known)
{
	struct out *o = &st.out;
	int expiry = known ? *known : contract_day(id) + (st.no_offset ? 0 : p->expiry_offset);
	const int near[] = { cycle_next(p->hold, id), cycle_previous(p->hold, id), cycle_next(p->priced, id),
		cycle_previous(p->priced, id), roll_carry(p, id) };

	out_char(o, cycle_letter(id));
	out_char(o, ',');
	put_date(expiry);
	out_char(o, ',');
	put_date(expiry + p->roll_offset);
	for (size_t i = 0; i < sizeof near / sizeof *near; i++) {
		out_char(o, ',');
		put_contract(near[i]);
	}
	if (st.now) {
		out_char(o, ',');
		out_int(o, (double)days_until(expiry + p->roll_offset));
		out_char(o, ',');
		out_int(o, (double)days_until(expiry));
	}
	out_char(o, '\n');
}

/* The header, behind these columns. */
static void
put_head(struct slice before)
{
	struct out *o = &st.out;

	out_bytes(o, before.p, before.n);
	out_char(o, ',');
	out_str(o, columns);
	out_str(o, st.now ? ",days_to_roll,days_to_expiry\n" : "\n");
}

/* A row of a contract that was named. */
static void
put_row(const char *code, int id, const int *known)
{
	out_field(&st.out, slice_of(code));
	out_char(&st.out, ',');
	put_contract(id);
	out_char(&st.out, ',');
	put_columns(parameters_of(code), id, known);
}

/* ---- contracts named, and those of a table ---- */

static void
named(int n, char **v)
{
	int known;

	if (!st.instrument)
		opt_bad(&usage, "contracts need --instrument", v[0]);
	if (st.expiry) {
		known = date_of_text(slice_of(st.expiry), -1, NULL);
		if (n > 1)
			opt_bad(&usage, "--expiry is of one contract, here are more", v[1]);
	}
	put_head(slice_of("instrument,contract"));
	for (int i = 0; i < n; i++)
		put_row(st.instrument, contract_of(slice_of(v[i]), -1, NULL), st.expiry ? &known : NULL);
}

/* Room for a field's value. */
struct text {
	char *p;
	size_t room;
};

/* The value of a field of the current row, whose bytes stay as they are; ended by a NUL. */
static struct slice
value(struct text *t, int i)
{
	struct slice s = st.in.f[i];

	if (s.n >= t->room) {
		t->room = s.n + 64;
		t->p = mem_grow(t->p, t->room, 1);
	}
	s = rec_unquote(s, t->p);
	memmove(t->p, s.p, s.n);
	t->p[s.n] = '\0';
	return (struct slice){ t->p, s.n };
}

/* The columns of standard input; -1 is for one that need not be there. */
struct columns {
	int contract, instrument, known;
};

static struct columns
find_columns(const struct rec *r)
{
	struct columns c = { rec_need(r, st.column), rec_find(r, "instrument"), rec_find(r, "known_expiry") };

	if (st.instrument)
		c.instrument = -1;
	else if (c.instrument < 0)
		rec_need(r, "instrument");
	return c;
}

/* Rows pass as they stand, with the columns of their contract behind. */
static void
table(void)
{
	struct rec *r = &st.in;
	struct text code = { 0 }, contract = { 0 }, expiry = { 0 };

	rec_file(r, "-");
	rec_header(r);
	struct columns c = find_columns(r);
	put_head(r->row);
	while (rec_next(r)) {
		int id = contract_of(value(&contract, c.contract), c.contract, st.column), known;
		bool is_known = c.known >= 0 && value(&expiry, c.known).n;
		if (is_known)
			known = date_of_text(value(&expiry, c.known), c.known, "known_expiry");
		const struct roll_parameters *p = parameters_of(c.instrument < 0 ? st.instrument : value(&code, c.instrument).p);
		out_bytes(&st.out, r->row.p, r->row.n);
		out_char(&st.out, ',');
		put_columns(p, id, is_known ? &known : NULL);
	}
}

/* ---- the chain to collect ---- */

/* From the priced contract behind the furthest in use back to those expired long ago; expiries are the first of the month. */
static void
put_chain(const char *code, int furthest)
{
	const struct roll_parameters *p = parameters_of(code);
	int last = cycle_next(p->priced, furthest), first = last;

	if (stamp_of_day(contract_day(last)) < st.time - SAMPLED * DAY_SECONDS)
		return;
	for (int id = last; stamp_of_day(contract_day(id)) >= st.time - SAMPLED * DAY_SECONDS; id = cycle_previous(p->priced, id))
		first = id;
	for (int id = first; id <= last; id = cycle_next(p->priced, id))
		put_row(code, id, NULL);
}

/* The furthest of the contracts in the last row of each instrument's multiple prices. */
static void
chains(void)
{
	static const char *const names[] = { "price_contract", "carry_contract", "forward_contract" };
	struct rec *r = &st.in;
	struct names codes = { 0 };
	int column[3], *furthest = NULL;

	rec_file(r, "-");
	rec_header(r);
	int instrument = rec_need(r, "instrument");
	for (int k = 0; k < 3; k++)
		column[k] = rec_need(r, names[k]);
	while (rec_next(r)) {
		int i = names_put(&codes, rec_text(r, instrument)), most = 0;
		for (int k = 0; k < 3; k++) {
			int id = contract_of(rec_text(r, column[k]), column[k], names[k]);
			most = id > most ? id : most;
		}
		furthest = mem_grow(furthest, (size_t)codes.n, sizeof *furthest);
		furthest[i] = most;
	}
	for (int i = 0; i < codes.n; i++)
		put_chain(codes.name[i], furthest[i]);
}

/* ---- ids ---- */

static void
put_legs(struct slice s, int i)
{
	int leg[SPREAD_LEGS], n = contract_legs(s, leg);

	if (!n) {
		leg[0] = contract_of(s, i, st.column);
		n = 1;
	}
	for (int k = 0; k < n; k++) {
		for (int j = 0; j < n; j++) {
			if (j)
				out_char(&st.out, '_');
			put_contract(leg[j]);
		}
		out_char(&st.out, ',');
		put_contract(leg[k]);
		out_char(&st.out, '\n');
	}
}

static void
ids(int n, char **v)
{
	struct rec *r = &st.in;

	out_str(&st.out, "contract,leg\n");
	for (int i = 0; i < n; i++)
		put_legs(slice_of(v[i]), -1);
	if (n)
		return;
	rec_file(r, "-");
	rec_header(r);
	int column = rec_need(r, st.column);
	while (rec_next(r))
		put_legs(rec_text(r, column), column);
}

/* ---- the program ---- */

static void
read_options(int operands)
{
	if (!st.ids && !st.rolls)
		opt_bad(&usage, "option --rolls is missing", "");
	if (st.rolls)
		st.parameters = roll_table_of(table_read(st.rolls));
	if (st.now && !stamp_parse(slice_of(st.now), &st.time))
		opt_bad(&usage, "--now is not a time", st.now);
	if (st.chain && !st.now)
		opt_bad(&usage, "--chain needs --now", "");
	if (st.last && (!st.chain || !st.instrument))
		opt_bad(&usage, "--last needs --chain and --instrument", st.last);
	if (st.chain && operands)
		opt_bad(&usage, "--chain takes no contracts", "");
	if (st.expiry && !operands)
		opt_bad(&usage, "--expiry needs a contract named", st.expiry);
}

int
main(int argc, char **argv)
{
	int i = opt_parse(&usage, &st, argc, argv);
	read_options(argc - i);
	out_open(&st.out, 1, "stdout");
	if (st.ids) {
		ids(argc - i, argv + i);
	} else if (st.chain) {
		put_head(slice_of("instrument,contract"));
		if (st.last)
			put_chain(st.instrument, contract_of(slice_of(st.last), -1, NULL));
		else
			chains();
	} else if (i < argc) {
		named(argc - i, argv + i);
	} else {
		table();
	}
	out_flush(&st.out);
	return 0;
}
