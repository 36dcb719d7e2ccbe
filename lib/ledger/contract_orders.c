#include "ledger/contract_orders.h"

#include "ledger/statement.h"
#include "ledger/transaction.h"
#include "roll/contract.h"

static void
insert_leg(struct ledger *l, int64_t id, const struct legs *legs, int leg)
{
	struct statement *s = statement_of(l, "INSERT INTO contract_leg(id, leg, contract, trade) VALUES (?, ?, ?, ?)");
	char contract[CONTRACT_MAX + 1];

	contract[contract_print(contract, legs->contract[leg])] = '\0';
	statement_int(s, id);
	statement_int(s, leg);
	statement_copy(s, contract);
	statement_int(s, legs->trade.lots[leg]);
	statement_run(s);
}

int64_t
contract_orders_put(struct ledger *l, const struct contract_order *o)
{
	struct statement *s = statement_of(l, "INSERT INTO contract_order(parent, strategy, instrument, type, limit_price,"
	    " reference_price, made_time, algo, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");

	statement_int(s, o->parent);
	statement_text(s, o->strategy);
	statement_text(s, o->instrument);
	statement_text(s, o->type);
	statement_num(s, o->limit_price);
	statement_num(s, o->reference_price);
	statement_int(s, transaction_time(l));
	statement_text(s, o->algo);
	statement_text(s, o->by);
	statement_run(s);
	int64_t id = sqlite3_last_insert_rowid(l->db);
	for (int i = 0; i < o->legs.trade.n; i++)
		insert_leg(l, id, &o->legs, i);
	return id;
}
