#define SQLITE_ENABLE_PREUPDATE_HOOK /* Debian builds SQLite with it; its header tells of it only then */
#include "ledger/transaction.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "ledger/event.h"
#include "ledger/statement.h"
#include "ledger/table.h"
#include "time/instant.h"

struct change {
	const struct ledger_table *table;
	char *key, *before, *after;
};

struct transaction {
	const char *program;
	int64_t time;
	int n;
	struct change *change;
};

/* ---- what SQLite says of a row that is about to change ---- */

enum side { OLD, NEW };

static sqlite3_value *
value(struct ledger *l, enum side side, int i)
{
	sqlite3_value *v = NULL;

	if ((side == OLD ? sqlite3_preupdate_old : sqlite3_preupdate_new)(l->db, i, &v) != SQLITE_OK)
		ledger_die(l, "a change cannot be told");
	return v;
}

static bool
is_same(sqlite3_value *a, sqlite3_value *b)
{
	int type = sqlite3_value_type(a);

	if (type != sqlite3_value_type(b))
		return false;
	if (type == SQLITE_INTEGER)
		return sqlite3_value_int64(a) == sqlite3_value_int64(b);
	if (type == SQLITE_FLOAT)
		return sqlite3_value_double(a) == sqlite3_value_double(b);
	return type == SQLITE_NULL || strcmp((const char *)sqlite3_value_text(a), (const char *)sqlite3_value_text(b)) == 0;
}

enum which { KEY, CHANGED, PRESENT }; /* columns of the key, those that change, those that are no NULL */

static bool
is_told(struct ledger *l, const struct ledger_table *t, int i, enum side side, enum which which)
{
	if (which == KEY)
		return t->column[i].is_key;
	if (which == CHANGED)
		return !is_same(value(l, OLD, i), value(l, NEW, i));
	return sqlite3_value_type(value(l, side, i)) != SQLITE_NULL;
}

/* Those columns of a side as an object, or NULL when there are none. */
static char *
object(struct ledger *l, const struct ledger_table *t, enum side side, enum which which)
{
	struct out o;
	int n = 0;

	out_memory(&o);
	out_char(&o, '{');
	for (int i = 0; i < t->n; i++)
		if (is_told(l, t, i, side, which))
			ledger_table_print(&o, &t->column[i], value(l, side, i), n++ == 0);
	out_str(&o, "}");
	out_char(&o, '\0');
	if (n)
		return o.buf;
	out_close(&o);
	return NULL;
}

static void
note(void *arg, sqlite3 *db, int op, const char *database, const char *name, sqlite3_int64 from, sqlite3_int64 to)
{
	struct ledger *l = arg;
	const struct ledger_table *t = ledger_table_find(l, name);
	struct transaction *x = l->transaction;

	(void)db, (void)database, (void)from, (void)to;
	if (!t || !x)
		return;
	enum which which = op == SQLITE_UPDATE ? CHANGED : PRESENT;
	struct change c = {
		t, object(l, t, op == SQLITE_INSERT ? NEW : OLD, KEY), op == SQLITE_INSERT ? NULL : object(l, t, OLD, which),
		op == SQLITE_DELETE ? NULL : object(l, t, NEW, which)
	};
	if (!c.before && !c.after) { /* the row is set to what it is */
		free(c.key);
		return;
	}
	x->change = mem_grow(x->change, (size_t)x->n + 1, sizeof *x->change);
	x->change[x->n++] = c;
}

/* ---- begin ---- */

static void
run(struct ledger *l, const char *sql)
{
	statement_run(statement_of(l, sql));
}

static int64_t
time_of(struct ledger *l, const struct ledger_author *a)
{
	char given[INSTANT_MAX], last_text[INSTANT_MAX];
	struct event last;

	event_last(l, &last);
	if (!a->has_now) {
		int64_t now = instant_now();
		return now < last.time ? last.time : now;
	}
	if (a->now < last.time) {
		instant_print(given, a->now);
		instant_print(last_text, last.time);
		die("%s: --now is %s, before the last event, %s", l->path, given, last_text);
	}
	return a->now;
}

void
transaction_begin(struct ledger *l, const struct ledger_author *a)
{
	ledger_tables(l); /* note() cannot ask SQLite */
	run(l, "BEGIN IMMEDIATE");
	l->transaction = mem_alloc(1, sizeof *l->transaction);
	*l->transaction = (struct transaction){ .program = a->program, .time = time_of(l, a) };
	sqlite3_preupdate_hook(l->db, note, l);
}

int64_t
transaction_time(const struct ledger *l)
{
	return l->transaction->time;
}

/* ---- end ---- */

static char *
who(void)
{
	const struct passwd *p = getpwuid(geteuid());
	char host[256] = "localhost";

	gethostname(host, sizeof host - 1);
	return p ? mem_format("%s@%s:%d", p->pw_name, host, (int)getpid()) :
	    mem_format("%u@%s:%d", (unsigned)geteuid(), host, (int)getpid());
}

static int
finish(struct ledger *l)
{
	struct transaction *x = l->transaction;
	int n = x->n;

	for (int i = 0; i < n; i++) {
		free(x->change[i].key);
		free(x->change[i].before);
		free(x->change[i].after);
	}
	free(x->change);
	free(x);
	l->transaction = NULL;
	sqlite3_preupdate_hook(l->db, NULL, NULL);
	return n;
}

/* What is to be done with each event, which follows the hash of the one before. */
static void
each_event(struct ledger *l, void (*with)(struct ledger *l, struct event *e, const char *previous, void *arg), void *arg)
{
	struct transaction *x = l->transaction;
	struct event last, e;
	char *whose = who();

	event_last(l, &last);
	int64_t act = last.seq + 1;
	for (int i = 0; i < x->n; i++) {
		const struct change *c = &x->change[i];
		e = (struct event){
			.seq = act + i, .act = act, .time = x->time, .who = whose, .program = x->program,
			.what = c->table->name, .key = c->key, .before = c->before, .after = c->after
		};
		with(l, &e, last.hash, arg);
		last = e;
	}
	free(whose);
}

static void
put(struct ledger *l, struct event *e, const char *previous, void *arg)
{
	(void)arg;
	event_seal(e, previous);
	event_put(l, e);
}

int
transaction_commit(struct ledger *l)
{
	each_event(l, put, NULL);
	if (sqlite3_step(statement_of(l, "COMMIT")->stmt) != SQLITE_DONE)
		ledger_die(l, "whether the change is kept is not known, look before it is made again");
	return finish(l);
}

static void
show(struct ledger *l, struct event *e, const char *previous, void *arg)
{
	(void)l, (void)previous;
	event_print(arg, e);
}

int
transaction_show(struct ledger *l, struct out *o)
{
	each_event(l, show, o);
	run(l, "ROLLBACK");
	return finish(l);
}
