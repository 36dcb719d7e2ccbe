#include "forecast/class_day.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "maths/median.h"

struct class_day
class_day_new(int n)
{
	struct class_day g = { .last = mem_alloc((size_t)n, sizeof *g.last), .carry = mem_alloc((size_t)n, sizeof *g.carry),
		.sorting = mem_alloc((size_t)n, sizeof *g.sorting) };

	for (int i = 0; i < n; i++) {
		g.last[i] = NAN;
		g.carry[i] = ewma_com(90, 0);
	}
	return g;
}

void
class_day_free(struct class_day *g)
{
	free(g->last);
	free(g->carry);
	free(g->sorting);
}

double
class_day_return(struct class_day *g, const struct instrument_days_walk *w, int source)
{
	int n = 0;

	for (int i = 0; i < w->n; i++) {
		const double *x = instrument_days_row(w, i);
		if (x && !isnan(x[source]))
			g->sorting[n++] = x[source];
	}
	return n ? g->sum += median_of(g->sorting, n) : NAN;
}

double
class_day_carry(struct class_day *g, const struct instrument_days_walk *w, int source)
{
	int n = 0;

	for (int i = 0; i < w->n; i++) {
		const double *x = instrument_days_row(w, i);
		double smooth = ewma_next(&g->carry[i], x ? x[source] : NAN);
		if (!isnan(smooth))
			g->sorting[n++] = smooth;
	}
	return median_of(g->sorting, n);
}

double
class_day_factor(struct class_day *g, const struct instrument_days_walk *w, int source)
{
	double sum = 0;
	int n = 0;

	for (int i = 0; i < w->n; i++) {
		const double *x = instrument_days_row(w, i);
		if (x && !isnan(x[source]))
			g->last[i] = x[source];
		if (!isnan(g->last[i])) {
			sum += g->last[i];
			n++;
		}
	}
	return n ? sum / n : NAN;
}
