/*
 * st-stack - the stacks of orders: of instruments, of contracts, at the broker
 *
 *   $ st-ledger init --home=.
 *   $ export ST_HOME=. ST_NOW='2020-01-03 21:00:00'
 *   $ echo '{"strategy":"trend","instrument":"CORN","trade":3}' | st-stack put
 *   {"id":1,"strategy":"trend","instrument":"CORN","trade":3}
 *   $ echo '{"strategy":"trend","instrument":"CORN","trade":5}' | st-stack put
 *   {"id":2,"strategy":"trend","instrument":"CORN","trade":2}
 *   $ st-stack list instrument --csv | cut -d, -f1-6
 *   id,level,strategy,instrument,trade,fill
 *   1,instrument,trend,CORN,3,0
 *   2,instrument,trend,CORN,2,0
 */
#include <string.h>

#include "base/die.h"
#include "base/json.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "base/warn.h"
#include "ledger/instrument_orders.h"
#include "ledger/options.h"
#include "ledger/stack.h"
#include "stream/ndjson.h"
#include "trade/cross_orders.h"

static struct options {
	struct ledger_options ledger;
	const char *since, *until, *instrument;
	double price;
	bool by_hand, partial, zero, done, csv;
	/* from here on not options */
	struct ledger l;
	struct out out;
	int status;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT };

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 0, "by-hand", NULL, "put: as they are, whatever is on its way already", O_FLAG, AT(by_hand) },
	{ 0, "partial", NULL, "complete: what is filled in part is completed too", O_FLAG, AT(partial) },
	{ 0, "zero", NULL, "complete: so is what is not filled at all", O_FLAG, AT(zero) },
	{ 0, "done", NULL, "list: those too that are done and still on the stack", O_FLAG, AT(done) },
	{ 0, "since", "TIME", "history: those made from then on", O_STR, AT(since) },
	{ 0, "until", "TIME", "history: those made before then", O_STR, AT(until) },
	{ 'i', "instrument", "CODE", "net: of this instrument", O_STR, AT(instrument) },
	{ 0, "price", "PRICE", "net: at which they change hands, of a contract", O_NUM, AT(price) },
	{ 'c', "csv", NULL, "list, history: as CSV instead of NDJSON", O_FLAG, AT(csv) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-stack", "[FILE | LEVEL [ID ...]]",
	"the stacks of orders: of instruments, of contracts, at the broker", opts };

/* A no: said once, and nothing is changed. */
static void
refuse(const char *place, long line, const struct wrong *w)
{
	if (line)
		warn("%s:%ld: %s", place, line, w->text);
	else
		warn("%s", w->text);
	st.status = 1;
}

static void
end(void)
{
	if (st.status == 0)
		st.status = ledger_options_end(&st.l, &st.ledger, &st.out) ? 0 : 1;
}

/* ---- put: all or nothing ---- */

/* The order as it was put, with its number; nothing of one that is on its way already. */
static void
say_put(struct out *o, int64_t id, int64_t trade, const struct order_record *r)
{
	if (id)
		out_say(o, "{\"id\":%lld,\"strategy\":\"%s\",\"instrument\":\"%s\",\"trade\":%lld}\n", (long long)id, r->strategy,
		    r->instrument, (long long)trade);
}

static bool
put_one(struct out *said, const json_t *o, struct wrong *w)
{
	struct order_record r;

	if (!order_record_of_json(o, &r, w))
		return false;
	int64_t id = st.by_hand ? instrument_orders_put_by_hand(&st.l, &r) : instrument_orders_put(&st.l, &r, w);
	if (id == INSTRUMENT_ORDERS_WRONG)
		return false;
	say_put(said, id, id ? instrument_orders_trade(&st.l, id) : 0, &r);
	return true;
}

/* The first one is waited for before anything is begun: what cuts proposed orders may write to the ledger until then. */
static void
put_lines(struct out *said, struct ndjson *in)
{
	struct wrong w;
	json_t *o;
	enum ndjson_got got = ndjson_next(in, &o, &w);

	ledger_options_begin(&st.l, &st.ledger, "put");
	for (; got == NDJSON_OBJECT; got = ndjson_next(in, &o, &w)) {
		bool right = put_one(said, o, &w);
		json_decref(o);
		if (!right) {
			refuse(in->name, in->line, &w);
			return;
		}
	}
	if (got == NDJSON_WRONG)
		die("%s", w.text);
}

static void
put(int n, char **operand)
{
	enum { MOST = 1 << 20 }; /* bytes of a line */
	struct ndjson in;
	struct out said;

	out_memory(&said);
	ndjson_file(&in, verb_file(n, operand), MOST);
	put_lines(&said, &in);
	end();
	if (st.status == 0 && !st.ledger.dry_run)
		out_bytes(&st.out, said.buf, said.n);
}

/* ---- to be read ---- */

static void
list(int n, char **operand)
{
	(void)n;
	enum stack_level level = stack_level_of(operand[0]);
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	stack_list(&st.out, &st.l, level, st.done, st.csv);
}

static void
show(int n, char **operand)
{
	enum stack_level level = stack_level_of(operand[0]);

	(void)n;
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	if (!stack_show(&st.out, &st.l, level, stack_id(operand[1]))) {
		warn("no %s order %s", operand[0], operand[1]);
		st.status = 1;
	}
}

static void
history(int n, char **operand)
{
	enum stack_level level = stack_level_of(operand[0]);
	int64_t since = ledger_options_time(st.since, "--since", INT64_MIN), until = ledger_options_time(st.until, "--until", INT64_MAX);

	(void)n;
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	stack_history(&st.out, &st.l, level, since, until, st.csv);
}

/* ---- to be changed ---- */

/* Do it with each order that is named: LEVEL ID …; all or none. */
static void
each(const char *verb, int n, char **operand, bool (*with)(enum stack_level level, int64_t id, struct wrong *w))
{
	enum stack_level level = stack_level_of(operand[0]);
	struct wrong w;

	ledger_options_begin(&st.l, &st.ledger, verb);
	for (int i = 1; i < n && st.status == 0; i++)
		if (!with(level, stack_id(operand[i]), &w))
			refuse(NULL, 0, &w);
	end();
}

static bool
lock_one(enum stack_level level, int64_t id, struct wrong *w)
{
	return stack_lock(&st.l, level, id, true, w);
}

static bool
unlock_one(enum stack_level level, int64_t id, struct wrong *w)
{
	return stack_lock(&st.l, level, id, false, w);
}

static bool
cancel_one(enum stack_level level, int64_t id, struct wrong *w)
{
	return stack_try_cancel(&st.l, level, id, w);
}

static void
lock(int n, char **operand)
{
	each("lock", n, operand, lock_one);
}

static void
unlock(int n, char **operand)
{
	each("unlock", n, operand, unlock_one);
}

static void
cancel(int n, char **operand)
{
	each("cancel", n, operand, cancel_one);
}

static void
release(int n, char **operand)
{
	struct wrong w;

	ledger_options_begin(&st.l, &st.ledger, "release");
	for (int i = 0; i < n && st.status == 0; i++)
		if (!stack_release(&st.l, stack_id(operand[i]), &w))
			refuse(NULL, 0, &w);
	end();
}

static void
complete(int n, char **operand)
{
	const struct completion_rule rule = { st.partial, st.zero, false };

	ledger_options_begin(&st.l, &st.ledger, "complete");
	stack_complete(&st.l, n ? stack_id(operand[0]) : 0, &rule);
	end();
}

static void
purge(int n, char **operand)
{
	(void)n, (void)operand;
	ledger_options_begin(&st.l, &st.ledger, "purge");
	stack_purge(&st.l);
	end();
}

static void
net(int n, char **operand)
{
	(void)n, (void)operand;
	if (!ledger_options_confirm(&st.ledger, "fill orders of strategies against each other")) {
		st.status = 1;
		return;
	}
	ledger_options_begin(&st.l, &st.ledger, "net");
	cross_orders(&st.l, st.instrument, st.price);
	end();
}

/* Options by their place in opts. */
enum {
	BY_HAND = 1 << LEDGER_OPTION_COUNT, PARTIAL = BY_HAND << 1, ZERO = PARTIAL << 1, DONE = ZERO << 1, SINCE = DONE << 1,
	UNTIL = SINCE << 1, INSTRUMENT = UNTIL << 1, PRICE = INSTRUMENT << 1, CSV = PRICE << 1
};

static const struct verb verbs[] = {
	{ "put", "instrument orders, less what is on its way; 1 if there is nothing to put", put, 0, 1, 0, LEDGER_CHANGES | BY_HAND },
	{ "list", "those on the stack LEVEL: instrument, contract or broker", list, 1, 1, 0, LEDGER_READS | DONE | CSV },
	{ "show", "the whole family of the order LEVEL ID, and its events", show, 2, 2, 0, LEDGER_READS },
	{ "history", "those that are no longer traded", history, 1, 1, 0, LEDGER_READS | SINCE | UNTIL | CSV },
	{ "lock", "let nothing but fills change the orders LEVEL ID", lock, 2, VERB_ANY, 0, LEDGER_CHANGES },
	{ "unlock", "no longer", unlock, 2, VERB_ANY, 0, LEDGER_CHANGES },
	{ "release", "contract orders ID, from the algo that has them", release, 1, VERB_ANY, 0, LEDGER_CHANGES },
	{ "cancel", "take orders back that are not at the broker, with all below", cancel, 2, VERB_ANY, 0, LEDGER_CHANGES },
	{ "complete", "those that are filled are done, all or ID", complete, 0, 1, 0, LEDGER_CHANGES | PARTIAL | ZERO },
	{ "net", "fill opposite orders of strategies against each other", net, 0, 0, INSTRUMENT | PRICE, LEDGER_ASKS },
	{ "purge", "what is done goes off the stacks", purge, 0, 0, 0, LEDGER_CHANGES },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	return verb_main(&usage, verbs, NULL, &st, &st.out, &st.status, argc, argv);
}
