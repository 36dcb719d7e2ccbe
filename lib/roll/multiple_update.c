#include "roll/multiple_update.h"

#include "base/warn.h"
#include "roll/leg_runs.h"

/*
 * The row from which on a leg is merged: the first at which its last contract is in the column, for good, and
 * that is not before its prices begin; old->n when they begin after the last row.
 */
static size_t
merge_from(const struct multiple_prices *old, enum multiple_prices_leg leg, int64_t first)
{
	size_t i = old->n;
	int last = old->v[old->n - 1].contract[leg];

	while (i && old->v[i - 1].t >= first && (old->v[i - 1].contract[leg] == last || !old->v[i - 1].contract[leg]))
		i--;
	while (i < old->n && !old->v[i].contract[leg]) /* a missing one is that of the row before, which isn't looked at */
		i++;
	return i;
}

static struct roll_run
run_of(const struct multiple_prices *old, enum multiple_prices_leg leg, const struct contract_prices *prices)
{
	int id = old->v[old->n - 1].contract[leg];
	const struct contract_price_series *s = contract_prices_of(prices, id);

	if (!s)
		return (struct roll_run){ NULL, 0, 0 };
	size_t from = merge_from(old, leg, s->v[0].t);
	if (from == old->n) {
		warn("%s: prices of contract %08d not used: they begin after the multiple prices end", old->code, id);
		return (struct roll_run){ NULL, 0, 0 };
	}
	return (struct roll_run){ s->v, contract_prices_from(s, old->v[from].t), s->n };
}

/* The earliest time of the old row, when there is one, and of the runs' next; false when there are none. */
static bool
next_time(const struct multiple_prices_row *old, const struct roll_run run[LEGS], int64_t *t)
{
	bool any = leg_runs_time(run, t);

	if (old && (!any || old->t < *t))
		*t = old->t;
	return any || old;
}

/* The next row of m; it has the contracts of the row before unless it names others. */
static void
add_row(struct multiple_prices *m, int64_t t, const struct multiple_prices_row *old, struct roll_run run[LEGS])
{
	struct multiple_prices_row *row = multiple_prices_add(m, t);

	if (old)
		*row = *old;
	for (int leg = 0; leg < LEGS; leg++)
		if (!row->contract[leg] && m->n > 1)
			row->contract[leg] = row[-1].contract[leg];
	leg_runs_take(run, t, row);
}

void
roll_update(struct multiple_prices *m, const struct multiple_prices *old, const struct contract_prices *prices)
{
	struct roll_run run[LEGS];
	size_t i = 0;
	int64_t t = 0;

	for (int leg = 0; leg < LEGS; leg++)
		run[leg] = run_of(old, (enum multiple_prices_leg)leg, prices);
	for (const struct multiple_prices_row *r; r = i < old->n ? &old->v[i] : NULL, next_time(r, run, &t);) {
		bool there = r && r->t == t;
		add_row(m, t, there ? r : NULL, run);
		i += there;
	}
}
