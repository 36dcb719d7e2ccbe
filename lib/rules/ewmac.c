#include "rules/ewmac.h"

#include <math.h>

struct ewmac
ewmac_new(double fast, double slow)
{
	return (struct ewmac){ ewma_span(fast, 0), ewma_span(slow, 0), NAN };
}

double
ewmac_difference(struct ewmac *e, double price)
{
	double fast = ewma_next(&e->fast, price), slow = ewma_next(&e->slow, price);

	return fast - slow;
}

double
ewmac_next(struct ewmac *e, double price, double vol)
{
	if (!isnan(vol))
		e->vol = vol;
	return ewmac_difference(e, price) / e->vol;
}
