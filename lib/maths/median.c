#include "maths/median.h"

#include <math.h>

static void
swap(double *a, double *b)
{
	double t = *a;

	*a = *b;
	*b = t;
}

static double
middle(double a, double b, double c)
{
	if (a > b)
		swap(&a, &b);
	return c < a ? a : c > b ? b : c;
}

/* Bring what is below v, or equal too, to the front: how many. No branch to mispredict. */
static int
split_below(double *x, int n, double v)
{
	int k = 0;

	for (int i = 0; i < n; i++) {
		double a = x[i];
		x[i] = x[k];
		x[k] = a;
		k += a < v;
	}
	return k;
}

static int
split_up_to(double *x, int n, double v)
{
	int k = 0;

	for (int i = 0; i < n; i++) {
		double a = x[i];
		x[i] = x[k];
		x[k] = a;
		k += a <= v;
	}
	return k;
}

/* Hoare's quickselect, the pivot a median of three. */
double
median_select(double *x, int n, int k)
{
	for (;;) {
		double pivot = middle(x[0], x[n / 2], x[n - 1]);
		int below = split_below(x, n, pivot);
		if (k < below) {
			n = below;
			continue;
		}
		x += below;
		n -= below;
		k -= below;
		int same = split_up_to(x, n, pivot);
		if (k < same)
			return pivot;
		x += same;
		n -= same;
		k -= same;
	}
}

double
median_of(double *x, int n)
{
	if (n == 0)
		return NAN;
	double upper = median_select(x, n, n / 2);
	if (n % 2)
		return upper;
	double lower = x[0];
	for (int i = 1; i < n / 2; i++) /* the selection left the lower half in front */
		lower = x[i] > lower ? x[i] : lower;
	return (lower + upper) / 2;
}
