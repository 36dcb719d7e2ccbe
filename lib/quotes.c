#include "quotes.h"

#include <math.h>

#include "date.h"
#include "err.h"
#include "market.h"
#include "num.h"

/* A market at work. */
struct trading {
	const struct market *market;
	const struct period *period;
	struct walk spot;
	struct random gaps, hours;  /* of missing closes; of all that happens within a day */
	int held, listed;           /* the contract month; the first day quoted */
};

int
period_start(const struct period *p)
{
	return date_next_business(date_business(p->first - 1));
}

static struct trading
trading_of(uint64_t seed, int i, const struct period *p)
{
	const struct market *m = market_at(i);
	const char *code = market_code(i);
	struct random listing = random_of(seed, code, 1);

	return (struct trading){
		.market = m,
		.period = p,
		.spot = walk_of(seed, code, m->class, m->level, m->slope),
		.gaps = random_of(seed, code, 2),
		.hours = random_of(seed, code, 3),
		.held = market_held(m, p->first),
		.listed = p->first + (i ? (int)(random_uniform(&listing) * (p->last - p->first) / 3) : 0),
	};
}

/* A leg; one draw decides whether it is there. */
static struct leg
leg_of(const struct trading *t, struct random *r, double spot, int day, int month, double absent)
{
	double price = market_price(t->market, spot, t->spot.slope, day, month);

	return (struct leg){ random_chance(r, absent) ? num_missing() : price, month };
}

/*
 * A quote at `hour`; the chances are those of a leg not being there. Before the
 * listing draws are made all the same, so that later closes don't depend on its day.
 */
static void
quote(struct quotes *q, const struct trading *t, struct random *r, double spot, int day, int hour, double no_price,
    double no_other)
{
	const struct market *m = t->market;
	struct quote row = { .stamp = (int64_t)day * 86400 + hour * 3600 };

	row.carry = leg_of(t, r, spot, day, market_step(m->priced, t->held, m->carry), no_other);
	row.held = leg_of(t, r, spot, day, t->held, no_price);
	row.forward = leg_of(t, r, spot, day, market_step(m->hold, t->held, 1), no_other);
	if (day < t->listed)
		return;
	if (q->n == q->cap) {
		q->cap = q->cap ? 2 * q->cap : 8192;
		q->row = mem_grow(q->row, q->cap, sizeof *q->row);
	}
	q->row[q->n++] = row;
}

/* The hours between two closes: a bridge from one to the other, with a quote for most. */
static void
quote_hours(struct quotes *q, struct trading *t, double before, int day)
{
	const struct currency *c = t->market->currency;
	double spot = before, noise = before * t->spot.vol / 16 / sqrt(c->close - c->open + 2);

	for (int hour = c->open; hour <= c->close; hour++) {
		int left = c->close - hour + 2;
		spot += (t->spot.price - spot) / left + noise * sqrt((left - 1.) / left) * random_normal(&t->hours);
		if (!random_chance(&t->hours, .1))
			quote(q, t, &t->hours, spot, day, hour, .05, .6);
	}
}

static void
quote_day(struct quotes *q, struct trading *t, int day)
{
	double before = t->spot.price;
	bool rolls = day >= market_roll(t->market, t->held);

	walk_next(&t->spot, day);
	if (market_holiday(t->market->currency, day))
		return;
	if (t->market->hourly && day >= t->period->late && day >= t->listed)
		quote_hours(q, t, before, day);
	bool absent = random_chance(&t->gaps, .003);
	if (rolls || !absent)
		quote(q, t, &t->gaps, t->spot.price, day, 23, rolls ? 0 : .005, rolls ? 0 : .04);
	if (rolls)
		t->held = market_step(t->market->hold, t->held, 1);
}

void
quotes_make(struct quotes *q, uint64_t seed, int i, const struct period *p)
{
	struct trading t = trading_of(seed, i, p);

	q->n = 0;
	for (int day = period_start(p); day < p->last; day = date_next_business(day))
		quote_day(q, &t, day);
}
