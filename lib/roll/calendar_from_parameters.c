#include "roll/calendar_from_parameters.h"

#include <math.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/warn.h"
#include "roll/cycle.h"
#include "time/stamp.h"

enum { LEGS = 4 };

/* ---- as the parameters wish ---- */

int
roll_priced_carry(const struct roll_parameters *p, const struct contract_prices *prices, int contract)
{
	return p->carry_offset > 0 ? contract_prices_after(prices, p->priced, contract)
	                           : contract_prices_before(prices, p->priced, contract);
}

int
roll_start(const struct roll_parameters *p, const struct contract_prices *prices, bool held)
{
	int id = prices->v[0].id;

	if (held && !cycle_has(p->hold, id))
		id = contract_prices_after(prices, p->hold, id);
	while (id && !roll_priced_carry(p, prices, id))
		id = contract_prices_after(prices, p->hold, id);
	return id;
}

/* Contracts passed over for want of prices. */
struct gaps {
	int n, first;
};

static void
note_gap(struct gaps *g, int wanted, int found)
{
	if (found != wanted && !g->n++)
		g->first = wanted;
}

/* The roll out of a contract into *r; false when no contract that may be held comes behind it. */
static bool
approximate_roll(const struct roll_parameters *p, const struct contract_prices *prices, int contract, struct roll *r,
    struct gaps *gaps)
{
	int last = prices->v[prices->n - 1].id;
	int next = contract_prices_after(prices, p->hold, contract);
	int carry = roll_priced_carry(p, prices, contract);

	if (!next && cycle_next(p->hold, contract) > last)
		return false;
	if (!next)
		die("%s: no prices of a contract to roll %08d into, the last being %08d", prices->code, contract, last);
	if (!carry)
		die("%s: no prices of a carry contract of %08d", prices->code, contract);
	note_gap(gaps, cycle_next(p->hold, contract), next);
	note_gap(gaps, roll_carry(p, contract), carry);
	*r = (struct roll){ stamp_of_day(roll_desired(p, contract)), contract, next, carry, false };
	return true;
}

void
roll_dates_approximate(struct calendar *c, const struct roll_parameters *p, const struct contract_prices *prices, bool held)
{
	struct roll r = { .next = roll_start(p, prices, held) };
	struct gaps gaps = { 0 };

	if (!r.next)
		die("%s: no contract to begin with: none has a carry contract with prices", prices->code);
	while (approximate_roll(p, prices, r.next, &r, &gaps))
		calendar_add(c, r);
	if (!c->n)
		die("%s: no roll: no contract to be held comes after %08d", prices->code, r.next);
	if (gaps.n)
		warn("%s: passed over a next or carry contract that has no prices %d times, the first %08d", prices->code, gaps.n,
		    gaps.first);
}

/* ---- on days when there are prices ---- */

/* One of the series that must have a price, walked forwards. */
struct leg {
	const struct contract_price_series *s;
	size_t at;
};

/* The leg has a price at t, which does not go back. */
static bool
leg_priced(struct leg *l, int64_t t)
{
	while (l->at < l->s->n && l->s->v[l->at].t < t)
		l->at++;
	return l->at < l->s->n && l->s->v[l->at].t == t && !isnan(l->s->v[l->at].x);
}

/* The series that row i needs; how many, 0 when one that can't be done without isn't there. */
static int
legs_of(const struct calendar *c, int i, const struct contract_prices *prices, bool carry, struct leg leg[LEGS])
{
	const struct roll *r = &c->v[i];
	const int id[LEGS] = { r->current, r->next, r->carry, r[1].carry };

	for (int k = 0; k < LEGS; k++)
		leg[k] = (struct leg){ contract_prices_of(prices, id[k]), 0 };
	if (!leg[0].s || !leg[1].s)
		return 0;
	return carry && r->carry <= r->current && leg[2].s && leg[3].s ? LEGS : 2;
}

/* Whole days between two times, those begun counted before, not after. */
static int64_t
days_apart(int64_t t, int64_t of)
{
	int64_t d = t - of;

	return llabs(d / DAY_SECONDS - (d % DAY_SECONDS < 0));
}

bool
roll_time(const struct calendar *c, int i, const struct contract_prices *prices, bool carry, int64_t *t)
{
	struct leg leg[LEGS];
	int n = legs_of(c, i, prices, carry, leg);
	int64_t wish = c->v[i].t, best = INT64_MAX;

	if (!n)
		return false;
	const struct contract_price_series *s = leg[0].s;
	for (size_t k = i ? contract_prices_from(s, c->v[i - 1].t + 1) : 0; k < s->n; k++) {
		int64_t at = s->v[k].t, apart = days_apart(at, wish);
		if (at > wish && apart >= best)
			break;
		bool priced = apart < best && !isnan(s->v[k].x);
		for (int j = 1; priced && j < n; j++)
			priced = leg_priced(&leg[j], at);
		if (!priced)
			continue;
		best = apart;
		*t = at;
	}
	return best < INT64_MAX;
}

/* The roll of row i at a time with prices, without carry's where there is none with them. */
static bool
adjust_roll(const struct calendar *c, int i, const struct contract_prices *prices, struct roll *r, int *without)
{
	*r = c->v[i];
	if (roll_time(c, i, prices, true, &r->t))
		return true;
	if (!roll_time(c, i, prices, false, &r->t))
		return false;
	++*without;
	return true;
}

void
roll_dates_adjust(struct calendar *c, const struct contract_prices *prices)
{
	struct calendar made = { .code = c->code };
	int left_out = 0, without = 0;
	struct roll r;

	for (int i = 0; i + 1 < c->n; i++) {
		if (adjust_roll(c, i, prices, &r, &without)) {
			calendar_add(&made, r);
		} else if (made.n) {
			warn("%s: no time with prices of both %08d and %08d: the calendar ends there", c->code, r.current, r.next);
			break;
		} else {
			left_out++;
		}
	}
	if (!made.n)
		die("%s: no roll at a time with prices of both contracts: the calendar would be empty", c->code);
	if (left_out)
		warn("%s: no time with prices of both contracts in the first %d rolls: the calendar begins after them", c->code, left_out);
	if (without)
		warn("%s: no time with carry prices too in %d of %d rolls", c->code, without, made.n);
	calendar_clear(c);
	*c = made;
}

void
roll_dates_extend(struct calendar *c, const struct roll_parameters *p, const struct contract_prices *prices, int64_t now)
{
	if (!c->n)
		return;
	const struct roll *last = &c->v[c->n - 1];
	int id = last->next;
	if (now < last->t)
		return;
	if (!contract_prices_of(prices, id)) {
		warn("%s: no prices of %08d: no row added for it", c->code, id);
		return;
	}
	calendar_add(c, (struct roll){ now + 5 * DAY_SECONDS, id, cycle_next(p->hold, id), roll_carry(p, id), true });
}
