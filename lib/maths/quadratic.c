#include "maths/quadratic.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"

enum hold { FREE, LOW, HIGH };

/* The solver at work: d keeps to the plane and the bounds; held variables lie on one. */
struct solver {
	const struct quadratic *q;
	double *d, multiplier;
	enum hold *hold;
	int *var, m;         /* the free variables */
	double *L, *x, *y;   /* the factor of their part of B; where they should go; how the plane pulls */
};

static void
start(struct solver *s)
{
	const struct quadratic *q = s->q;
	double left = q->b;

	for (int i = 0; i < q->n; i++) {
		s->d[i] = fmin(fmax(0, q->low[i]), q->high[i]);
		left -= q->a[i] * s->d[i];
	}
	for (int i = 0; i < q->n; i++) {
		double want = s->d[i] + left / q->a[i], got = fmin(fmax(want, q->low[i]), q->high[i]);
		left -= q->a[i] * (got - s->d[i]);
		s->d[i] = got;
	}
}

static void
gather(struct solver *s)
{
	s->m = 0;
	for (int i = 0; i < s->q->n; i++)
		if (s->hold[i] == FREE)
			s->var[s->m++] = i;
}

/* Cholesky's factor of the free part of B. */
static void
factor(struct solver *s)
{
	int m = s->m, n = s->q->n;

	for (int i = 0; i < m; i++)
		for (int j = 0; j <= i; j++) {
			double v = s->q->B[s->var[i] * n + s->var[j]];
			for (int k = 0; k < j; k++)
				v -= s->L[i * m + k] * s->L[j * m + k];
			s->L[i * m + j] = i == j ? sqrt(v) : v / s->L[j * m + j];
		}
}

/* x = (LL')⁻¹ x */
static void
back(const struct solver *s, double *x)
{
	int m = s->m;

	for (int i = 0; i < m; i++) {
		for (int k = 0; k < i; k++)
			x[i] -= s->L[i * m + k] * x[k];
		x[i] /= s->L[i * m + i];
	}
	for (int i = m; i-- > 0;) {
		for (int k = i + 1; k < m; k++)
			x[i] -= s->L[k * m + i] * x[k];
		x[i] /= s->L[i * m + i];
	}
}

/* What the free variables would be, were they not bounded, into x. */
static void
aim(struct solver *s)
{
	const struct quadratic *q = s->q;
	double left = q->b, ax = 0, ay = 0;

	factor(s);
	for (int i = 0; i < q->n; i++)
		if (s->hold[i] != FREE)
			left -= q->a[i] * s->d[i];
	for (int k = 0; k < s->m; k++) {
		int i = s->var[k];
		s->x[k] = -q->g[i];
		for (int j = 0; j < q->n; j++)
			if (s->hold[j] != FREE)
				s->x[k] -= q->B[i * q->n + j] * s->d[j];
		s->y[k] = q->a[i];
	}
	back(s, s->x);
	back(s, s->y);
	for (int k = 0; k < s->m; k++) {
		ax += q->a[s->var[k]] * s->x[k];
		ay += q->a[s->var[k]] * s->y[k];
	}
	s->multiplier = ay ? (left - ax) / ay : 0;
	for (int k = 0; k < s->m; k++)
		s->x[k] += s->multiplier * s->y[k];
}

/*
 * Go there, or to the first bound on the way, which from then on holds; was there one?
 * Where several are met at once a lower one counts first. The last free variable is where
 * the plane has it.
 */
static bool
advance(struct solver *s)
{
	const struct quadratic *q = s->q;
	double part = 1;
	int at = -1;
	enum hold bound = FREE;

	for (int k = 0; k < s->m && s->m > 1; k++) {
		int i = s->var[k];
		double step = s->x[k] - s->d[i];
		enum hold met = step < 0 ? LOW : HIGH;
		double reach = ((met == LOW ? q->low[i] : q->high[i]) - s->d[i]) / step; /* NaN where there is no step */
		if (reach < part || (reach == part && bound == HIGH && met == LOW)) {
			part = reach;
			at = i;
			bound = met;
		}
	}
	for (int k = 0; k < s->m; k++) {
		double *d = &s->d[s->var[k]];
		*d = at < 0 ? s->x[k] : *d + part * (s->x[k] - *d);
	}
	if (at < 0)
		return false;
	s->hold[at] = bound;
	s->d[at] = bound == LOW ? q->low[at] : q->high[at];
	return true;
}

/* Let go the bound that costs most; false when each is worth its while. */
static bool
release(struct solver *s)
{
	const struct quadratic *q = s->q;
	double worst = -1e-12; /* rounding */
	int at = -1;

	for (int i = 0; i < q->n; i++) {
		if (s->hold[i] == FREE)
			continue;
		double slope = q->g[i] - s->multiplier * q->a[i];
		for (int j = 0; j < q->n; j++)
			slope += q->B[i * q->n + j] * s->d[j];
		if (s->hold[i] == HIGH)
			slope = -slope;
		if (slope < worst) {
			worst = slope;
			at = i;
		}
	}
	if (at < 0)
		return false;
	s->hold[at] = FREE;
	return true;
}

double
quadratic_solve(const struct quadratic *q, double *d)
{
	size_t n = (size_t)q->n;
	struct solver s = { .q = q, .d = d, .hold = mem_alloc(n, sizeof *s.hold), .var = mem_alloc(n, sizeof *s.var),
		.L = mem_alloc(n * n, sizeof *s.L), .x = mem_alloc(n, sizeof *s.x), .y = mem_alloc(n, sizeof *s.y) };

	start(&s);
	for (int turn = 0; turn < 100 + 20 * q->n; turn++) { /* rounding must not make it go round for ever */
		gather(&s);
		aim(&s);
		if (!advance(&s) && !release(&s))
			break;
	}
	free(s.hold);
	free(s.var);
	free(s.L);
	free(s.x);
	free(s.y);
	return s.multiplier;
}
