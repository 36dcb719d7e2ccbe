#include "account/earning_days.h"

#include <math.h>

bool
earning_days_next(struct earning_days *c, double x)
{
	if (isnan(x) || x == 0)
		return false;
	double off = x - c->mean;
	c->n++;
	c->mean += off / (double)c->n;
	c->square += off * (x - c->mean);
	return true;
}

struct earning_days
earning_days_of(const double *x, int n)
{
	struct earning_days c = { .n = 0 };

	for (int i = 0; i < n; i++)
		earning_days_next(&c, x[i]);
	return c;
}

double
earning_days_mean(const struct earning_days *c)
{
	return c->n ? c->mean : NAN;
}

double
earning_days_stdev(const struct earning_days *c)
{
	return c->n > 1 ? sqrt(c->square / (double)(c->n - 1)) : NAN;
}
