#include "maths/ewma.h"

#include <math.h>

#include "base/num.h"

struct ewma
ewma_com(double com, int min)
{
	return (struct ewma){ .keep = 1.0 - 1.0 / (1.0 + com), .mean = NAN, .weight = 1.0, .min = min < 1 ? 1 : min };
}

struct ewma
ewma_span(double span, int min)
{
	return ewma_com((span - 1.0) / 2.0, min);
}

double
ewma_next(struct ewma *e, double x)
{
	if (!isnan(e->mean)) {
		e->weight *= e->keep;
		if (!isnan(x)) {
			if (e->mean != x)
				e->mean = (e->weight * e->mean + x) / (e->weight + 1.0);
			e->weight += 1.0;
		}
	} else if (!isnan(x)) {
		e->mean = x;
	}
	e->n += !isnan(x);
	return e->n >= e->min ? e->mean : num_missing();
}

struct ewma_std
ewma_std_span(double span, int min)
{
	double com = (span - 1.0) / 2.0;

	return (struct ewma_std){ .keep = 1.0 - 1.0 / (1.0 + com), .mean = NAN, .sum1 = 1.0, .sum2 = 1.0, .weight = 1.0,
		.min = min < 1 ? 1 : min };
}

static void
ewstd_update(struct ewma_std *e, double x)
{
	double old = e->mean, w = e->weight;

	if (e->mean != x)
		e->mean = (w * old + x) / (w + 1.0);
	e->cov = (w * (e->cov + (old - e->mean) * (old - e->mean)) + (x - e->mean) * (x - e->mean)) / (w + 1.0);
	e->sum1 += 1.0;
	e->sum2 += 1.0;
	e->weight += 1.0;
}

double
ewma_std_next(struct ewma_std *e, double x)
{
	if (!isnan(e->mean)) {
		e->sum1 *= e->keep;
		e->sum2 *= e->keep * e->keep;
		e->weight *= e->keep;
		if (!isnan(x))
			ewstd_update(e, x);
	} else if (!isnan(x)) {
		e->mean = x;
	}
	e->n += !isnan(x);
	if (e->n < e->min)
		return num_missing();
	double num = e->sum1 * e->sum1, den = num - e->sum2;
	if (!(den > 0))
		return num_missing();
	double var = num / den * e->cov;
	return sqrt(var > 0 ? var : 0);
}
