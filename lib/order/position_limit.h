/*
 * position_limit - a trade cut to what keeps a position within a limit
 *
 * Limits are absolute, in lots, of a strategy's position in an instrument or of all strategies' together. A position
 * that is over its limit already may shrink as it likes, but not grow nor come out over it on the other side.
 * pysystemtrade's positionLimit.
 */
#ifndef ST_ORDER_POSITION_LIMIT_H
#define ST_ORDER_POSITION_LIMIT_H

#include <stdint.h>

enum { POSITION_LIMIT_NONE = -1, POSITION_LIMIT_SPARE_ANY = 9999999 };

/* A position and its limit, which is POSITION_LIMIT_NONE or not below zero. */
struct position_limit {
	int64_t position, limit;
};

/* What is left of a trade: of its sign, and no more. */
int64_t position_limit_apply(const struct position_limit *l, int64_t trade);

/* The same under the limits of the strategy's instrument and of the instrument. */
int64_t position_limit_apply_both(const struct position_limit *pair, const struct position_limit *instrument, int64_t trade);

/* How much larger the position may become, below zero when it is over its limit; POSITION_LIMIT_SPARE_ANY without one. */
int64_t position_limit_spare(const struct position_limit *l);
int64_t position_limit_spare_both(const struct position_limit *pair, const struct position_limit *instrument);

#endif
