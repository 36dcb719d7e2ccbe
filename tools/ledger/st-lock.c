/*
 * st-lock - instruments of which nothing new is sent
 *
 *   $ st-ledger init --home=.
 *   $ export ST_HOME=. ST_NOW='2020-01-03 14:00:00'
 *   $ st-lock add CORN GOLD --why='exchange is closed'
 *   $ st-lock remove GOLD
 *   $ st-lock list
 *   {"instrument":"CORN","owner":"user","time":"2020-01-03 14:00:00","why":"exchange is closed"}
 */
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "base/warn.h"
#include "ledger/instrument_locks.h"
#include "ledger/listing.h"
#include "ledger/options.h"
#include "ledger/proposals.h"

static struct options {
	struct ledger_options ledger;
	const char *owner, *why;
	bool csv;
	/* from here on not options */
	struct ledger l;
	struct out out;
	int status;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT };

static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 0, "owner", "NAME", "whose locks: user, break, unknown, reject, overfill, drift (user)", O_STR,
	    offsetof(struct options, owner) },
	{ 0, "why", "TEXT", "add: a word for who finds it locked", O_STR, offsetof(struct options, why) },
	{ 'c', "csv", NULL, "list: as CSV instead of NDJSON", O_FLAG, offsetof(struct options, csv) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-lock", "[INSTRUMENT ...]", "instruments of which nothing new is sent", opts };

static void
list(int n, char **operand)
{
	(void)n, (void)operand;
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	ledger_list(&st.out, instrument_locks_all(&st.l), st.csv);
}

/* Nothing changed is a no. */
static void
end(void)
{
	st.status = ledger_options_end(&st.l, &st.ledger, &st.out) ? 0 : 1;
}

static void
add(int n, char **operand)
{
	for (int i = 0; i < n; i++)
		ledger_options_names(NULL, operand[i]);
	ledger_options_begin(&st.l, &st.ledger, "add");
	for (int i = 0; i < n; i++)
		if (!instrument_locks_add(&st.l, operand[i], "user", st.why))
			warn("%s is locked already", operand[i]);
	end();
}

static void
take_off(int n, char **operand)
{
	const char *owner = st.owner ? st.owner : "user";

	ledger_options_begin(&st.l, &st.ledger, "remove");
	for (int i = 0; i < n; i++)
		if (!instrument_locks_remove(&st.l, operand[i], owner))
			warn("%s has no lock of %s's", operand[i], owner);
	end();
}

static void
clear(int n, char **operand)
{
	(void)n, (void)operand;
	if (!ledger_options_confirm(&st.ledger, "take off every lock, whosever it is")) {
		st.status = 1;
		return;
	}
	ledger_options_begin(&st.l, &st.ledger, "clear");
	instrument_locks_clear(&st.l);
	end();
}

static bool
let_pass(struct ledger *l, json_t *order, const struct order_record *r)
{
	bool locked = instrument_locks_any(l, r->instrument);

	(void)order;
	if (locked)
		warn("%s is locked: no order of %s's", r->instrument, r->strategy);
	return !locked;
}

static void
apply(int n, char **operand)
{
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	proposals_each(&st.l, verb_file(n, operand), &st.out, let_pass);
}

/* Options by their place in opts. */
enum { OWNER = 1 << LEDGER_OPTION_COUNT, WHY = OWNER << 1, CSV = WHY << 1 };

static const struct verb verbs[] = {
	{ "list", "those that are locked, by whom, since when, why", list, 0, 0, 0, LEDGER_READS | CSV },
	{ "add", "lock them", add, 1, VERB_ANY, 0, LEDGER_CHANGES | WHY },
	{ "remove", "take off what was locked by hand, or --owner's locks", take_off, 1, VERB_ANY, 0, LEDGER_CHANGES | OWNER },
	{ "clear", "take off all locks", clear, 0, 0, 0, LEDGER_ASKS },
	{ "apply", "a filter: proposed orders, but those of locked instruments", apply, 0, 1, 0, LEDGER_READS },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	return verb_main(&usage, verbs, NULL, &st, &st.out, &st.status, argc, argv);
}
