#include "order/legs.h"

static void
exchange(struct legs *l, int i, int j)
{
	struct legs was = *l;

	l->contract[i] = was.contract[j];
	l->contract[j] = was.contract[i];
	l->trade.lots[i] = was.trade.lots[j];
	l->trade.lots[j] = was.trade.lots[i];
	l->fill.lots[i] = was.fill.lots[j];
	l->fill.lots[j] = was.fill.lots[i];
}

bool
legs_sort(struct legs *l, struct wrong *w)
{
	int n = l->trade.n;

	if (n < 1)
		return wrong_say(w, "no leg");
	if (l->fill.n != n)
		return wrong_say(w, "%d legs are filled of %d", l->fill.n, n);
	for (int i = 0; i < n; i++)
		for (int j = 0; j < i; j++)
			if (l->contract[i] == l->contract[j])
				return wrong_say(w, "contract %08d in two legs", l->contract[i]);
	for (int i = 1; i < n; i++)
		for (int j = i; j > 0 && l->contract[j] < l->contract[j - 1]; j--)
			exchange(l, j, j - 1);
	return true;
}
