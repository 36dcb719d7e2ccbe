#include "trade/spawning.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "base/warn.h"
#include "ledger/contract_orders.h"
#include "ledger/held.h"
#include "ledger/instrument_orders.h"
#include "ledger/roll_states.h"
#include "ledger/statement.h"
#include "order/spawn.h"
#include "trade/contract_choice.h"

/* An instrument order that is new; its texts live while its statement's row does. */
struct parent {
	int64_t id, trade;
	const char *strategy, *instrument, *type, *by;
	double limit_price, reference_price;      /* NaN when missing */
	int limit_contract, reference_contract;   /* 0 when missing */
};

static int
contract_of(const struct statement *s, int column)
{
	const char *text = statement_get_text(s, column);
	int id = 0;

	if (text)
		contract_parse(slice_of(text), &id);
	return id;
}

static struct parent
parent_of(const struct statement *s)
{
	return (struct parent){
		.id = statement_get_int(s, 0), .trade = statement_get_int(s, 1), .strategy = statement_get_text(s, 2),
		.instrument = statement_get_text(s, 3), .type = statement_get_text(s, 4), .by = statement_get_text(s, 5),
		.limit_price = statement_get_num(s, 6), .limit_contract = contract_of(s, 7),
		.reference_price = statement_get_num(s, 8), .reference_contract = contract_of(s, 9)
	};
}

/* A price of one contract as one of another; NaN when they never had prices together. */
static double
price_for(const struct contract_choice *c, double price, int of, int contract)
{
	double a, b;

	if (isnan(price) || of == 0 || of == contract)
		return price;
	contract_choice_prices(c, of, contract, &a, &b);
	return spawn_price(price, of, contract, a, b);
}

static struct contract_order
child_of(const struct parent *p, const struct contract_choice *c, int contract, int64_t lots)
{
	int limit_of = p->limit_contract ? p->limit_contract : c->priced;
	struct contract_order o = {
		.parent = p->id, .strategy = p->strategy, .instrument = p->instrument, .type = p->type, .by = p->by,
		.limit_price = price_for(c, p->limit_price, limit_of, contract),
		.reference_price = price_for(c, p->reference_price, p->reference_contract, contract),
	};

	o.legs = (struct legs){ .contract = { contract }, .trade = quantity_single(lots), .fill = quantity_zero(1) };
	if (isnan(o.reference_price) && !isnan(p->reference_price))
		warn("instrument order %lld: no prices of %d and %d together: what it costs will not be known", (long long)p->id,
		    p->reference_contract, contract);
	return o;
}

/* All of an order's children or none: a limit that is not known for one is for none. */
static int
put_children(struct ledger *l, const struct parent *p, const struct contract_choice *c, const struct spawn *s)
{
	const struct { int contract; int64_t lots; } piece[] = { { c->priced, s->priced }, { c->forward, s->forward } };
	struct contract_order child[2];
	int n = 0;

	for (int i = 0; i < 2; i++)
		if (piece[i].lots)
			child[n++] = child_of(p, c, piece[i].contract, piece[i].lots);
	for (int i = 0; i < n; i++) {
		if (!isnan(p->limit_price) && isnan(child[i].limit_price)) {
			warn("instrument order %lld: its limit cannot be told for contract %d", (long long)p->id, child[i].legs.contract[0]);
			return 0;
		}
	}
	for (int i = 0; i < n; i++)
		contract_orders_put(l, &child[i]);
	return n;
}

static int
spawn_by_state(struct ledger *l, const struct parent *p, const struct contract_choice *c)
{
	enum roll_state state = roll_states_get(l, p->instrument);
	char priced[CONTRACT_MAX + 1];

	priced[contract_print(priced, c->priced)] = '\0';
	struct spawn s = spawn(p->trade, state, held_of_contract(l, p->instrument, priced));
	if (s.answer == SPAWN_WAITS || s.answer == SPAWN_REFUSED) {
		warn("instrument order %lld: %s is in %s: %s", (long long)p->id, p->instrument, roll_state_name[state],
		    s.answer == SPAWN_WAITS ? "it waits until that is over" : "nothing that opens or adds is traded");
		return 0;
	}
	if (s.forward && !c->forward) {
		warn("instrument order %lld: no forward contract of %s to trade in", (long long)p->id, p->instrument);
		return 0;
	}
	if (s.refused)
		instrument_orders_cut(l, p->id, p->trade - s.refused, "roll state", roll_state_name[state]);
	return put_children(l, p, c, &s);
}

static int
spawn_order(struct ledger *l, struct data *data, const struct parent *p)
{
	struct contract_choice c;
	struct wrong w;
	int n = 0;

	if (contract_choice_read(&c, data, p->instrument, &w))
		n = spawn_by_state(l, p, &c);
	else
		warn("instrument order %lld: %s", (long long)p->id, w.text);
	contract_choice_free(&c);
	return n;
}

int
spawning_run(struct ledger *l, struct data *data, int64_t id)
{
	struct statement *s = statement_of(l, "SELECT id, trade, strategy, instrument, type, by, limit_price, limit_contract,"
	    " reference_price, reference_contract FROM instrument_order i WHERE state = 'live' AND locked = 0 AND fill = 0"
	    " AND trade <> 0 AND by <> 'roll' AND id = coalesce(?, id) AND NOT EXISTS (SELECT 1 FROM contract_order WHERE parent = i.id)"
	    " AND NOT EXISTS (SELECT 1 FROM instrument_lock k WHERE k.instrument = i.instrument) ORDER BY id");
	int n = 0;

	statement_int_or_null(s, id, 0);
	while (statement_row(s)) {
		struct parent p = parent_of(s);
		n += spawn_order(l, data, &p);
	}
	statement_end(s);
	return n;
}
