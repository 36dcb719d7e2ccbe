#include "roll/multiple_from_calendar.h"

#include "base/die.h"
#include "base/warn.h"
#include "roll/leg_runs.h"

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

	while (leg_runs_time(run, &t)) {
		struct multiple_prices_row *row = multiple_prices_add(m, t);
		leg_runs_take(run, t, row);
		row->contract[LEG_HELD] = roll->current;
		row->contract[LEG_FORWARD] = roll->next;
		row->contract[LEG_CARRY] = roll->carry;
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
	run[LEG_HELD] = run_of(held, first, over < roll->t ? over : roll->t);
	run[LEG_FORWARD] = run_of(leg_of(prices, c, i, roll->next), first, roll->t);
	run[LEG_CARRY] = run_of(leg_of(prices, c, i, roll->carry), first, roll->t);
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
