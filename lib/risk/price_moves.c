#include "risk/price_moves.h"

#include <math.h>

struct moves
moves_new(void)
{
	return (struct moves){ NAN, NAN, NAN, NAN, NAN, NAN };
}

void
moves_next(struct moves *m, double adjusted, double price, double vol, bool beyond)
{
	m->points = m->normalised = m->fraction = NAN;
	if (!isnan(price))
		m->price = price;
	if (beyond)
		return;
	m->points = adjusted - m->adjusted;
	m->normalised = m->points / m->vol;
	m->fraction = m->points / m->price;
	m->adjusted = adjusted;
	m->vol = vol;
}
