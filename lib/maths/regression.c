#include "maths/regression.h"

#include <math.h>
#include <stdbool.h>

static bool
both(const double *y, const double *x, int i)
{
	return !isnan(y[i]) && !isnan(x[i]);
}

struct regression
regression_of(const double *y, const double *x, int n)
{
	struct regression r = { .n = 0 };
	double mean_x = 0, mean_y = 0, xx = 0, yy = 0, xy = 0;

	for (int i = 0; i < n; i++)
		if (both(y, x, i)) {
			r.n++;
			mean_x += x[i];
			mean_y += y[i];
		}
	mean_x /= r.n;
	mean_y /= r.n;
	for (int i = 0; i < n; i++)
		if (both(y, x, i)) {
			xx += (x[i] - mean_x) * (x[i] - mean_x);
			yy += (y[i] - mean_y) * (y[i] - mean_y);
			xy += (x[i] - mean_x) * (y[i] - mean_y);
		}
	r.slope = xx > 0 ? xy / xx : NAN;
	r.correlation = xx > 0 && yy > 0 ? xy / (sqrt(xx) * sqrt(yy)) : NAN;
	return r;
}
