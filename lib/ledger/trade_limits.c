#include "ledger/trade_limits.h"

#include <stdlib.h>

#include "base/mem.h"
#include "ledger/transaction.h"
#include "order/trade_limit.h"

struct trade_limits {
	int n;
	struct trade_limit *limit;
};

static void
add(struct trade_limits *x, const struct trade_limit *limit)
{
	x->limit = mem_grow(x->limit, (size_t)x->n + 1, sizeof *x->limit);
	x->limit[x->n++] = *limit;
}

/* Those that an order is under. */
static struct trade_limits
relevant(struct ledger *l, const char *strategy, const char *instrument)
{
	struct trade_limits x = { .n = 0 };
	struct statement *s = statement_of(l, "SELECT strategy = '', days, most, used, reset_time FROM trade_limit"
	    " WHERE instrument = ? AND strategy IN ('', ?) ORDER BY strategy, days");

	statement_text(s, instrument);
	statement_text(s, strategy);
	while (statement_row(s))
		add(&x, &(struct trade_limit){
			.strategy = statement_get_int(s, 0) ? "" : strategy, .instrument = instrument,
			.days = (int)statement_get_int(s, 1), .most = statement_get_int(s, 2), .used = statement_get_int(s, 3),
			.reset = statement_get_int(s, 4)
		});
	statement_end(s);
	return x;
}

static void
store(struct ledger *l, const struct trade_limit *x)
{
	struct statement *s = statement_of(l, "INSERT INTO trade_limit(strategy, instrument, days, most, used, reset_time)"
	    " VALUES (?, ?, ?, ?, ?, ?)"
	    " ON CONFLICT DO UPDATE SET most = excluded.most, used = excluded.used, reset_time = excluded.reset_time");

	statement_text(s, x->strategy);
	statement_text(s, x->instrument);
	statement_int(s, x->days);
	statement_int(s, x->most);
	statement_int(s, x->used);
	statement_int(s, x->reset);
	statement_run(s);
}

static void
store_all(struct ledger *l, struct trade_limits *x)
{
	for (int i = 0; i < x->n; i++)
		store(l, &x->limit[i]);
	free(x->limit);
}

/* ---- set by hand ---- */

void
trade_limits_set(struct ledger *l, const char *strategy, const char *instrument, int days, int64_t most)
{
	int64_t now = transaction_time(l);
	struct trade_limit x = trade_limit_new(strategy, instrument, days, most, now);
	struct statement *s = statement_of(l,
	    "SELECT used, reset_time FROM trade_limit WHERE strategy = ? AND instrument = ? AND days = ?");

	statement_text(s, strategy);
	statement_text(s, instrument);
	statement_int(s, days);
	if (statement_row(s)) {
		x.used = statement_get_int(s, 0);
		x.reset = statement_get_int(s, 1);
		trade_limit_change(&x, most, now);
	}
	statement_end(s);
	store(l, &x);
}

static void
which(struct statement *s, const char *strategy, const char *instrument, int days)
{
	statement_text(s, strategy);
	statement_text(s, instrument);
	statement_int(s, days);
	statement_int(s, days);
}

#define WHICH "strategy = ? AND instrument = ? AND (? = 0 OR days = ?)"

void
trade_limits_reset(struct ledger *l, const char *strategy, const char *instrument, int days)
{
	struct statement *s = statement_of(l, "UPDATE trade_limit SET used = 0, reset_time = ? WHERE " WHICH);

	statement_int(s, transaction_time(l));
	which(s, strategy, instrument, days);
	statement_run(s);
}

void
trade_limits_reset_all(struct ledger *l)
{
	struct statement *s = statement_of(l, "UPDATE trade_limit SET used = 0, reset_time = ?");

	statement_int(s, transaction_time(l));
	statement_run(s);
}

void
trade_limits_remove(struct ledger *l, const char *strategy, const char *instrument, int days)
{
	struct statement *s = statement_of(l, "DELETE FROM trade_limit WHERE " WHICH);

	which(s, strategy, instrument, days);
	statement_run(s);
}

/* ---- used by orders ---- */

int64_t
trade_limits_possible(struct ledger *l, const char *strategy, const char *instrument, int64_t wanted)
{
	struct trade_limits x = relevant(l, strategy, instrument);
	int64_t possible = trade_limit_possible(x.limit, x.n, wanted, transaction_time(l));

	store_all(l, &x);
	return possible;
}

static void
each(struct ledger *l, const char *strategy, const char *instrument, const struct quantity *trade,
    void (*change)(struct trade_limit *x, const struct quantity *trade, int64_t now))
{
	struct trade_limits x = relevant(l, strategy, instrument);

	for (int i = 0; i < x.n; i++)
		change(&x.limit[i], trade, transaction_time(l));
	store_all(l, &x);
}

void
trade_limits_count(struct ledger *l, const char *strategy, const char *instrument, const struct quantity *trade)
{
	each(l, strategy, instrument, trade, trade_limit_add);
}

void
trade_limits_release(struct ledger *l, const char *strategy, const char *instrument, const struct quantity *trade)
{
	each(l, strategy, instrument, trade, trade_limit_remove);
}

/* ---- listed: in SQL what the limit with these days, most, used and reset_time is at a time ---- */

static struct trade_limit
limit_of(sqlite3_value **value)
{
	return (struct trade_limit){
		.days = sqlite3_value_int(value[0]), .most = sqlite3_value_int64(value[1]), .used = sqlite3_value_int64(value[2]),
		.reset = sqlite3_value_int64(value[3])
	};
}

static void
remaining(sqlite3_context *c, int n, sqlite3_value **value)
{
	struct trade_limit x = limit_of(value);

	(void)n;
	sqlite3_result_int64(c, trade_limit_possible(&x, 1, x.most, sqlite3_value_int64(value[4])));
}

static void
due(sqlite3_context *c, int n, sqlite3_value **value)
{
	struct trade_limit x = limit_of(value);
	int64_t before = x.reset;

	(void)n;
	trade_limit_read(&x, sqlite3_value_int64(value[4]));
	sqlite3_result_int(c, x.reset != before);
}

struct statement *
trade_limits_all(struct ledger *l, int64_t now)
{
	statement_function(l, "trade_limit_remaining", 5, remaining);
	statement_function(l, "trade_limit_due", 5, due);
	struct statement *s = statement_of(l, "SELECT nullif(strategy, '') AS strategy, instrument, days, most, used,"
	    " trade_limit_remaining(days, most, used, reset_time, ?1) AS remaining, reset_time,"
	    " trade_limit_due(days, most, used, reset_time, ?1) AS due FROM trade_limit"
	    " ORDER BY instrument, trade_limit.strategy, days");
	statement_int(s, now);
	return s;
}
