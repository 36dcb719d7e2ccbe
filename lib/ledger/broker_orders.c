#include "ledger/broker_orders.h"

#include "ledger/statement.h"
#include "ledger/transaction.h"

int64_t
broker_orders_put_filled(struct ledger *l, const struct broker_order_filled *o)
{
	struct statement *s = statement_of(l, "INSERT INTO broker_order(parent, strategy, instrument, type, made_time, submit_time,"
	    " account, status, by) SELECT id, strategy, instrument, ?, ?, ?, ?, 'filled', 'hand' FROM contract_order WHERE id = ?");

	statement_text(s, o->type);
	statement_int(s, transaction_time(l));
	statement_int(s, o->time);
	statement_text(s, o->account);
	statement_int(s, o->parent);
	statement_run(s);
	int64_t id = sqlite3_last_insert_rowid(l->db);
	s = statement_of(l, "INSERT INTO broker_leg(id, leg, contract, trade) VALUES (?, 0, ?, ?)");
	statement_int(s, id);
	statement_text(s, o->contract);
	statement_int(s, o->quantity);
	statement_run(s);
	return id;
}
