/*
 * One stack of instrument orders, in a ledger in memory: what a step of a sequence does to it, and what is on it then.
 *
 * Orders are filled by what is below them, so each has one contract order, the carrier, that is filled by hand; it is none of
 * the children that the steps tell of. Children are contract orders of no lots. What is removed of them is taken back.
 */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/die.h"
#include "golden.h"
#include "ledger/contract_orders.h"
#include "ledger/executions.h"
#include "ledger/hand_fills.h"
#include "ledger/instrument_orders.h"
#include "ledger/statement.h"
#include "ledger/transaction.h"

enum { ORDERS = 64, CHILDREN = 16 };

/* Orders by the numbers that they have in the trace and in the ledger. */
static struct known {
	int64_t theirs, ours, carrier;
	int n;
	struct { int64_t theirs, ours; } child[CHILDREN];
} known[ORDERS];

static struct stack_ops {
	struct ledger l;
	int64_t sequence;
	int n;
	bool undo;             /* what the step did */
} on = { .sequence = -1 };

static const char list_zero[] =
    "a list in which nothing is wanted: we take back what is on its way, the reference puts an opposite order";
static const char zero_allowed[] = "an order of no lots, which is a person's alone";
static const char refused_children[] = "whether an order may have children, which spawning asks, not the stack";
static const char missing_completed[] = "whether an order that is not there is completed";

static struct known *
find(const json_t *step)
{
	int64_t id = golden_json_int(json_object_get(step, "order_id"), 0);

	for (int i = 0; i < on.n; i++)
		if (known[i].theirs == id)
			return &known[i];
	return NULL;
}

/* An order's number in the ledger, or one that no order has. */
static int64_t
ours(const struct known *k)
{
	return k ? k->ours : INT64_C(1) << 40;
}

static int64_t
number(const char *sql, int64_t id)
{
	struct statement *s = statement_of(&on.l, sql);

	statement_int(s, id);
	int64_t x = statement_row(s) ? statement_get_int(s, 0) : 0;
	statement_end(s);
	return x;
}

static int64_t
put_contract_order(const json_t *step, int64_t parent, int64_t lots)
{
	struct contract_order o = { .parent = parent, .strategy = golden_json_text(step, "strategy"),
		.instrument = golden_json_text(step, "instrument"), .type = "best", .limit_price = NAN, .reference_price = NAN,
		.by = "strategy", .legs = { .contract = { 20220600 }, .trade = quantity_single(lots), .fill = quantity_zero(1) } };

	if (!*o.strategy)
		o.strategy = o.instrument = "x"; /* of a child the trace tells no more than its number */
	return contract_orders_put(&on.l, &o);
}

/* ---- put ---- */

static void
know(const json_t *step, int64_t theirs, int64_t id)
{
	if (on.n == ORDERS)
		die("over %d orders", ORDERS);
	int64_t trade = instrument_orders_trade(&on.l, id);
	known[on.n++] = (struct known){ .theirs = theirs, .ours = id, .carrier = put_contract_order(step, id, trade) };
}

static int64_t
outstanding(const json_t *step)
{
	struct statement *s = statement_of(&on.l, "SELECT sum(trade - fill) FROM instrument_order WHERE state = 'live' AND strategy = ?"
	    " AND instrument = ?");

	statement_text(s, golden_json_text(step, "strategy"));
	statement_text(s, golden_json_text(step, "instrument"));
	int64_t lots = statement_row(s) ? statement_get_int(s, 0) : 0;
	statement_end(s);
	return lots;
}

static struct order_record
record(const json_t *step, int64_t trade)
{
	return (struct order_record){ .strategy = golden_json_text(step, "strategy"), .instrument = golden_json_text(step, "instrument"),
		.trade = trade, .type = "best", .limit_price = NAN, .reference_price = NAN, .reference_time = ORDER_RECORD_NO_TIME };
}

/* The number of the order that there is now, 0 when none was put. */
static int64_t
put(const json_t *step, int64_t trade)
{
	struct order_record r = record(step, trade);
	struct wrong w;

	return instrument_orders_put(&on.l, &r, &w);
}

static int64_t
put_by_hand(const json_t *step, int64_t trade)
{
	struct order_record r = record(step, trade);

	return instrument_orders_put_by_hand(&on.l, &r);
}

/* Where nothing is wanted the reference puts an opposite order: so do we by hand, where the rest of the trace is to follow. */
static int64_t
put_opposite(const json_t *step)
{
	int64_t lots = outstanding(step);

	return lots ? put_by_hand(step, -lots) : 0;
}

static void
begin(int64_t now)
{
	struct ledger_author author = { "golden stack_ops", true, now };

	transaction_begin(&on.l, &author);
}

static void
undo(void)
{
	struct out o;

	out_memory(&o);
	transaction_show(&on.l, &o);
	out_close(&o);
}

/* What is ours to do where nothing is wanted: nothing is on its way afterwards. It is undone. */
static bool
takes_back(const json_t *step, int64_t now)
{
	put(step, 0);
	bool none = outstanding(step) == 0;
	undo();
	begin(now);
	return none;
}

static bool
put_one(const json_t *step, int64_t now, bool *agrees)
{
	int64_t trade = golden_json_int(json_object_get(step, "trade"), 0), theirs = golden_json_int(json_object_get(step, "result"), 0);

	if (trade == 0)
		*agrees = takes_back(step, now);
	int64_t id = trade ? put(step, trade) : put_opposite(step);
	if (id)
		know(step, theirs, id);
	return id != 0;
}

static bool
put_zero(struct golden *g, const json_t *step)
{
	int64_t id = put(step, golden_json_int(json_object_get(step, "trade"), 0));

	if (!id) {
		golden_leave(g, zero_allowed);
		id = put_by_hand(step, 0);
	}
	know(step, golden_json_int(json_object_get(step, "result"), 0), id);
	return true;
}

/* All or none. */
static bool
put_list(struct golden *g, const json_t *step)
{
	const json_t *trades = json_object_get(step, "trades"), *result = json_object_get(step, "result"), *x;
	int before = on.n;
	size_t i;

	json_array_foreach(trades, i, x) {
		int64_t trade = golden_json_int(x, 0), id;
		if (trade == 0)
			golden_leave(g, list_zero);
		id = trade ? put(step, trade) : put_opposite(step);
		if (!id) {
			on.undo = true;
			on.n = before;
			return false;
		}
		know(step, golden_json_int(json_array_get(result, i), 0), id);
	}
	return true;
}

/* ---- fill ---- */

struct filled {
	int64_t lots;
	double price;
};

static struct filled
filled(int64_t id)
{
	struct statement *s = statement_of(&on.l, "SELECT fill, price FROM instrument_order WHERE id = ?");
	struct filled f = { 0, 0 };

	statement_int(s, id);
	if (statement_row(s))
		f = (struct filled){ statement_get_int(s, 0), statement_has(s, 1) ? statement_get_num(s, 1) : 0 };
	statement_end(s);
	return f;
}

/* A smaller fill than before: the broker has corrected its last execution, or taken it back. */
static bool
correct(const struct known *k, struct filled to, int64_t time)
{
	struct statement *s = statement_of(&on.l, "SELECT e.id, e.broker_order, e.quantity FROM execution e JOIN broker_order b ON"
	    " b.id = e.broker_order WHERE b.parent = ? ORDER BY b.id DESC LIMIT 1");
	struct wrong w;
	char id[64];

	statement_int(s, k->carrier);
	if (!statement_row(s))
		return false;
	snprintf(id, sizeof id, "%s", statement_get_text(s, 0));
	int64_t before = filled(k->ours).lots, order = statement_get_int(s, 1), lots = statement_get_int(s, 2) + to.lots - before;
	statement_end(s);
	const struct execution e = { .id = "correction", .broker_order = order, .quantity = lots, .price = to.price, .time = time,
		.commission = NAN, .kind = lots ? "correction" : "bust", .replaces = id };
	return executions_apply(&on.l, &e, &w) == EXECUTION_APPLIED;
}

/* The trace has what is filled altogether and its price, an execution what came and at which. */
static bool
fill(const struct known *k, const json_t *step)
{
	struct filled to = { golden_json_int(json_object_get(step, "fill"), 0), golden_json_num(json_object_get(step, "price")) };
	struct filled was = filled(ours(k));
	int64_t time = golden_json_time(json_object_get(step, "at")), lots = to.lots - was.lots;
	struct wrong w;

	if (!k || number("SELECT state = 'history' FROM instrument_order WHERE id = ?", ours(k)))
		return false;
	if (lots == 0)
		return true;
	if (to.lots * was.lots >= 0 && quantity_abs(to.lots) < quantity_abs(was.lots))
		return correct(k, to, time);
	double price = (to.price * (double)to.lots - was.price * (double)was.lots) / (double)lots;
	const struct hand_fill f = { .quantity = lots, .price = price, .time = time, .commission = NAN };
	return hand_fills_put(&on.l, STACK_CONTRACT, k->carrier, &f, &w);
}

/* ---- children ---- */

static void
add_child(struct known *k, const json_t *step, int64_t theirs)
{
	if (k->n == CHILDREN)
		die("over %d children", CHILDREN);
	k->child[k->n].theirs = theirs;
	k->child[k->n++].ours = put_contract_order(step, k->ours, 0);
}

static bool
add_children(struct golden *g, struct known *k, const json_t *step)
{
	const json_t *children = json_object_get(step, "children"), *child = json_object_get(step, "child"), *x;
	size_t i;

	if (!json_is_true(json_object_get(step, "ok"))) {
		golden_leave(g, refused_children);
		return false;
	}
	if (!k)
		return false;
	json_array_foreach(children, i, x)
		add_child(k, step, golden_json_int(x, 0));
	if (child)
		add_child(k, step, golden_json_int(child, 0));
	return true;
}

static bool
remove_children(struct known *k)
{
	struct wrong w;

	if (!k || number("SELECT state = 'history' FROM instrument_order WHERE id = ?", ours(k)))
		return false;
	for (int i = 0; i < k->n; i++)
		stack_try_cancel(&on.l, STACK_CONTRACT, k->child[i].ours, &w);
	for (int i = 0; i < k->n; i++)
		k->child[i].theirs = 0;
	return true;
}

/* ---- asked ---- */

static bool
is_new(const struct known *k)
{
	int children = 0;

	for (int i = 0; k && i < k->n; i++)
		children += k->child[i].theirs != 0;
	return children == 0 && number("SELECT 1 FROM instrument_order WHERE id = ? AND state = 'live' AND fill = 0", ours(k));
}

/* A locked order is never completed by a sweep: unlocked, it is asked, and all undone. */
static bool
is_completed(const struct known *k, const json_t *step)
{
	const struct completion_rule rule = { .partial = json_is_true(json_object_get(step, "partial_ok")),
		.zero = json_is_true(json_object_get(step, "zero_ok")), .inactive = json_is_true(json_object_get(step, "inactive_ok")) };
	struct wrong w;

	stack_lock(&on.l, STACK_INSTRUMENT, ours(k), false, &w);
	on.undo = true;
	return stack_complete(&on.l, ours(k), &rule) > 0;
}

/* ---- a step ---- */

/* Done or not, as the reference counts: what is so already is done. */
static bool
set_lock(const struct known *k, bool locked)
{
	struct wrong w;

	return stack_lock(&on.l, STACK_INSTRUMENT, ours(k), locked, &w) ||
	    number(locked ? "SELECT locked = 1 AND state <> 'history' FROM instrument_order WHERE id = ?" :
	    "SELECT locked = 0 AND state <> 'history' FROM instrument_order WHERE id = ?", ours(k));
}

static bool
deactivate(const struct known *k)
{
	struct wrong w;

	return stack_try_cancel(&on.l, STACK_INSTRUMENT, ours(k), &w) ||
	    number("SELECT state = 'done' FROM instrument_order WHERE id = ?", ours(k));
}

static bool
put_manual(const json_t *step)
{
	int64_t id = put_by_hand(step, golden_json_int(json_object_get(step, "trade"), 0));

	know(step, golden_json_int(json_object_get(step, "result"), 0), id);
	return true;
}

/* Was it done? *agrees: what it answered, where it is asked something. */
static bool
do_step(struct golden *g, const json_t *step, const char *op, int64_t now, bool *agrees)
{
	struct known *k = find(step);
	bool value = json_is_true(json_object_get(step, "value"));

	if (strcmp(op, "put") == 0)
		return put_one(step, now, agrees);
	if (strcmp(op, "put_zero") == 0)
		return put_zero(g, step);
	if (strcmp(op, "put_list") == 0)
		return put_list(g, step);
	if (strcmp(op, "fill") == 0)
		return fill(k, step);
	if (strcmp(op, "lock") == 0 || strcmp(op, "unlock") == 0)
		return set_lock(k, *op == 'l');
	if (strcmp(op, "deactivate") == 0)
		return deactivate(k);
	if (strcmp(op, "remove") == 0)
		return false; /* an order is never removed */
	if (strcmp(op, "add_children") == 0 || strcmp(op, "add_child") == 0)
		return add_children(g, k, step);
	if (strcmp(op, "remove_children") == 0)
		return remove_children(k);
	if (strcmp(op, "put_manual") == 0)
		return put_manual(step);
	if (strcmp(op, "purge") == 0)
		stack_purge(&on.l);
	else if (strcmp(op, "is_new") == 0)
		*agrees = is_new(k) == value;
	else if (strcmp(op, "is_completed") == 0 && number("SELECT state = 'live' FROM instrument_order WHERE id = ?", ours(k)))
		*agrees = is_completed(k, step) == value;
	else if (strcmp(op, "is_completed") == 0)
		golden_leave(g, missing_completed);
	else
		die("no operation '%s'", op);
	return true;
}

/* ---- what is on the stack ---- */

static const struct known *
known_as(int64_t id)
{
	for (int i = 0; i < on.n; i++)
		if (known[i].ours == id)
			return &known[i];
	return NULL;
}

static bool
children_agree(const struct known *k, const json_t *children)
{
	size_t n = 0;

	for (int i = 0; i < k->n; i++)
		if (k->child[i].theirs && golden_json_int(json_array_get(children, n++), 0) != k->child[i].theirs)
			return false;
	struct statement *s = statement_of(&on.l, "SELECT count(*) FROM contract_order WHERE parent = ?");
	statement_int(s, k->ours);
	bool all = statement_row(s) && statement_get_int(s, 0) == 1 + k->n;
	statement_end(s);
	return all && n == json_array_size(children);
}

static bool
text_agrees(const struct statement *s, int column, const json_t *x, const char *key)
{
	return strcmp(statement_get_text(s, column), golden_json_text(x, key)) == 0;
}

/* Price and time are those of what is filled; the reference has them of nothing, too. */
static bool
fill_agrees(const struct statement *s, const json_t *x)
{
	int64_t lots = golden_json_int(json_object_get(x, "fill"), INT64_MIN);

	if (statement_get_int(s, 4) != lots)
		return false;
	return lots == 0 || (golden_near(statement_get_num(s, 5), golden_json_num(json_object_get(x, "price"))) &&
	    statement_get_int(s, 6) == golden_json_time(json_object_get(x, "fill_ts")));
}

static bool
order_agrees(struct statement *s, const json_t *x)
{
	const struct known *k = known_as(statement_get_int(s, 0));

	return k && k->theirs == golden_json_int(json_object_get(x, "id"), 0) && text_agrees(s, 1, x, "s") &&
	    text_agrees(s, 2, x, "i") && statement_get_int(s, 3) == golden_json_int(json_object_get(x, "trade"), INT64_MIN) &&
	    fill_agrees(s, x) && statement_get_int(s, 7) == json_is_true(json_object_get(x, "locked")) &&
	    text_agrees(s, 8, x, "state") && children_agree(k, json_object_get(x, "children"));
}

/* 0 when all orders agree, else the number in the trace of the first that does not, -1 when it has none. */
static int64_t
disagreeing(const json_t *state)
{
	struct statement *s = statement_of(&on.l, "SELECT id, strategy, instrument, trade, fill, price, fill_time, locked, state"
	    " FROM instrument_order WHERE state <> 'history' ORDER BY id");
	size_t n = 0;

	while (statement_row(s)) {
		const json_t *x = json_array_get(state, n++);
		if (!x || !order_agrees(s, x)) {
			statement_end(s);
			return golden_json_int(json_object_get(x, "id"), -1);
		}
	}
	statement_end(s);
	return n == json_array_size(state) ? 0 : golden_json_int(json_object_get(json_array_get(state, n), "id"), -1);
}

static void
compare(struct golden *g, const json_t *step)
{
	const char *op = golden_json_text(step, "op"), *quirk = golden_json_text(step, "quirk");
	int64_t now = golden_json_time(json_object_get(step, "now"));
	bool agrees = true, want = json_is_true(json_object_get(step, "ok"));

	begin(now);
	on.undo = false;
	bool ok = do_step(g, step, op, now, &agrees);
	if (on.undo)
		undo();
	else
		transaction_commit(&on.l);
	/* Q6: the reference changed an order that is done, which we refuse; its sequence ends there. */
	bool refuses = strcmp(quirk, "Q6") == 0;
	int64_t other = refuses ? 0 : disagreeing(json_object_get(step, "state"));
	golden_case(g, g->line, agrees && ok == (want && !refuses) && other == 0, "sequence %" PRId64 " step %" PRId64 ", %s: %s%s, %s %"
	    PRId64, on.sequence, golden_json_int(json_object_get(step, "step"), 0), op, ok ? "done" : "refused",
	    agrees ? "" : ", another answer", other ? "not the same: order" : "orders that are not the same:", other);
}

void
golden_stack_ops(struct golden *g)
{
	FILE *f = golden_lines(g);

	on.sequence = -1;
	for (json_t *step; (step = golden_next(g, f)); json_decref(step)) {
		int64_t sequence = golden_json_int(json_object_get(step, "seq"), 0);
		if (sequence != on.sequence) {
			if (on.sequence >= 0)
				ledger_close(&on.l);
			on.sequence = sequence;
			on.n = 0;
			ledger_memory(&on.l);
		}
		compare(g, step);
	}
	if (on.sequence >= 0)
		ledger_close(&on.l);
}
