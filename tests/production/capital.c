/* The capital of an account: single updates, and sequences of what may be done to it. */
#include "capital/account_capital.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/die.h"
#include "golden.h"
#include "ledger/account_capitals.h"
#include "ledger/transaction.h"

static enum account_capital_method
method_of(const char *name)
{
	enum account_capital_method m;

	if (!account_capital_method_named(slice_of(name), &m))
		die("no method '%s'", name);
	return m;
}

void
golden_capital_gate(struct golden *g)
{
	struct table t = golden_table(g);

	for (int i = 0; i < t.n; i++) {
		struct account_capital last = { 0, golden_num(&t, i, "total0"), golden_num(&t, i, "maximum0"),
			golden_num(&t, i, "previous"), 0 };
		struct account_capital row = { 0, NAN, NAN, NAN, NAN };
		struct wrong w;
		bool ok = account_capital_update(&row, &last, 1, golden_num(&t, i, "value"), method_of(golden_text(&t, i, "method")),
		    ACCOUNT_CAPITAL_GATE, &w);
		golden_case(g, i + 2, ok == golden_int(&t, i, "ok", 0) && golden_near(row.total, golden_num(&t, i, "total1")) &&
		    golden_near(row.maximum, golden_num(&t, i, "maximum1")), "%s to %s: %d, %.17g, %.17g; not %s, %s, %s",
		    golden_text(&t, i, "previous"), golden_text(&t, i, "value"), ok, row.total, row.maximum, golden_text(&t, i, "ok"),
		    golden_text(&t, i, "total1"), golden_text(&t, i, "maximum1"));
	}
}

/* ---- sequences, in a ledger in memory ---- */

enum { ROWS = 256, SERIES = 4 };

/* How many entries each row of the ledger is in the reference's four series. */
static struct kept {
	struct ledger l;
	int64_t sequence;
	size_t n;
	int entries[ROWS][SERIES];
} kept;

static void
entered(int total, int maximum, int broker, int profit)
{
	if (kept.n == ROWS)
		die("over %d rows", ROWS);
	memcpy(kept.entries[kept.n++], (int[]){ total, maximum, broker, profit }, sizeof *kept.entries);
}

static struct account_capital
given(const json_t *set, int64_t now)
{
	return (struct account_capital){ now, golden_json_num(json_object_get(set, "total_capital")),
		golden_json_num(json_object_get(set, "maximum_capital")), golden_json_num(json_object_get(set, "broker_account_value")),
		golden_json_num(json_object_get(set, "acc_pandl")) };
}

static bool
update(const json_t *step, struct wrong *w)
{
	int entries = kept.n ? 1 : 2; /* the reference first writes that there is a beginning */

	if (!account_capitals_update(&kept.l, golden_json_num(json_object_get(step, "value")),
	    method_of(golden_json_text(step, "method")), golden_json_num(json_object_get(step, "limit")), NULL, w))
		return false;
	entered(entries, entries, entries, entries);
	return true;
}

static bool
delete_since(const json_t *step)
{
	kept.n -= (size_t)account_capitals_trim(&kept.l, golden_json_time(json_object_get(step, "since")));
	return true;
}

/* True when it was done, false when refused. */
static bool
step_done(const json_t *step, const char *op, int64_t now)
{
	struct account_capital to = given(json_object_get(step, "set"), now);
	struct wrong w;

	if (strcmp(op, "update") == 0)
		return update(step, &w);
	if (strcmp(op, "delete_since") == 0)
		return delete_since(step);
	if (strcmp(op, "init") == 0) {
		if (!account_capitals_begin(&kept.l, &to, NULL, &w))
			return false;
		kept.n = 0;
		entered(1, 1, 1, 1);
	} else if (strcmp(op, "delta") == 0) {
		if (!account_capitals_transfer(&kept.l, golden_json_num(json_object_get(step, "delta")), NULL, &w))
			return false;
		entered(0, 0, 1, 0);
	} else if (strcmp(op, "modify") == 0) {
		if (!account_capitals_set(&kept.l, &to, NULL, &w))
			return false;
		entered(!isnan(to.total), !isnan(to.maximum), !isnan(to.broker), !isnan(to.profit));
	} else {
		die("no operation '%s'", op);
	}
	return true;
}

static bool
rows_agree(const json_t *rows)
{
	for (int series = 0; series < SERIES; series++) {
		int64_t entries = 0;
		for (size_t i = 0; i < kept.n; i++)
			entries += kept.entries[i][series];
		if (entries != golden_json_int(json_array_get(rows, (size_t)series), -1))
			return false;
	}
	return true;
}

static void
begin_sequence(int64_t sequence)
{
	if (kept.l.db)
		ledger_close(&kept.l);
	kept.n = 0;
	kept.sequence = sequence;
	ledger_memory(&kept.l);
}

static void
compare(struct golden *g, const json_t *step)
{
	const char *op = golden_json_text(step, "op");
	int64_t time = golden_json_time(json_object_get(step, "now"));
	struct ledger_author author = { "golden capital", true, time };
	struct account_capital now;

	transaction_begin(&kept.l, &author);
	bool ok = step_done(step, op, time);
	transaction_commit(&kept.l);
	account_capitals_last(&kept.l, &now);
	golden_case(g, g->line, ok == json_is_true(json_object_get(step, "ok")) &&
	    golden_near(now.total, golden_json_num(json_object_get(step, "total"))) &&
	    golden_near(now.maximum, golden_json_num(json_object_get(step, "maximum"))) &&
	    golden_near(now.broker, golden_json_num(json_object_get(step, "broker"))) &&
	    golden_near(now.profit, golden_json_num(json_object_get(step, "acc_pandl"))) &&
	    rows_agree(json_object_get(step, "rows")), "sequence %" PRId64 " step %" PRId64 ", %s: %d, %.17g, %.17g, %.17g, %.17g",
	    kept.sequence, golden_json_int(json_object_get(step, "step"), 0), op, ok, now.total, now.maximum, now.broker, now.profit);
}

void
golden_capital(struct golden *g)
{
	FILE *f = golden_lines(g);

	kept.sequence = -1;
	for (json_t *step; (step = golden_next(g, f)); json_decref(step)) {
		int64_t sequence = golden_json_int(json_object_get(step, "seq"), 0);
		if (sequence != kept.sequence)
			begin_sequence(sequence);
		compare(g, step);
	}
	if (kept.l.db)
		ledger_close(&kept.l);
}
