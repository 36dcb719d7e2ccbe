/* Limits of positions and trades, and what they are set to without anybody saying so. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "golden.h"
#include "order/automatic_limits.h"
#include "order/maximum_contracts.h"
#include "order/position_limit.h"
#include "order/trade_limit.h"

void
golden_auto_limits(struct golden *g)
{
	struct table t = golden_table(g);

	for (int i = 0; i < t.n; i++) {
		struct automatic_limits a = { golden_num(&t, i, "capital"), golden_num(&t, i, "risk_multiplier"),
			golden_num(&t, i, "max_leverage_given") };
		double position = automatic_limits_position(&a, golden_num(&t, i, "annual_risk_per_contract"),
		    golden_num(&t, i, "contract_exposure"));
		int64_t traded = -1, held = -1;
		automatic_limits_of_trade(position, golden_num(&t, i, "trade_multiplier"), (int)golden_int(&t, i, "period_days", 1), &traded);
		automatic_limits_of_position(position, &held);
		golden_case(g, i + 2, golden_near(position, golden_num(&t, i, "standard_position")) &&
		    traded == golden_int(&t, i, "trade_limit", -1) && held == golden_int(&t, i, "position_limit", -1),
		    "position %.17g, limits %" PRId64 " and %" PRId64 "; not %s, %s and %s", position, traded, held,
		    golden_text(&t, i, "standard_position"), golden_text(&t, i, "trade_limit"), golden_text(&t, i, "position_limit"));
	}
}

void
golden_position_limit(struct golden *g)
{
	struct table t = golden_table(g);

	for (int i = 0; i < t.n; i++) {
		struct position_limit l = { golden_int(&t, i, "position", 0), golden_int(&t, i, "limit", POSITION_LIMIT_NONE) };
		int64_t trade = golden_int(&t, i, "trade", 0), want = golden_int(&t, i, "result", 0), got = position_limit_apply(&l, trade);
		golden_case(g, i + 2, got == want, "%" PRId64 " from %" PRId64 " within %" PRId64 ": %" PRId64 ", not %" PRId64, trade,
		    l.position, l.limit, got, want);
	}
}

/* The two limits of a row, whose columns have these names. */
static void
two_limits(const struct table *t, int row, const char *mine, const char *others, struct position_limit *pair,
    struct position_limit *instrument)
{
	int64_t position = golden_int(t, row, mine, 0);

	*pair = (struct position_limit){ position, golden_int(t, row, "limit_pair", POSITION_LIMIT_NONE) };
	*instrument = (struct position_limit){ position + golden_int(t, row, others, 0),
		golden_int(t, row, "limit_instrument", POSITION_LIMIT_NONE) };
}

/* The reference's, which takes how far a position is over its limit for room; its notes say that it is signed. */
static int64_t
spare_without_sign(const struct position_limit *pair, const struct position_limit *instrument)
{
	int64_t a = llabs(position_limit_spare(pair)), b = llabs(position_limit_spare(instrument));

	return a < b ? a : b;
}

void
golden_position_limit_both(struct golden *g)
{
	struct table t = golden_table(g);

	for (int i = 0; i < t.n; i++) {
		struct position_limit pair, instrument;
		two_limits(&t, i, "pos_this", "pos_other", &pair, &instrument);
		int64_t got = position_limit_apply_both(&pair, &instrument, golden_int(&t, i, "trade", 0));
		int64_t spare = position_limit_spare_both(&pair, &instrument), want = golden_int(&t, i, "spare", 0);
		golden_case(g, i + 2, got == golden_int(&t, i, "result", 0) &&
		    (spare == want || spare_without_sign(&pair, &instrument) == want),
		    "trade %" PRId64 ", spare %" PRId64 "; not %s, %s", got, spare, golden_text(&t, i, "result"), golden_text(&t, i, "spare"));
	}
}

void
golden_maximum_contracts(struct golden *g)
{
	struct table t = golden_table(g);

	for (int i = 0; i < t.n; i++) {
		struct position_limit pair, instrument;
		two_limits(&t, i, "position", "other_strategies", &pair, &instrument);
		double override = golden_num(&t, i, "override");
		int64_t got = maximum_contracts(pair.position, position_limit_spare_both(&pair, &instrument), isnan(override) ? 1 : override);
		golden_case(g, i + 2, got == golden_int(&t, i, "want", -1), "%" PRId64 ", not %s", got, golden_text(&t, i, "want"));
	}
}

/* ---- sequences of trade limits ---- */

enum { LIMITS = 64 };

static struct sequence {
	int64_t n;
	int limits;
	struct trade_limit limit[LIMITS];
	char name[2 * LIMITS][64];
} sequence;

static struct trade_limit *
limit_of(const char *strategy, const char *instrument, int days)
{
	for (int i = 0; i < sequence.limits; i++) {
		struct trade_limit *l = &sequence.limit[i];
		if (strcmp(l->strategy, strategy) == 0 && strcmp(l->instrument, instrument) == 0 && l->days == days)
			return l;
	}
	return NULL;
}

static void
set(const json_t *step, int64_t now)
{
	const char *strategy = golden_json_text(step, "strategy"), *instrument = golden_json_text(step, "instrument");
	int days = (int)golden_json_int(json_object_get(step, "period_days"), 0);
	int64_t most = golden_json_int(json_object_get(step, "max"), 0);
	struct trade_limit *l = limit_of(strategy, instrument, days);
	struct wrong w;

	if (!trade_limit_check(most, days, &w))
		return;
	if (l) {
		trade_limit_change(l, most, now);
		return;
	}
	if (sequence.limits == LIMITS)
		die("over %d limits", LIMITS);
	char (*name)[64] = &sequence.name[2 * sequence.limits];
	snprintf(name[0], sizeof *name, "%s", strategy);
	snprintf(name[1], sizeof *name, "%s", instrument);
	sequence.limit[sequence.limits++] = trade_limit_new(name[0], name[1], days, most, now);
}

/* How much is possible under the limits that apply, of which there may be any. */
static int64_t
ask(const char *strategy, const char *instrument, int64_t wanted, int64_t now)
{
	for (int i = 0; i < sequence.limits; i++)
		if (trade_limit_applies(&sequence.limit[i], strategy, instrument))
			wanted = trade_limit_possible(&sequence.limit[i], 1, wanted, now);
	return wanted;
}

static void
count(const json_t *step, bool in, int64_t now)
{
	int64_t lots[QUANTITY_LEGS] = { 0 };
	const json_t *trade = json_object_get(step, "trade");
	struct quantity q;
	struct wrong w;

	for (size_t i = 0; i < json_array_size(trade) && i < QUANTITY_LEGS; i++)
		lots[i] = golden_json_int(json_array_get(trade, i), 0);
	if (!quantity_of(&q, lots, (int)json_array_size(trade), &w))
		die("%s", w.text);
	for (int i = 0; i < sequence.limits; i++)
		if (trade_limit_applies(&sequence.limit[i], golden_json_text(step, "strategy"), golden_json_text(step, "instrument")))
			(in ? trade_limit_add : trade_limit_remove)(&sequence.limit[i], &q, now);
}

static void
reset(const json_t *step, int64_t now)
{
	struct trade_limit *l = limit_of(golden_json_text(step, "strategy"), golden_json_text(step, "instrument"),
	    (int)golden_json_int(json_object_get(step, "period_days"), 0));

	if (l)
		trade_limit_reset(l, now);
}

/* The table after a step, as it is wanted? */
static bool
rows_agree(const json_t *rows)
{
	size_t i;
	json_t *row;

	json_array_foreach(rows, i, row) {
		const struct trade_limit *l = limit_of(golden_json_text(row, "strategy"), golden_json_text(row, "instrument"),
		    (int)golden_json_int(json_object_get(row, "period_days"), 0));
		if (!l || l->most != golden_json_int(json_object_get(row, "max"), -1) ||
		    l->used != golden_json_int(json_object_get(row, "used"), -1) ||
		    llabs(l->reset - golden_json_time(json_object_get(row, "reset"))) > 1)
			return false;
	}
	return (size_t)sequence.limits == json_array_size(rows);
}

static bool
step_agrees(const json_t *step, const char *op, int64_t now)
{
	const char *strategy = golden_json_text(step, "strategy"), *instrument = golden_json_text(step, "instrument");
	bool all = strcmp(op, "reset_all") == 0;

	if (strcmp(op, "limit") == 0)
		set(step, now);
	else if (strcmp(op, "add") == 0 || strcmp(op, "remove") == 0)
		count(step, *op == 'a', now);
	else if (strcmp(op, "reset") == 0)
		reset(step, now);
	else if (strcmp(op, "ask") == 0 && ask(strategy, instrument, golden_json_int(json_object_get(step, "wanted"), 0), now) !=
	    golden_json_int(json_object_get(step, "want"), -1))
		return false;
	for (int i = 0; all && i < sequence.limits; i++)
		trade_limit_reset(&sequence.limit[i], now);
	return rows_agree(json_object_get(step, "want_rows"));
}

void
golden_trade_limits(struct golden *g)
{
	FILE *f = golden_lines(g);

	sequence = (struct sequence){ .n = -1 };
	for (json_t *step; (step = golden_next(g, f)); json_decref(step)) {
		int64_t n = golden_json_int(json_object_get(step, "seq"), 0);
		if (n != sequence.n)
			sequence = (struct sequence){ .n = n };
		const char *op = golden_json_text(step, "op");
		golden_case(g, g->line, step_agrees(step, op, golden_json_time(json_object_get(step, "now"))),
		    "sequence %" PRId64 " step %" PRId64 ", %s: other limits", n, golden_json_int(json_object_get(step, "step"), 0), op);
	}
}
