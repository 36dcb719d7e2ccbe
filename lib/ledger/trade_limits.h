/*
 * trade_limits - how many lots may be traded in so many days, and how many were, kept
 *
 * What they let through, and when a period is over, is order/trade_limit.h's. A limit is of an instrument and a strategy,
 * "" being all together. All that change something do it in the transaction that was begun, at its time; of each limit
 * that they look at the new period is stored if it has begun.
 */
#ifndef ST_LEDGER_TRADE_LIMITS_H
#define ST_LEDGER_TRADE_LIMITS_H

#include "ledger/ledger.h"
#include "ledger/statement.h"
#include "order/quantity.h"

enum { TRADE_LIMITS_DAYS_MOST = 36500, TRADE_LIMITS_ANY_DAYS = 0 };

/* Another number of lots for the limit, of which as many are used as before; a new limit when there is none. */
void trade_limits_set(struct ledger *l, const char *strategy, const char *instrument, int days, int64_t most);

/* Begin a new period now of the limit of so many days, or of any. */
void trade_limits_reset(struct ledger *l, const char *strategy, const char *instrument, int days);
void trade_limits_reset_all(struct ledger *l);

/* Take the limit away of so many days, or of any. */
void trade_limits_remove(struct ledger *l, const char *strategy, const char *instrument, int days);

/* Of so many lots that a strategy would trade, legs counted together, how many all limits on it allow; never below zero. */
int64_t trade_limits_possible(struct ledger *l, const char *strategy, const char *instrument, int64_t wanted);

/* Count an order's trade in, or that much of it out again that will not be filled. */
void trade_limits_count(struct ledger *l, const char *strategy, const char *instrument, const struct quantity *trade);
void trade_limits_release(struct ledger *l, const char *strategy, const char *instrument, const struct quantity *trade);

/* To be listed as of a time: strategy, instrument, days, most, used, remaining, reset_time, due: the period is over. */
struct statement *trade_limits_all(struct ledger *l, int64_t now);

#endif
