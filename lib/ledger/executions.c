#include "ledger/executions.h"

#include <stdio.h>
#include <string.h>

#include "ledger/held.h"
#include "ledger/instrument_locks.h"
#include "ledger/statement.h"
#include "order/spread_price.h"

/* What an execution belongs to. */
struct place {
	int64_t contract_order, instrument_order;
	char strategy[256], instrument[256], contract[16], by[16];
	int legs;                 /* of the contract order */
};

static void
copy(char *to, size_t room, const struct statement *s, int column)
{
	snprintf(to, room, "%s", statement_get_text(s, column));
}

static bool
find_place(struct ledger *l, const struct execution *e, struct place *p, struct wrong *w)
{
	struct statement *s = statement_of(l, "SELECT c.id, c.parent, c.strategy, c.instrument, g.contract, c.by,"
	    " (SELECT count(*) FROM contract_leg WHERE id = c.id) FROM broker_leg g JOIN broker_order b USING(id)"
	    " JOIN contract_order c ON c.id = b.parent WHERE g.id = ? AND g.leg = ?");

	statement_int(s, e->broker_order);
	statement_int(s, e->leg);
	bool any = statement_row(s);
	if (any) {
		p->contract_order = statement_get_int(s, 0);
		p->instrument_order = statement_get_int(s, 1);
		copy(p->strategy, sizeof p->strategy, s, 2);
		copy(p->instrument, sizeof p->instrument, s, 3);
		copy(p->contract, sizeof p->contract, s, 4);
		copy(p->by, sizeof p->by, s, 5);
		p->legs = (int)statement_get_int(s, 6);
	}
	statement_end(s);
	return any || wrong_say(w, "no broker order %lld with a leg %d", (long long)e->broker_order, e->leg);
}

/* ---- is it known? ---- */

static bool
is_this(const struct statement *s, const struct execution *e)
{
	const char *replaces = statement_get_text(s, 4);

	return statement_get_int(s, 0) == e->broker_order && statement_get_int(s, 1) == e->leg &&
	    statement_get_int(s, 2) == e->quantity && statement_get_num(s, 3) == e->price && (replaces ? e->replaces && strcmp(replaces, e->replaces) == 0 : !e->replaces);
}

static enum execution_answer
look_up(struct ledger *l, const struct execution *e, struct wrong *w)
{
	struct statement *s = statement_of(l, "SELECT broker_order, leg, quantity, price, replaces FROM execution WHERE id = ?");

	statement_text(s, e->id);
	bool known = statement_row(s), same = known && is_this(s, e);
	statement_end(s);
	if (!known)
		return EXECUTION_APPLIED;
	if (same)
		return EXECUTION_KNOWN;
	wrong_say(w, "execution %s is there, and another", e->id);
	return EXECUTION_WRONG;
}

/* The lots that it takes back: of the one that it replaces, which must be of the same leg and stand. */
static bool
replaced_lots(struct ledger *l, const struct execution *e, int64_t *lots, struct wrong *w)
{
	struct statement *s = statement_of(l, "SELECT quantity FROM execution e WHERE id = ? AND broker_order = ? AND leg = ?"
	    " AND NOT EXISTS (SELECT 1 FROM execution r WHERE r.replaces = e.id)");

	*lots = 0;
	if (!e->replaces)
		return true;
	statement_text(s, e->replaces);
	statement_int(s, e->broker_order);
	statement_int(s, e->leg);
	bool any = statement_row(s);
	if (any)
		*lots = statement_get_int(s, 0);
	statement_end(s);
	return any || wrong_say(w, "execution %s replaces %s, which is no standing one of that leg", e->id, e->replaces);
}

static void
insert(struct ledger *l, const struct execution *e)
{
	struct statement *s = statement_of(l, "INSERT INTO execution(id, broker_order, leg, quantity, price, time, commission, currency,"
	    " kind, replaces) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

	statement_text(s, e->id);
	statement_int(s, e->broker_order);
	statement_int(s, e->leg);
	statement_int(s, e->quantity);
	statement_num(s, e->price);
	statement_int(s, e->time);
	statement_num(s, e->commission);
	statement_text(s, e->currency);
	statement_text(s, e->kind);
	statement_text(s, e->replaces);
	statement_run(s);
}

/* ---- what follows: fills are sums of standing executions, prices their means by lots ---- */

#define STANDING "NOT EXISTS (SELECT 1 FROM execution r WHERE r.replaces = e.id)"
#define SUMS "coalesce(sum(quantity), 0) AS fill, sum(quantity * e.price) / nullif(sum(quantity), 0) AS price"

static void
run_with(struct ledger *l, const char *sql, const int64_t *value, int n)
{
	struct statement *s = statement_of(l, sql);

	for (int i = 0; i < n; i++)
		statement_int(s, value[i]);
	statement_run(s);
}

static void
fill_legs(struct ledger *l, const struct execution *e, const struct place *p)
{
	struct statement *s;

	run_with(l, "UPDATE broker_leg SET (fill, price) = (SELECT " SUMS " FROM execution e WHERE broker_order = ? AND leg = ? AND "
	    STANDING ") WHERE id = ? AND leg = ?", (int64_t[]){ e->broker_order, e->leg, e->broker_order, e->leg }, 4);
	s = statement_of(l, "UPDATE contract_leg SET (fill, price) = (SELECT " SUMS " FROM execution e JOIN broker_leg g ON g.id ="
	    " e.broker_order AND g.leg = e.leg JOIN broker_order b ON b.id = g.id WHERE b.parent = ? AND g.contract = ? AND "
	    STANDING ") WHERE id = ? AND contract = ?");
	statement_int(s, p->contract_order);
	statement_text(s, p->contract);
	statement_int(s, p->contract_order);
	statement_text(s, p->contract);
	statement_run(s);
}

/*
 * An order's own price is that of its one leg, its time that of the last execution; it is overfilled when a leg is.
 */
static void
fill_orders(struct ledger *l, const struct execution *e, const struct place *p)
{
	run_with(l, "UPDATE broker_order SET fill_time = max(coalesce(fill_time, ?), ?), overfilled = EXISTS"
	    " (SELECT 1 FROM broker_leg g WHERE g.id = broker_order.id AND (abs(fill) > abs(trade) OR fill * trade < 0)),"
	    " price = CASE (SELECT count(*) FROM broker_leg g WHERE g.id = broker_order.id)"
	    " WHEN 1 THEN (SELECT price FROM broker_leg g WHERE g.id = broker_order.id) END WHERE id = ?",
	    (int64_t[]){ e->time, e->time, e->broker_order }, 3);
	run_with(l, "UPDATE contract_order SET fill_time = max(coalesce(fill_time, ?), ?), overfilled = EXISTS"
	    " (SELECT 1 FROM contract_leg g WHERE g.id = contract_order.id AND (abs(fill) > abs(trade) OR fill * trade < 0)),"
	    " price = CASE (SELECT count(*) FROM contract_leg g WHERE g.id = contract_order.id)"
	    " WHEN 1 THEN (SELECT price FROM contract_leg g WHERE g.id = contract_order.id) END WHERE id = ?",
	    (int64_t[]){ e->time, e->time, p->contract_order }, 3);
}

/* A spread's price, once each of its legs has one. */
static void
price_spread(struct ledger *l, int64_t id, const char *legs, const char *update)
{
	struct statement *s = statement_of(l, legs);
	double price[QUANTITY_LEGS];
	struct quantity trade = { .n = 0 };

	statement_int(s, id);
	while (statement_row(s)) {
		trade.lots[trade.n] = statement_get_int(s, 0);
		price[trade.n++] = statement_get_num(s, 1);
	}
	statement_end(s);
	if (trade.n < 2)
		return;
	s = statement_of(l, update);
	statement_num(s, spread_price(&trade, price));
	statement_int(s, id);
	statement_run(s);
}

static void
price_spreads(struct ledger *l, const struct execution *e, const struct place *p)
{
	price_spread(l, e->broker_order, "SELECT trade, price FROM broker_leg WHERE id = ? ORDER BY leg",
	    "UPDATE broker_order SET price = ? WHERE id = ?");
	price_spread(l, p->contract_order, "SELECT trade, price FROM contract_leg WHERE id = ? ORDER BY leg",
	    "UPDATE contract_order SET price = ? WHERE id = ?");
}

/* Does a strategy's position move by it? Of a roll none does, nor of a spread, whose legs are for nothing together. */
static bool
moves_strategy(const struct place *p)
{
	return strcmp(p->by, "roll") != 0 && p->legs == 1;
}

static void
fill_instrument(struct ledger *l, const struct execution *e, const struct place *p)
{
	const int64_t id = p->instrument_order;

	run_with(l, "UPDATE instrument_order SET fill = f.fill, price = f.price, fill_time = max(coalesce(fill_time, ?), ?),"
	    " overfilled = abs(f.fill) > abs(trade) OR f.fill * trade < 0 FROM (SELECT " SUMS " FROM execution e"
	    " JOIN broker_order b ON b.id = e.broker_order JOIN contract_order c ON c.id = b.parent WHERE c.parent = ?"
	    " AND (SELECT count(*) FROM contract_leg g WHERE g.id = c.id) = 1 AND " STANDING ") f WHERE id = ?",
	    (int64_t[]){ e->time, e->time, id, id }, 4);
}

static void
move_contract(struct ledger *l, const struct execution *e, const struct place *p, int64_t delta)
{
	struct statement *s = statement_of(l, "INSERT INTO contract_position(instrument, contract, time, delta, position, execution)"
	    " VALUES (?, ?, ?, ?, ?, ?)");
	int64_t position = held_of_contract(l, p->instrument, p->contract) + delta;

	statement_text(s, p->instrument);
	statement_text(s, p->contract);
	statement_int(s, e->time);
	statement_int(s, delta);
	statement_int(s, position);
	statement_text(s, e->id);
	statement_run(s);
}

static void
move_strategy(struct ledger *l, const struct execution *e, const struct place *p, int64_t delta)
{
	struct statement *s = statement_of(l, "INSERT INTO strategy_position(strategy, instrument, time, delta, position, execution)"
	    " VALUES (?, ?, ?, ?, ?, ?)");
	int64_t position = held_by_strategy(l, p->strategy, p->instrument) + delta;

	statement_text(s, p->strategy);
	statement_text(s, p->instrument);
	statement_int(s, e->time);
	statement_int(s, delta);
	statement_int(s, position);
	statement_text(s, e->id);
	statement_run(s);
}

static void
lock_overfilled(struct ledger *l, const struct execution *e, const struct place *p)
{
	struct statement *s = statement_of(l, "SELECT 1 FROM broker_order WHERE id = ? AND overfilled = 1");
	struct wrong why;

	statement_int(s, e->broker_order);
	bool over = statement_found(s);
	if (!over)
		return;
	wrong_say(&why, "broker order %lld is filled beyond its trade", (long long)e->broker_order);
	instrument_locks_add(l, p->instrument, "overfill", why.text);
}

enum execution_answer
executions_apply(struct ledger *l, const struct execution *e, struct wrong *w)
{
	struct place p;
	int64_t replaced;
	enum execution_answer answer = look_up(l, e, w);

	if (answer != EXECUTION_APPLIED)
		return answer;
	if (!find_place(l, e, &p, w) || !replaced_lots(l, e, &replaced, w))
		return EXECUTION_WRONG;
	int64_t delta = e->quantity - replaced;
	insert(l, e);
	fill_legs(l, e, &p);
	fill_orders(l, e, &p);
	price_spreads(l, e, &p);
	if (moves_strategy(&p))
		fill_instrument(l, e, &p);
	if (delta)
		move_contract(l, e, &p, delta);
	if (delta && moves_strategy(&p))
		move_strategy(l, e, &p, delta);
	lock_overfilled(l, e, &p);
	return EXECUTION_APPLIED;
}
