#include "fit/max_sharpe.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "maths/quadratic.h"

static const double accuracy = 1e-5;
static const double difference = 0x1p-26; /* for derivatives: the root of a double's rounding */
enum { ITERATIONS = 100, RESETS = 5, TRIES = 10 };

/* The search at work. */
struct search {
	int n;
	const double *mean, *covariance;
	double *w, *old;          /* weights, and those before the step */
	double f, c;              /* at w: less the Sharpe ratio, and what is lacking in the sum */
	double *df, *dc;          /* their derivatives */
	double *B;                /* curvature, n by n */
	double *d, *low, *high;   /* the step and its bounds */
	double *v, *u, *q;        /* for the curvature */
	double multiplier, penalty;
	int resets;
};

static double
sharpe(const struct search *s, const double *w)
{
	double mean = 0, variance = 0;

	for (int i = 0; i < s->n; i++) {
		double row = 0;
		for (int j = 0; j < s->n; j++)
			row += s->covariance[i * s->n + j] * w[j];
		variance += w[i] * row;
		mean += w[i] * s->mean[i];
	}
	return -mean / sqrt(variance);
}

static double
lacking(const struct search *s, const double *w)
{
	double sum = 0;

	for (int i = 0; i < s->n; i++)
		sum += w[i];
	return 1 - sum;
}

static double
dot(int n, const double *a, const double *b)
{
	double sum = 0;

	for (int i = 0; i < n; i++)
		sum += a[i] * b[i];
	return sum;
}

/* Forward differences, backward where forward leaves the bounds. */
static void
differentiate(struct search *s)
{
	for (int i = 0; i < s->n; i++) {
		double at = s->w[i], h = at + difference > 1 ? -difference : difference;
		s->w[i] = at + h;
		h = s->w[i] - at;
		s->df[i] = (sharpe(s, s->w) - s->f) / h;
		s->dc[i] = (lacking(s, s->w) - s->c) / h;
		s->w[i] = at;
	}
}

static void
reset_curvature(struct search *s)
{
	memset(s->B, 0, (size_t)(s->n * s->n) * sizeof *s->B);
	for (int i = 0; i < s->n; i++)
		s->B[i * s->n + i] = 1;
}

/* The step to the least of the quadratic that touches f here. */
static void
choose_step(struct search *s)
{
	for (int i = 0; i < s->n; i++) {
		s->low[i] = -s->w[i];
		s->high[i] = 1 - s->w[i];
	}
	struct quadratic q = { .n = s->n, .B = s->B, .g = s->df, .a = s->dc, .b = -s->c, .low = s->low, .high = s->high };
	s->multiplier = quadratic_solve(&q, s->d);
	for (int i = 0; i < s->n; i++)
		s->v[i] = s->df[i] - s->dc[i] * s->multiplier;
}

/* Take the step, shortened until f and the penalty for leaving the plane go down enough. */
static void
take_step(struct search *s, double slope)
{
	double merit = s->f + s->penalty * fabs(s->c), part = 1;

	memcpy(s->old, s->w, (size_t)s->n * sizeof *s->w);
	for (int tries = 1;; tries++) {
		slope *= part;
		for (int i = 0; i < s->n; i++) {
			s->d[i] *= part;
			s->w[i] = fmin(fmax(s->old[i] + s->d[i], 0), 1);
		}
		s->f = sharpe(s, s->w);
		s->c = lacking(s, s->w);
		double gain = s->f + s->penalty * fabs(s->c) - merit;
		if (gain <= slope / 10 || tries > TRIES)
			return;
		part = fmax(slope / (2 * (slope - gain)), .1);
	}
}

/* Broyden, Fletcher, Goldfarb and Shanno's update with Powell's damping: B stays positive definite. */
static void
update_curvature(struct search *s)
{
	int n = s->n;

	for (int i = 0; i < n; i++) {
		s->u[i] = s->df[i] - s->dc[i] * s->multiplier - s->v[i];
		s->q[i] = dot(n, &s->B[i * n], s->d);
	}
	double h1 = dot(n, s->d, s->u), h2 = dot(n, s->d, s->q);
	if (h1 < .2 * h2) {
		double theta = (h2 - .2 * h2) / (h2 - h1);
		for (int i = 0; i < n; i++)
			s->u[i] = theta * s->u[i] + (1 - theta) * s->q[i];
		h1 = .2 * h2;
	}
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			s->B[i * n + j] += s->u[i] * s->u[j] / h1 - s->q[i] * s->q[j] / h2;
}

/* One iteration; true when it was the last. */
static bool
iterate(struct search *s)
{
	double f = s->f, slope, descent;

	for (;;) {
		choose_step(s);
		double off = fabs(s->c), pull = fabs(s->multiplier);
		slope = dot(s->n, s->df, s->d);
		s->penalty = fmax(pull, (s->penalty + pull) / 2);
		if (fabs(slope) + pull * off < accuracy && off < accuracy)
			return true;
		descent = slope - s->penalty * off;
		if (descent < 0)
			break;
		if (s->resets++ == RESETS)
			return true;
		reset_curvature(s);
	}
	take_step(s, descent);
	if ((fabs(s->f - f) < accuracy || sqrt(dot(s->n, s->d, s->d)) < accuracy) && fabs(s->c) < accuracy)
		return true;
	differentiate(s);
	update_curvature(s);
	return false;
}

void
max_sharpe(int n, const double *mean, const double *covariance, double *w)
{
	size_t k = (size_t)n;
	double *room = mem_alloc(k * k + 9 * k, sizeof *room), *at = room + k * k;
	struct search s = { .n = n, .mean = mean, .covariance = covariance, .w = w, .B = room, .old = at, .df = at + k,
		.dc = at + 2 * k, .d = at + 3 * k, .low = at + 4 * k, .high = at + 5 * k, .v = at + 6 * k, .u = at + 7 * k,
		.q = at + 8 * k };

	for (int i = 0; i < n; i++)
		w[i] = 1. / n;
	s.f = sharpe(&s, w);
	s.c = lacking(&s, w);
	differentiate(&s);
	reset_curvature(&s);
	for (int i = 0; i < ITERATIONS && !iterate(&s); i++)
		continue;
	free(room);
}
