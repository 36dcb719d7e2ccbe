/* From what is wanted to the order that is put: by the functions alone, and by a ledger in memory. */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/die.h"
#include "golden.h"
#include "ledger/contract_orders.h"
#include "ledger/hand_fills.h"
#include "ledger/held.h"
#include "ledger/instrument_locks.h"
#include "ledger/instrument_orders.h"
#include "ledger/overrides.h"
#include "ledger/position_limits.h"
#include "ledger/transaction.h"
#include "ledger/wanted_positions.h"
#include "order/netting.h"
#include "order/override.h"
#include "order/position_limit.h"
#include "order/required_trade.h"
#include "trade/balance_trades.h"

enum { OPEN = 64 };

/* What one instrument of a run gives, step by step; put is 0 without an order. */
struct made {
	int64_t wanted, after_override, put;
	bool consistent; /* our netting puts the same, where there is a trade */
};

static int
open_orders(const json_t *existing, struct netting_order *open)
{
	int n = (int)json_array_size(existing);

	if (n > OPEN)
		die("over %d open orders", OPEN);
	for (int i = 0; i < n; i++) {
		const json_t *o = json_array_get(existing, (size_t)i);
		open[i] = (struct netting_order){ .trade = golden_json_int(json_array_get(o, 0), 0),
			.fill = golden_json_int(json_array_get(o, 1), 0), .cancellable = true };
	}
	return n;
}

/* As the reference makes it, which rounds down what overrides leave. */
static struct made
make(const json_t *x, double strategy_override)
{
	struct netting_order open[OPEN];
	struct wanted band = { .kind = WANTED_BUFFERED, .lower = golden_json_num(json_object_get(x, "lower")),
		.upper = golden_json_num(json_object_get(x, "upper")) };
	struct override_sources sources = { .strategy = strategy_override,
		.instrument = golden_json_num(json_object_get(x, "override_instrument")),
		.pair = golden_json_num(json_object_get(x, "override_pair")) };
	int64_t held = golden_json_int(json_object_get(x, "position"), 0);
	int64_t others = golden_json_int(json_object_get(x, "other_strategy_position"), 0);
	struct position_limit pair = { held, golden_json_int(json_object_get(x, "limit_pair"), POSITION_LIMIT_NONE) };
	struct position_limit all = { held + others, golden_json_int(json_object_get(x, "limit_instrument"), POSITION_LIMIT_NONE) };

	int64_t trade = required_trade(&band, held);
	struct made m = { .wanted = trade, .after_override = override_apply(override_of(&sources), held, trade, true) };
	if (json_is_true(json_object_get(x, "locked"))) {
		m.consistent = true;
		return m;
	}
	int n = open_orders(json_object_get(x, "existing"), open);
	int64_t left = position_limit_apply_both(&pair, &all, m.after_override);
	m.put = netting_put_as_reference(open, n, left);
	m.consistent = left == 0 || netting_put(open, n, left, false) == m.put;
	return m;
}

/* ---- the same by way of the ledger: what is given is put into one, and what programs do with it done ---- */

static struct ledger ledger;

static void
begin(const char *what, int64_t now)
{
	struct ledger_author author = { what, true, now };

	transaction_begin(&ledger, &author);
}

static void
hold(const char *strategy, const char *instrument, int64_t lots)
{
	const struct balance_trade t = { .strategy = strategy, .instrument = instrument, .quantity = lots, .commission = NAN };
	struct wrong w;

	if (lots && !balance_trades_put(&ledger, &t, &w))
		die("%s", w.text);
}

/* An order that is there already, filled by its contract order. */
static void
put_existing(const char *strategy, const char *instrument, int64_t trade, int64_t fill)
{
	struct order_record r = { .strategy = strategy, .instrument = instrument, .trade = trade, .type = "best", .limit_price = NAN,
		.reference_price = NAN, .reference_time = ORDER_RECORD_NO_TIME };
	int64_t parent = instrument_orders_put_by_hand(&ledger, &r);
	struct contract_order o = { .parent = parent, .strategy = strategy, .instrument = instrument, .type = "best", .limit_price = NAN,
		.reference_price = NAN, .by = "strategy",
		.legs = { .contract = { 20220600 }, .trade = quantity_single(trade), .fill = quantity_zero(1) } };
	const struct hand_fill f = { .quantity = fill, .price = 100, .commission = NAN };
	int64_t id = contract_orders_put(&ledger, &o);
	struct wrong w;

	if (fill && !hand_fills_put(&ledger, STACK_CONTRACT, id, &f, &w))
		die("%s", w.text);
}

/* What was filled is a part of the position. */
static void
put_position(const json_t *x, const char *strategy, const char *code)
{
	const json_t *existing = json_object_get(x, "existing"), *o;
	int64_t filled = 0;
	size_t i;

	json_array_foreach(existing, i, o)
		filled += golden_json_int(json_array_get(o, 1), 0);
	hold(strategy, code, golden_json_int(json_object_get(x, "position"), 0) - filled);
	hold("others", code, golden_json_int(json_object_get(x, "other_strategy_position"), 0));
	json_array_foreach(existing, i, o)
		put_existing(strategy, code, golden_json_int(json_array_get(o, 0), 0), golden_json_int(json_array_get(o, 1), 0));
}

static void
put_control(const json_t *x, const char *strategy, const char *code)
{
	double instrument = golden_json_num(json_object_get(x, "override_instrument"));
	double pair = golden_json_num(json_object_get(x, "override_pair"));
	int64_t limit_pair = golden_json_int(json_object_get(x, "limit_pair"), POSITION_LIMIT_NONE);
	int64_t limit_all = golden_json_int(json_object_get(x, "limit_instrument"), POSITION_LIMIT_NONE);

	overrides_set(&ledger, "", code, isnan(instrument) ? OVERRIDE_NONE : instrument, NULL);
	overrides_set(&ledger, strategy, code, isnan(pair) ? OVERRIDE_NONE : pair, NULL);
	if (limit_pair != POSITION_LIMIT_NONE)
		position_limits_set(&ledger, strategy, code, limit_pair);
	if (limit_all != POSITION_LIMIT_NONE)
		position_limits_set(&ledger, "", code, limit_all);
	if (json_is_true(json_object_get(x, "locked")))
		instrument_locks_add(&ledger, code, "user", NULL);
}

static void
want(const json_t *x, const char *strategy, const char *code)
{
	struct wanted_record r = { .strategy = strategy, .instrument = code, .time = WANTED_RECORD_NO_TIME, .reference_price = NAN,
		.reference_time = WANTED_RECORD_NO_TIME, .wanted = { .kind = WANTED_BUFFERED, .position = NAN,
		.lower = golden_json_num(json_object_get(x, "lower")), .upper = golden_json_num(json_object_get(x, "upper")) } };
	struct wrong w;

	if (wanted_positions_put(&ledger, &r, 1, &w) != WANTED_PUT)
		die("%s: %s", code, w.text);
}

static struct wanted
wanted_now(const char *strategy, const char *code)
{
	struct statement *s = statement_of(&ledger, "SELECT lower, upper FROM wanted WHERE strategy = ? AND instrument = ?");
	struct wanted x = { .kind = WANTED_BUFFERED, .position = NAN };

	statement_text(s, strategy);
	statement_text(s, code);
	if (statement_row(s)) {
		x.lower = statement_get_num(s, 0);
		x.upper = statement_get_num(s, 1);
	}
	statement_end(s);
	return x;
}

/* Lots of strategy's live orders still to come. */
static int64_t
on_its_way(const char *strategy, const char *code)
{
	struct statement *s = statement_of(&ledger, "SELECT sum(trade - fill) FROM instrument_order WHERE state = 'live'"
	    " AND strategy = ? AND instrument = ?");

	statement_text(s, strategy);
	statement_text(s, code);
	int64_t lots = statement_row(s) ? statement_get_int(s, 0) : 0;
	statement_end(s);
	return lots;
}

/* Where there is a trade its order is the reference's; where there is none, nothing is on its way any more. */
static struct made
make_in_ledger(struct golden *g, const char *strategy, const char *code, int64_t as_reference)
{
	struct wanted band = wanted_now(strategy, code);
	int64_t held = held_by_strategy(&ledger, strategy, code);
	double override = overrides_get(&ledger, strategy, code);
	struct position_limit pair = { held, position_limits_get(&ledger, strategy, code) };
	struct position_limit all = { held_by_all(&ledger, code), position_limits_get(&ledger, "", code) };
	struct made m = { .wanted = required_trade(&band, held), .consistent = true };
	struct wrong w;

	m.after_override = override_apply(override, held, m.wanted, true);
	if (instrument_locks_any(&ledger, code))
		return m;
	const struct order_record r = { .strategy = strategy, .instrument = code, .type = "best", .limit_price = NAN, .has_held = true,
		.held = held, .trade = position_limit_apply_both(&pair, &all, m.after_override), .reference_price = NAN,
		.reference_time = ORDER_RECORD_NO_TIME, .no_trading = override == OVERRIDE_NO_TRADING };
	int64_t id = instrument_orders_put(&ledger, &r, &w);
	m.put = id > 0 ? instrument_orders_trade(&ledger, id) : 0;
	if (r.trade == 0 && as_reference)
		golden_leave(g, "an opposite order where nothing is wanted: we take back what is on its way");
	if (r.trade == 0) {
		m.consistent = id == 0 && on_its_way(strategy, code) == 0;
		m.put = as_reference;
	}
	return m;
}

static void
put_given(const json_t *run, const char *strategy, double override)
{
	const char *code;
	json_t *x;

	ledger_memory(&ledger);
	begin("golden given", 0);
	overrides_set(&ledger, strategy, "", isnan(override) ? OVERRIDE_NONE : override, NULL);
	json_object_foreach(json_object_get(run, "instruments"), code, x) {
		put_position(x, strategy, code);
		put_control(x, strategy, code);
		want(x, strategy, code);
	}
	transaction_commit(&ledger);
}

static void
compare(struct golden *g, const json_t *run, const char *code, const struct made *m, const char *how)
{
	int64_t wanted = golden_json_int(json_object_get(json_object_get(run, "wanted"), code), 0);
	int64_t after = golden_json_int(json_object_get(json_object_get(run, "after_override"), code), 0);
	int64_t put = golden_json_int(json_object_get(json_object_get(run, "new_orders"), code), 0);

	golden_case(g, g->line, m->wanted == wanted && m->after_override == after && m->put == put && m->consistent,
	    "%s%s: wanted %" PRId64 ", after overrides %" PRId64 ", put %" PRId64 "%s; not %" PRId64 ", %" PRId64 ", %" PRId64, code,
	    how, m->wanted, m->after_override, m->put, m->consistent ? "" : ", more on its way", wanted, after, put);
}

void
golden_generator(struct golden *g)
{
	FILE *f = golden_lines(g);
	const char *code;
	json_t *x;

	for (json_t *run; (run = golden_next(g, f)); json_decref(run)) {
		double override = golden_json_num(json_object_get(run, "override_strategy"));
		const char *strategy = golden_json_text(run, "strategy");
		put_given(run, strategy, override);
		begin("golden generator", 1);
		json_object_foreach(json_object_get(run, "instruments"), code, x) {
			struct made pure = make(x, override), kept = make_in_ledger(g, strategy, code, pure.put);
			compare(g, run, code, &pure, "");
			compare(g, run, code, &kept, ", of the ledger");
		}
		transaction_commit(&ledger);
		ledger_close(&ledger);
	}
}
