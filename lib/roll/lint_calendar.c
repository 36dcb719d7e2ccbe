/* A calendar against contracts' prices. */
#include "roll/lint.h"

#include <math.h>

#include "time/date.h"
#include "time/stamp.h"

/* A contract of a row at t; at: it must have a price just then. */
static int
lint_leg(struct out *o, const struct contract_prices *prices, const char *stamp, int id, int64_t t, bool at)
{
	const struct contract_price_series *s = contract_prices_of(prices, id);

	if (!s)
		return lint_problem(o, prices->code, "%s: no prices of %08d at all", stamp, id);
	if (at && isnan(contract_prices_at(s, t)))
		return lint_problem(o, prices->code, "%s: no price of %08d", stamp, id);
	return 0;
}

int
lint_calendar(struct out *o, const struct calendar *c, const struct contract_prices *prices)
{
	char stamp[DATE_MAX];
	int problems = 0;

	for (int i = 0; i < c->n; i++) {
		const struct roll *r = &c->v[i];
		stamp[stamp_print(stamp, r->t)] = '\0';
		if (i && r->t <= r[-1].t)
			problems += lint_problem(o, c->code, "%s: not after the row before", stamp);
		if (i && r->current != r[-1].next)
			problems += lint_problem(o, c->code, "%s: out of %08d, but %08d was rolled into before", stamp, r->current,
			    r[-1].next);
		problems += lint_leg(o, prices, stamp, r->current, r->t, true);
		problems += lint_leg(o, prices, stamp, r->next, r->t, true);
		problems += lint_leg(o, prices, stamp, r->carry, r->t, false);
	}
	return problems;
}
