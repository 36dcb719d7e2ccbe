/* The capital of an account: single updates, and sequences of what may be done to it. */
#include "capital/account_capital.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/die.h"
#include "golden.h"

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

/* ---- sequences ---- */

enum { ROWS = 256, SERIES = 4 };

/* Rows as an account keeps them, and how many entries each is in the reference's four series. */
static struct kept {
	int64_t sequence;
	size_t n;
	struct account_capital row[ROWS];
	int entries[ROWS][SERIES];
} kept;

static const struct account_capital nothing = { 0, NAN, NAN, NAN, NAN };

static void
add(const struct account_capital *row, int total, int maximum, int broker, int profit)
{
	if (kept.n == ROWS)
		die("over %d rows", ROWS);
	memcpy(kept.entries[kept.n], (int[]){ total, maximum, broker, profit }, sizeof *kept.entries);
	kept.row[kept.n++] = *row;
}

static struct account_capital
given(const json_t *set, int64_t now)
{
	return (struct account_capital){ now, golden_json_num(json_object_get(set, "total_capital")),
		golden_json_num(json_object_get(set, "maximum_capital")), golden_json_num(json_object_get(set, "broker_account_value")),
		golden_json_num(json_object_get(set, "acc_pandl")) };
}

static bool
update(const json_t *step, int64_t now)
{
	const struct account_capital *last = kept.n ? &kept.row[kept.n - 1] : NULL;
	int entries = last ? 1 : 2; /* the reference first writes that there is a beginning */
	struct account_capital row;
	struct wrong w;

	if (!account_capital_update(&row, last, now, golden_json_num(json_object_get(step, "value")),
	    method_of(golden_json_text(step, "method")), golden_json_num(json_object_get(step, "limit")), &w))
		return false;
	add(&row, entries, entries, entries, entries);
	return true;
}

/* True when it was done, false when refused. */
static bool
step_done(const json_t *step, const char *op, int64_t now)
{
	struct account_capital row, to = given(json_object_get(step, "set"), now);
	struct wrong w;

	if (strcmp(op, "update") == 0)
		return update(step, now);
	if (strcmp(op, "delete_since") == 0) {
		kept.n = account_capital_before(kept.row, kept.n, golden_json_time(json_object_get(step, "since")));
		return true;
	}
	if (strcmp(op, "init") == 0) {
		if (!account_capital_begin(&row, &to, &w))
			return false;
		kept.n = 0;
		add(&row, 1, 1, 1, 1);
		return true;
	}
	const struct account_capital *last = kept.n ? &kept.row[kept.n - 1] : &nothing;
	if (strcmp(op, "delta") == 0) {
		if (!account_capital_transfer(&row, last, now, golden_json_num(json_object_get(step, "delta")), &w))
			return false;
		add(&row, 0, 0, 1, 0);
		return true;
	}
	if (strcmp(op, "modify") != 0)
		die("no operation '%s'", op);
	if (!account_capital_change(&row, last, &to, &w))
		return false;
	add(&row, !isnan(to.total), !isnan(to.maximum), !isnan(to.broker), !isnan(to.profit));
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

void
golden_capital(struct golden *g)
{
	FILE *f = golden_lines(g);

	kept = (struct kept){ .sequence = -1 };
	for (json_t *step; (step = golden_next(g, f)); json_decref(step)) {
		int64_t sequence = golden_json_int(json_object_get(step, "seq"), 0);
		if (sequence != kept.sequence)
			kept = (struct kept){ .sequence = sequence };
		const char *op = golden_json_text(step, "op");
		bool ok = step_done(step, op, golden_json_time(json_object_get(step, "now")));
		struct account_capital now = kept.n ? kept.row[kept.n - 1] : nothing;
		golden_case(g, g->line, ok == json_is_true(json_object_get(step, "ok")) &&
		    golden_near(now.total, golden_json_num(json_object_get(step, "total"))) &&
		    golden_near(now.maximum, golden_json_num(json_object_get(step, "maximum"))) &&
		    golden_near(now.broker, golden_json_num(json_object_get(step, "broker"))) &&
		    golden_near(now.profit, golden_json_num(json_object_get(step, "acc_pandl"))) &&
		    rows_agree(json_object_get(step, "rows")), "sequence %" PRId64 " step %" PRId64 ", %s: %d, %.17g, %.17g, %.17g, %.17g",
		    sequence, golden_json_int(json_object_get(step, "step"), 0), op, ok, now.total, now.maximum, now.broker, now.profit);
	}
}
