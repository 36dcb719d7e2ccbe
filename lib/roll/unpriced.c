#include "roll/unpriced.h"

#include <math.h>
#include <stdio.h>

#include "base/warn.h"
#include "time/date.h"
#include "time/stamp.h"

/* Days with rows behind the last price of a contract, and which. */
struct unpriced {
	size_t end;                  /* the first row after those of the contract */
	bool priced;                 /* it has a price at all */
	int days, priced_last, first, last;
};

/* Of the contract that is held from row `from` on. */
static struct unpriced
unpriced_of(const struct multiple_prices *m, size_t from)
{
	struct unpriced u = { .end = from };

	for (; u.end < m->n && m->v[u.end].contract[LEG_HELD] == m->v[from].contract[LEG_HELD]; u.end++) {
		int day = stamp_day(m->v[u.end].t);
		if (!isnan(m->v[u.end].x[LEG_HELD])) {
			u = (struct unpriced){ .end = u.end, .priced = true, .priced_last = day };
		} else if ((!u.priced || day > u.priced_last) && (!u.days || day > u.last)) {
			u.first = u.days++ ? u.first : day;
			u.last = day;
		}
	}
	return u;
}

void
unpriced_tell_end(const struct multiple_prices *m, const struct contract_prices *prices)
{
	struct unpriced u = { .end = 0 };
	char why[200] = "";

	while (u.end < m->n)
		u = unpriced_of(m, u.end);
	if (u.days <= 1)
		return;
	const struct multiple_prices_row *last = &m->v[m->n - 1];
	if (prices && last->contract[LEG_FORWARD] >= prices->v[prices->n - 1].id)
		snprintf(why, sizeof why, "it is not rolled out of, as there is no contract after %08d to look ahead to",
		    last->contract[LEG_FORWARD]);
	else
		snprintf(why, sizeof why, "it is not rolled out of");
	if (u.priced)
		warn("%s: no price from %s on, %d days: prices of %08d, the contract held, end on %s; %s", m->code, date_text(u.first),
		    u.days, last->contract[LEG_HELD], date_text(u.priced_last), why);
	else
		warn("%s: no price from %s on, %d days: %08d, the contract held, has none; %s", m->code, date_text(u.first), u.days,
		    last->contract[LEG_HELD], why);
}

void
unpriced_tell_before(const struct multiple_prices *m)
{
	struct unpriced longest = { .days = 0 };
	int contract = 0, n = 0;

	for (size_t from = 0; from < m->n;) {
		struct unpriced u = unpriced_of(m, from);
		if (u.days > 1 && u.end < m->n) {
			n++;
			if (u.days > longest.days) {
				longest = u;
				contract = m->v[from].contract[LEG_HELD];
			}
		}
		from = u.end;
	}
	if (n)
		warn("%s: no price from %s to %s, %d days: %08d is held though it has none%s", m->code, date_text(longest.first),
		    date_text(longest.last), longest.days, contract, n > 1 ? "; and others are" : "");
}
