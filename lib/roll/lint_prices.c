#include "roll/lint.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "roll/calendar_from_parameters.h"
#include "roll/cycle.h"
#include "time/date.h"
#include "time/stamp.h"


/* The days from the first on which an instrument is quoted at all: some contract has a price. */
struct days {
	int first, n;
	bool *quoted;
};

static struct days
quoted_days(const struct contract_prices *c)
{
	int64_t first = INT64_MAX, last = INT64_MIN;

	for (int i = 0; i < c->n; i++) {
		const struct contract_price_series *s = &c->v[i];
		first = s->v[0].t < first ? s->v[0].t : first;
		last = s->v[s->n - 1].t > last ? s->v[s->n - 1].t : last;
	}
	struct days d = { stamp_day(first), stamp_day(last) - stamp_day(first) + 1, NULL };
	d.quoted = mem_alloc((size_t)d.n, sizeof *d.quoted);
	for (int i = 0; i < c->n; i++)
		for (size_t k = 0; k < c->v[i].n; k++)
			d.quoted[stamp_day(c->v[i].v[k].t) - d.first] |= !isnan(c->v[i].v[k].x);
	return d;
}

static bool
priced_on(const struct contract_price_series *s, int day)
{
	size_t i = contract_prices_from(s, stamp_of_day(day));

	for (; i < s->n && s->v[i].t < stamp_of_day(day + 1); i++)
		if (!isnan(s->v[i].x))
			return true;
	return false;
}

/* What an instrument is looked through for. */
struct view {
	struct out *o;
	const struct contract_prices *prices;
	struct days days;
	int held, from, to;        /* the contract held from day to day */
	int quoted;                /* on how many of these days the instrument is quoted */
	int allowed;               /* days in a row without a price */
};

/* Count the days on which a contract has no price though the instrument is quoted. */
static int
lint_leg(const struct view *v, const char *what, int id)
{
	const struct contract_price_series *s = contract_prices_of(v->prices, id);
	int lacking = 0, first = 0, last = 0, run = 0, longest = 0;

	for (int day = v->from; day <= v->to; day++) {
		if (!v->days.quoted[day - v->days.first])
			continue;
		if (s && priced_on(s, day)) {
			run = 0;
			continue;
		}
		last = day;
		if (!lacking++)
			first = day;
		if (++run > longest)
			longest = run;
	}
	if (longest <= v->allowed)
		return 0;
	return lint_problem(v->o, v->prices->code, "%08d: no %s price%s of %08d on %d of the %d days it is held, %s to %s, %d in a row",
	    v->held, what, s ? "" : "s at all", id, lacking, v->quoted, date_text(first), date_text(last), longest);
}

/* A contract held after one day, on another for the last time. */
static int
lint_held(struct view *v, const struct roll *r, int after, int until)
{
	const struct days *d = &v->days;

	v->held = r->current;
	v->from = after < d->first ? d->first : after + 1;
	v->to = until >= d->first + d->n ? d->first + d->n - 1 : until;
	v->quoted = 0;
	for (int day = v->from; day <= v->to; day++)
		v->quoted += d->quoted[day - d->first];
	int n = lint_leg(v, "held", r->current);
	n += lint_leg(v, "forward", r->next);
	return n + lint_leg(v, "carry", r->carry);
}

/* The rolls that the parameters wish among the contracts there are; a carry contract that isn't there is named all the same. */
static struct calendar
wished(const struct roll_parameters *p, const struct contract_prices *c, int start)
{
	struct calendar made = { .code = c->code };

	for (int next, id = start; id; id = next) {
		int carry = roll_priced_carry(p, c, id);
		next = contract_prices_after(c, p->hold, id);
		calendar_add(&made, (struct roll){ stamp_of_day(roll_desired(p, id)), id, next ? next : cycle_next(p->hold, id),
		    carry ? carry : roll_carry(p, id), false });
	}
	return made;
}

/* Contracts passed over for want of a file. */
static int
lint_gap(struct out *o, const char *code, const struct roll_parameters *p, const struct roll *r)
{
	int n = 0;

	if (cycle_next(p->hold, r->current) != r->next)
		n += lint_problem(o, code, "%08d has no prices: %08d is rolled into %08d", cycle_next(p->hold, r->current), r->current,
		    r->next);
	if (roll_carry(p, r->current) != r->carry)
		n += lint_problem(o, code, "%08d has no prices: the carry contract of %08d is %08d", roll_carry(p, r->current), r->current,
		    r->carry);
	return n;
}

static int
lint_start(struct out *o, const struct roll_parameters *p, const struct contract_prices *c, int start)
{
	char hold[13];

	if (!start)
		return lint_problem(o, c->code, "no contract to begin with: none has a carry contract with prices");
	if (cycle_has(p->hold, start))
		return 0;
	cycle_print(hold, p->hold);
	return lint_problem(o, c->code, "the first contract, %08d, is not of the hold cycle %s", start, hold);
}

/* The roll out of row i of the wished ones, at the time *t: there must be one, after the last. */
static int
lint_roll(struct out *o, const struct roll_parameters *p, const struct contract_prices *c, const struct calendar *wish, int i,
    int64_t before, int64_t *t)
{
	const struct roll *r = &wish->v[i];
	int n = lint_gap(o, c->code, p, r);

	*t = r->t;
	if (!roll_time(wish, i, c, true, t) && !roll_time(wish, i, c, false, t))
		n += lint_problem(o, c->code, "no time with prices of both %08d and %08d", r->current, r->next);
	if (i && *t <= before)
		n += lint_problem(o, c->code, "%08d is rolled out of on %s, no later than into", r->current, date_text(stamp_day(*t)));
	return n;
}

static int
lint_by(struct out *o, const struct roll_parameters *p, const struct contract_prices *c, int allowed)
{
	int start = roll_start(p, c, false), n = lint_start(o, p, c, start);
	struct calendar wish = wished(p, c, start);
	struct view v = { .o = o, .prices = c, .days = quoted_days(c), .allowed = allowed };
	int64_t before = INT64_MIN, t;

	for (int i = 0; i < wish.n; i++) {
		bool last = i + 1 == wish.n || stamp_day(wish.v[i].t) >= v.days.first + v.days.n; /* the data end before its roll */
		if (!last)
			n += lint_roll(o, p, c, &wish, i, before, &t);
		if (i)
			n += lint_held(&v, &wish.v[i], stamp_day(before), last ? INT_MAX : stamp_day(t));
		if (last)
			break;
		before = t;
	}
	calendar_clear(&wish);
	free(v.days.quoted);
	return n;
}

int
lint_prices(struct out *o, const struct roll_table *t, const struct contract_prices *prices, int allowed)
{
	int i = names_get(&t->codes, slice_of(prices->code));

	if (i < 0)
		return lint_problem(o, prices->code, "prices, but no roll parameters");
	return lint_by(o, &t->v[i], prices, allowed);
}
