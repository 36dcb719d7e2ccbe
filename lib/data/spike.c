#include "data/spike.h"

#include <math.h>

#include "base/num.h"
#include "time/stamp.h"

struct spike
spike_new(void)
{
	return (struct spike){ .mean = ewma_span(500, 1) };
}

double
spike_next(struct spike *s, int64_t t, double x)
{
	double r = num_missing();

	if (s->started) {
		double change = fabs((x - s->x) / sqrt((double)(t - s->t) / DAY_SECONDS));
		r = change / ewma_next(&s->mean, change);
	}
	s->started = true;
	s->t = t;
	s->x = x;
	return r;
}
