/*
 * Nothing here but + - * / and powers of two, which every machine rounds alike: the
 * exponentials of C libraries differ in the last bit.
 */
#include "maths/normal.h"

#include <math.h>

/* e^x for x <= 0, x = k ln 2 + r: the series of e^r, and its power of two. */
static double
exponential(double x)
{
	const double ln2_high = 0x1.62e42fefap-1, ln2_low = 0x1.cf79abc9e3b3ap-40; /* high's last bits are 0: k times it is exact */

	if (x < -800)
		return 0;
	int k = (int)(x / (ln2_high + ln2_low) - 0.5);
	double r = x - k * ln2_high - k * ln2_low, sum = 1;
	for (int i = 18; i > 0; i--)
		sum = 1 + sum * r / i;
	return ldexp(sum, k);
}

static double
density(double x)
{
	return 0.3989422804014327 * exponential(-x * x / 2);
}

/*
 * For x >= 0: half less the series x + x^3/3 + x^5/15 + … (DLMF 7.6.2), or where that would cancel the
 * continued fraction 1/(x + 1/(x + 2/(x + 3/(x + …)))) (DLMF 7.9.1).
 */
static double
above(double x)
{
	if (x > 2) {
		double f = x;
		for (int i = 200; i > 0; i--)
			f = x + i / f;
		return density(x) / f;
	}
	double term = x, sum = x;
	for (int i = 3; term > 1e-18 * sum; i += 2)
		sum += term *= x * x / i;
	return 0.5 - density(x) * sum;
}

double
normal_above(double x)
{
	if (isnan(x) || isinf(x))
		return isnan(x) ? x : x < 0;
	return x < 0 ? 1 - above(-x) : above(x);
}

/* Newton's steps from 0: as the tail is convex each falls short of the value, so that they end where one no longer moves on. */
double
normal_quantile_above(double p)
{
	double x = 0, next;

	if (!(p > 0 && p < 1))
		return NAN;
	if (p > 0.5)
		return -normal_quantile_above(1 - p);
	while ((next = x + (above(x) - p) / density(x)) > x)
		x = next;
	return x;
}
