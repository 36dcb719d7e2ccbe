/* instrument_locks - instruments of which nothing new is sent, and who locked them; each takes off its own lock alone */
#ifndef ST_LEDGER_INSTRUMENT_LOCKS_H
#define ST_LEDGER_INSTRUMENT_LOCKS_H

#include "ledger/ledger.h"
#include "ledger/statement.h"

/* Lock it in the transaction that was begun; false when this owner has it locked already: why is then as it was. */
bool instrument_locks_add(struct ledger *l, const char *instrument, const char *owner, const char *why);

/* Take an owner's lock off; false when there is none. */
bool instrument_locks_remove(struct ledger *l, const char *instrument, const char *owner);

/* Take all locks off, whosever they are. */
void instrument_locks_clear(struct ledger *l);

/* Is it locked, by whomever? */
bool instrument_locks_any(struct ledger *l, const char *instrument);

/* To be listed: instrument, owner, time, why. */
struct statement *instrument_locks_all(struct ledger *l);

#endif
