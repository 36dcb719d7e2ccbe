#include "ledger/instrument_orders.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/mem.h"
#include "ledger/held.h"
#include "ledger/stack.h"
#include "ledger/statement.h"
#include "ledger/transaction.h"
#include "order/netting.h"

struct open_orders {
	int n;
	int64_t *id;
	struct netting_order *order;
};

/* One that is locked, or of which a part is at the broker or may be, or is traded by an algo, cannot be taken back. */
static struct open_orders
open_orders(struct ledger *l, const struct order_record *r)
{
	struct statement *s = statement_of(l, "SELECT id, trade, fill, locked = 0 AND NOT EXISTS (SELECT 1 FROM contract_order c"
	    " WHERE c.parent = i.id AND (c.locked = 1 OR c.algo_lock IS NOT NULL OR EXISTS (SELECT 1 FROM broker_order b"
	    " WHERE b.parent = c.id AND b.state = 'live' AND b.status IN ('intent', 'submitted', 'pending', 'unknown'))))"
	    " FROM instrument_order i WHERE strategy = ? AND instrument = ? AND state = 'live' ORDER BY id");
	struct open_orders open = { .n = 0 };

	statement_text(s, r->strategy);
	statement_text(s, r->instrument);
	while (statement_row(s)) {
		open.id = mem_grow(open.id, (size_t)open.n + 1, sizeof *open.id);
		open.order = mem_grow(open.order, (size_t)open.n + 1, sizeof *open.order);
		open.id[open.n] = statement_get_int(s, 0);
		open.order[open.n++] = (struct netting_order){
			.trade = statement_get_int(s, 1), .fill = statement_get_int(s, 2), .cancellable = statement_get_int(s, 3)
		};
	}
	return open;
}

static int64_t
insert(struct ledger *l, const struct order_record *r, int64_t trade, const char *by)
{
	struct statement *s = statement_of(l, "INSERT INTO instrument_order(strategy, instrument, trade, type, limit_price,"
	    " limit_contract, reference_price, reference_contract, reference_time, made_time, by, wanted, cut)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
	struct out cut;

	out_memory(&cut);
	if (r->cut)
		json_print_compact(&cut, r->cut);
	out_char(&cut, '\0');
	statement_text(s, r->strategy);
	statement_text(s, r->instrument);
	statement_int(s, trade);
	statement_text(s, r->type);
	statement_num(s, r->limit_price);
	statement_text(s, r->limit_contract);
	statement_num(s, r->reference_price);
	statement_text(s, r->reference_contract);
	statement_int_or_null(s, r->reference_time, ORDER_RECORD_NO_TIME);
	statement_int(s, transaction_time(l));
	statement_text(s, by);
	statement_int_or_null(s, r->wanted, 0);
	statement_text(s, r->cut ? cut.buf : NULL);
	statement_run(s);
	out_close(&cut);
	return sqlite3_last_insert_rowid(l->db);
}

int64_t
instrument_orders_put(struct ledger *l, const struct order_record *r, struct wrong *w)
{
	int64_t held = held_by_strategy(l, r->strategy, r->instrument), id = INSTRUMENT_ORDERS_NONE;

	if (r->has_held && r->held != held) {
		wrong_say(w, "%s holds %lld of %s now, not %lld as when it was proposed", r->strategy, (long long)held, r->instrument,
		    (long long)r->held);
		return INSTRUMENT_ORDERS_WRONG;
	}
	struct open_orders open = open_orders(l, r);
	int64_t trade = netting_put(open.order, open.n, r->trade, r->no_trading);
	for (int i = 0; i < open.n; i++)
		if (open.order[i].cancel)
			stack_cancel(l, STACK_INSTRUMENT, open.id[i]);
	if (trade)
		id = insert(l, r, trade, "strategy");
	free(open.id);
	free(open.order);
	return id;
}

int64_t
instrument_orders_put_by_hand(struct ledger *l, const struct order_record *r)
{
	return insert(l, r, r->trade, "hand");
}

int64_t
instrument_orders_trade(struct ledger *l, int64_t id)
{
	struct statement *s = statement_of(l, "SELECT trade FROM instrument_order WHERE id = ?");

	statement_int(s, id);
	return statement_first_int(s, 0);
}

void
instrument_orders_cut(struct ledger *l, int64_t id, int64_t to, const char *by, const char *why)
{
	struct statement *s = statement_of(l, "SELECT trade, cut FROM instrument_order WHERE id = ?");
	json_t *order = json_object();
	struct out cut;

	statement_int(s, id);
	if (statement_row(s)) {
		json_object_set_new(order, "trade", json_integer(statement_get_int(s, 0)));
		if (statement_has(s, 1))
			json_object_set_new(order, "cut", json_loads(statement_get_text(s, 1), 0, NULL));
	}
	statement_end(s);
	order_record_cut(order, to, by, why);
	out_memory(&cut);
	json_print_compact(&cut, json_object_get(order, "cut"));
	out_char(&cut, '\0');
	s = statement_of(l, "UPDATE instrument_order SET trade = ?, cut = ? WHERE id = ?");
	statement_int(s, to);
	statement_text(s, cut.buf);
	statement_int(s, id);
	statement_run(s);
	out_close(&cut);
	json_decref(order);
}
