/*
 * position_limits - the largest position, long or short, that an instrument may have, kept
 *
 * What they let through is order/position_limit.h's. A limit is of an instrument and a strategy, "" being all together.
 */
#ifndef ST_LEDGER_POSITION_LIMITS_H
#define ST_LEDGER_POSITION_LIMITS_H

#include "ledger/ledger.h"
#include "ledger/statement.h"

/* Set it in the transaction that was begun: so many lots, not below zero. */
void position_limits_set(struct ledger *l, const char *strategy, const char *instrument, int64_t most);

/* Take it away. */
void position_limits_remove(struct ledger *l, const char *strategy, const char *instrument);

/* That of a strategy, or of all together when it is "", or POSITION_LIMIT_NONE. */
int64_t position_limits_get(struct ledger *l, const char *strategy, const char *instrument);

/* To be listed: strategy, instrument, most. */
struct statement *position_limits_all(struct ledger *l);

#endif
