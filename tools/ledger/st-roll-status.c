/*
 * st-roll-status - how far each instrument is with rolling, and the orders that roll it
 *
 *   $ st-synth --instruments=1 --years=1 --output=data
 *   $ st-ledger init --home=.
 *   $ export ST_HOME=. ST_NOW='2001-01-02 23:30:00'
 *   $ st-balance trade trend EQ_NORTH 20010300 --quantity=3 --price=1500 -y
 *   $ st-roll-status set EQ_NORTH Force -y
 *   $ st-roll-status orders
 *   $ st-stack list contract --csv | cut -d, -f1,4,18-20
 *   id,strategy,contract,trade,fill
 *   2,_ROLL_PSEUDO_STRATEGY,20010300 20010600,-3 3,0 0
 */
#include <string.h>

#include "base/die.h"
#include "base/nearest.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "base/warn.h"
#include "data/data_folder.h"
#include "ledger/held.h"
#include "ledger/listing.h"
#include "ledger/options.h"
#include "ledger/roll_states.h"
#include "roll/contract.h"
#include "trade/contract_choice.h"
#include "trade/force_rolls.h"

static struct options {
	struct ledger_options ledger;
	const char *data, *by;
	bool csv;
	/* from here on not options */
	struct ledger l;
	struct out out;
	int status;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT };

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 'd', "data", "PATH", "the data folder that says which contract is priced (default $ST_HOME/data)", O_STR, AT(data) },
	{ 0, "by", "RULE", "set: the rule that sets it, not a person", O_STR, AT(by) },
	{ 'c', "csv", NULL, "list: as CSV instead of NDJSON", O_FLAG, AT(csv) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-roll-status", "[INSTRUMENT [STATE]]",
	"how far each instrument is with rolling, and the orders that roll it", opts };

static struct data *
open_data(void)
{
	return data_open(st.data ? st.data : ledger_options_path(&st.ledger, "data"));
}

static void
list(int n, char **operand)
{
	(void)n, (void)operand;
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	ledger_list(&st.out, roll_states_all(&st.l), st.csv);
}

/* ---- set and next: what may follow depends on what is held of the priced contract ---- */

static int64_t
held_of_priced(const char *instrument)
{
	char contract[CONTRACT_MAX + 1];
	struct contract_choice c;
	struct wrong w;

	if (!contract_choice_read(&c, open_data(), instrument, &w))
		die("%s", w.text);
	contract[contract_print(contract, c.priced)] = '\0';
	contract_choice_free(&c);
	return held_of_contract(&st.l, instrument, contract);
}

static enum roll_state
state_of(const char *text)
{
	struct nearest near = nearest_to(slice_of(text));
	enum roll_state s;

	if (roll_state_named(slice_of(text), &s))
		return s;
	for (int i = 0; i < ROLL_STATES; i++)
		nearest_try(&near, roll_state_name[i]);
	die("no roll state: \"%s\"%s", text, nearest_said(&near));
}

static void
set(int n, char **operand)
{
	enum roll_state state = state_of(operand[1]);
	struct wrong w;

	(void)n;
	if (!ledger_options_confirm(&st.ledger, "change how the instrument is rolled")) {
		st.status = 1;
		return;
	}
	ledger_options_begin(&st.l, &st.ledger, "set");
	switch (roll_states_put(&st.l, operand[0], state, held_of_priced(operand[0]), st.by, &w)) {
	case ROLL_STATES_WRONG:
		warn("%s: %s", operand[0], w.text);
		st.status = 1;
		return;
	case ROLL_STATES_SAME:
		warn("%s is in %s already", operand[0], operand[1]);
		st.status = 1;
		return;
	case ROLL_STATES_PUT:
		ledger_options_end(&st.l, &st.ledger, &st.out);
	}
}

/* The one to recommend first. */
static void
next(int n, char **operand)
{
	enum roll_state states[ROLL_STATES];

	(void)n;
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	int states_n = roll_state_next(roll_states_get(&st.l, operand[0]), held_of_priced(operand[0]), states);
	for (int i = 0; i < states_n; i++)
		out_say(&st.out, "%s\n", roll_state_name[states[i]]);
}

static void
orders(int n, char **operand)
{
	struct data *data = open_data();

	ledger_options_begin(&st.l, &st.ledger, "orders");
	force_rolls_put(&st.l, data, n ? operand[0] : NULL);
	st.status = ledger_options_end(&st.l, &st.ledger, &st.out) ? 0 : 1;
}

/* Options by their place in opts. */
enum { DATA = 1 << LEDGER_OPTION_COUNT, BY = DATA << 1, CSV = BY << 1 };

static const struct verb verbs[] = {
	{ "list", "the state of each instrument that has one said", list, 0, 0, 0, LEDGER_READS | CSV },
	{ "next", "INSTRUMENT: what may follow, the one to recommend first", next, 1, 1, 0, LEDGER_READS | DATA },
	{ "set", "INSTRUMENT STATE: what is next", set, 2, 2, 0, LEDGER_ASKS | DATA | BY },
	{ "orders", "put the orders of forced rolls; 1 if there are none to be put", orders, 0, 1, 0, LEDGER_CHANGES | DATA },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	return verb_main(&usage, verbs, NULL, &st, &st.out, &st.status, argc, argv);
}
