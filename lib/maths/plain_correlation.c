#include "maths/plain_correlation.h"

#include <math.h>
#include <stddef.h>

#include "base/mem.h"

struct plain_correlation
plain_correlation_new(int n)
{
	struct plain_correlation c = { .n = n };

	c.origin = mem_alloc((size_t)n, sizeof *c.origin);
	for (int i = 0; i < n; i++)
		c.origin[i] = NAN;
	c.pair = mem_alloc((size_t)n * (size_t)n / 2 + 1, sizeof *c.pair);
	return c;
}

void
plain_correlation_next(struct plain_correlation *c, const double *x)
{
	struct sample_pair *p = c->pair;

	for (int i = 0; i < c->n; p += i++) {
		if (isnan(x[i]))
			continue;
		if (isnan(c->origin[i]))
			c->origin[i] = x[i];
		double a = x[i] - c->origin[i];
		for (int j = 0; j < i; j++) {
			if (isnan(x[j]))
				continue;
			double b = x[j] - c->origin[j];
			p[j].rows++;
			p[j].x += a;
			p[j].y += b;
			p[j].xx += a * a;
			p[j].yy += b * b;
			p[j].xy += a * b;
		}
	}
}

/* The sum of squares about the mean, 0 when it is what rounding left. */
static double
about_mean(double rows, double sum, double squares)
{
	double x = squares - sum * sum / rows;

	return x > 1e-12 * squares ? x : 0;
}

static double
of_pair(const struct sample_pair *p, long least)
{
	double x = about_mean(p->rows, p->x, p->xx), y = about_mean(p->rows, p->y, p->yy);

	if (p->rows < 2 || p->rows < (double)least || x == 0 || y == 0)
		return NAN;
	double r = (p->xy - p->x * p->y / p->rows) / (sqrt(x) * sqrt(y));
	return r > 1 ? 1 : r < -1 ? -1 : r;
}

void
plain_correlation_matrix(const struct plain_correlation *c, long least, double *m)
{
	const struct sample_pair *p = c->pair;

	for (int i = 0; i < c->n; p += i++) {
		m[i * c->n + i] = 1;
		for (int j = 0; j < i; j++)
			m[i * c->n + j] = m[j * c->n + i] = of_pair(&p[j], least);
	}
}
