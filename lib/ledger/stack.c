#include "ledger/stack.h"

#include <math.h>
#include <string.h>

#include "base/die.h"
#include "base/num.h"
#include "ledger/event.h"
#include "ledger/legs_print.h"
#include "ledger/listing.h"
#include "ledger/statement.h"
#include "order/completion.h"

const char *const stack_level_name[STACK_LEVELS] = { "instrument", "contract", "broker" };

enum stack_level
stack_level_of(const char *name)
{
	for (int i = 0; i < STACK_LEVELS; i++)
		if (strcmp(name, stack_level_name[i]) == 0)
			return (enum stack_level)i;
	die("no such stack: \"%s\"; there are instrument, contract, broker", name);
}

int64_t
stack_id(const char *text)
{
	const double most = 1e15;
	double x;

	if (!num_parse(text, strlen(text), &x) || x < 1 || x > most || x != rint(x))
		die("not an order's number: \"%s\"", text);
	return (int64_t)x;
}

/* ---- read ---- */

#define INSTRUMENT "SELECT id, 'instrument' AS level, strategy, instrument, trade, fill, price, fill_time, type, limit_price," \
	" limit_contract, reference_price, reference_contract, reference_time, made_time, by, wanted, locked, overfilled, state, cut" \
	" FROM instrument_order"
#define CONTRACT "SELECT id, 'contract' AS level, parent, strategy, instrument, price, fill_time, type, limit_price," \
	" reference_price, made_time, by, algo, algo_lock, locked, overfilled, state FROM contract_order"
#define BROKER "SELECT id, 'broker' AS level, parent, strategy, instrument, price, fill_time, type, limit_price, made_time," \
	" submit_time, algo, comment, side_price, mid_price, offside_price, commission, broker, account, client, session, temp_id," \
	" perm_id, status, by, locked, overfilled, state FROM broker_order"

static const struct ledger_more more[STACK_LEVELS] = {
	[STACK_CONTRACT] = { LEGS_NAMES, legs_print_contract }, [STACK_BROKER] = { LEGS_NAMES, legs_print_broker }
};

static int64_t
list(struct out *o, struct statement *s, enum stack_level level, bool csv)
{
	return ledger_list_more(o, s, level == STACK_INSTRUMENT ? NULL : &more[level], csv);
}

int64_t
stack_list(struct out *o, struct ledger *l, enum stack_level level, bool done, bool csv)
{
	static const char *const live[STACK_LEVELS] = {
		INSTRUMENT " WHERE state = 'live' ORDER BY id", CONTRACT " WHERE state = 'live' ORDER BY id",
		BROKER " WHERE state = 'live' ORDER BY id"
	};
	static const char *const all[STACK_LEVELS] = {
		INSTRUMENT " WHERE state <> 'history' ORDER BY id", CONTRACT " WHERE state <> 'history' ORDER BY id",
		BROKER " WHERE state <> 'history' ORDER BY id"
	};

	return list(o, statement_of(l, (done ? all : live)[level]), level, csv);
}

int64_t
stack_history(struct out *o, struct ledger *l, enum stack_level level, int64_t from, int64_t until, bool csv)
{
#define PAST " WHERE state <> 'live' AND made_time >= ? AND made_time < ? ORDER BY id"
	static const char *const sql[STACK_LEVELS] = { INSTRUMENT PAST, CONTRACT PAST, BROKER PAST };
	struct statement *s = statement_of(l, sql[level]);

	statement_int(s, from);
	statement_int(s, until);
	return list(o, s, level, csv);
}

static int64_t
parent_of(struct ledger *l, enum stack_level level, int64_t id)
{
	struct statement *s = statement_of(l, level == STACK_BROKER ? "SELECT parent FROM broker_order WHERE id = ?" :
	    "SELECT parent FROM contract_order WHERE id = ?");

	statement_int(s, id);
	return statement_first_int(s, 0);
}

/* The events of the family's rows, in order. */
static void
show_events(struct out *o, struct ledger *l, int64_t root)
{
	struct statement *s = statement_of(l, "WITH contracts(id) AS (SELECT id FROM contract_order WHERE parent = ?),"
	    " brokers(id) AS (SELECT id FROM broker_order WHERE parent IN contracts)"
	    " SELECT seq FROM event WHERE (what = 'instrument_order' AND key ->> 'id' = ?)"
	    " OR (what IN ('contract_order', 'contract_leg') AND key ->> 'id' IN contracts)"
	    " OR (what IN ('broker_order', 'broker_leg') AND key ->> 'id' IN brokers)"
	    " OR (what = 'execution' AND after ->> 'broker_order' IN brokers) ORDER BY seq");
	struct event e;

	statement_int(s, root);
	statement_int(s, root);
	while (statement_row(s)) {
		struct statement *one = event_from(l, statement_get_int(s, 0));
		if (event_next(one, &e))
			event_print(o, &e);
		statement_end(one);
	}
}

bool
stack_show(struct out *o, struct ledger *l, enum stack_level level, int64_t id)
{
	static const char *const sql[STACK_LEVELS] = {
		INSTRUMENT " WHERE id = ?", CONTRACT " WHERE parent = ? ORDER BY id",
		BROKER " WHERE parent IN (SELECT id FROM contract_order WHERE parent = ?) ORDER BY id"
	};

	for (int at = level; at > STACK_INSTRUMENT; at--)
		id = parent_of(l, (enum stack_level)at, id);
	for (int at = STACK_INSTRUMENT; at < STACK_LEVELS; at++) {
		struct statement *s = statement_of(l, sql[at]);
		statement_int(s, id);
		if (list(o, s, (enum stack_level)at, false) == 0 && at == STACK_INSTRUMENT)
			return false;
	}
	show_events(o, l, id);
	return true;
}

/* ---- change ---- */

static bool
none(enum stack_level level, int64_t id, struct wrong *w)
{
	return wrong_say(w, "no %s order %lld", stack_level_name[level], (long long)id);
}

/* State and lock of an order; false when there is none. */
static bool
look(struct ledger *l, enum stack_level level, int64_t id, bool *live, bool *locked)
{
	static const char *const sql[STACK_LEVELS] = {
		"SELECT state = 'live', locked FROM instrument_order WHERE id = ?",
		"SELECT state = 'live', locked FROM contract_order WHERE id = ?",
		"SELECT state = 'live', locked FROM broker_order WHERE id = ?"
	};
	struct statement *s = statement_of(l, sql[level]);

	statement_int(s, id);
	bool any = statement_row(s);
	if (any) {
		*live = statement_get_int(s, 0);
		*locked = statement_get_int(s, 1);
	}
	statement_end(s);
	return any;
}

bool
stack_lock(struct ledger *l, enum stack_level level, int64_t id, bool locked, struct wrong *w)
{
	static const char *const sql[STACK_LEVELS] = {
		"UPDATE instrument_order SET locked = ? WHERE id = ?", "UPDATE contract_order SET locked = ? WHERE id = ?",
		"UPDATE broker_order SET locked = ? WHERE id = ?"
	};
	bool live, was;

	if (!look(l, level, id, &live, &was))
		return none(level, id, w);
	if (was == locked)
		return wrong_say(w, "%s order %lld is %slocked", stack_level_name[level], (long long)id, locked ? "" : "not ");
	struct statement *s = statement_of(l, sql[level]);
	statement_int(s, locked);
	statement_int(s, id);
	statement_run(s);
	return true;
}

bool
stack_release(struct ledger *l, int64_t id, struct wrong *w)
{
	struct statement *s = statement_of(l, "UPDATE contract_order SET algo_lock = NULL WHERE id = ? AND algo_lock IS NOT NULL");
	bool live, locked;

	if (!look(l, STACK_CONTRACT, id, &live, &locked))
		return none(STACK_CONTRACT, id, w);
	if (locked)
		return wrong_say(w, "contract order %lld is locked", (long long)id);
	statement_int(s, id);
	statement_run(s);
	return sqlite3_changes(l->db) > 0 || wrong_say(w, "no algo has contract order %lld", (long long)id);
}

/* Ids of the orders of a level that are an order or below it: that of `from` is given. */
#define BELOW_INSTRUMENT_1 "(SELECT id FROM contract_order WHERE parent = ?)"
#define BELOW_INSTRUMENT_2 "(SELECT b.id FROM broker_order b JOIN contract_order c ON c.id = b.parent WHERE c.parent = ?)"
#define BELOW_CONTRACT     "(SELECT id FROM broker_order WHERE parent = ?)"
#define ITSELF             "(?)"

/* What of an order's family may not be taken back: at [level of the order][level looked at]. */
static const char *const held_back[STACK_LEVELS][STACK_LEVELS] = {
	[STACK_INSTRUMENT] = {
		"SELECT id FROM instrument_order WHERE locked = 1 AND id IN " ITSELF,
		"SELECT id FROM contract_order WHERE state = 'live' AND (locked = 1 OR algo_lock IS NOT NULL) AND id IN " BELOW_INSTRUMENT_1,
		"SELECT id FROM broker_order WHERE state = 'live' AND (locked = 1 OR status IN ('intent', 'submitted', 'pending', 'unknown'))"
		" AND id IN " BELOW_INSTRUMENT_2,
	},
	[STACK_CONTRACT] = {
		[STACK_CONTRACT] = "SELECT id FROM contract_order WHERE (locked = 1 OR algo_lock IS NOT NULL) AND id IN " ITSELF,
		[STACK_BROKER] = "SELECT id FROM broker_order WHERE state = 'live' AND (locked = 1 OR status IN ('intent', 'submitted',"
		" 'pending', 'unknown')) AND id IN " BELOW_CONTRACT,
	},
	[STACK_BROKER] = {
		[STACK_BROKER] = "SELECT id FROM broker_order WHERE (locked = 1 OR status IN ('intent', 'submitted', 'pending', 'unknown'))"
		" AND id IN " ITSELF,
	},
};

static const char *const take_back[STACK_LEVELS][STACK_LEVELS] = {
	[STACK_INSTRUMENT] = {
		"UPDATE instrument_order SET state = 'done' WHERE state = 'live' AND id IN " ITSELF,
		"UPDATE contract_order SET state = 'done' WHERE state = 'live' AND id IN " BELOW_INSTRUMENT_1,
		"UPDATE broker_order SET state = 'done' WHERE state = 'live' AND id IN " BELOW_INSTRUMENT_2,
	},
	[STACK_CONTRACT] = {
		[STACK_CONTRACT] = "UPDATE contract_order SET state = 'done' WHERE state = 'live' AND id IN " ITSELF,
		[STACK_BROKER] = "UPDATE broker_order SET state = 'done' WHERE state = 'live' AND id IN " BELOW_CONTRACT,
	},
	[STACK_BROKER] = { [STACK_BROKER] = "UPDATE broker_order SET state = 'done' WHERE state = 'live' AND id IN " ITSELF },
};

void
stack_cancel(struct ledger *l, enum stack_level level, int64_t id)
{
	for (int at = level; at < STACK_LEVELS; at++) {
		struct statement *s = statement_of(l, take_back[level][at]);
		statement_int(s, id);
		statement_run(s);
	}
}

bool
stack_try_cancel(struct ledger *l, enum stack_level level, int64_t id, struct wrong *w)
{
	bool live, locked;

	if (!look(l, level, id, &live, &locked))
		return none(level, id, w);
	if (!live)
		return wrong_say(w, "%s order %lld is done", stack_level_name[level], (long long)id);
	for (int at = level; at < STACK_LEVELS; at++) {
		struct statement *s = statement_of(l, held_back[level][at]);
		statement_int(s, id);
		bool held = statement_row(s);
		long long which = held ? statement_get_int(s, 0) : 0;
		statement_end(s);
		if (held)
			return wrong_say(w, "%s order %lld is locked, traded by an algo, or at the broker", stack_level_name[at], which);
	}
	stack_cancel(l, level, id);
	return true;
}

/* ---- completion ---- */

enum { FAMILY_MOST = 4096 }; /* orders of one instrument order */

/* An order's legs, of the statement's columns trade, fill, id, terminal; rows of one id stand together. */
static int
take_orders(struct statement *s, struct completion_order *family, int n)
{
	int64_t before = -1;

	while (statement_row(s)) {
		if (statement_get_int(s, 2) != before && n == FAMILY_MOST)
			die("%s: an order has more than %d below it", s->ledger->path, FAMILY_MOST);
		if (statement_get_int(s, 2) != before)
			family[n++] = (struct completion_order){ .active = true, .terminal = statement_get_int(s, 3) };
		before = statement_get_int(s, 2);
		struct completion_order *o = &family[n - 1];
		o->trade.lots[o->trade.n++] = statement_get_int(s, 0);
		o->fill.lots[o->fill.n++] = statement_get_int(s, 1);
	}
	statement_end(s);
	return n;
}

/* An instrument order and all below it. What is overfilled will not be filled any more. */
static int
family_of(struct ledger *l, int64_t id, struct completion_order *family)
{
	static const char *const sql[STACK_LEVELS] = {
		"SELECT trade, fill, id, overfilled FROM instrument_order WHERE id = ?",
		"SELECT trade, fill, c.id, overfilled FROM contract_order c JOIN contract_leg USING(id) WHERE parent = ? ORDER BY c.id, leg",
		"SELECT trade, fill, b.id, b.overfilled OR b.status IN ('cancelled', 'rejected') FROM contract_order c"
		" JOIN broker_order b ON b.parent = c.id JOIN broker_leg g ON g.id = b.id WHERE c.parent = ? ORDER BY b.id, leg"
	};
	int n = 0;

	for (int i = 0; i < STACK_LEVELS; i++) {
		struct statement *s = statement_of(l, sql[i]);
		statement_int(s, id);
		n = take_orders(s, family, n);
	}
	return n;
}

static bool
is_completed(struct ledger *l, int64_t id, const struct completion_rule *rule)
{
	static struct completion_order family[FAMILY_MOST];

	return completion_done_all(family, family_of(l, id, family), rule);
}

int64_t
stack_complete(struct ledger *l, int64_t id, const struct completion_rule *rule)
{
	struct statement *s = statement_of(l, "SELECT id FROM instrument_order WHERE state = 'live' AND locked = 0"
	    " AND id = coalesce(?, id) ORDER BY id");
	int64_t n = 0;

	statement_int_or_null(s, id, 0);
	while (statement_row(s)) {
		int64_t each = statement_get_int(s, 0);
		if (is_completed(l, each, rule)) {
			stack_cancel(l, STACK_INSTRUMENT, each);
			n++;
		}
	}
	statement_end(s);
	return n;
}

int64_t
stack_purge(struct ledger *l)
{
	static const char *const sql[STACK_LEVELS] = {
		"UPDATE instrument_order SET state = 'history' WHERE state = 'done' AND locked = 0",
		"UPDATE contract_order SET state = 'history' WHERE state = 'done' AND locked = 0",
		"UPDATE broker_order SET state = 'history' WHERE state = 'done' AND locked = 0"
	};
	int64_t n = 0;

	for (int i = 0; i < STACK_LEVELS; i++) {
		statement_run(statement_of(l, sql[i]));
		n += sqlite3_changes(l->db);
	}
	return n;
}
