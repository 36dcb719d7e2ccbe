/* Lots of one leg or more: resizing, fills, spreads, what an order is split into, roll states. */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/die.h"
#include "golden.h"
#include "order/resize.h"
#include "order/roll_state.h"
#include "order/spawn.h"
#include "order/spread_price.h"

static struct quantity
resized(const char *function, const struct quantity *trade, const char *argument)
{
	int64_t v[64];
	int n = golden_ints(argument, v, 64);

	if (n == 0)
		return *trade;
	switch (*function) {
	case 'A':
		return resize_per_leg(trade, v);
	case 'B':
		return resize_total(trade, v[0]);
	case 'C':
		return resize_smallest_leg(trade, v[0]);
	case 'D':
		return quantity_single(resize_lowest(trade->lots[0], v, n));
	default:
		die("no function '%s'", function);
	}
}

void
golden_resize(struct golden *g)
{
	struct table t = golden_table(g);

	for (int i = 0; i < t.n; i++) {
		const char *function = golden_text(&t, i, "fn"), *argument = golden_text(&t, i, "arg");
		struct quantity trade = golden_lots(golden_text(&t, i, "trade")), want = golden_lots(golden_text(&t, i, "want"));
		struct quantity got = resized(function, &trade, argument);
		golden_case(g, i + 2, quantity_equal(&got, &want), "%s of %s by %s: %s, not %s", function, golden_lots_text(&trade),
		    argument, golden_lots_text(&got), golden_lots_text(&want));
	}
}

void
golden_fill_fits(struct golden *g)
{
	struct table t = golden_table(g);

	for (int i = 0; i < t.n; i++) {
		struct quantity trade = golden_lots(golden_text(&t, i, "trade")), fill = golden_lots(golden_text(&t, i, "fill"));
		bool got = quantity_fits(&trade, &fill), want = golden_int(&t, i, "fits", 0);
		golden_case(g, i + 2, got == want, "%s of %s: fits %d, not %d", golden_lots_text(&fill), golden_lots_text(&trade), got, want);
	}
}

static void
prices(const char *text, double *x)
{
	char word[64];

	for (int i = 0, n; i < QUANTITY_LEGS && sscanf(text, "%63s%n", word, &n) == 1; i++, text += n)
		if (sscanf(word, "%lf", &x[i]) != 1)
			die("no price: '%s'", word);
}

void
golden_spread_price(struct golden *g)
{
	struct table t = golden_table(g);

	for (int i = 0; i < t.n; i++) {
		double price[QUANTITY_LEGS], want = golden_num(&t, i, "price");
		struct quantity legs = golden_lots(golden_text(&t, i, "legs"));
		prices(golden_text(&t, i, "prices"), price);
		double got = spread_price(&legs, price);
		golden_case(g, i + 2, golden_near(got, want), "%s at %s: %.17g, not %.17g", golden_lots_text(&legs),
		    golden_text(&t, i, "prices"), got, want);
	}
}

void
golden_passive_split(struct golden *g)
{
	struct table t = golden_table(g);

	for (int i = 0; i < t.n; i++) {
		int64_t trade = golden_int(&t, i, "trade", 0), held = golden_int(&t, i, "position_priced", 0);
		int64_t priced = golden_int(&t, i, "priced", 0), forward = golden_int(&t, i, "forward", 0);
		struct spawn s = spawn(trade, ROLL_STATE_PASSIVE, held);
		golden_case(g, i + 2, s.priced == priced && s.forward == forward, "%" PRId64 " with %" PRId64 " held: %" PRId64 " and %" PRId64
		    ", not %" PRId64 " and %" PRId64, trade, held, s.priced, s.forward, priced, forward);
	}
}

/* The states that may follow, those left out that the reference doesn't have. */
static void
following(enum roll_state s, int64_t held, char *text)
{
	enum roll_state next[ROLL_STATES];
	int n = roll_state_next(s, held, next);

	*text = '\0';
	for (int i = 0; i < n; i++)
		if (next[i] != ROLL_STATE_NO_OPEN && next[i] != ROLL_STATE_CLOSE)
			text += sprintf(text, "%s%s", i ? " " : "", roll_state_name[next[i]]);
}

void
golden_roll_states(struct golden *g)
{
	struct table t = golden_table(g);
	char got[256];

	for (int i = 0; i < t.n; i++) {
		const char *name = golden_text(&t, i, "state"), *want = golden_text(&t, i, "allowed");
		enum roll_state s;
		if (!roll_state_named(slice_of(name), &s))
			die("no roll state '%s'", name);
		following(s, golden_int(&t, i, "position_priced", 0), got);
		bool forced = golden_int(&t, i, "forced", 0), active = golden_int(&t, i, "active", 0);
		golden_case(g, i + 2, strcmp(got, want) == 0 && roll_state_forced(s) == forced && roll_state_active(s) == active,
		    "%s: %s, forced %d, active %d; not %s, %d, %d", name, got, roll_state_forced(s), roll_state_active(s), want, forced,
		    active);
	}
}
