#include "account/drawdowns.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"
#include "maths/return_stats.h"

/* Put d among the `n` deepest so far, sorted, of which `most` are kept; how many there are now. */
static int
insert(struct drawdown *out, int n, int most, struct drawdown d)
{
	int i = n < most ? n : most;

	for (; i > 0 && out[i - 1].depth > d.depth; i--)
		if (i < most)
			out[i] = out[i - 1];
	if (i < most)
		out[i] = d;
	return n < most ? n + 1 : n;
}

/* The last return before i; there is one below which the fall is. */
static int
return_before(const double *x, int i)
{
	while (isnan(x[--i]))
		;
	return i;
}

int
drawdowns_worst(const double *x, int n, int most, struct drawdown *out)
{
	double *down = mem_alloc((size_t)n + 1, sizeof *down);
	struct drawdown now = { .depth = 0 };
	int found = 0;

	return_stats_drawdown(x, n, down);
	for (int i = 0; i <= n; i++) {
		bool under = i < n && down[i] < 0;
		if (under && now.depth == 0)
			now.peak = return_before(x, i);
		if (under && down[i] < now.depth) {
			now.depth = down[i];
			now.trough = i;
		}
		if (under || now.depth == 0)
			continue;
		now.recovery = i < n ? i : -1;
		now.length = (i < n ? i : n - 1) - now.peak;
		found = insert(out, found, most, now);
		now.depth = 0;
	}
	free(down);
	return found;
}
