/*
 * st-position - what strategies and contracts hold, now or at a time, and how they came to it
 *
 *   $ st-ledger init --home=.
 *   $ st-position list --home=. --csv
 *   strategy,instrument,contract,position,time
 *   $ st-position breaks --home=.
 */
#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "ledger/listing.h"
#include "ledger/options.h"
#include "ledger/positions.h"
#include "roll/contract.h"

static struct options {
	struct ledger_options ledger;
	struct positions which;
	const char *at;
	bool csv;
	/* from here on not options */
	struct ledger l;
	struct out out;
	int status;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT };

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 's', "strategy", "NAME", "what this strategy holds", O_STR, AT(which.strategy) },
	{ 'i', "instrument", "CODE", "of this instrument", O_STR, AT(which.instrument) },
	{ 0, "contract", "ID", "what is held of this contract, YYYYMM or YYYYMMDD", O_STR, AT(which.contract) },
	{ 0, "by", "KIND", "strategy, what strategies hold, or contract, what contracts do", O_STR, AT(which.by) },
	{ 0, "at", "TIME", "list: what was held then, UTC", O_STR, AT(at) },
	{ 'c', "csv", NULL, "CSV instead of NDJSON", O_FLAG, AT(csv) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-position", "",
	"what strategies and contracts hold, now or at a time, and how they came to it", opts };

/* A contract by all of its digits, as the ledger has it. */
static const char *
contract_of(const char *text)
{
	int id;

	if (!contract_parse(slice_of(text), &id))
		die("--contract: neither YYYYMM nor YYYYMMDD: \"%.80s\"", text);
	return mem_format("%08d", id);
}

static void
open_to_read(void)
{
	const char *by = st.which.by;

	ledger_options_names(st.which.strategy, st.which.instrument);
	if (by && strcmp(by, "strategy") != 0 && strcmp(by, "contract") != 0)
		die("--by: neither strategy nor contract: \"%.80s\"", by);
	if (st.which.contract)
		st.which.contract = contract_of(st.which.contract);
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
}

static void
list(int n, char **operand)
{
	int64_t time = ledger_options_time(st.at, "--at", INT64_MAX);

	(void)n, (void)operand;
	open_to_read();
	ledger_list(&st.out, positions_at(&st.l, &st.which, time), st.csv);
}

static void
history(int n, char **operand)
{
	(void)n, (void)operand;
	open_to_read();
	ledger_list(&st.out, positions_history(&st.l, &st.which), st.csv);
}

static void
breaks(int n, char **operand)
{
	(void)n, (void)operand;
	open_to_read();
	st.status = ledger_list(&st.out, positions_breaks(&st.l), st.csv) > 0;
}

/* Options by their place in opts. */
enum {
	STRATEGY = 1 << LEDGER_OPTION_COUNT, INSTRUMENT = STRATEGY << 1, CONTRACT = INSTRUMENT << 1, BY = CONTRACT << 1, TIME = BY << 1,
	CSV = TIME << 1, WHICH = STRATEGY | INSTRUMENT | CONTRACT | BY
};

static const struct verb verbs[] = {
	{ "list", "what is held", list, 0, 0, 0, LEDGER_READS | WHICH | TIME | CSV },
	{ "history", "each change, with the execution and the orders it came from", history, 0, 0, 0, LEDGER_READS | WHICH | CSV },
	{ "breaks", "instruments whose contracts and strategies differ; 1 if there are any", breaks, 0, 0, 0, LEDGER_READS | CSV },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	return verb_main(&usage, verbs, NULL, &st, &st.out, &st.status, argc, argv);
}
