/*
 * account_capital - the capital that an account trades with, as its value at the broker moves
 *
 * Four figures in the base currency: the broker's value of the account, what it has earned so far, the capital to trade
 * with and its highest. A deposit or a withdrawal changes the broker's alone, so that it counts as no profit. A row is
 * all four from a moment on; an operation gives the row that follows, and who keeps the rows adds it or, when it is
 * refused, nothing. pysystemtrade's totalCapitalCalculationData.
 */
#ifndef ST_CAPITAL_ACCOUNT_CAPITAL_H
#define ST_CAPITAL_ACCOUNT_CAPITAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/wrong.h"

/* What of a profit is traded with: all of it, what makes up for losses, nothing. */
enum account_capital_method { ACCOUNT_CAPITAL_FULL, ACCOUNT_CAPITAL_HALF, ACCOUNT_CAPITAL_FIXED, ACCOUNT_CAPITAL_METHODS };

extern const char *const account_capital_method_name[ACCOUNT_CAPITAL_METHODS];

struct account_capital {
	int64_t time;                          /* microseconds from 1970 */
	double total, maximum, broker, profit; /* to trade with; its highest; at the broker; earned so far */
};

/* A change of the broker's value by over this share of it is more likely an error than a day's profit. */
#define ACCOUNT_CAPITAL_GATE 0.1

bool account_capital_method_named(struct slice name, enum account_capital_method *m);

/* A first row, or a new beginning: total is the broker's value if NaN, maximum the total, profit 0. */
bool account_capital_begin(struct account_capital *row, const struct account_capital *given, struct wrong *w);

/*
 * The row that follows `last` (NULL: there is none yet) when the broker values the account at this. Refused when the value
 * is beyond the gate.
 */
bool account_capital_update(struct account_capital *row, const struct account_capital *last, int64_t time, double value,
    enum account_capital_method method, double gate, struct wrong *w);

/* The row after a deposit, or a withdrawal below zero. */
bool account_capital_transfer(struct account_capital *row, const struct account_capital *last, int64_t time, double amount,
    struct wrong *w);

/* The row with the figures of `given` that are not NaN in place of the last's. */
bool account_capital_change(struct account_capital *row, const struct account_capital *last, const struct account_capital *given,
    struct wrong *w);

#endif
