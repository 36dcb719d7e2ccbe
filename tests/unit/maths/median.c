/* median - selection against sorting, and the middle of a few */
#include "maths/median.h"

#include <math.h>

#include "test.h"

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
selects_as_sorting_does(void)
{
	double y[200], sorted[200];

	for (int round = 0; round < 2000; round++) {
		int n = 1 + (int)(test_random() % 200), of = 1 + (int)(test_random() % 300), k = (int)(test_random() % (uint64_t)n);
		for (int i = 0; i < n; i++)
			y[i] = sorted[i] = (double)(test_random() % (uint64_t)of) - of / 2;
		qsort(sorted, (size_t)n, sizeof *sorted, compare);
		CHECK(median_select(y, n, k) == sorted[k]);
		for (int i = 0; i < k; i++)
			CHECK(y[i] <= sorted[k]);
	}
}

static void
middles(void)
{
	CHECK(isnan(median_of(NULL, 0)));
	CHECK(median_of((double[]){ 7 }, 1) == 7);
	CHECK(median_of((double[]){ 3, 1 }, 2) == 2);
	CHECK(median_of((double[]){ 5, 1, 3 }, 3) == 3);
	CHECK(median_of((double[]){ 9, 1, 2, 4 }, 4) == 3);
}

int
main(void)
{
	RUN(selects_as_sorting_does);
	RUN(middles);
	return test_end();
}
