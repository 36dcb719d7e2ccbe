#include "maths/tails.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"

static int
by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Of n sorted values. */
static double
quantile(const double *x, int n, double q)
{
	double at = q * (n - 1), below = floor(at);
	int i = (int)below;

	return i + 1 < n ? x[i] + (x[i + 1] - x[i]) * (at - below) : x[n - 1];
}

static double
mean_up_to(const double *x, int n, double most)
{
	double sum = 0;
	int some = 0;

	while (some < n && x[some] <= most)
		sum += x[some++];
	return sum / some;
}

/* pandas' nankurt: sample excess kurtosis, corrected for bias. */
static double
kurtosis(const double *x, int n)
{
	double mean = 0, m2 = 0, m4 = 0;

	for (int i = 0; i < n; i++)
		mean += x[i] / n;
	for (int i = 0; i < n; i++) {
		double d = x[i] - mean;
		m2 += d * d;
		m4 += d * d * d * d;
	}
	if (n < 4 || m2 == 0)
		return NAN;
	double a = (double)n * (n + 1) * (n - 1) / ((double)(n - 2) * (n - 3)),
	    b = 3.0 * (n - 1) * (n - 1) / ((double)(n - 2) * (n - 3));
	return a * m4 / (m2 * m2) - b;
}

struct tails
tails_of(const double *x, int n)
{
	static const double q[TAILS_QUANTILES] = { 0.05, 0.25, 0.5, 0.75, 0.95 };
	static const struct {
		double share;
		int least;
	} worst[TAILS_LEVELS] = { { 0.05, 20 }, { 0.01, 100 } };
	struct tails t = { .kurtosis = NAN };
	double *sorted = mem_alloc((size_t)n + 1, sizeof *sorted);
	int some = 0, up = 0, down = 0;

	for (int i = 0; i < n; i++)
		if (!isnan(x[i])) {
			sorted[some++] = x[i];
			up = x[i] > 0 ? up + 1 : 0;
			down = x[i] < 0 ? down + 1 : 0;
			t.gains = up > t.gains ? up : t.gains;
			t.losses = down > t.losses ? down : t.losses;
		}
	qsort(sorted, (size_t)some, sizeof *sorted, by_size);
	for (int i = 0; i < TAILS_QUANTILES; i++)
		t.quantile[i] = some ? quantile(sorted, some, q[i]) : NAN;
	for (int i = 0; i < TAILS_LEVELS; i++) {
		bool enough = some >= worst[i].least;
		t.at_risk[i] = enough ? quantile(sorted, some, worst[i].share) : NAN;
		t.shortfall[i] = enough ? mean_up_to(sorted, some, t.at_risk[i]) : NAN;
	}
	if (some)
		t.kurtosis = kurtosis(sorted, some);
	t.n = some;
	free(sorted);
	return t;
}
