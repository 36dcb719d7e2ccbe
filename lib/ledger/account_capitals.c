#include "ledger/account_capitals.h"

#include <math.h>

#include "ledger/transaction.h"

/* ---- read ---- */

static bool
take(struct statement *s, struct account_capital *row)
{
	bool any = statement_row(s);

	*row = (struct account_capital){ 0, NAN, NAN, NAN, NAN };
	if (any)
		*row = (struct account_capital){ statement_get_int(s, 0), statement_get_num(s, 1), statement_get_num(s, 2),
			statement_get_num(s, 3), statement_get_num(s, 4) };
	statement_end(s);
	return any;
}

bool
account_capitals_last(struct ledger *l, struct account_capital *row)
{
	return take(statement_of(l, "SELECT time, total, maximum, broker, profit FROM account_capital ORDER BY seq DESC LIMIT 1"), row);
}

bool
account_capitals_at(struct ledger *l, int64_t time, struct account_capital *row)
{
	struct statement *s = statement_of(l, "SELECT time, total, maximum, broker, profit FROM account_capital"
	    " ORDER BY time < ?1 DESC, CASE WHEN time < ?1 THEN -seq ELSE seq END LIMIT 1");

	statement_int(s, time);
	return take(s, row);
}

double
account_capitals_highest(struct ledger *l)
{
	struct statement *s = statement_of(l, "SELECT max(maximum) FROM account_capital");
	double highest = statement_row(s) ? statement_get_num(s, 0) : NAN;

	statement_end(s);
	return highest;
}

struct statement *
account_capitals_all(struct ledger *l, int64_t most)
{
	struct statement *s = statement_of(l, "SELECT time, total, maximum, broker, profit, flow, why FROM"
	    " (SELECT * FROM account_capital ORDER BY seq DESC LIMIT ?) ORDER BY seq");

	statement_int(s, most);
	return s;
}

/* ---- change ---- */

static void
put(struct ledger *l, const struct account_capital *row, double flow, const char *why)
{
	struct statement *s = statement_of(l, "INSERT INTO account_capital(time, total, maximum, broker, profit, flow, why)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?)");

	statement_int(s, transaction_time(l));
	statement_num(s, row->total);
	statement_num(s, row->maximum);
	statement_num(s, row->broker);
	statement_num(s, row->profit);
	statement_num(s, flow);
	statement_text(s, why);
	statement_run(s);
}

static bool
last(struct ledger *l, struct account_capital *row, struct wrong *w)
{
	return account_capitals_last(l, row) || wrong_say(w, "there is no capital yet");
}

bool
account_capitals_begin(struct ledger *l, const struct account_capital *given, const char *why, struct wrong *w)
{
	struct account_capital row;

	if (!account_capital_begin(&row, given, w))
		return false;
	account_capitals_trim(l, INT64_MIN);
	put(l, &row, NAN, why);
	return true;
}

bool
account_capitals_update(struct ledger *l, double value, enum account_capital_method method, double gate, const char *why,
    struct wrong *w)
{
	struct account_capital before, row;
	bool any = account_capitals_last(l, &before);

	if (!account_capital_update(&row, any ? &before : NULL, transaction_time(l), value, method, gate, w))
		return false;
	put(l, &row, NAN, why);
	return true;
}

bool
account_capitals_transfer(struct ledger *l, double amount, const char *why, struct wrong *w)
{
	struct account_capital before, row;

	if (!last(l, &before, w) || !account_capital_transfer(&row, &before, transaction_time(l), amount, w))
		return false;
	put(l, &row, amount, why);
	return true;
}

bool
account_capitals_set(struct ledger *l, const struct account_capital *given, const char *why, struct wrong *w)
{
	struct account_capital before, row;

	if (!last(l, &before, w) || !account_capital_change(&row, &before, given, w))
		return false;
	put(l, &row, NAN, why);
	return true;
}

int64_t
account_capitals_trim(struct ledger *l, int64_t since)
{
	struct statement *s = statement_of(l, "DELETE FROM account_capital WHERE time >= ?");

	statement_int(s, since);
	statement_run(s);
	return sqlite3_changes(l->db);
}

/* ---- of strategies ---- */

void
account_capitals_put_strategy(struct ledger *l, const char *strategy, double capital)
{
	struct statement *s = statement_of(l, "INSERT INTO strategy_capital(strategy, time, capital) VALUES (?, ?, ?)"
	    " ON CONFLICT DO UPDATE SET capital = excluded.capital");

	statement_text(s, strategy);
	statement_int(s, transaction_time(l));
	statement_num(s, capital);
	statement_run(s);
}

struct statement *
account_capitals_of_strategies(struct ledger *l)
{
	return statement_of(l, "SELECT strategy, max(time) AS time, capital FROM strategy_capital GROUP BY strategy ORDER BY strategy");
}

struct statement *
account_capitals_of_strategy(struct ledger *l, const char *strategy)
{
	struct statement *s = statement_of(l, "SELECT strategy, time, capital FROM strategy_capital WHERE strategy = ? ORDER BY time");

	statement_text(s, strategy);
	return s;
}
