#include "roll/roll_to_forward.h"

#include <math.h>

#include "base/die.h"
#include "maths/median.h"
#include "roll/cycle.h"

enum { OFFSETS = 5 };

static bool
has_no_price(const struct multiple_prices_row *r)
{
	return isnan(r->x[LEG_HELD]) && isnan(r->x[LEG_CARRY]) && isnan(r->x[LEG_FORWARD]);
}

double
roll_now_infer_price(const struct multiple_prices *m, enum multiple_prices_leg leg, enum multiple_prices_leg from)
{
	const struct multiple_prices_row *last = &m->v[m->n - 1];
	double offset[OFFSETS];
	int n = 0;

	for (const struct multiple_prices_row *r = last; r > m->v && n < OFFSETS; r--) {
		if (r->contract[leg] != last->contract[leg] || r->contract[from] != last->contract[from])
			break;
		if (!isnan(r->x[leg]) && !isnan(r->x[from]))
			offset[n++] = r->x[leg] - r->x[from];
	}
	return last->x[from] + median_of(offset, n);
}

/* The last price of a leg, inferred when it must be. */
static double
last_price(const struct multiple_prices *m, enum multiple_prices_leg leg, enum multiple_prices_leg other, bool *inferred)
{
	const struct multiple_prices_row *last = &m->v[m->n - 1];
	double x = last->x[leg];

	if (!isnan(x))
		return x;
	*inferred = true;
	x = roll_now_infer_price(m, leg, other);
	if (isnan(x))
		x = roll_now_infer_price(m, leg, LEG_CARRY);
	if (isnan(x))
		die("%s: no roll: no price of contract %08d, nor another to infer it from", m->code, last->contract[leg]);
	return x;
}

static double
price_at(const struct contract_prices *prices, int id, int64_t t)
{
	const struct contract_price_series *s = contract_prices_of(prices, id);

	return s ? contract_prices_at(s, t) : NAN;
}

void
roll_now(struct multiple_prices *m, const struct roll_parameters *p, const struct contract_prices *prices)
{
	bool inferred = false;

	while (m->n && has_no_price(&m->v[m->n - 1]))
		m->n--;
	if (m->n == 0)
		die("%s: no roll: no price at all", m->code);
	struct multiple_prices_row last = m->v[m->n - 1], *row;
	if (!last.contract[LEG_FORWARD])
		die("%s: no roll: no forward contract to roll into", m->code);
	double held = last_price(m, LEG_HELD, LEG_FORWARD, &inferred), forward = last_price(m, LEG_FORWARD, LEG_HELD, &inferred);
	if (inferred) {
		row = multiple_prices_add(m, last.t + 1);
		*row = last;
		row->t++;
		row->x[LEG_HELD] = held;
		row->x[LEG_FORWARD] = forward;
		row->x[LEG_CARRY] = NAN;
	}
	row = multiple_prices_add(m, m->v[m->n - 1].t + 1);
	row->contract[LEG_HELD] = last.contract[LEG_FORWARD];
	row->contract[LEG_FORWARD] = cycle_next(p->hold, last.contract[LEG_FORWARD]);
	row->contract[LEG_CARRY] = roll_carry(p, last.contract[LEG_FORWARD]);
	row->x[LEG_HELD] = forward;
	row->x[LEG_FORWARD] = price_at(prices, row->contract[LEG_FORWARD], last.t);
	row->x[LEG_CARRY] = price_at(prices, row->contract[LEG_CARRY], last.t);
}
