#include "maths/histogram.h"

#include <math.h>

#include "base/mem.h"

enum { REACH = 5, BINS_A_DEVIATION = 4 };

static const double pi = 3.14159265358979323846;

/*
 * e to the power of x, from -50 to 0, to 12 digits: with nothing but + and *, which every machine rounds
 * alike. 1024 times over that of x/1024, by its series.
 */
static double
power_of_e(double x)
{
	double y = x / 1024, sum = 1;

	for (int i = 8; i > 0; i--)
		sum = 1 + sum * y / i;
	for (int i = 0; i < 10; i++)
		sum *= sum;
	return sum;
}

/* 1, 2 or 5 times a power of ten, at most x, which is above 0. */
static double
round_width(double x)
{
	double unit = 1;

	while (unit > x)
		unit /= 10;
	while (unit * 10 <= x)
		unit *= 10;
	return unit * (x < 2 * unit ? 1 : x < 5 * unit ? 2 : 5);
}

/* Count, mean and deviation; the lowest and the highest. */
static void
measure(struct histogram *h, const double *x, int n, double *low, double *high)
{
	double squares = 0;

	*low = INFINITY;
	*high = -INFINITY;
	for (int i = 0; i < n; i++) {
		if (isnan(x[i]))
			continue;
		double off = x[i] - h->mean;
		h->mean += off / ++h->count;
		squares += off * (x[i] - h->mean);
		*low = fmin(*low, x[i]);
		*high = fmax(*high, x[i]);
	}
	h->std = h->count > 1 ? sqrt(squares / (h->count - 1)) : NAN;
}

static void
make_bins(struct histogram *h, long first)
{
	h->middle = mem_alloc((size_t)h->n, sizeof *h->middle);
	h->share = mem_alloc((size_t)h->n, sizeof *h->share);
	h->normal = mem_alloc((size_t)h->n, sizeof *h->normal);
	for (int i = 0; i < h->n; i++) {
		h->middle[i] = ((double)(first + i) + 0.5) * h->width;
		double z = (h->middle[i] - h->mean) / h->std;
		h->normal[i] = 100 * h->width * power_of_e(-z * z / 2) / (h->std * sqrt(2 * pi));
	}
}

struct histogram
histogram_of(const double *x, int n)
{
	struct histogram h = { .n = 0 };
	double low, high;

	measure(&h, x, n, &low, &high);
	if (!(h.std > 1e-12 * fmax(fabs(low), fabs(high))) || h.std < 1e-99 || h.std > 1e99) /* all alike, but for rounding */
		return h;
	h.width = round_width(h.std / BINS_A_DEVIATION);
	long first = (long)floor(fmax(low, h.mean - REACH * h.std) / h.width);
	long last = (long)floor(fmin(high, h.mean + REACH * h.std) / h.width);
	h.n = (int)(last - first) + 1;
	make_bins(&h, first);
	for (int i = 0; i < n; i++)
		if (!isnan(x[i])) {
			double bin = floor(x[i] / h.width);
			h.share[bin < first ? 0 : bin > last ? h.n - 1 : (int)(bin - first)] += 100.0 / h.count;
		}
	return h;
}
