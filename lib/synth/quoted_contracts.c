#include "synth/quoted_contracts.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "roll/cycle.h"
#include "time/stamp.h"

/* ---- which contracts ---- */

/* The contract itself if it may be held, else the next that may. */
static int
hold_of(const struct market *m, int contract)
{
	return cycle_has(m->hold, contract) ? contract : cycle_next(m->hold, contract);
}

/* The day when half of the volume has left a contract that is held. */
static double
crossing(const struct quotes *q, int contract)
{
	struct random r = random_of(q->seed, q->code, (uint64_t)contract);

	return market_roll(q->market, contract) - 4 + 5 * random_uniform(&r);
}

/* A contract is listed up to three months before the one it belongs to may be the forward one. */
static struct quoted_contract
listed_of(const struct quotes *q, int contract)
{
	const struct market *m = q->market;
	int hold = hold_of(m, contract), before = cycle_previous(m->hold, hold);
	struct random r = random_of(q->seed, q->code, (uint64_t)contract + 1);

	return (struct quoted_contract){
		.contract = contract,
		.first = market_roll(m, cycle_previous(m->hold, before)) - (int)(90 * random_uniform(&r)),
		.expiry = market_expiry(m, contract),
		.in = crossing(q, before),
		.out = crossing(q, hold),
		.last = num_missing(),
	};
}

/* The next contract is listed, and the one after it looked up. */
static void
list_next(struct quoted_contracts *b)
{
	struct quoted_contract *slot = &b->at[b->n++], spare = *slot;

	*slot = b->next;
	slot->bar = spare.bar;
	slot->cap = spare.cap;
	b->next = listed_of(b->q, cycle_next(b->q->market->priced, slot->contract));
}

struct quoted_contracts
quoted_contracts_of(const struct quotes *q)
{
	const struct market *m = q->market;
	struct quoted_contracts b = { .q = q };
	struct random r = random_of(q->seed, q->code, 6);
	double u = random_uniform(&r);
	int contract = market_held(m, q->day);

	b.volume = 1000 + 200000 * u * u * u;
	while (market_expiry(m, cycle_previous(m->priced, contract)) > q->day)
		contract = cycle_previous(m->priced, contract);
	b.next = listed_of(q, contract);
	return b;
}

struct quoted_contract *
quoted_contracts_expired(struct quoted_contracts *b, int day)
{
	if (!b->n || b->at[0].expiry >= day)
		return NULL;
	struct quoted_contract gone = b->at[0];
	b->n--;
	memmove(b->at, b->at + 1, (size_t)b->n * sizeof *b->at);
	b->at[b->n] = gone;
	return &b->at[b->n];
}

void
quoted_contracts_free(struct quoted_contracts *b)
{
	for (int i = 0; i < BOARD_MAX; i++)
		free(b->at[i].bar);
}

/* ---- their bars ---- */

enum state { PRICED, BLANK, ABSENT };

/* A leg decides for its contract; of two that are the same contract the one that is there. */
static enum state
state_of(const struct quote *q, int contract, bool close, double u)
{
	const struct quote_leg *leg[] = { &q->held, &q->forward, &q->carry };
	bool is_leg = false;

	for (int i = 0; i < 3; i++)
		if (leg[i]->contract == contract) {
			if (!isnan(leg[i]->price))
				return PRICED;
			is_leg = true;
		}
	if (is_leg)
		return close || contract == q->held.contract ? BLANK : ABSENT;
	if (!close)
		return u < .2 ? PRICED : ABSENT;
	return u < .03 ? ABSENT : u < .035 ? BLANK : PRICED;
}

/* From 0 to 1, a half at 0, steep within a few days of it. */
static double
risen(double days)
{
	double x = days / 4;

	return .5 + .5 * x / sqrt(1 + x * x);
}

static double
volume(const struct quoted_contracts *b, const struct quoted_contract *l, double noise)
{
	double share = cycle_has(b->q->market->hold, l->contract) ? risen(b->q->day - l->in) * risen(l->out - b->q->day) : .05;

	return floor(b->volume * share * (.5 + noise));
}

static void
bar_add(struct quoted_contract *l, const struct quoted_contract_bar *bar)
{
	if (l->n == l->cap) {
		l->cap = l->cap ? 2 * l->cap : 256;
		l->bar = mem_grow(l->bar, l->cap, sizeof *l->bar);
	}
	l->bar[l->n++] = *bar;
}

/* What a day's hours had is in its close. */
static void
day_add(struct quoted_contract_bar *day, const struct quoted_contract_bar *hour)
{
	if (day->high == 0)
		*day = *hour;
	day->high = fmax(day->high, hour->high);
	day->low = fmin(day->low, hour->low);
}

/* One contract's bar at a quote. It makes the same number of draws whatever it is. */
static void
quote_bar(const struct quoted_contracts *b, struct quoted_contract *l, const struct quote *quote, bool close, struct random *r)
{
	const struct market *m = b->q->market;
	double u[5], price = market_price(m, quote->spot, b->q->spot.slope, b->q->day, l->contract);
	double range = price * b->q->spot.vol / (close ? 32 : 128);

	for (int i = 0; i < 5; i++)
		u[i] = random_uniform(r);
	enum state state = state_of(quote, l->contract, close, u[0]);
	if (state == ABSENT)
		return;
	double last = isnan(l->last) ? price : l->last;
	double open = market_tick(last + .3 * u[1] * (price - last), m->tick, m->ticks);
	struct quoted_contract_bar bar = {
		.stamp = quote->stamp,
		.open = open,
		.high = market_tick(fmax(open, price) + range * u[2], m->tick, m->ticks),
		.low = market_tick(fmin(open, price) - range * u[3], m->tick, m->ticks),
		.final = state == BLANK ? num_missing() : price,
		.volume = volume(b, l, u[4]),
	};
	l->last = price;
	if (!close) {
		bar.volume = floor(bar.volume / 16);
		day_add(&l->day, &bar);
	} else if (l->day.high > 0) {
		bar.open = l->day.open;
		bar.high = fmax(bar.high, l->day.high);
		bar.low = fmin(bar.low, l->day.low);
	}
	bar_add(l, &bar);
}

/*
 * Each quote has a stream of its own, so that its bars' being there doesn't depend on
 * earlier ones. Contracts come in order, whatever their first days are.
 */
void
quoted_contracts_day(struct quoted_contracts *b)
{
	const struct quotes *q = b->q;

	while (b->next.first <= q->day && b->n < BOARD_MAX)
		list_next(b);
	for (int i = 0; i < b->n; i++)
		b->at[i].day.high = 0;
	for (int k = 0; k < q->n; k++) {
		struct random r = random_of(q->seed, q->code, (uint64_t)q->row[k].stamp + 4);
		bool close = q->row[k].stamp == stamp_of_day(q->day) + QUOTES_CLOSE * 3600;
		for (int i = 0; i < b->n; i++)
			quote_bar(b, &b->at[i], &q->row[k], close, &r);
	}
}

/* Those that have expired before a day. */
static void
each_expired(struct quoted_contracts *b, int day, void (*f)(void *, const char *, const struct quoted_contract *), void *arg)
{
	for (struct quoted_contract *l; (l = quoted_contracts_expired(b, day)); )
		f(arg, b->q->code, l);
}

void
quoted_contracts_each(struct quotes q, void (*f)(void *, const char *, const struct quoted_contract *), void *arg)
{
	struct quoted_contracts b = quoted_contracts_of(&q);

	while (quotes_next(&q)) {
		each_expired(&b, q.day, f, arg);
		quoted_contracts_day(&b);
	}
	each_expired(&b, INT_MAX, f, arg);
	quoted_contracts_free(&b);
}
