/*
 * account_capitals - the capital of the account and of its strategies, kept
 *
 * A row of the account is all its figures from a moment on; what may follow it is capital/account_capital.h's to say. All
 * that change something do it in the transaction that was begun, at its time; what is wrong changes nothing.
 */
#ifndef ST_LEDGER_ACCOUNT_CAPITALS_H
#define ST_LEDGER_ACCOUNT_CAPITALS_H

#include "base/wrong.h"
#include "capital/account_capital.h"
#include "ledger/ledger.h"
#include "ledger/statement.h"

/* The last row; false, its figures missing, when there is none. */
bool account_capitals_last(struct ledger *l, struct account_capital *row);

/* Of a moment: the row that a day began with, which is the last before it, or else the first there is. */
bool account_capitals_at(struct ledger *l, int64_t time, struct account_capital *row);

/* The highest that capital has been; missing when there is none. */
double account_capitals_highest(struct ledger *l);

/* A new beginning: all rows before it go. Figures that are NaN follow from the broker's. */
bool account_capitals_begin(struct ledger *l, const struct account_capital *given, const char *why, struct wrong *w);

/* The broker values the account at this; the first row, too. */
bool account_capitals_update(struct ledger *l, double value, enum account_capital_method method, double gate, const char *why,
    struct wrong *w);

/* So much was paid in, or out below zero. */
bool account_capitals_transfer(struct ledger *l, double amount, const char *why, struct wrong *w);

/* Other figures in the place of those that are not NaN. */
bool account_capitals_set(struct ledger *l, const struct account_capital *given, const char *why, struct wrong *w);

/* Rows at `since` or later go: how many. */
int64_t account_capitals_trim(struct ledger *l, int64_t since);

/* To be listed, the last so many: time, total, maximum, broker, profit, flow, why. */
struct statement *account_capitals_all(struct ledger *l, int64_t most);

/* ---- of strategies ---- */

/* A strategy has this from now on. */
void account_capitals_put_strategy(struct ledger *l, const char *strategy, double capital);

/* To be listed: strategy, time, capital; what each has now, or all that one had. */
struct statement *account_capitals_of_strategies(struct ledger *l);
struct statement *account_capitals_of_strategy(struct ledger *l, const char *strategy);

#endif
