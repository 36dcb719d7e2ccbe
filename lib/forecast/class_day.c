#include "forecast/class_day.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "maths/median.h"

struct group
group_new(int n)
{
	struct group g = { .last = mem_alloc((size_t)n, sizeof *g.last), .carry = mem_alloc((size_t)n, sizeof *g.carry),
		.sorting = mem_alloc((size_t)n, sizeof *g.sorting) };

	for (int i = 0; i < n; i++) {
		g.last[i] = NAN;
		g.carry[i] = ewma_com(90, 0);
	}
	return g;
}

void
group_free(struct group *g)
{
	free(g->last);
	free(g->carry);
	free(g->sorting);
}

double
group_return(struct group *g, const struct panel_walk *w, int source)
{
	int n = 0;

	for (int i = 0; i < w->n; i++) {
		const double *x = panel_row(w, i);
		if (x && !isnan(x[source]))
			g->sorting[n++] = x[source];
	}
	return n ? g->sum += median_of(g->sorting, n) : NAN;
}

double
group_carry(struct group *g, const struct panel_walk *w, int source)
{
	int n = 0;

	for (int i = 0; i < w->n; i++) {
		const double *x = panel_row(w, i);
		double smooth = ewma_next(&g->carry[i], x ? x[source] : NAN);
		if (!isnan(smooth))
			g->sorting[n++] = smooth;
	}
	return median_of(g->sorting, n);
}

double
group_factor(struct group *g, const struct panel_walk *w, int source)
{
	double sum = 0;
	int n = 0;

	for (int i = 0; i < w->n; i++) {
		const double *x = panel_row(w, i);
		if (x && !isnan(x[source]))
			g->last[i] = x[source];
		if (!isnan(g->last[i])) {
			sum += g->last[i];
			n++;
		}
	}
	return n ? sum / n : NAN;
}
