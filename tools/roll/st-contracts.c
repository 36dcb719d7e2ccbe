/*
 * st-contracts - when contracts expire and are rolled, and which come before and after them
 *
 *   $ printf 'Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset\nCORN,Z,-60,-1,HKNUZ,14\n' >rolls
 *   $ st-contracts --rolls=rolls -i CORN 202212
 *   instrument,contract,letter,expiry,desired_roll,next_held,previous_held,next_priced,previous_priced,carry
 *   CORN,20221200,Z,2022-12-15,2022-10-16,20231200,20211200,20230300,20220900,20220900
 *   $ st-contracts legs 202003 202003_202006
 *   contract,leg
 *   20200300,20200300
 *   20200300_20200600,20200300
 *   20200300_20200600,20200600
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "roll/collect.h"
#include "roll/contract.h"
#include "roll/contract_dates.h"
#include "roll/contract_field.h"
#include "roll/furthest.h"
#include "roll/parameters.h"
#include "stream/rec.h"
#include "time/stamp.h"

static struct options {
	const char *rolls, *instrument, *column, *expiry, *now_text, *last;
	bool no_offset;
	/* from here on not options */
	struct roll_table parameters;
	int64_t time;
	const int64_t *now;  /* &time, NULL without --now */
	struct rec in;       /* standard input */
	struct out out;
} st;

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	{ 0, "rolls", "FILE", "roll parameters, pysystemtrade's rollconfig.csv", O_STR, AT(rolls) },
	{ 'i', "instrument", "CODE", "the instrument whose contracts the operands are", O_STR, AT(instrument) },
	{ 'c', "column", "NAME", "the column of standard input that has contracts (default contract)", O_STR, AT(column) },
	{ 0, "expiry", "DATE", "the true expiry of the one contract named", O_STR, AT(expiry) },
	{ 0, "no-offset", NULL, "approximate expiries by the first of the month, without ExpiryOffset", O_FLAG, AT(no_offset) },
	{ 0, "now", "TIME", "count the days from then to the roll and to the expiry too", O_STR, AT(now_text) },
	{ 0, "last", "CONTRACT", "chain: the furthest contract in use", O_STR, AT(last) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-contracts", "[CONTRACT ...]",
	"when contracts expire and are rolled, and which come before and after them", opts };

static const struct contract_field typed = { NULL, NULL };

/* Standard input, past its header. */
static void
open_input(void)
{
	rec_file(&st.in, "-");
	rec_header(&st.in);
}

/* ---- dates: of contracts named, or behind the columns of a table ---- */

/* known: the day of its true expiry, or NULL. */
static struct contract_dates
dates_of(const char *code, int id, const int *known)
{
	const struct roll_parameters *p = roll_table_get(&st.parameters, code);

	return contract_dates_of(p, id, known ? *known : st.no_offset ? contract_day(id) : roll_expiry(p, id));
}

static void
put_row(const char *code, int id, const int *known)
{
	struct contract_dates d = dates_of(code, id, known);

	out_field(&st.out, slice_of(code));
	out_char(&st.out, ',');
	contract_put(&st.out, id);
	out_char(&st.out, ',');
	contract_dates_print(&st.out, &d, st.now);
}

static void
put_head(struct slice before)
{
	out_bytes(&st.out, before.p, before.n);
	out_char(&st.out, ',');
	contract_dates_head(&st.out, st.now);
}

static void
named(int n, char **contract)
{
	int known;

	if (!st.instrument)
		opt_bad(&usage, "contracts need --instrument", contract[0]);
	if (st.expiry) {
		known = contract_field_day(typed, slice_of(st.expiry));
		if (n > 1)
			opt_bad(&usage, "--expiry is of one contract, here are more", contract[1]);
	}
	put_head(slice_of("instrument,contract"));
	for (int i = 0; i < n; i++)
		put_row(st.instrument, contract_field_id(typed, slice_of(contract[i])), st.expiry ? &known : NULL);
}

/* The columns of a table; instrument -1: --instrument is that of all rows; known -1: no row has an expiry. */
struct columns {
	int contract, instrument, known;
};

/* A row passes as it stands, the dates of its contract behind. */
static void
put_behind(const struct rec *r, struct columns c)
{
	char *contract = rec_copy(r, c.contract), *expiry = c.known < 0 ? NULL : rec_copy(r, c.known);
	char *code = c.instrument < 0 ? NULL : rec_copy(r, c.instrument);
	bool is_known = expiry && *expiry;
	int id = contract_field_id((struct contract_field){ r, st.column }, slice_of(contract)), known;

	if (is_known)
		known = contract_field_day((struct contract_field){ r, "known_expiry" }, slice_of(expiry));
	struct contract_dates d = dates_of(code ? code : st.instrument, id, is_known ? &known : NULL);
	out_bytes(&st.out, r->row.p, r->row.n);
	out_char(&st.out, ',');
	contract_dates_print(&st.out, &d, st.now);
	free(contract);
	free(expiry);
	free(code);
}

static void
table(void)
{
	if (st.expiry)
		opt_bad(&usage, "--expiry needs a contract named", st.expiry);
	open_input();
	struct columns c = { rec_named(&st.in, st.column), -1, rec_find(&st.in, "known_expiry") };
	if (!st.instrument)
		c.instrument = rec_need(&st.in, "instrument");
	put_head(st.in.row);
	while (rec_next(&st.in))
		put_behind(&st.in, c);
}

static void
dates(int n, char **contract)
{
	if (n)
		named(n, contract);
	else
		table();
}

/* ---- chain: the contracts to collect ---- */

static void
put_chain(const char *code, int furthest)
{
	const struct roll_parameters *p = roll_table_get(&st.parameters, code);
	int first, last;

	if (!roll_collect(p, furthest, st.time, &first, &last))
		return;
	for (int id = first; id <= last; id = cycle_next(p->priced, id))
		put_row(code, id, NULL);
}

static void
chains(void)
{
	open_input();
	struct roll_furthest f = roll_furthest_read(&st.in);
	for (int i = 0; i < f.codes.n; i++)
		put_chain(f.codes.name[i], f.id[i]);
}

static void
chain(int n, char **operand)
{
	(void)n;
	(void)operand;
	if (st.last && !st.instrument)
		opt_bad(&usage, "--last needs --instrument", st.last);
	put_head(slice_of("instrument,contract"));
	if (st.last)
		put_chain(st.instrument, contract_field_id(typed, slice_of(st.last)));
	else
		chains();
}

/* ---- legs ---- */

static void
put_legs(struct contract_field at, struct slice s)
{
	int leg[SPREAD_LEGS], n = contract_field_legs(at, s, leg);

	for (int k = 0; k < n; k++) {
		for (int j = 0; j < n; j++) {
			if (j)
				out_char(&st.out, '_');
			contract_put(&st.out, leg[j]);
		}
		out_char(&st.out, ',');
		contract_put(&st.out, leg[k]);
		out_char(&st.out, '\n');
	}
}

static void
legs(int n, char **contract)
{
	out_str(&st.out, "contract,leg\n");
	for (int i = 0; i < n; i++)
		put_legs(typed, slice_of(contract[i]));
	if (n)
		return;
	open_input();
	int column = rec_named(&st.in, st.column);
	while (rec_next(&st.in))
		put_legs((struct contract_field){ &st.in, st.column }, rec_text(&st.in, column));
}

/* ---- the program ---- */

/* Options by their place in opts. */
enum { ROLLS = 1, INSTRUMENT = 2, COLUMN = 4, EXPIRY = 8, NO_OFFSET = 16, NOW = 32, LAST = 64 };

static const struct verb verbs[] = {
	{ "dates", "of contracts named, or of a table's behind its columns (default)", dates, 0, VERB_ANY, ROLLS,
		INSTRUMENT | COLUMN | EXPIRY | NO_OFFSET | NOW },
	{ "chain", "of the contracts to collect prices of at --now", chain, 0, 0, ROLLS | NOW, INSTRUMENT | NO_OFFSET | LAST },
	{ "legs", "ids in full and their legs; they may be spreads", legs, 0, VERB_ANY, 0, COLUMN },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	struct verb v;

	int i = verb_parse(&usage, verbs, verbs, &st, argc, argv, &v);
	verb_check(&usage, &v, &st);
	if (!st.column)
		st.column = "contract";
	if (st.rolls)
		st.parameters = roll_table_read(st.rolls);
	if (st.now_text && !stamp_parse(slice_of(st.now_text), &st.time))
		opt_bad(&usage, "--now is not a time", st.now_text);
	st.now = st.now_text ? &st.time : NULL;
	out_open(&st.out, 1, "stdout");
	v.run(argc - i, argv + i);
	out_flush(&st.out);
	return 0;
}
