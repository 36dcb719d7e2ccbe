/*
 * st-override - strategies and instruments that are traded less than they ask for, or not at all
 *
 *   $ st-ledger init --home=.
 *   $ export ST_HOME=. ST_NOW='2020-01-03 14:00:00'
 *   $ st-override set 0.5 --instrument=CORN --why='thin in summer'
 *   $ st-override set close --strategy=slow --instrument=CORN
 *   $ st-override list
 *   {"instrument":"CORN","value":0.5,"name":"multiplier","why":"thin in summer"}
 *   {"strategy":"slow","instrument":"CORN","value":0.0,"name":"close"}
 */
#include <strings.h>

#include "base/die.h"
#include "base/json.h"
#include "base/nearest.h"
#include "base/num.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "base/warn.h"
#include "ledger/listing.h"
#include "ledger/options.h"
#include "ledger/overrides.h"
#include "ledger/proposals.h"
#include "order/override.h"

static struct options {
	struct ledger_options ledger;
	const char *strategy, *instrument, *why;
	bool down, csv;
	/* from here on not options */
	struct ledger l;
	struct out out;
	int status;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT };

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 's', "strategy", "NAME", "set: of this strategy", O_STR, AT(strategy) },
	{ 'i', "instrument", "CODE", "set: of this instrument", O_STR, AT(instrument) },
	{ 0, "why", "TEXT", "set: a word for who finds it", O_STR, AT(why) },
	{ 0, "down", NULL, "apply: round what a multiplier leaves of a short away from nothing, as pysystemtrade", O_FLAG, AT(down) },
	{ 'c', "csv", NULL, "list: as CSV instead of NDJSON", O_FLAG, AT(csv) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-override", "[VALUE]",
	"strategies and instruments that are traded less than they ask for, or not at all", opts };

/* ---- a value as it is said; the last two words are pysystemtrade's ---- */

static const struct {
	const char *word;
	double value;
} words[] = {
	{ "none", OVERRIDE_NONE }, { "close", OVERRIDE_CLOSE }, { "no-trading", OVERRIDE_NO_TRADING },
	{ "reduce-only", OVERRIDE_REDUCE_ONLY }, { "notrade", OVERRIDE_NO_TRADING }, { "reduce", OVERRIDE_REDUCE_ONLY },
};
enum { WORDS = sizeof words / sizeof *words };

static _Noreturn void
no_such(const char *text)
{
	struct nearest near = nearest_to(slice_of(text));

	for (int i = 0; i < WORDS; i++)
		nearest_try(&near, words[i].word);
	die("no such override: \"%.80s\"%s; it may be a number from 0 to 1", text, nearest_said(&near));
}

static double
value_of(const char *text)
{
	double x;

	for (int i = 0; i < WORDS; i++)
		if (strcasecmp(text, words[i].word) == 0)
			return words[i].value;
	if (!num_parse(text, strlen(text), &x))
		no_such(text);
	if (!(x >= 0 && x <= 1))
		die("no number from 0 to 1: \"%.80s\"", text);
	return x + 0; /* there is no -0 */
}

/* ---- verbs ---- */

static void
list(int n, char **operand)
{
	(void)n, (void)operand;
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	ledger_list(&st.out, overrides_all(&st.l), st.csv);
}

static void
set(int n, char **operand)
{
	double value = value_of(operand[0]);

	(void)n;
	if (!st.strategy && !st.instrument)
		die("whose? give --strategy, --instrument or both");
	ledger_options_names(st.strategy, st.instrument);
	ledger_options_begin(&st.l, &st.ledger, "set");
	overrides_set(&st.l, st.strategy ? st.strategy : "", st.instrument ? st.instrument : "", value, st.why);
	if (ledger_options_end(&st.l, &st.ledger, &st.out) == 0) {
		warn("it is %s already", operand[0]);
		st.status = 1;
	}
}

static void
clear(int n, char **operand)
{
	(void)n, (void)operand;
	if (!ledger_options_confirm(&st.ledger, "take off every override")) {
		st.status = 1;
		return;
	}
	ledger_options_begin(&st.l, &st.ledger, "clear");
	overrides_clear(&st.l);
	st.status = ledger_options_end(&st.l, &st.ledger, &st.out) ? 0 : 1;
}

/* What is left of the order's trade; one that No-trading forbids says so: what is on its way is not to be traded against then. */
static bool
cut(struct ledger *l, json_t *order, const struct order_record *r)
{
	double value = overrides_get(l, r->strategy, r->instrument);

	order_record_cut(order, override_apply(value, proposals_held(l, r), r->trade, st.down), "override", override_name(value));
	if (value == OVERRIDE_NO_TRADING)
		json_object_set_new(order, "no_trading", json_true());
	return true;
}

static void
apply(int n, char **operand)
{
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	proposals_each(&st.l, verb_file(n, operand), &st.out, cut);
}

/* Options by their place in opts. */
enum { STRATEGY = 1 << LEDGER_OPTION_COUNT, INSTRUMENT = STRATEGY << 1, WHY = INSTRUMENT << 1, DOWN = WHY << 1, CSV = DOWN << 1 };

static const struct verb verbs[] = {
	{ "list", "what was set, of whom, why", list, 0, 0, 0, LEDGER_READS | CSV },
	{ "set", "to close, no-trading, reduce-only, none, or a number from 0 to 1", set, 1, 1, 0,
	    LEDGER_CHANGES | STRATEGY | INSTRUMENT | WHY },
	{ "clear", "take off all of them", clear, 0, 0, 0, LEDGER_ASKS },
	{ "apply", "a filter: proposed orders, each cut to what is allowed", apply, 0, 1, 0, LEDGER_READS | DOWN },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	return verb_main(&usage, verbs, NULL, &st, &st.out, &st.status, argc, argv);
}
