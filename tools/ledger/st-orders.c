/*
 * st-orders - the orders that wanted positions ask for, given what is held
 *
 *   $ printf 'strategy,instrument,position\ntrend,CORN,4\n' >held
 *   $ echo '{"id":1,"strategy":"trend","instrument":"CORN","kind":"buffered","lower":1.2,"upper":2.7}' >wanted
 *   $ st-orders --held=held wanted
 *   {"strategy":"trend","instrument":"CORN","trade":-1,"type":"best","wanted":1,"held":4}
 *   $ st-orders --held=held --explain wanted
 *   trend CORN: holds 4, wants 1.2 to 2.7: sell 1, to the upper edge
 */
#include <math.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/names.h"
#include "base/opt.h"
#include "base/out.h"
#include "ledger/held.h"
#include "ledger/options.h"
#include "order/quantity.h"
#include "order/required_trade.h"
#include "order/wanted_record.h"
#include "stream/ndjson.h"
#include "stream/rec.h"

static struct options {
	struct ledger_options ledger;
	const char *held;
	bool explain;
	/* from here on not options */
	struct ledger l;
	struct names pairs;     /* strategy and instrument, a line feed between */
	int64_t *position;      /* by pair */
	struct out out;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT };

static const struct opt opts[] = {
	{ 0, "home", "DIR", "the desk whose ledger says what is held (default $ST_HOME)", O_STR, offsetof(struct options, ledger.home) },
	{ 0, "held", "FILE", "what is held, instead: CSV strategy,instrument,position", O_STR, offsetof(struct options, held) },
	{ 0, "explain", NULL, "in words instead of records", O_FLAG, offsetof(struct options, explain) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-orders", "[FILE]",
	"the orders that wanted positions ask for, given what is held", opts };

/* ---- what is held ---- */

static char *
pair_of(const char *strategy, const char *instrument)
{
	return mem_format("%s\n%s", strategy, instrument);
}

static void
read_held(void)
{
	struct rec r;

	rec_file(&r, st.held);
	rec_header(&r);
	int strategy = rec_need(&r, "strategy"), instrument = rec_need(&r, "instrument"), position = rec_need(&r, "position");
	while (rec_next(&r)) {
		double x = rec_num(&r, position, "position");
		if (!(fabs(x) <= QUANTITY_MOST) || x != rint(x))
			die("%s:%ld: column 'position': not whole lots: \"%.*s\"", r.name, r.line, SLICE(rec_text(&r, position)));
		char *s = rec_copy(&r, strategy), *i = rec_copy(&r, instrument), *pair = pair_of(s, i);
		int at = names_put(&st.pairs, slice_of(pair));
		st.position = mem_grow(st.position, (size_t)st.pairs.n, sizeof *st.position);
		st.position[at] = (int64_t)x;
		free(s);
		free(i);
		free(pair);
	}
	rec_close(&r);
}

static int64_t
held(const struct wanted_record *r)
{
	if (!st.held)
		return held_by_strategy(&st.l, r->strategy, r->instrument);
	char *pair = pair_of(r->strategy, r->instrument);
	int at = names_get(&st.pairs, slice_of(pair));
	free(pair);
	return at < 0 ? 0 : st.position[at];
}

/* ---- orders ---- */

static void
print_number(struct out *o, const char *key, int64_t x)
{
	out_say(o, ",\"%s\":%lld", key, (long long)x);
}

/* Of the wanted record those entries that go with the order. */
static void
pass(struct out *o, const json_t *record, const char *key)
{
	if (!json_has(record, key))
		return;
	out_say(o, ",\"%s\":", key);
	json_print_compact(o, json_object_get(record, key));
}

static void
print_order(const json_t *record, const struct wanted_record *r, int64_t trade, int64_t has)
{
	struct out *o = &st.out;

	out_str(o, "{\"strategy\":");
	json_print_text(o, r->strategy);
	out_str(o, ",\"instrument\":");
	json_print_text(o, r->instrument);
	print_number(o, "trade", trade);
	out_str(o, ",\"type\":\"best\"");
	pass(o, record, "reference_price");
	pass(o, record, "reference_contract");
	pass(o, record, "reference_time");
	if (json_is_integer(json_object_get(record, "id")))
		print_number(o, "wanted", json_integer_value(json_object_get(record, "id")));
	pass(o, record, "run");
	print_number(o, "held", has);
	out_str(o, "}\n");
}

static void
explain(const struct wanted_record *r, int64_t trade, int64_t has)
{
	const struct wanted *x = &r->wanted;
	struct out *o = &st.out;

	out_say(o, "%s %s: holds %lld, wants ", r->strategy, r->instrument, (long long)has);
	out_num(o, x->kind == WANTED_BUFFERED ? x->lower : x->position);
	if (x->kind == WANTED_BUFFERED) {
		out_str(o, " to ");
		out_num(o, x->upper);
	}
	if (trade == 0)
		out_str(o, ": nothing to trade\n");
	else
		out_say(o, ": %s %lld%s\n", trade < 0 ? "sell" : "buy", llabs((long long)trade), x->kind != WANTED_BUFFERED ? "" :
		    trade < 0 ? ", to the upper edge" : ", to the lower edge");
}

static void
order(const json_t *record, const char *name, long line)
{
	struct wanted_record r;
	struct wrong w;

	if (!wanted_record_of_json(record, &r, &w))
		die("%s:%ld: %s", name, line, w.text);
	if (r.wanted.kind == WANTED_RAW)
		die("%s:%ld: %s %s: a raw position asks for no trade by itself: it is for the optimisation of all together", name, line,
		    r.strategy, r.instrument);
	int64_t has = held(&r), trade = required_trade(&r.wanted, has);
	if (st.explain)
		explain(&r, trade, has);
	else
		print_order(record, &r, trade, has);
}

static void
orders(const char *path)
{
	enum { MOST = 1 << 20 }; /* bytes of a line */
	struct ndjson in;
	enum ndjson_got got;
	struct wrong w;
	json_t *o;

	ndjson_file(&in, path, MOST);
	while ((got = ndjson_next(&in, &o, &w)) == NDJSON_OBJECT) {
		order(o, in.name, in.line);
		json_decref(o);
	}
	if (got == NDJSON_WRONG)
		die("%s", w.text);
}

int
main(int argc, char **argv)
{
	int i = opt_parse(&usage, &st, argc, argv);

	if (argc - i > 1)
		opt_bad(&usage, "one file at most", argv[i + 1]);
	out_open(&st.out, 1, "stdout");
	if (st.held)
		read_held();
	else
		ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	orders(i < argc ? argv[i] : "-");
	out_flush(&st.out);
	return 0;
}
