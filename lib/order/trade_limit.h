/*
 * trade_limit - no more than so many lots of an instrument in so many days
 *
 * Of all strategies or of one; several of them, for different periods, hold together. A period begins when the last one
 * is over and the limit is looked at, so that it is no sliding window. Every function begins with that: the caller stores
 * the limits again after each. Times are microseconds from 1970. pysystemtrade's tradeLimit.
 */
#ifndef ST_ORDER_TRADE_LIMIT_H
#define ST_ORDER_TRADE_LIMIT_H

#include <stdbool.h>
#include <stdint.h>

#include "order/quantity.h"

enum { TRADE_LIMIT_DAYS = 36525 };

struct trade_limit {
	const char *strategy;   /* "" for all of them */
	const char *instrument;
	int days;
	int64_t most, used;     /* lots, neither below zero */
	int64_t reset;          /* when this period began */
};

/* May there be a limit of so many lots, 0 to QUANTITY_MOST, in so many days, 1 to TRADE_LIMIT_DAYS? */
bool trade_limit_check(int64_t most, int64_t days, struct wrong *w);

/* A limit of which nothing is used. */
struct trade_limit trade_limit_new(const char *strategy, const char *instrument, int days, int64_t most, int64_t now);

/* Is an order of this strategy in this instrument under the limit? */
bool trade_limit_applies(const struct trade_limit *l, const char *strategy, const char *instrument);

/* Begin a new period if the last one is over. */
void trade_limit_read(struct trade_limit *l, int64_t now);

/* Of so many lots wanted, legs counted together, how many the n limits that apply to them allow; never below zero. */
int64_t trade_limit_possible(struct trade_limit *l, int n, int64_t wanted, int64_t now);

/* Count a trade of all its legs in, or that much of it out again that will not be filled. */
void trade_limit_add(struct trade_limit *l, const struct quantity *trade, int64_t now);
void trade_limit_remove(struct trade_limit *l, const struct quantity *trade, int64_t now);

/* Another number of lots for the period under way, of which as many are used as before. */
void trade_limit_change(struct trade_limit *l, int64_t most, int64_t now);

/* A new period now. */
void trade_limit_reset(struct trade_limit *l, int64_t now);

#endif
