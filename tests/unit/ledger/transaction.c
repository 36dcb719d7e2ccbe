#include "ledger/transaction.h"

#include "ledger/dump.h"
#include "ledger/event.h"
#include "ledger/instrument_locks.h"
#include "ledger/journal.h"
#include "ledger/statement.h"
#include "test.h"

static const struct ledger_author at_noon = { "st-test do", true, 1577966400000000 }; /* 2020-01-02 12:00 */

static void
sql(struct ledger *l, const char *text)
{
	statement_run(statement_of(l, text));
}

static int64_t
count(struct ledger *l, const char *text)
{
	struct statement *s = statement_of(l, text);
	int64_t n = statement_row(s) ? statement_get_int(s, 0) : -1;

	statement_end(s);
	return n;
}

/* Do the events of l give a ledger that has the same dump? */
static bool
gives_the_same(struct ledger *l)
{
	struct ledger again;
	struct out a, b;
	struct wrong w;

	ledger_memory(&again);
	out_memory(&a);
	out_memory(&b);
	bool same = journal_replay(l, &again, &w);
	ledger_dump(&a, l, true);
	ledger_dump(&b, &again, true);
	same = same && a.n == b.n && memcmp(a.buf, b.buf, a.n) == 0;
	out_close(&a);
	out_close(&b);
	ledger_close(&again);
	return same;
}

/* A row of each kind of column: whole numbers, others, texts, times, JSON, NULL; new, changed and gone. */
static void
each_change_is_an_event(void)
{
	struct ledger l;
	struct event e;

	ledger_memory(&l);
	transaction_begin(&l, &at_noon);
	sql(&l, "INSERT INTO wanted(id, strategy, instrument, time, run, kind, position, reference_price, detail)"
	    " VALUES (7, 's', 'CORN', 5, 'r', 'raw', 0.1, 100.0, '{\"b\":1,\"a\":[2.5,null]}')");
	sql(&l, "INSERT INTO instrument_order(id, strategy, instrument, trade, type, made_time, by, wanted)"
	    " VALUES (1, 's', 'CORN', -3, 'best', 1, 'strategy', 7)");
	sql(&l, "INSERT INTO override(instrument, value) VALUES ('CORN', 0.5)");
	CHECK(transaction_commit(&l) == 3);
	transaction_begin(&l, &at_noon);
	sql(&l, "UPDATE instrument_order SET fill = -1, price = 101.25, fill_time = 1577966400500000, locked = 0");
	sql(&l, "UPDATE override SET value = 0.5"); /* as it is: no event */
	sql(&l, "DELETE FROM override");
	CHECK(transaction_commit(&l) == 2);
	CHECK(count(&l, "SELECT count(*) FROM event WHERE act = 4") == 2);
	struct statement *s = event_from(&l, 4);
	CHECK(event_next(s, &e));
	CHECK(strcmp(e.key, "{\"id\":1}") == 0);
	CHECK(strcmp(e.before, "{\"fill\":0,\"price\":null,\"fill_time\":null}") == 0);
	CHECK(strcmp(e.after, "{\"fill\":-1,\"price\":101.25,\"fill_time\":\"2020-01-02 12:00:00.500000\"}") == 0);
	CHECK(event_next(s, &e) && !e.after && strcmp(e.before, "{\"strategy\":\"\",\"instrument\":\"CORN\",\"value\":0.5}") == 0);
	statement_end(s);
	CHECK(gives_the_same(&l));
	ledger_close(&l);
}

static void
what_is_shown_is_undone(void)
{
	struct ledger l;
	struct out o;

	ledger_memory(&l);
	out_memory(&o);
	transaction_begin(&l, &at_noon);
	instrument_locks_add(&l, "CORN", "user", NULL);
	CHECK(transaction_show(&l, &o) == 1);
	out_char(&o, '\0');
	CHECK(strstr(o.buf, "\"key\":{\"instrument\":\"CORN\",\"owner\":\"user\"}"));
	CHECK(count(&l, "SELECT count(*) FROM instrument_lock") == 0 && count(&l, "SELECT count(*) FROM event") == 0);
	out_close(&o);
	ledger_close(&l);
}

/* A clock that goes back stands still; a time that was given is taken, but not before the last event. */
static void
time_does_not_go_back(void)
{
	const struct ledger_author by_clock = { "st-test do", false, 0 };
	const struct ledger_author in_2100 = { "st-test do", true, 4102444800000000 }, before = { "st-test do", true, 4102444799999999 };
	struct ledger l;

	ledger_memory(&l);
	transaction_begin(&l, &in_2100);
	instrument_locks_add(&l, "CORN", "user", NULL);
	transaction_commit(&l);
	transaction_begin(&l, &by_clock);
	CHECK(transaction_time(&l) == in_2100.now);
	instrument_locks_remove(&l, "CORN", "user");
	transaction_commit(&l);
	CHECK(gives_the_same(&l));
	DIES("ledger: --now is 2099-12-31 23:59:59.999999, before the last event, 2100-01-01 00:00:00", (l.path = "ledger", transaction_begin(&l, &before)));
	ledger_close(&l);
}

/* What the schema refuses leaves nothing behind: here a child before its parent, a changed execution, an order back to life. */
static void
the_schema_refuses(void)
{
	static const char *const refused[] = {
		"INSERT INTO contract_order(id, parent, strategy, instrument, type, made_time, by) VALUES (1, 9, 's', 'C', 'best', 1, 'strategy')",
		"INSERT INTO instrument_order(strategy, instrument, trade, fill, type, made_time, by) VALUES ('s', 'C', 1, 2, 'best', 1, 'hand')",
		"INSERT INTO instrument_order(strategy, instrument, trade, fill, type, made_time, by) VALUES ('s', 'C', 2, -1, 'best', 1, 'hand')",
		"INSERT INTO wanted(strategy, instrument, time, run, kind, lower, upper) VALUES ('s', 'C', 1, 'r', 'buffered', 2, 1)",
		"INSERT INTO wanted(strategy, instrument, time, run, kind, position) VALUES ('s', 'C', 1, 'r', 'dynamic', 1.5)",
		"INSERT INTO override(instrument, value) VALUES ('C', 1.0)",
		"INSERT INTO event(seq, act, time, who, program, what, key, after, hash) VALUES (5, 5, 1, 'w', 'p', 'w', '{}', '{}', 'x')",
		"INSERT INTO strategy_position(strategy, instrument, time, delta, position, instrument_order) VALUES ('s', 'C', 1, 1, 2, 1)",
		"INSERT INTO strategy_position(strategy, instrument, time, delta, position) VALUES ('s', 'C', 1, 1, 1)",
	};
	struct ledger l;

	ledger_memory(&l);
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		CHECK((sqlite3_exec(l.db, refused[i], NULL, NULL, NULL) & 0xff) == SQLITE_CONSTRAINT);
	}
	ledger_close(&l);
}

int
main(void)
{
	RUN(each_change_is_an_event);
	RUN(what_is_shown_is_undone);
	RUN(time_does_not_go_back);
	RUN(the_schema_refuses);
	return test_end();
}
