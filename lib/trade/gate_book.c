#include "trade/gate_book.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ledger/account_capitals.h"
#include "ledger/halts.h"
#include "ledger/held.h"
#include "order/quantity.h"
#include "time/instant.h"

#define MINUTE (INT64_C(60) * INSTANT_SECOND)
#define DAY    (INT64_C(86400) * INSTANT_SECOND)

/* ---- what is the same for all orders ---- */

static void
add_open(struct gate_book *b, const char *strategy, const char *instrument, int64_t lots, int64_t trade)
{
	b->open = mem_grow(b->open, (size_t)b->n + 1, sizeof *b->open);
	b->open[b->n++] = (struct gate_open){ mem_text(strategy), mem_text(instrument), lots, trade };
}

static void
read_open(struct gate_book *b)
{
	struct statement *s = statement_of(b->ledger, "SELECT strategy, instrument, trade - fill FROM instrument_order"
	    " WHERE state = 'live' AND overfilled = 0 AND trade <> fill ORDER BY id");

	while (statement_row(s))
		add_open(b, statement_get_text(s, 0), statement_get_text(s, 1), statement_get_int(s, 2), 0);
	statement_end(s);
}

/* Index of an instrument among those that anything is held or on its way of; a new one when it is not. */
static int
held_index(struct gate_book *b, const char *instrument)
{
	for (int i = 0; i < b->instruments; i++)
		if (strcmp(b->held[i].instrument, instrument) == 0)
			return i;
	b->held = mem_grow(b->held, (size_t)b->instruments + 1, sizeof *b->held);
	b->held[b->instruments] = (struct gate_held){ mem_text(instrument), held_by_all(b->ledger, instrument), 0 };
	return b->instruments++;
}

static void
read_held(struct gate_book *b)
{
	struct statement *s = statement_of(b->ledger, "SELECT DISTINCT instrument FROM strategy_position_now ORDER BY instrument");

	while (statement_row(s))
		held_index(b, statement_get_text(s, 0));
	statement_end(s);
	for (int i = 0; i < b->n; i++)
		held_index(b, b->open[i].instrument);
}

static void
read_capital(struct gate_book *b)
{
	struct account_capital now, began;

	account_capitals_last(b->ledger, &now);
	account_capitals_at(b->ledger, b->now - (b->now % DAY + DAY) % DAY, &began);
	b->account.capital = now.total;
	b->account.day_capital = began.total;
	b->account.day_profit = now.profit - began.profit;
	b->account.highest_capital = account_capitals_highest(b->ledger);
}

/* Orders that were made in the time before now, those left out that never go to a market. */
static int64_t
made_in(const struct gate_book *b, int64_t time)
{
	struct statement *s = statement_of(b->ledger, "SELECT count(*) FROM instrument_order WHERE made_time > ? AND by <> 'roll'"
	    " AND type NOT IN ('balance_trade', 'transfer_trade')");

	statement_int(s, b->now - time);
	return statement_first_int(s, 0);
}

void
gate_book_open(struct gate_book *b, struct ledger *l, const struct gate_config *c, const struct gate_markets *m,
    int64_t now)
{
	*b = (struct gate_book){ .ledger = l, .config = c, .markets = m, .now = now };
	read_open(b);
	read_held(b);
	b->account = (struct gate){ .limits = c->limits, .now = now };
	read_capital(b);
	b->account.orders_minute = made_in(b, MINUTE);
	b->account.orders_day = made_in(b, DAY);
}

/* ---- of one order ---- */

static double
seconds_since_same(const struct gate_book *b, const struct order_record *r)
{
	struct statement *s = statement_of(b->ledger, "SELECT max(made_time) FROM instrument_order WHERE strategy = ? AND instrument = ?"
	    " AND trade = ? AND type NOT IN ('balance_trade', 'transfer_trade')");
	double since = NAN;

	for (int i = 0; i < b->n; i++)
		if (b->open[i].trade == r->trade && strcmp(b->open[i].strategy, r->strategy) == 0 &&
		    strcmp(b->open[i].instrument, r->instrument) == 0)
			return 0;
	statement_text(s, r->strategy);
	statement_text(s, r->instrument);
	statement_int(s, r->trade);
	if (statement_row(s) && statement_has(s, 0))
		since = (double)(b->now - statement_get_int(s, 0)) / (double)INSTANT_SECOND;
	statement_end(s);
	return since;
}

/* What is on its way in an instrument: lots to buy and to sell, those of `but` left out unless it is NULL. */
static void
on_its_way(const struct gate_book *b, const char *instrument, const char *but, int64_t *buys, int64_t *sells)
{
	*buys = *sells = 0;
	for (int i = 0; i < b->n; i++) {
		const struct gate_open *o = &b->open[i];
		if (strcmp(o->instrument, instrument) != 0 || (but && strcmp(o->strategy, but) == 0))
			continue;
		*(o->lots > 0 ? buys : sells) += quantity_abs(o->lots);
	}
}

/* Of each other instrument the lots that it has or will have, whichever is more; of the order's own none. */
static void
expect(struct gate_book *b, const char *instrument)
{
	for (int i = 0; i < b->instruments; i++) {
		struct gate_held *h = &b->held[i];
		int64_t buys, sells;
		on_its_way(b, h->instrument, NULL, &buys, &sells);
		int64_t longest = h->lots + buys, shortest = h->lots - sells;
		h->beside = strcmp(h->instrument, instrument) == 0 ? 0 : longest > -shortest ? longest : shortest;
	}
}

/* May they be of one asset class? Of what is not known yes. */
static bool
same_class(const struct gate_markets *m, int i, int j)
{
	return i < 0 || j < 0 || !*m->market[j].asset_class || strcmp(m->market[i].asset_class, m->market[j].asset_class) == 0;
}

static void
take_market(const struct gate_book *b, struct gate *g, int i)
{
	g->price = g->deviation = g->point_value = NAN;
	if (i < 0)
		return;
	const struct gate_market *x = &b->markets->market[i];
	g->price = x->price;
	g->price_time = x->time;
	g->deviation = x->deviation;
	g->point_value = x->point_value;
}

/* Of one lot of each, the covariance, in squared shares of capital. */
static double
lots_covariance(const struct gate_book *b, int i, int j)
{
	double capital = b->account.capital, c = i < 0 || j < 0 ? NAN : b->markets->covariance[i * b->markets->n + j];

	return c * gate_markets_lot(b->markets, i) / capital * gate_markets_lot(b->markets, j) / capital;
}

static void
take_exposures(const struct gate_book *b, struct gate *g, int at)
{
	g->other_exposure = 0;
	g->class_exposure = at >= 0 && *b->markets->market[at].asset_class ? 0 : NAN;
	for (int i = 0; i < b->instruments; i++) {
		int x = gate_markets_find(b->markets, b->held[i].instrument);
		if (b->held[i].beside == 0)
			continue;
		double exposure = (double)quantity_abs(b->held[i].beside) * gate_markets_lot(b->markets, x);
		g->other_exposure += exposure;
		if (same_class(b->markets, at, x))
			g->class_exposure += exposure;
	}
}

static void
take_variances(const struct gate_book *b, struct gate *g, int at)
{
	g->other_variance = g->lot_covariance = 0;
	g->lot_variance = lots_covariance(b, at, at);
	for (int i = 0; i < b->instruments; i++) {
		int x = gate_markets_find(b->markets, b->held[i].instrument);
		if (b->held[i].beside == 0)
			continue;
		g->lot_covariance += (double)b->held[i].beside * lots_covariance(b, at, x);
		for (int j = 0; j < b->instruments; j++)
			if (b->held[j].beside)
				g->other_variance += (double)b->held[i].beside * (double)b->held[j].beside *
				    lots_covariance(b, x, gate_markets_find(b->markets, b->held[j].instrument));
	}
}

struct gate
gate_book_of(struct gate_book *b, const struct order_record *r)
{
	struct gate g = b->account;
	int64_t buys, sells;

	g.trade = r->trade;
	g.limit_price = r->limit_price;
	g.halted = halts_hold(b->ledger, r->strategy, r->instrument, HALTS_ALL);
	g.reduce_only = halts_hold(b->ledger, r->strategy, r->instrument, HALTS_REDUCE_ONLY);
	g.listed = gate_config_lists(b->config, r->instrument);
	on_its_way(b, r->instrument, r->strategy, &buys, &sells);
	int own = held_index(b, r->instrument);
	g.position = b->held[own].lots + (r->trade > 0 ? buys : -sells);
	on_its_way(b, r->instrument, NULL, &g.open_buys, &g.open_sells);
	g.since_same = seconds_since_same(b, r);
	int at = gate_markets_find(b->markets, r->instrument);
	take_market(b, &g, at);
	expect(b, r->instrument);
	take_exposures(b, &g, at);
	take_variances(b, &g, at);
	return g;
}

/* ---- of those before it ---- */

static void
drop(struct gate_book *b, int i)
{
	free(b->open[i].strategy);
	free(b->open[i].instrument);
	b->open[i] = b->open[--b->n];
}

void
gate_book_let(struct gate_book *b, const struct order_record *r, int64_t lots)
{
	for (int i = b->n; i-- > 0;)
		if (strcmp(b->open[i].strategy, r->strategy) == 0 && strcmp(b->open[i].instrument, r->instrument) == 0)
			drop(b, i);
	if (lots == 0)
		return;
	add_open(b, r->strategy, r->instrument, lots, r->trade);
	b->account.orders_minute++;
	b->account.orders_day++;
}

void
gate_book_close(struct gate_book *b)
{
	while (b->n)
		drop(b, 0);
	for (int i = 0; i < b->instruments; i++)
		free(b->held[i].instrument);
	free(b->open);
	free(b->held);
}
