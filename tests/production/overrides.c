/* Overrides: combined, out of their sources, applied. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "golden.h"
#include "order/override.h"

void
golden_override_apply(struct golden *g)
{
	struct table t = golden_table(g);

	for (int i = 0; i < t.n; i++) {
		double override = golden_num(&t, i, "override");
		int64_t position = golden_int(&t, i, "position", 0), trade = golden_int(&t, i, "trade", 0);
		int64_t down = override_apply(override, position, trade, true), toward_zero = override_apply(override, position, trade, false);
		golden_case(g, i + 2, down == golden_int(&t, i, "reference", 0) && toward_zero == golden_int(&t, i, "toward_zero", 0),
		    "%g of %" PRId64 " from %" PRId64 ": %" PRId64 ", rounded down %" PRId64 "; not %s, %s", override, trade, position,
		    toward_zero, down, golden_text(&t, i, "toward_zero"), golden_text(&t, i, "reference"));
	}
}

void
golden_override_combine(struct golden *g)
{
	struct table t = golden_table(g);

	for (int i = 0; i < t.n; i++) {
		double got = OVERRIDE_NONE, want = golden_num(&t, i, "want");
		char *next;
		for (const char *s = golden_text(&t, i, "values"); *s; s = *next ? next + 1 : next)
			got = override_combined(got, strtod(s, &next));
		golden_case(g, i + 2, golden_near(got, want), "%s: %.17g, not %.17g", golden_text(&t, i, "values"), got, want);
	}
}

void
golden_override_sources(struct golden *g)
{
	struct table t = golden_table(g);

	for (int i = 0; i < t.n; i++) {
		struct override_sources s = { .strategy = golden_num(&t, i, "strategy"), .instrument = golden_num(&t, i, "instrument"),
			.pair = golden_num(&t, i, "pair") };
		double got = override_of(&s), want = golden_num(&t, i, "cumulative");
		golden_case(g, i + 2, golden_near(got, want), "%g, %g and %g: %.17g, not %.17g", s.strategy, s.instrument, s.pair, got, want);
	}
}
