#include "forecast/attenuation.h"

#include <math.h>

struct attenuation
attenuation_new(void)
{
	return (struct attenuation){ .price = NAN, .mean = rolling_mean_new(2500, 10), .smooth = ewma_span(10, 0) };
}

double
attenuation_next(struct attenuation *a, double price, double vol)
{
	if (!isnan(price))
		a->price = price;
	double percent = 100 * (vol / a->price);
	double q = (double)rank_next(&a->past, percent / rolling_mean_next(&a->mean, percent)) / (double)++a->days;
	return ewma_next(&a->smooth, 2 - 1.5 * q);
}
