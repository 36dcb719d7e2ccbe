#include "maths/rolling.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"

static double *
ring_new(int rows)
{
	double *v = mem_alloc((size_t)rows, sizeof *v);

	for (int i = 0; i < rows; i++)
		v[i] = num_missing();
	return v;
}

/* Put x where the oldest value stood, which is returned. */
static double
ring_next(double *v, int rows, int *at, double x)
{
	double old = v[*at];

	v[*at] = x;
	*at = *at + 1 == rows ? 0 : *at + 1;
	return old;
}

struct rolling
rolling_new(int rows, int min)
{
	return (struct rolling){ .v = ring_new(rows), .rows = rows, .min = min < 1 ? 1 : min, .previous = num_missing() };
}

void
rolling_free(struct rolling *w)
{
	free(w->v);
}

/* Welford's recurrences with Kahan's compensation of the mean. */
static void
value_in(struct rolling *w, double x)
{
	double mean = w->mean - w->lost_in, y = x - w->lost_in, t = y - w->mean;

	w->n++;
	w->same = x == w->previous ? w->same + 1 : 1;
	w->previous = x;
	w->lost_in = t + w->mean - y;
	w->mean += t / w->n;
	w->ssq += (x - mean) * (x - w->mean);
}

static void
value_out(struct rolling *w, double x)
{
	if (--w->n == 0) {
		w->mean = w->ssq = 0;
		return;
	}
	double mean = w->mean - w->lost_out, y = x - w->lost_out, t = y - w->mean;
	w->lost_out = t + w->mean - y;
	w->mean -= t / w->n;
	w->ssq -= (x - mean) * (x - w->mean);
}

void
rolling_next(struct rolling *w, double x)
{
	double old = ring_next(w->v, w->rows, &w->at, x);

	if (!isnan(old))
		value_out(w, old);
	if (!isnan(x))
		value_in(w, x);
}

double
rolling_std(const struct rolling *w)
{
	if (w->n < w->min || w->n < 2)
		return num_missing();
	if (w->same >= w->n || w->ssq <= 0)
		return 0;
	return sqrt(w->ssq / (w->n - 1));
}

struct rolling_mean
rolling_mean_new(int rows, int min)
{
	return (struct rolling_mean){ .v = ring_new(rows), .rows = rows, .min = min < 1 ? 1 : min, .previous = num_missing() };
}

/* Kahan's sum; what is lost on the way in and on the way out is kept apart. */
static void
sum_in(struct rolling_mean *w, double x)
{
	double y = x - w->lost_in, t = w->sum + y;

	w->n++;
	w->lost_in = t - w->sum - y;
	w->sum = t;
	w->negative += signbit(x) != 0;
	w->same = x == w->previous ? w->same + 1 : 1;
	w->previous = x;
}

static void
sum_out(struct rolling_mean *w, double x)
{
	double y = -x - w->lost_out, t = w->sum + y;

	w->n--;
	w->lost_out = t - w->sum - y;
	w->sum = t;
	w->negative -= signbit(x) != 0;
}

double
rolling_mean_next(struct rolling_mean *w, double x)
{
	double old = ring_next(w->v, w->rows, &w->at, x);

	if (isfinite(old))
		sum_out(w, old);
	if (isfinite(x))
		sum_in(w, x);
	if (w->n < w->min)
		return num_missing();
	if (w->same >= w->n)
		return w->previous;
	double mean = w->sum / w->n;
	if ((w->negative == 0 && mean < 0) || (w->negative == w->n && mean > 0))
		return 0;
	return mean;
}

struct rolling_sorted
rolling_sorted_new(int rows, int min)
{
	return (struct rolling_sorted){ .v = ring_new(rows), .order = mem_alloc((size_t)rows, sizeof(double)), .rows = rows,
		.min = min < 1 ? 1 : min };
}

void
rolling_sorted_free(struct rolling_sorted *w)
{
	free(w->v);
	free(w->order);
}

/* The first place in order whose value is not below x. */
static int
place(const struct rolling_sorted *w, double x)
{
	int lo = 0, hi = w->n;

	while (lo < hi) {
		int mid = (lo + hi) / 2;
		if (w->order[mid] < x)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* From place i to place j a value moves, and those between make way. */
static void
move(struct rolling_sorted *w, int i, int j)
{
	double *v = w->order;

	if (j > i)
		memmove(v + i, v + i + 1, (size_t)(j - i) * sizeof *v);
	else
		memmove(v + j + 1, v + j, (size_t)(i - j) * sizeof *v);
}

void
rolling_sorted_next(struct rolling_sorted *w, double x)
{
	double old = ring_next(w->v, w->rows, &w->at, x);
	int from = isnan(old) ? w->n : place(w, old); /* a new value comes from behind, a missing one goes there */
	int to = isnan(x) ? w->n : place(w, x);

	if (to > from)
		to--; /* the old one is gone */
	move(w, from, to);
	w->n += isnan(old) - isnan(x);
	if (!isnan(x))
		w->order[to] = x;
}

double
rolling_sorted_min(const struct rolling_sorted *w)
{
	return w->n < w->min ? num_missing() : w->order[0];
}

double
rolling_sorted_max(const struct rolling_sorted *w)
{
	return w->n < w->min ? num_missing() : w->order[w->n - 1];
}

double
rolling_sorted_quantile(const struct rolling_sorted *w, double q)
{
	if (w->n < w->min)
		return num_missing();
	double p = q * (w->n - 1), low = floor(p);
	int i = (int)low;
	if (i + 1 >= w->n)
		return w->order[w->n - 1];
	return w->order[i] + (w->order[i + 1] - w->order[i]) * (p - low);
}
