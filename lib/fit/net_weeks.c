#include "fit/net_weeks.h"

#include <limits.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/num.h"

bool
net_weeks_add(struct net_weeks *w, int week, double net)
{
	if (w->n == 0)
		w->first = week;
	if (week != w->first + w->n)
		return false;
	if (w->n == w->room) {
		w->room = w->room ? 2 * w->room : 512;
		w->net = mem_grow(w->net, (size_t)w->room, sizeof *w->net);
	}
	w->net[w->n++] = net;
	return true;
}

struct pooled_weeks
net_weeks_together(const struct net_weeks *const *w, int n)
{
	struct pooled_weeks_block b = { .first = INT_MAX };
	int end = INT_MIN;

	for (int i = 0; i < n; i++) {
		b.first = w[i]->first < b.first ? w[i]->first : b.first;
		end = w[i]->first + w[i]->n > end ? w[i]->first + w[i]->n : end;
	}
	b.n = n ? end - b.first : 0;
	double *x = mem_alloc((size_t)b.n * (size_t)n + 1, sizeof *x);
	for (int week = 0; week < b.n; week++)
		for (int i = 0; i < n; i++) {
			int at = b.first + week - w[i]->first;
			x[week * n + i] = at < 0 ? num_missing() : at < w[i]->n ? w[i]->net[at] : 0;
		}
	b.x = x;
	struct pooled_weeks f = pooled_weeks_stack(&b, 1, n);
	free(x);
	return f;
}
