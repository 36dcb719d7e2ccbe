/* board - contracts' own prices: legs, lives, bars, and volume that moves on; for every market */
#include "synth/quoted_contracts.h"

#include <math.h>

#include "roll/cycle.h"
#include "test.h"
#include "time/date.h"
#include "time/stamp.h"

static struct quotes_period period;

static int
markets(void)
{
	int n = 1;

	while (market_at(n) != market_at(0))
		n++;
	return TEST_SLOW > 1 ? 8 : n;
}

static int
forget(struct quoted_contracts *b, int day)
{
	int n = 0;

	while (quoted_contracts_expired(b, day))
		n++;
	return n;
}

/* A contract's bar at a stamp; NULL when it has none. */
static const struct quoted_contract_bar *
bar_at(const struct quoted_contracts *b, int contract, int64_t stamp)
{
	for (int i = 0; i < b->n; i++)
		for (size_t k = b->at[i].n; b->at[i].contract == contract && k-- > 0 && b->at[i].bar[k].stamp >= stamp; )
			if (b->at[i].bar[k].stamp == stamp)
				return &b->at[i].bar[k];
	return NULL;
}

/* Every price of a leg is the final one of its contract; a leg without one has none, unless another leg has it. */
static bool
leg_agrees(const struct quoted_contracts *b, const struct quote *q, const struct quote_leg *l)
{
	const struct quoted_contract_bar *bar = bar_at(b, l->contract, q->stamp);

	if (!isnan(l->price))
		return bar && bar->final == l->price;
	if (l->contract == q->held.contract && !bar)
		return false; /* so that the row is there */
	return !bar || isnan(bar->final) || (q->carry.contract == q->forward.contract && l->contract == q->carry.contract);
}

static void
legs_are_the_contracts(void)
{
	for (int m = 0; m < markets(); m++) {
		struct quotes q = quotes_of(5, m, &period);
		struct quoted_contracts b = quoted_contracts_of(&q);
		while (quotes_next(&q)) {
			forget(&b, q.day);
			quoted_contracts_day(&b);
			for (int k = 0; k < q.n; k++) {
				CHECK(leg_agrees(&b, &q.row[k], &q.row[k].held));
				CHECK(leg_agrees(&b, &q.row[k], &q.row[k].forward));
				CHECK(leg_agrees(&b, &q.row[k], &q.row[k].carry));
			}
		}
		quoted_contracts_free(&b);
	}
}

/* Bars in order of time, that contradict neither themselves nor the calendar; few are blank. */
static void
bars_are_whole(void)
{
	double blank = 0, n = 0;

	for (int m = 0; m < markets(); m++) {
		struct quotes q = quotes_of(6, m, &period);
		struct quoted_contracts b = quoted_contracts_of(&q);
		while (quotes_next(&q)) {
			forget(&b, q.day);
			quoted_contracts_day(&b);
		}
		for (int i = 0; i < b.n; i++)
			for (size_t k = 0; k < b.at[i].n; k++) {
				const struct quoted_contract_bar *x = &b.at[i].bar[k];
				double final = isnan(x->final) ? x->open : x->final;
				CHECK(k == 0 || x->stamp > x[-1].stamp);
				CHECK(x->low > 0 && x->low <= x->open && x->low <= final && x->high >= x->open && x->high >= final);
				CHECK(x->volume >= 0 && x->volume == floor(x->volume));
				CHECK(!market_holiday(q.market->currency, (int)(x->stamp / DAY_SECONDS)));
				blank += isnan(x->final);
				n++;
			}
		quoted_contracts_free(&b);
	}
	CHECK(blank > 0 && blank / n < .05);
}

/* The close of a day with hours spans them. */
static void
closes_span_hours(void)
{
	struct quotes q = quotes_of(7, 0, &period);
	struct quoted_contracts b = quoted_contracts_of(&q);
	int spanned = 0;

	while (quotes_next(&q)) {
		forget(&b, q.day);
		quoted_contracts_day(&b);
		for (int k = 0; q.n > 1 && k < q.n - 1; k++) {
			const struct quoted_contract_bar *hour = bar_at(&b, q.row[k].held.contract, q.row[k].stamp);
			const struct quoted_contract_bar *close = bar_at(&b, q.row[k].held.contract, stamp_of_day(q.day) + QUOTES_CLOSE * 3600);
			CHECK(hour);
			if (!close)
				continue;
			CHECK(hour->high <= close->high && hour->low >= close->low && hour->volume < close->volume);
			CHECK(k || hour->open == close->open);
			spanned++;
		}
	}
	CHECK(spanned > 1000 / TEST_SLOW);
	quoted_contracts_free(&b);
}

/* From 10 days before the roll back the contract held trades most, from 10 days after it on the forward one. */
static void
volume_crosses(void)
{
	for (int m = 0; m < markets(); m++) {
		struct quotes q = quotes_of(8, m, &period);
		struct quoted_contracts b = quoted_contracts_of(&q);
		while (quotes_next(&q)) {
			forget(&b, q.day);
			quoted_contracts_day(&b);
			if (!q.n)
				continue;
			const struct quote *row = &q.row[q.n - 1];
			const struct quoted_contract_bar *held = bar_at(&b, row->held.contract, row->stamp);
			const struct quoted_contract_bar *forward = bar_at(&b, row->forward.contract, row->stamp);
			int left = market_roll(q.market, row->held.contract) - q.day;
			int since = q.day - market_roll(q.market, cycle_previous(q.market->hold, row->held.contract));
			if (held && forward && left > 10 && since > 10)
				CHECK(held->volume > 2 * forward->volume);
			if (held && forward && left <= -1)
				CHECK(forward->volume > held->volume / 3);
		}
		quoted_contracts_free(&b);
	}
}

/* Several are quoted at a time, never as many as there is room for; listed on days of their own. */
static void
boards_hold_several(void)
{
	for (int m = 0; m < markets(); m++) {
		struct quotes q = quotes_of(9, m, &period);
		struct quoted_contracts b = quoted_contracts_of(&q);
		int most = 0, expired = 0;
		while (quotes_next(&q)) {
			expired += forget(&b, q.day);
			quoted_contracts_day(&b);
			CHECK(b.n >= 2 && b.n < BOARD_MAX);
			most = b.n > most ? b.n : most;
		}
		CHECK(most >= 3);
		CHECK(abs(expired - (int)((period.last - period.first) / 365.25 * cycle_length(q.market->priced))) <= 1);
		CHECK(forget(&b, q.day + 10000) >= 2 && b.n == 0);
		quoted_contracts_free(&b);
	}
}

/* The same finals whatever the years are. */
static void
finals_stay(void)
{
	struct quotes_period longer = period;

	longer.last += 3000;
	longer.late = longer.last;
	struct quotes_period shorter = period;
	shorter.late = shorter.last;
	struct quotes q = quotes_of(3, 0, &shorter), more = quotes_of(3, 0, &longer);
	struct quoted_contracts b = quoted_contracts_of(&q), c = quoted_contracts_of(&more);
	while (quotes_next(&q) && quotes_next(&more)) {
		CHECK(forget(&b, q.day) == forget(&c, q.day));
		quoted_contracts_day(&b);
		quoted_contracts_day(&c);
		CHECK(b.n == c.n);
	}
	for (int i = 0; i < b.n; i++) {
		CHECK(b.at[i].n == c.at[i].n);
		for (size_t k = 0; k < b.at[i].n; k++)
			CHECK(memcmp(&b.at[i].bar[k], &c.at[i].bar[k], sizeof *b.at[i].bar) == 0);
	}
	quoted_contracts_free(&b);
	quoted_contracts_free(&c);
}

int
main(void)
{
	int first = date_of(2003, 1, 6), last = date_of(2003 + (TEST_SLOW > 1 ? 2 : 8), 1, 6);

	period = (struct quotes_period){ first, last, last - (last - first) / 4, 99999 };
	RUN(legs_are_the_contracts);
	RUN(bars_are_whole);
	RUN(closes_span_hours);
	RUN(volume_crosses);
	RUN(boards_hold_several);
	RUN(finals_stay);
	return test_end();
}
