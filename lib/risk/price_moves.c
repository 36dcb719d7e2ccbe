#include "risk/price_moves.h"

#include <math.h>

struct price_moves
price_moves_new(void)
{
	return (struct price_moves){ NAN, NAN, NAN, NAN, NAN, NAN };
}

void
price_moves_next(struct price_moves *m, double adjusted, double price, double vol, bool beyond)
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
