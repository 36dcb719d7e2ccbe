#include "roll/calendar_by_volume.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/warn.h"
#include "roll/contract_volume.h"
#include "roll/cycle.h"
#include "time/date.h"
#include "time/stamp.h"

/* A contract as far as its rows were read; v->n is 0 before the first. */
struct traded {
	const struct contract_price_series *s;
	size_t today, next;          /* rows: the first of the day, the first after it */
	struct contract_volume volume;
};

struct market {
	const struct roll_parameters *p;
	struct traded *v;            /* by id */
	int n;
	int day;                     /* a business day */
	int held;                    /* of v; -1 before the first day with a volume */
};

/* ---- a day's rows ---- */

/* The next business day that has rows; INT_MAX after the last. */
static int
next_day(const struct market *m)
{
	int first = INT_MAX;

	for (int i = 0; i < m->n; i++) {
		const struct traded *c = &m->v[i];
		int day = c->next < c->s->n ? date_business(stamp_day(c->s->v[c->next].t)) : INT_MAX;
		first = day < first ? day : first;
	}
	return first;
}

static void
read_day(struct market *m)
{
	for (int i = 0; i < m->n; i++) {
		struct traded *c = &m->v[i];
		c->today = c->next;
		for (; c->next < c->s->n && date_business(stamp_day(c->s->v[c->next].t)) == m->day; c->next++)
			contract_volume_add(&c->volume, c->s->v[c->next].t, c->s->volume[c->next]);
	}
}

/* The volume of contract i at the end of the day; 0 when it has none. */
static double
volume_of(const struct market *m, int i)
{
	double x = contract_volume_recent(&m->v[i].volume, stamp_of_day(m->day + 1));

	return isnan(x) ? 0 : x;
}

/* ---- which contract ---- */

/* The first contract of a cycle that has rows so far, from i on in steps of 1 or -1; -1 when there is none. */
static int
find(const struct market *m, cycle months, int i, int step)
{
	for (; i >= 0 && i < m->n; i += step)
		if (cycle_has(months, m->v[i].s->id) && m->v[i].next)
			return i;
	return -1;
}

static int
most_traded(const struct market *m)
{
	double most = 0;
	int best = -1;

	for (int i = find(m, m->p->hold, 0, 1); i >= 0; i = find(m, m->p->hold, i + 1, 1)) {
		double x = volume_of(m, i);
		if (x > most) {
			most = x;
			best = i;
		}
	}
	return best;
}

/* The carry contract of contract i, of those that have rows so far if there is one. */
static int
carry_of(const struct market *m, int i)
{
	int step = m->p->carry_offset, carry = find(m, m->p->priced, i + step, step);

	return carry < 0 ? roll_carry(m->p, m->v[i].s->id) : m->v[carry].s->id;
}

/* The day's last time at which both have a price; false when there is none. */
static bool
last_time_of_both(const struct traded *a, const struct traded *b, int64_t *t)
{
	for (size_t i = a->next; i > a->today; i--) {
		*t = a->s->v[i - 1].t;
		if (!isnan(a->s->v[i - 1].x) && !isnan(contract_prices_at(b->s, *t)))
			return true;
	}
	return false;
}

static void
roll_today(struct market *m, struct calendar *c)
{
	int next = find(m, m->p->hold, m->held + 1, 1);
	int64_t t;

	if (next < 0 || !(volume_of(m, next) > volume_of(m, m->held)) || !last_time_of_both(&m->v[m->held], &m->v[next], &t))
		return;
	calendar_add(c, (struct roll){ t, m->v[m->held].s->id, m->v[next].s->id, carry_of(m, m->held), false });
	m->held = next;
}

/* ---- all days ---- */

/* Others went on for two weeks without it: nothing of it is traded that could be rolled. */
static void
warn_of_end(const struct market *m, const char *code)
{
	const struct contract_price_series *held = m->held < 0 ? NULL : m->v[m->held].s;

	if (!held)
		warn("%s: no volume of a contract that may be held", code);
	else if (held->v[held->n - 1].t < stamp_of_day(m->day - 14))
		warn("%s: no roll out of %08d, whose prices end on %s: on no day was the next one traded more and had both a price", code,
		    held->id, date_text(stamp_day(held->v[held->n - 1].t)));
}

void
roll_by_volume(struct calendar *c, const struct roll_parameters *p, const struct contract_prices *prices)
{
	struct market m = { .p = p, .v = mem_alloc((size_t)prices->n, sizeof *m.v), .n = prices->n, .held = -1 };

	for (int i = 0; i < m.n; i++)
		m.v[i].s = &prices->v[i];
	for (int day; (day = next_day(&m)) != INT_MAX;) {
		m.day = day;
		read_day(&m);
		if (m.held < 0)
			m.held = most_traded(&m);
		else
			roll_today(&m, c);
	}
	warn_of_end(&m, prices->code);
	for (int i = 0; i < m.n; i++)
		contract_volume_free(&m.v[i].volume);
	free(m.v);
}
