/* From what is wanted to the trade for it. */
#include <inttypes.h>

#include "golden.h"
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
