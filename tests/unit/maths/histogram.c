/* histogram: bins by hand, the normal density against the C library's exp, and what must hold of any returns */
#include "maths/histogram.h"

#include <math.h>

#include "base/prog.h"
#include "test.h"

/* Edges at multiples of the width, the lower one in its bin. */
static void
by_hand(void)
{
	static const double x[] = { -2, NAN, 2, -2, 2, 0, -2, 2, 0 }; /* squares 24 over 7 */
	struct histogram h = histogram_of(x, 9);

	CHECK(h.count == 8 && fabs(h.mean) < 1e-15 && fabs(h.std - sqrt(24 / 7.0)) < 1e-15);
	CHECK(h.width == 0.2 && h.n == 21); /* a quarter of 1.85 is 0.46 */
	CHECK(fabs(h.middle[0] + 1.9) < 1e-12 && fabs(h.middle[20] - 2.1) < 1e-12);
	CHECK(h.share[0] == 37.5 && h.share[20] == 37.5 && h.share[10] == 25 && h.share[1] == 0 && h.share[9] == 0);
}

/* The density of a normal distribution, by the C library's exponential function. */
static void
normal(void)
{
	static double x[1000];

	for (int i = 0; i < 1000; i++) /* deviation 4, but for what sampling takes off */
		x[i] = i % 2 ? 4 : -4;
	x[0] = -20;
	struct histogram h = histogram_of(x, 1000);
	CHECK(h.width == 1 && h.n == 25 && h.middle[0] == -19.5);
	for (int i = 0; i < h.n; i++) {
		double z = (h.middle[i] - h.mean) / h.std;
		CHECK(fabs(h.normal[i] * h.std / 100 - exp(-z * z / 2) / 2.5066282746310002) < 1e-12);
	}
}

/* What lies beyond 5 deviations is in the last bins. */
static void
tails(void)
{
	static double x[1000];
	double sum = 0;

	for (int i = 0; i < 1000; i++)
		x[i] = (i % 7 - 3) / 2.0;
	x[1] = 500;
	x[2] = -400;
	struct histogram h = histogram_of(x, 1000);
	for (int i = 0; i < h.n; i++)
		sum += h.share[i];
	CHECK(fabs(sum - 100) < 1e-9);
	CHECK(fabs(h.share[0] - 0.1) < 1e-12 && fabs(h.share[h.n - 1] - 0.1) < 1e-12);
	CHECK(h.middle[h.n - 1] < 5 * h.std + h.mean + h.width && h.n <= 102);
}

static void
widths(void)
{
	static const double size[] = { 1e-6, 3e-3, 0.05, 1, 2, 40, 1e5, 7e8 };

	for (int s = 0; s < 8; s++) {
		double x[200];
		for (int i = 0; i < 200; i++)
			x[i] = size[s] * ((double)(test_random() % 1000) / 1000 - 0.3);
		struct histogram h = histogram_of(x, 200);
		double digit = h.width / pow(10, floor(log10(h.width) + 1e-9));
		CHECK(h.width <= h.std / 4 * (1 + 1e-12) && h.width > h.std / 10.1);
		CHECK(fabs(digit - 1) < 1e-9 || fabs(digit - 2) < 1e-9 || fabs(digit - 5) < 1e-9);
		CHECK(h.n >= 4 && h.n <= 102);
	}
}

static void
none(void)
{
	static const double alike[] = { 0.1, 0.1, 0.1 }, one[] = { NAN, 3, NAN }, small[] = { 1e-320, 2e-320 };
	static const double large[] = { -1e200, 1e200, 3 };

	CHECK(histogram_of(alike, 0).n == 0 && histogram_of(alike, 3).n == 0 && histogram_of(one, 3).n == 0);
	CHECK(histogram_of(small, 2).n == 0 && histogram_of(large, 3).n == 0);
	CHECK(histogram_of(one, 3).count == 1 && histogram_of(alike, 3).count == 3);
}

int
main(void)
{
	prog = "histogram";
	RUN(by_hand);
	RUN(normal);
	RUN(tails);
	RUN(widths);
	RUN(none);
	return test_end();
}
