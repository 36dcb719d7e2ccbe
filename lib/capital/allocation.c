#include "capital/allocation.h"

#include <math.h>

static bool
any(double total, int n, struct wrong *w)
{
	if (n < 1)
		return wrong_say(w, "no strategy to allocate capital to");
	return (isfinite(total) && total >= 0) || wrong_say(w, "no capital to allocate");
}

bool
allocation_by_weight(double *capital, const double *weight, int n, double total, struct wrong *w)
{
	double sum = 0;

	if (!any(total, n, w))
		return false;
	for (int i = 0; i < n; i++) {
		if (!isfinite(weight[i]) || weight[i] < 0)
			return wrong_say(w, "weight of a strategy is no number of 0 or more: %g", weight[i]);
		sum += weight[i];
	}
	if (!(sum > 0) || isinf(sum))
		return wrong_say(w, "weights of strategies add up to %g", sum);
	for (int i = 0; i < n; i++)
		capital[i] = weight[i] / sum * total;
	return true;
}

bool
allocation_equal(double *capital, int n, double total, struct wrong *w)
{
	if (!any(total, n, w))
		return false;
	for (int i = 0; i < n; i++)
		capital[i] = total / n;
	return true;
}
