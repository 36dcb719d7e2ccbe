#include "roll/build.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/warn.h"
#include "roll/runs.h"
#include "time/date.h"
#include "time/stamp.h"

/* ---- building ---- */

static struct roll_run
run_of(const struct contract_price_series *s, int64_t first, int64_t last)
{
	if (!s || last < first)
		return (struct roll_run){ NULL, 0, 0 };
	return (struct roll_run){ s->v, contract_prices_from(s, first), contract_prices_from(s, last + 1) };
}

static const struct contract_price_series *
leg_of(const struct contract_prices *prices, const struct calendar *c, int i, int id)
{
	const struct contract_price_series *s = contract_prices_of(prices, id);

	if (!s && i < c->n - 1)
		die("%s: no prices of contract %08d, which the calendar wants", c->code, id);
	return s;
}

static void
join(struct multiple_prices *m, struct roll_run run[LEGS], const struct roll *roll)
{
	int64_t t = 0;

	while (runs_time(run, &t)) {
		struct multiple_prices_row *row = multiple_prices_add(m, t);
		runs_take(run, t, row);
		row->contract[HELD] = roll->current;
		row->contract[FORWARD] = roll->next;
		row->contract[FOR_CARRY] = roll->carry;
	}
}

/* The period that ends with row i of the calendar. */
static void
build_period(struct multiple_prices *m, const struct calendar *c, int i, const struct contract_prices *prices)
{
	const struct roll *roll = &c->v[i];
	const struct contract_price_series *held = contract_prices_of(prices, roll->current);
	int64_t first = roll[-1].t + 1;
	struct roll_run run[LEGS];

	if (!held && m->n)
		die("%s: no prices of contract %08d, which the calendar holds", c->code, roll->current);
	if (!held) {
		warn("%s: no prices of contract %08d: multiple prices begin later", c->code, roll->current);
		return;
	}
	/* The contract held is over with its last row, however long it is on the calendar. */
	int64_t over = held->v[held->n - 1].t;
	run[HELD] = run_of(held, first, over < roll->t ? over : roll->t);
	run[FORWARD] = run_of(leg_of(prices, c, i, roll->next), first, roll->t);
	run[FOR_CARRY] = run_of(leg_of(prices, c, i, roll->carry), first, roll->t);
	join(m, run, roll);
}

void
roll_build(struct multiple_prices *m, const struct calendar *c, const struct contract_prices *prices)
{
	for (int i = 1; i < c->n; i++) {
		if (c->v[i].t <= c->v[i - 1].t)
			die("%s: the calendar's times do not increase", c->code);
		build_period(m, c, i, prices);
	}
	if (m->n == 0)
		die("%s: no prices between the calendar's first roll and its last", c->code);
}

/* ---- splitting ---- */

static struct contract_price_series *
series_of(struct roll_split *s, int id)
{
	int i = s->n;

	while (i && s->v[i - 1].id > id) /* the last few are what is asked for */
		i--;
	if (i && s->v[i - 1].id == id)
		return &s->v[i - 1];
	if (s->n == s->cap) {
		int cap = s->cap ? 2 * s->cap : 64;
		s->v = mem_grow(s->v, (size_t)cap, sizeof *s->v);
		memset(s->v + s->cap, 0, (size_t)(cap - s->cap) * sizeof *s->v);
		s->cap = cap;
	}
	struct contract_price_series room = s->v[s->n]; /* its memory is used again */
	memmove(&s->v[i + 1], &s->v[i], (size_t)(s->n++ - i) * sizeof *s->v);
	room.id = id;
	room.n = 0;
	s->v[i] = room;
	return &s->v[i];
}

static void
add_price(struct contract_price_series *s, int64_t t, double x)
{
	if (s->n && s->v[s->n - 1].t == t)
		return;
	if (s->n == s->cap) {
		s->cap = s->cap ? 2 * s->cap : 256;
		s->v = mem_grow(s->v, s->cap, sizeof *s->v);
	}
	s->v[s->n++] = (struct contract_price){ t, x };
}

void
roll_split(struct roll_split *s, const struct multiple_prices *m)
{
	s->n = 0;
	for (size_t i = 0; i < m->n; i++)
		for (int leg = 0; leg < LEGS; leg++)
			if (m->v[i].contract[leg] && !isnan(m->v[i].x[leg]))
				add_price(series_of(s, m->v[i].contract[leg]), m->v[i].t, m->v[i].x[leg]);
}

static const struct contract_price_series *
find(const struct roll_split *s, int id)
{
	for (int i = 0; i < s->n; i++)
		if (s->v[i].id == id)
			return &s->v[i];
	return NULL;
}

void
roll_split_warn(const struct roll_split *s, const struct multiple_prices *m, const struct roll_parameters *p)
{
	for (size_t i = 0; i < m->n; i++) {
		int id = m->v[i].contract[HELD];
		if (i + 1 < m->n && m->v[i + 1].contract[HELD] == id)
			continue;
		const struct contract_price_series *held = find(s, id);
		int64_t over = held ? held->v[held->n - 1].t : INT64_MIN, desired = stamp_of_day(roll_desired(p, id));
		char date[DATE_MAX];
		date[date_print(date, roll_desired(p, id))] = '\0';
		if (over < desired - 8 * DAY_SECONDS)
			warn("%s: prices of contract %08d end more than 8 days before its roll is desired, %s", m->code, id, date);
	}
}
