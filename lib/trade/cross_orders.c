#include "trade/cross_orders.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/wrong.h"
#include "ledger/instrument_orders.h"
#include "ledger/stack.h"
#include "ledger/statement.h"
#include "order/quantity.h"
#include "trade/balance_trades.h"

struct crossed {
	int64_t id, trade;
	char *strategy;
};

struct crossed_orders {
	int n;
	struct crossed *v;
};

/* Panic orders go at once, and a limit may not be met. */
static struct crossed_orders
orders_of(struct ledger *l, const char *instrument)
{
	struct statement *s = statement_of(l, "SELECT id, trade, strategy FROM instrument_order i WHERE instrument = ? AND state = 'live'"
	    " AND locked = 0 AND fill = 0 AND trade <> 0 AND by <> 'roll' AND type IN ('best', 'market')"
	    " AND NOT EXISTS (SELECT 1 FROM contract_order WHERE parent = i.id) ORDER BY id");
	struct crossed_orders o = { .n = 0 };

	statement_text(s, instrument);
	while (statement_row(s)) {
		o.v = mem_grow(o.v, (size_t)o.n + 1, sizeof *o.v);
		o.v[o.n++] = (struct crossed){ statement_get_int(s, 0), statement_get_int(s, 1), mem_text(statement_get_text(s, 2)) };
	}
	return o;
}

/* So many lots less of an order, which is done when none are left. */
static void
cut(struct ledger *l, struct crossed *o, int64_t lots, const struct crossed *by)
{
	struct wrong why;

	wrong_say(&why, "order %lld of %s", (long long)by->id, by->strategy);
	o->trade -= lots;
	instrument_orders_cut(l, o->id, o->trade, "net", why.text);
	if (o->trade == 0)
		stack_cancel(l, STACK_INSTRUMENT, o->id);
}

/* What two opposite orders have in common changes hands; 0 when they are not, or of one strategy. */
static int64_t
cross_pair(struct ledger *l, const char *instrument, struct crossed *a, struct crossed *b, double price)
{
	if (quantity_sign(a->trade) == quantity_sign(b->trade) || a->trade == 0 || b->trade == 0 ||
	    strcmp(a->strategy, b->strategy) == 0)
		return 0;
	int64_t lots = quantity_abs(a->trade) < quantity_abs(b->trade) ? a->trade : -b->trade;
	balance_trades_exchange(l, a->strategy, b->strategy, instrument, lots, price);
	cut(l, a, lots, b);
	cut(l, b, -lots, a);
	return quantity_abs(lots);
}

int64_t
cross_orders(struct ledger *l, const char *instrument, double price)
{
	struct crossed_orders o = orders_of(l, instrument);
	int64_t lots = 0;

	for (int i = 0; i < o.n; i++)
		for (int j = i + 1; j < o.n; j++)
			lots += cross_pair(l, instrument, &o.v[i], &o.v[j], price);
	for (int i = 0; i < o.n; i++)
		free(o.v[i].strategy);
	free(o.v);
	return lots;
}
