/*
 * roll_state - how far an instrument is with rolling out of its priced contract
 *
 * The states that pysystemtrade has, and which may follow which, and two of our own: No_Open, in which the priced contract's
 * position may shrink but not grow, and Close, in which it is run down to nothing and not rolled. Both are reached from
 * any state but Roll_Adjusted, and left to No_Roll or Passive by hand or by the rule that set them.
 */
#ifndef ST_ORDER_ROLL_STATE_H
#define ST_ORDER_ROLL_STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/wrong.h"

enum roll_state {
	ROLL_STATE_NO_ROLL, ROLL_STATE_PASSIVE, ROLL_STATE_FORCE, ROLL_STATE_FORCE_OUTRIGHT, ROLL_STATE_ROLL_ADJUSTED,
	ROLL_STATE_NO_OPEN, ROLL_STATE_CLOSE, ROLL_STATES,
};

extern const char *const roll_state_name[ROLL_STATES];

bool roll_state_named(struct slice name, enum roll_state *s);

/* The states that may follow, the one to recommend first, with so many lots held of the priced contract; how many. */
int roll_state_next(enum roll_state now, int64_t held, enum roll_state next[ROLL_STATES]);

/*
 * May `to` follow? `by` is the rule that asks, NULL for a person; `set_by` the one that set the state that there is,
 * which says who may leave No_Open and Close.
 */
bool roll_state_check(enum roll_state now, enum roll_state to, int64_t held, const char *by, const char *set_by, struct wrong *w);

/* Must the position be rolled by orders of its own? */
bool roll_state_forced(enum roll_state s);

/* Is it being rolled, so that no other order may come between? */
bool roll_state_active(enum roll_state s);

/* What the state says of trades, as one of order/override.h's. */
double roll_state_override(enum roll_state s);

#endif
