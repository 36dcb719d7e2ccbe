/*
 * overrides - what someone has said about how much a strategy may trade an instrument, kept
 *
 * What a value means is order/override.h's. One is of a strategy, of an instrument, or of a strategy's instrument: the
 * other name is "" then.
 */
#ifndef ST_LEDGER_OVERRIDES_H
#define ST_LEDGER_OVERRIDES_H

#include "ledger/ledger.h"
#include "ledger/statement.h"

/* Set it in the transaction that was begun, in the place of what was said before; OVERRIDE_NONE takes it away. */
void overrides_set(struct ledger *l, const char *strategy, const char *instrument, double value, const char *why);

/* Take all away. */
void overrides_clear(struct ledger *l);

/* All that is said of a strategy's instrument together: OVERRIDE_NONE when nothing is. */
double overrides_get(struct ledger *l, const char *strategy, const char *instrument);

/* To be listed: strategy, instrument, value, name, why. */
struct statement *overrides_all(struct ledger *l);

#endif
