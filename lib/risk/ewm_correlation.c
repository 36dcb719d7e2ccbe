#include "risk/ewm_correlation.h"

#include <math.h>

#include "base/mem.h"
#include "base/num.h"

struct ewm_correlation
ewm_correlation_new(int n, double span, int min_periods)
{
	size_t pairs = (size_t)n * ((size_t)n + 1) / 2;

	return (struct ewm_correlation){ .n = n, .keep = 1 - 1 / (1 + (span - 1) / 2), .min = min_periods > 1 ? min_periods : 1,
		.pair = mem_alloc(pairs, sizeof(struct ewm_correlation_pair)) };
}

static double
mean(double old, double weight, double x)
{
	return old == x ? old : (weight * old + x) / (weight + 1);
}

static void
pair_next(struct ewm_correlation_pair *p, double keep, double x, double y)
{
	if (p->rows++ == 0) {
		p->x = x;
		p->y = y;
		p->weight = 1;
		return;
	}
	double w = keep * p->weight, ox = p->x, oy = p->y;
	p->x = mean(ox, w, x);
	p->y = mean(oy, w, y);
	double dx = ox - p->x, dy = oy - p->y, ex = x - p->x, ey = y - p->y;
	p->xx = (w * (p->xx + dx * dx) + ex * ex) / (w + 1);
	p->yy = (w * (p->yy + dy * dy) + ey * ey) / (w + 1);
	p->xy = (w * (p->xy + dx * dy) + ex * ey) / (w + 1);
	p->weight = w + 1;
}

void
ewm_correlation_next(struct ewm_correlation *c, const double *x)
{
	struct ewm_correlation_pair *p = c->pair;

	for (int i = 0; i < c->n; i++)
		for (int j = 0; j <= i; j++, p++)
			if (!isnan(x[i]) && !isnan(x[j]))
				pair_next(p, c->keep, x[i], x[j]);
}

void
ewm_correlation_matrix(const struct ewm_correlation *c, double *m)
{
	const struct ewm_correlation_pair *p = c->pair;

	for (int i = 0; i < c->n; i++)
		for (int j = 0; j <= i; j++, p++)
			m[i * c->n + j] = m[j * c->n + i] = p->rows < c->min ? num_missing() : p->xy / sqrt(p->xx * p->yy);
}
