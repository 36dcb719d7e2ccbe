#include "synth/quotes.h"

#include <math.h>
#include <stdio.h>

#include "base/num.h"
#include "roll/cycle.h"
#include "time/date.h"
#include "time/stamp.h"
#include "time/year.h"

int
quotes_period_start(const struct quotes_period *p)
{
	return date_next_business(date_business(p->first - 1));
}

static void
hold(struct quotes *q, int contract)
{
	const struct market *m = q->market;

	q->held = contract;
	q->forward = cycle_next(m->hold, contract);
	q->carry = m->carry < 0 ? cycle_previous(m->priced, contract) : cycle_next(m->priced, contract);
}

struct quotes
quotes_of(uint64_t seed, int i, const struct quotes_period *p)
{
	const struct market *m = market_at(i);
	const char *code = market_code(i);
	struct random listing = random_of(seed, code, 1);

	struct quotes q = {
		.day = date_previous_business(quotes_period_start(p)),
		.market = m,
		.spot = price_walk_of(seed, code, m->class, m->level, m->slope),
		.seed = seed,
		.period = p,
		.gaps = random_of(seed, code, 2),
		.hours = random_of(seed, code, 3),
		.listed = p->first + (i ? (int)(random_uniform(&listing) * (p->last - p->first) / 3) : 0),
	};
	hold(&q, market_held(m, p->first));
	snprintf(q.code, sizeof q.code, "%s", code);
	return q;
}

/* A leg; one draw decides whether it is there. */
static struct quote_leg
leg_of(const struct quotes *q, struct random *r, double spot, int contract, double absent)
{
	double price = market_price(q->market, spot, q->spot.slope, q->day, contract);

	return (struct quote_leg){ random_chance(r, absent) ? num_missing() : price, contract };
}

/* A quote at `hour`; the chances are those of a leg not being there. */
static void
quote(struct quotes *q, struct random *r, double spot, int hour, double no_price, double no_other)
{
	struct quote *row = &q->row[q->n++];

	row->stamp = stamp_of_day(q->day) + hour * 3600;
	row->spot = spot;
	row->carry = leg_of(q, r, spot, q->carry, no_other);
	row->held = leg_of(q, r, spot, q->held, no_price);
	row->forward = leg_of(q, r, spot, q->forward, no_other);
}

/* The hours between two closes: a bridge from one to the other, with a quote for most. */
static void
quote_hours(struct quotes *q, double before)
{
	const struct market_currency *c = q->market->currency;
	double spot = before, noise = before * q->spot.vol / ROOT_BUSINESS_DAYS_IN_YEAR / sqrt(c->close - c->open + 2);

	for (int hour = c->open; hour <= c->close; hour++) {
		int left = c->close - hour + 2;
		spot += (q->spot.price - spot) / left + noise * sqrt((left - 1.) / left) * random_normal(&q->hours);
		if (!random_chance(&q->hours, .1))
			quote(q, &q->hours, spot, hour, .05, .6);
	}
}

/* The day's quotes have arrived; a day in a hundred is some days late, unless it is one of a roll. */
static bool
has_arrived(const struct quotes *q, bool rolls)
{
	int left = q->period->until - q->day;

	if (left < 0 || left > 5 || rolls)
		return left >= 0;
	struct random r = random_of(q->seed, q->code, (uint64_t)q->day * DAY_SECONDS + 5);
	return !random_chance(&r, .01) || 1 + (int)(5 * random_uniform(&r)) <= left;
}

/* Draws for closes are made on days without them too, so that later ones don't depend on the day of listing. */
bool
quotes_next(struct quotes *q)
{
	double before = q->spot.price;
	int day = q->day = date_next_business(q->day);
	bool rolls = day >= market_roll(q->market, q->held);

	q->n = 0;
	if (day >= q->period->last)
		return false;
	price_walk_next(&q->spot, day);
	if (market_holiday(q->market->currency, day))
		return true;
	if (q->market->hourly && day >= q->period->late && day >= q->listed)
		quote_hours(q, before);
	bool absent = random_chance(&q->gaps, .003);
	if (rolls || !absent)
		quote(q, &q->gaps, q->spot.price, QUOTES_CLOSE, rolls ? 0 : .005, rolls ? 0 : .04);
	if (rolls)
		hold(q, q->forward);
	if (day < q->listed || !has_arrived(q, rolls))
		q->n = 0;
	return true;
}
