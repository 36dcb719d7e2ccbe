/* From what is wanted to the order that is put. */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/die.h"
#include "golden.h"
#include "order/netting.h"
#include "order/override.h"
#include "order/position_limit.h"
#include "order/required_trade.h"

void
golden_buffered_trade(struct golden *g)
{
	struct table t = golden_table(g);

	for (int i = 0; i < t.n; i++) {
		struct wanted x = { .kind = WANTED_BUFFERED, .lower = golden_num(&t, i, "lower"), .upper = golden_num(&t, i, "upper") };
		int64_t held = golden_int(&t, i, "actual", 0), got = required_trade(&x, held);
		bool is_break = required_trade_break(&x, held);
		golden_case(g, i + 2, got == golden_int(&t, i, "trade", 0) && is_break == golden_int(&t, i, "break", 0),
		    "%" PRId64 " in %g to %g: %" PRId64 ", break %d; not %s, %s", held, x.lower, x.upper, got, is_break,
		    golden_text(&t, i, "trade"), golden_text(&t, i, "break"));
	}
}

enum { OPEN = 64 };

/* What one instrument of a run gives, step by step; put is 0 without an order. */
struct made {
	int64_t wanted, after_override, put;
	bool consistent; /* our netting puts the same, where there is a trade */
};

static int
open_orders(const json_t *existing, struct netting_order *open)
{
	int n = (int)json_array_size(existing);

	if (n > OPEN)
		die("over %d open orders", OPEN);
	for (int i = 0; i < n; i++) {
		const json_t *o = json_array_get(existing, (size_t)i);
		open[i] = (struct netting_order){ .trade = golden_json_int(json_array_get(o, 0), 0),
			.fill = golden_json_int(json_array_get(o, 1), 0), .cancellable = true };
	}
	return n;
}

/* As the reference makes it, which rounds down what overrides leave. */
static struct made
make(const json_t *x, double strategy_override)
{
	struct netting_order open[OPEN];
	struct wanted band = { .kind = WANTED_BUFFERED, .lower = golden_json_num(json_object_get(x, "lower")),
		.upper = golden_json_num(json_object_get(x, "upper")) };
	struct override_sources sources = { .strategy = strategy_override,
		.instrument = golden_json_num(json_object_get(x, "override_instrument")),
		.pair = golden_json_num(json_object_get(x, "override_pair")) };
	int64_t held = golden_json_int(json_object_get(x, "position"), 0);
	int64_t others = golden_json_int(json_object_get(x, "other_strategy_position"), 0);
	struct position_limit pair = { held, golden_json_int(json_object_get(x, "limit_pair"), POSITION_LIMIT_NONE) };
	struct position_limit all = { held + others, golden_json_int(json_object_get(x, "limit_instrument"), POSITION_LIMIT_NONE) };

	int64_t trade = required_trade(&band, held);
	struct made m = { .wanted = trade, .after_override = override_apply(override_of(&sources), held, trade, true) };
	if (json_is_true(json_object_get(x, "locked"))) {
		m.consistent = true;
		return m;
	}
	int n = open_orders(json_object_get(x, "existing"), open);
	int64_t left = position_limit_apply_both(&pair, &all, m.after_override);
	m.put = netting_put_as_reference(open, n, left);
	m.consistent = left == 0 || netting_put(open, n, left, false) == m.put;
	return m;
}

void
golden_generator(struct golden *g)
{
	FILE *f = golden_lines(g);
	const char *code;
	json_t *x;

	for (json_t *run; (run = golden_next(g, f)); json_decref(run)) {
		double strategy = golden_json_num(json_object_get(run, "override_strategy"));
		json_object_foreach(json_object_get(run, "instruments"), code, x) {
			struct made m = make(x, strategy);
			int64_t wanted = golden_json_int(json_object_get(json_object_get(run, "wanted"), code), 0);
			int64_t after = golden_json_int(json_object_get(json_object_get(run, "after_override"), code), 0);
			int64_t put = golden_json_int(json_object_get(json_object_get(run, "new_orders"), code), 0);
			golden_case(g, g->line, m.wanted == wanted && m.after_override == after && m.put == put && m.consistent,
			    "%s: wanted %" PRId64 ", after overrides %" PRId64 ", put %" PRId64 "; not %" PRId64 ", %" PRId64 ", %" PRId64,
			    code, m.wanted, m.after_override, m.put, wanted, after, put);
		}
	}
}
