#include "ledger/hand_fills.h"

#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "ledger/broker_orders.h"
#include "ledger/executions.h"
#include "ledger/statement.h"
#include "ledger/transaction.h"
#include "order/quantity.h"

struct leg {
	int64_t id;              /* of the order */
	int leg, legs;
	char contract[16];
	int64_t trade, fill;
};

/* ---- which leg, and does it fit? ---- */

static bool
find_leg(struct ledger *l, enum stack_level level, int64_t id, const char *contract, struct leg *g, struct wrong *w)
{
	struct statement *s = statement_of(l, level == STACK_CONTRACT ?
	    "SELECT leg, contract, trade, fill, count(*) OVER () FROM contract_leg WHERE id = ? ORDER BY contract = ? DESC, leg" :
	    "SELECT leg, contract, trade, fill, count(*) OVER () FROM broker_leg WHERE id = ? ORDER BY contract = ? DESC, leg");

	statement_int(s, id);
	statement_text(s, contract);
	bool any = statement_row(s);
	if (any) {
		*g = (struct leg){
			.id = id, .leg = (int)statement_get_int(s, 0), .legs = (int)statement_get_int(s, 4),
			.trade = statement_get_int(s, 2), .fill = statement_get_int(s, 3)
		};
		snprintf(g->contract, sizeof g->contract, "%s", statement_get_text(s, 1));
	}
	statement_end(s);
	if (!any)
		return wrong_say(w, "no %s order %lld", stack_level_name[level], (long long)id);
	if (!contract && g->legs > 1)
		return wrong_say(w, "%s order %lld has %d legs: which contract?", stack_level_name[level], (long long)id, g->legs);
	if (contract && strcmp(contract, g->contract) != 0)
		return wrong_say(w, "%s order %lld has no leg in %s", stack_level_name[level], (long long)id, contract);
	return true;
}

static bool
check_fit(enum stack_level level, const struct leg *g, int64_t quantity, struct wrong *w)
{
	const struct quantity rest = quantity_single(g->trade - g->fill), fill = quantity_single(quantity);

	return (quantity != 0 && quantity_fits(&rest, &fill)) || wrong_say(w, "%s order %lld has %lld to be filled, not %lld",
	    stack_level_name[level], (long long)g->id, (long long)rest.lots[0], (long long)quantity);
}

/* Live and unlocked; a contract order with nothing at the broker, where it may be filled too. */
static bool
check_order(struct ledger *l, enum stack_level level, int64_t id, struct wrong *w)
{
	struct statement *s = statement_of(l, level == STACK_CONTRACT ?
	    "SELECT state, locked, EXISTS (SELECT 1 FROM broker_order b WHERE b.parent = c.id AND b.state = 'live'"
	    " AND b.status IN ('intent', 'submitted', 'pending', 'unknown')) FROM contract_order c WHERE id = ?" :
	    "SELECT state, locked, 0 FROM broker_order WHERE id = ?");
	const char *name = stack_level_name[level];

	statement_int(s, id);
	bool any = statement_row(s), live = any && strcmp(statement_get_text(s, 0), "live") == 0;
	bool locked = any && statement_get_int(s, 1), at_broker = any && statement_get_int(s, 2);
	statement_end(s);
	if (!any)
		return wrong_say(w, "no %s order %lld", name, (long long)id);
	if (!live)
		return wrong_say(w, "%s order %lld is done", name, (long long)id);
	if (locked)
		return wrong_say(w, "%s order %lld is locked", name, (long long)id);
	return !at_broker || wrong_say(w, "%s order %lld has an order at the broker: fill that one", name, (long long)id);
}

static bool
apply(struct ledger *l, int64_t broker_order, int leg, const struct hand_fill *f, struct wrong *w)
{
	struct statement *s = statement_of(l, "SELECT 1 + count(*) FROM execution WHERE broker_order = ? AND kind = 'hand'");
	char name[64];

	statement_int(s, broker_order);
	int64_t n = statement_first_int(s, 1);
	snprintf(name, sizeof name, "hand-%lld-%lld", (long long)broker_order, (long long)n);
	const struct execution e = {
		.id = name, .broker_order = broker_order, .leg = leg, .quantity = f->quantity, .price = f->price, .time = f->time,
		.commission = f->commission, .currency = f->currency, .kind = "hand"
	};
	return executions_apply(l, &e, w) == EXECUTION_APPLIED;
}

bool
hand_fills_put(struct ledger *l, enum stack_level level, int64_t id, const struct hand_fill *f, struct wrong *w)
{
	struct leg g;

	if (level == STACK_INSTRUMENT)
		return wrong_say(w, "an instrument order is filled by its contract orders: fill one of these");
	if (!check_order(l, level, id, w) || !find_leg(l, level, id, f->contract, &g, w) || !check_fit(level, &g, f->quantity, w))
		return false;
	if (level == STACK_BROKER)
		return apply(l, id, g.leg, f, w);
	const struct broker_order_filled o = {
		.parent = id, .type = "market", .contract = g.contract, .quantity = f->quantity, .time = f->time
	};
	return apply(l, broker_orders_put_filled(l, &o), 0, f, w);
}
