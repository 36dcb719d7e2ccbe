#include "moves.h"

#include <math.h>

void
moves_start(struct moves *m)
{
	m->overnight = m->intraday = 0;
	m->elapsed = NAN;
	m->rows = 0;
}

void
moves_row(struct moves *m, double price, double fx, int64_t t)
{
	const double seconds_in_year = 365.25 * 86400;
	double last = m->any ? m->last : NAN, move = (price - last) * fx;
	double elapsed = m->any ? (double)(t - m->t) / seconds_in_year * fx : NAN;

	if (!isnan(move))
		*(m->rows ? &m->intraday : &m->overnight) += move;
	if (!isnan(elapsed))
		m->elapsed = isnan(m->elapsed) ? elapsed : m->elapsed + elapsed;
	m->last = isnan(price) ? last : price;
	m->t = t;
	m->any = 1;
	m->rows++;
}
