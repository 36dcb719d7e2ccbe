/*
 * st-spawn - contract orders made of instrument orders, in the contracts that are priced now
 *
 *   $ st-synth --instruments=1 --years=1 --output=data
 *   $ st-ledger init --home=.
 *   $ export ST_HOME=. ST_NOW='2001-01-02 23:30:00'
 *   $ echo '{"strategy":"trend","instrument":"EQ_NORTH","trade":3}' | st-stack put
 *   {"id":1,"strategy":"trend","instrument":"EQ_NORTH","trade":3}
 *   $ st-spawn
 *   $ st-stack list contract --csv | cut -d, -f1-5,18-20
 *   id,level,parent,strategy,instrument,contract,trade,fill
 *   1,contract,1,trend,EQ_NORTH,20010300,3,0
 */
#include "base/opt.h"
#include "base/out.h"
#include "data/data_folder.h"
#include "ledger/options.h"
#include "ledger/stack.h"
#include "trade/spawning.h"

static struct options {
	struct ledger_options ledger;
	const char *data;
	/* from here on not options */
	struct ledger l;
	struct out out;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT };

static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 'd', "data", "PATH", "the data folder that says which contract is priced (default $ST_HOME/data)", O_STR,
	    offsetof(struct options, data) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-spawn", "[ID]",
	"contract orders made of instrument orders, in the contracts that are priced now", opts };

int
main(int argc, char **argv)
{
	int i = opt_parse(&usage, &st, argc, argv);
	int64_t id = 0;

	if (argc - i > 1)
		opt_bad(&usage, "one order at most", argv[i + 1]);
	if (i < argc)
		id = stack_id(argv[i]);
	out_open(&st.out, 1, "stdout");
	struct data *data = data_open(st.data ? st.data : ledger_options_path(&st.ledger, "data"));
	ledger_options_begin(&st.l, &st.ledger, NULL);
	spawning_run(&st.l, data, id);
	int events = ledger_options_end(&st.l, &st.ledger, &st.out);
	out_flush(&st.out);
	return events ? 0 : 1;
}
