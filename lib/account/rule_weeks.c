#include "account/rule_weeks.h"

#include <math.h>

#include "base/mem.h"
#include "base/num.h"
#include "time/date.h"

void
rule_weeks_begin(struct rule_weeks *w, const struct rule_alone *a, enum frequency f)
{
	w->a = a;
	w->frequency = f;
	w->day = w->price = 0;
	w->period = frequency_period(f, a->day[0]) - 1;
	if (a->prices && frequency_period(f, a->price[0].day) <= w->period)
		w->period = frequency_period(f, a->price[0].day) - 1;
	w->last = frequency_period(f, a->day[a->n - 1]);
	if (!w->rule)
		w->rule = mem_alloc((size_t)a->rules, sizeof *w->rule);
	for (int i = 0; i < a->rules; i++) {
		struct rule_week *r = &w->rule[i];
		*r = (struct rule_week){ .forecast = num_missing(), .pnl = rule_pnl_new(),
			.held = mem_grow(r->held, (size_t)a->n, sizeof *r->held) };
		rule_alone_contracts(a, i, r->held);
		rule_alone_delay(a, i, r->held);
	}
}

/* The profit and charge of a row of prices, to every rule. */
static void
add_price(struct rule_weeks *w, const struct rule_alone_price *p)
{
	/* What a Sharpe ratio of 1 earns in that time, as a position is sized by the vol that it is charged by. */
	double charge = -w->a->target * p->years * p->fx;

	for (int i = 0; i < w->a->rules; i++) {
		struct rule_week *r = &w->rule[i];
		rule_pnl_row(&r->pnl, p->move, w->a->point_size, p->fx, charge, p->at < 0 ? num_missing() : r->held[p->at]);
	}
}

static void
close_day(struct rule_weeks *w)
{
	for (int i = 0; i < w->a->rules; i++) {
		struct rule_week *r = &w->rule[i];
		double profit = rule_pnl_day(&r->pnl);
		if (!isnan(profit)) {
			r->gross += profit;
			r->days++;
		}
	}
}

static void
add_prices(struct rule_weeks *w)
{
	const struct rule_alone_price *p = w->a->price + w->price, *end = w->a->price + w->a->prices;

	while (p < end && frequency_period(w->frequency, p->day) == w->period) {
		int day = date_business(p->day);
		while (p < end && date_business(p->day) == day)
			add_price(w, p++);
		close_day(w);
	}
	w->price = (int)(p - w->a->price);
}

static void
add_days(struct rule_weeks *w)
{
	const struct rule_alone *a = w->a;

	for (; w->day < a->n && frequency_period(w->frequency, a->day[w->day]) <= w->period; w->day++)
		for (int i = 0; i < a->rules; i++)
			if (!isnan(a->said[i][w->day]))
				w->rule[i].forecast = a->said[i][w->day];
}

bool
rule_weeks_next(struct rule_weeks *w)
{
	int before = w->price;

	if (++w->period > w->last && w->price == w->a->prices)
		return false;
	for (int i = 0; i < w->a->rules; i++)
		w->rule[i].gross = w->rule[i].days = 0;
	add_prices(w);
	add_days(w);
	bool priced = w->price > before || (before && w->price < w->a->prices);
	for (int i = 0; i < w->a->rules && !priced; i++)
		w->rule[i].gross = w->rule[i].days = num_missing();
	return true;
}
