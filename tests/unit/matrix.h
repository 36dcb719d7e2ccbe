/* matrix - numbers and matrices that are near enough to what was wanted, NaN being like NaN */
#ifndef ST_MATRIX_TEST_H
#define ST_MATRIX_TEST_H

#include <math.h>

#include "test.h"

static inline bool
near(double x, double y)
{
	return (isnan(x) && isnan(y)) || fabs(x - y) <= 1e-14;
}

/* n by n, row by row; the first that differs is shown. */
static inline bool
matrix_is(const double *m, const double *want, int n)
{
	for (int i = 0; i < n * n; i++)
		if (!near(m[i], want[i])) {
			printf("# %d,%d: %.17g, not %.17g\n", i / n, i % n, m[i], want[i]);
			return false;
		}
	return true;
}

#endif
