#include "trade/balance_trades.h"

#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "ledger/broker_orders.h"
#include "ledger/contract_orders.h"
#include "ledger/executions.h"
#include "ledger/held.h"
#include "ledger/stack.h"
#include "ledger/statement.h"
#include "ledger/transaction.h"
#include "order/order_name.h"
#include "roll/contract.h"

static int64_t
put_instrument_order(struct ledger *l, const struct balance_trade *t, const char *type, int64_t fill)
{
	struct statement *s = statement_of(l, "INSERT INTO instrument_order(strategy, instrument, trade, fill, price, fill_time, type,"
	    " made_time, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'hand')");

	statement_text(s, t->strategy);
	statement_text(s, t->instrument);
	statement_int(s, t->quantity);
	statement_int(s, fill);
	statement_num(s, fill ? t->price : num_missing());
	statement_int_or_null(s, fill ? t->time : 0, 0);
	statement_text(s, type);
	statement_int(s, transaction_time(l));
	statement_run(s);
	return sqlite3_last_insert_rowid(l->db);
}

/* The contract, which was checked. */
static int64_t
put_contract_order(struct ledger *l, const struct balance_trade *t, int64_t parent)
{
	struct contract_order o = {
		.parent = parent, .strategy = t->strategy, .instrument = t->instrument, .type = "balance_trade", .by = "hand",
		.limit_price = num_missing(), .reference_price = num_missing()
	};

	o.legs.trade = quantity_single(t->quantity);
	contract_parse(slice_of(t->contract), &o.legs.contract[0]);
	return contract_orders_put(l, &o);
}

static bool
check(const struct balance_trade *t, struct wrong *w)
{
	int id;

	if (t->contract && (strlen(t->contract) != CONTRACT_MAX || !contract_parse(slice_of(t->contract), &id)))
		return wrong_say(w, "not a contract, eight digits: \"%s\"", t->contract);
	return order_name_check(slice_of(t->strategy), "strategy", w) && order_name_check(slice_of(t->instrument), "instrument", w);
}

/* The strategy's position alone, by an order that is filled as it comes. */
static void
move_strategy(struct ledger *l, const struct balance_trade *t, const char *type)
{
	int64_t order = put_instrument_order(l, t, type, t->quantity);
	struct statement *s = statement_of(l, "INSERT INTO strategy_position(strategy, instrument, time, delta, position,"
	    " instrument_order) VALUES (?, ?, ?, ?, ?, ?)");
	int64_t position = held_by_strategy(l, t->strategy, t->instrument) + t->quantity;

	statement_text(s, t->strategy);
	statement_text(s, t->instrument);
	statement_int(s, t->time);
	statement_int(s, t->quantity);
	statement_int(s, position);
	statement_int(s, order);
	statement_run(s);
	stack_cancel(l, STACK_INSTRUMENT, order);
}

static bool
execute(struct ledger *l, const struct balance_trade *t, struct wrong *w)
{
	int64_t parent = put_instrument_order(l, t, "balance_trade", 0);
	const struct broker_order_filled o = {
		.parent = put_contract_order(l, t, parent), .type = "balance_trade", .contract = t->contract, .quantity = t->quantity,
		.time = t->time, .account = t->account
	};
	int64_t broker_order = broker_orders_put_filled(l, &o);
	char id[64];

	snprintf(id, sizeof id, "balance-%lld", (long long)broker_order);
	const struct execution e = {
		.id = id, .broker_order = broker_order, .quantity = t->quantity, .price = t->price, .time = t->time,
		.commission = t->commission, .currency = t->currency, .kind = "balance"
	};
	if (executions_apply(l, &e, w) != EXECUTION_APPLIED)
		return false;
	stack_cancel(l, STACK_INSTRUMENT, parent);
	return true;
}

bool
balance_trades_put(struct ledger *l, const struct balance_trade *t, struct wrong *w)
{
	if (!check(t, w))
		return false;
	if (t->contract)
		return execute(l, t, w);
	move_strategy(l, t, "balance_trade");
	return true;
}

void
balance_trades_exchange(struct ledger *l, const char *buyer, const char *seller, const char *instrument, int64_t lots,
    double price)
{
	struct balance_trade t = {
		.strategy = seller, .instrument = instrument, .quantity = -lots, .price = price, .time = transaction_time(l)
	};

	move_strategy(l, &t, "transfer_trade");
	t.strategy = buyer;
	t.quantity = lots;
	move_strategy(l, &t, "transfer_trade");
}

bool
balance_trades_transfer(struct ledger *l, const char *from, const char *to, const char *instrument, double price)
{
	int64_t lots = held_by_strategy(l, from, instrument);

	if (lots)
		balance_trades_exchange(l, to, from, instrument, lots, price);
	return lots != 0;
}
