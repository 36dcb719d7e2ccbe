/*
 * st-halt - stop trading at once: everything, a strategy, an instrument
 *
 *   $ st-ledger init --home=.
 *   $ export ST_HOME=. ST_NOW='2020-01-03 14:00:00'
 *   $ st-halt --why='prices look wrong'
 *   $ st-halt --instrument=CORN --reduce-only
 *   $ st-halt list
 *   {"kind":"halt","by":"user","time":"2020-01-03 14:00:00","why":"prices look wrong"}
 *   {"instrument":"CORN","kind":"reduce-only","by":"user","time":"2020-01-03 14:00:00"}
 */
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "base/warn.h"
#include "ledger/halts.h"
#include "ledger/listing.h"
#include "ledger/options.h"

static struct options {
	struct ledger_options ledger;
	const char *strategy, *instrument, *why;
	bool reduce_only, csv;
	/* from here on not options */
	struct ledger l;
	struct out out;
	int status;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT };

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 's', "strategy", "NAME", "set: of this strategy alone", O_STR, AT(strategy) },
	{ 'i', "instrument", "CODE", "set: of this instrument alone", O_STR, AT(instrument) },
	{ 'r', "reduce-only", NULL, "set: what makes a position smaller may go", O_FLAG, AT(reduce_only) },
	{ 0, "why", "TEXT", "set: a word for who finds it", O_STR, AT(why) },
	{ 'c', "csv", NULL, "list: as CSV instead of NDJSON", O_FLAG, AT(csv) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-halt", "",
	"stop trading at once: everything, a strategy, an instrument", opts };

static void
set(int n, char **operand)
{
	struct halts h = {
		.strategy = st.strategy ? st.strategy : "", .instrument = st.instrument ? st.instrument : "",
		.kind = st.reduce_only ? HALTS_REDUCE_ONLY : HALTS_ALL, .by = HALTS_USER
	};

	(void)n, (void)operand;
	ledger_options_names(st.strategy, st.instrument);
	ledger_options_begin(&st.l, &st.ledger, "set");
	halts_put(&st.l, &h, st.why);
	if (ledger_options_end(&st.l, &st.ledger, &st.out) == 0) {
		warn("it is halted already");
		st.status = 1;
	}
}

static void
list(int n, char **operand)
{
	(void)n, (void)operand;
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	ledger_list(&st.out, halts_all(&st.l), st.csv);
}

/* Options by their place in opts. */
enum {
	STRATEGY = 1 << LEDGER_OPTION_COUNT, INSTRUMENT = STRATEGY << 1, REDUCE_ONLY = INSTRUMENT << 1, WHY = REDUCE_ONLY << 1,
	CSV = WHY << 1
};

static const struct verb verbs[] = {
	{ "set", "halt it: what st-halt does without a verb, and never asks", set, 0, 0, 0,
	    LEDGER_ASKS | STRATEGY | INSTRUMENT | REDUCE_ONLY | WHY },
	{ "list", "what is halted, by whom, since when, why", list, 0, 0, 0, LEDGER_READS | CSV },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	return verb_main(&usage, verbs, verbs, &st, &st.out, &st.status, argc, argv);
}
