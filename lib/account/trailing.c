#include "account/trailing.h"

#include <math.h>
#include <stddef.h>

#include "maths/rolling.h"
#include "time/year.h"

/* Annual mean and standard deviation of each window; either may be NULL. */
static void
figures(const double *x, int n, int window, double *deviation, double *sharpe)
{
	struct rolling w = rolling_new(window, window / 2 > 2 ? window / 2 : 2);

	for (int i = 0; i < n; i++) {
		rolling_next(&w, x[i]);
		double std = i + 1 < window ? NAN : rolling_std(&w) * sqrt(BUSINESS_DAYS_IN_YEAR);
		double mean = w.mean * w.n / ((double)window / BUSINESS_DAYS_IN_YEAR);
		if (deviation)
			deviation[i] = std;
		if (sharpe)
			sharpe[i] = std > 0 ? mean / std : NAN;
	}
	rolling_free(&w);
}

void
trailing_deviation(const double *x, int n, int window, double *out)
{
	figures(x, n, window, out, NULL);
}

void
trailing_sharpe(const double *x, int n, int window, double *out)
{
	figures(x, n, window, NULL, out);
}
