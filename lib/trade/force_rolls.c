#include "trade/force_rolls.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/num.h"
#include "base/warn.h"
#include "ledger/contract_orders.h"
#include "ledger/held.h"
#include "ledger/statement.h"
#include "ledger/transaction.h"
#include "order/force_roll.h"
#include "order/order_name.h"
#include "roll/contract.h"
#include "trade/contract_choice.h"

static int64_t
put_parent(struct ledger *l, const char *instrument, double reference_price)
{
	struct statement *s = statement_of(l, "INSERT INTO instrument_order(strategy, instrument, trade, type, reference_price, made_time,"
	    " by) VALUES (?, ?, 0, 'Zero-roll-order', ?, ?, 'roll')");

	statement_text(s, ORDER_NAME_ROLL);
	statement_text(s, instrument);
	statement_num(s, reference_price);
	statement_int(s, transaction_time(l));
	statement_run(s);
	return sqlite3_last_insert_rowid(l->db);
}

static void
put_family(struct ledger *l, const char *instrument, const struct force_roll *r)
{
	int64_t parent = put_parent(l, instrument, r->reference_price);

	for (int i = 0; i < r->n; i++) {
		struct contract_order o = {
			.parent = parent, .strategy = ORDER_NAME_ROLL, .instrument = instrument, .type = "best", .by = "roll",
			.limit_price = num_missing(), .reference_price = r->order[i].reference_price, .legs = r->order[i].legs
		};
		contract_orders_put(l, &o);
	}
}

static int64_t
held_of(struct ledger *l, const char *instrument, int contract)
{
	char text[CONTRACT_MAX + 1];

	text[contract_print(text, contract)] = '\0';
	return held_of_contract(l, instrument, text);
}

/* What there is to roll; 0 orders when nothing is held. */
static struct force_roll
roll_of(struct ledger *l, const struct contract_choice *c, const char *instrument, enum roll_state state)
{
	struct force_roll_position p = { .priced = c->priced, .forward = c->forward, .held = held_of(l, instrument, c->priced) };

	contract_choice_prices(c, c->priced, c->forward, &p.priced_price, &p.forward_price);
	return force_roll(&p, state);
}

static int
roll_instrument(struct ledger *l, struct data *data, const char *instrument, enum roll_state state)
{
	struct contract_choice c;
	struct wrong w;
	int n = 0;

	if (!contract_choice_read(&c, data, instrument, &w)) {
		warn("%s", w.text);
	} else if (!c.forward) {
		warn("no forward contract of %s to roll into", instrument);
	} else {
		struct force_roll r = roll_of(l, &c, instrument, state);
		if (r.n)
			put_family(l, instrument, &r);
		n = r.n > 0;
	}
	contract_choice_free(&c);
	return n;
}

int
force_rolls_put(struct ledger *l, struct data *data, const char *instrument)
{
	struct statement *s = statement_of(l, "SELECT instrument, state FROM roll_state r WHERE state IN ('Force', 'Force_Outright')"
	    " AND instrument = coalesce(?, instrument) AND NOT EXISTS (SELECT 1 FROM instrument_order i"
	    " WHERE i.instrument = r.instrument AND i.by = 'roll' AND i.state = 'live') ORDER BY instrument");
	enum roll_state state = ROLL_STATE_FORCE;
	int n = 0;

	statement_text(s, instrument);
	while (statement_row(s)) {
		char *code = mem_text(statement_get_text(s, 0));
		roll_state_named(slice_of(statement_get_text(s, 1)), &state);
		n += roll_instrument(l, data, code, state);
		free(code);
	}
	statement_end(s);
	return n;
}
