#include "account/walk_forward.h"

#include <math.h>
#include <stddef.h>

#include "time/date.h"

static void
choose(const struct walk_forward *w, struct walk_forward_window *in)
{
	in->best = NULL;
	in->highest = NAN;
	for (int i = 0; i < w->all->n; i++) {
		double stat[STATS];
		sweep_returns_stats(&w->all->point[i], in->fit_from, in->run_from, stat);
		if (!isnan(stat[w->by]) && !(stat[w->by] <= in->highest)) {
			in->highest = stat[w->by];
			in->best = &w->all->point[i];
		}
	}
}

bool
walk_forward_next(struct walk_forward *w, struct walk_forward_window *next)
{
	int first = w->all->first, end = w->all->last + 1, from = w->windows * w->run;

	next->fit_from = date_months_later(first, from);
	next->run_from = date_months_later(first, from + w->fit);
	next->run_to = date_months_later(first, from + w->fit + w->run);
	if (next->run_from >= end)
		return false;
	if (next->run_to > end)
		next->run_to = end;
	choose(w, next);
	w->windows++;
	return true;
}
