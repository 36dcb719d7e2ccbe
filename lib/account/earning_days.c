#include "account/earning_days.h"

#include <math.h>

bool
counted_next(struct counted *c, double x)
{
	if (isnan(x) || x == 0)
		return false;
	double off = x - c->mean;
	c->n++;
	c->mean += off / (double)c->n;
	c->square += off * (x - c->mean);
	return true;
}

double
counted_mean(const struct counted *c)
{
	return c->n ? c->mean : NAN;
}

double
counted_stdev(const struct counted *c)
{
	return c->n > 1 ? sqrt(c->square / (double)(c->n - 1)) : NAN;
}
