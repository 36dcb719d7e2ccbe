#include "report/figures.h"

struct figures
figures_of(const struct backtest_contents *v)
{
	struct figures f = { .n = 0 };

	figures_account(&f, v);
	figures_contribution(&f, v);
	figures_markets(&f, v);
	return f;
}
