/* check - does a ledger hold together? SQLite's own checks, the invariants, the schema, and the chain of events */
#ifndef ST_LEDGER_CHECK_H
#define ST_LEDGER_CHECK_H

#include "base/out.h"
#include "ledger/ledger.h"

/*
 * CSV of each check: check,holds,says,broken_by; a line a thing that breaks it, at most ten of each check, and one of those that
 * hold. False when one does not. The last ones, "schema", "journal" and "replay": the schema is schema.sql's, the events are
 * what was written, and give this ledger.
 */
bool ledger_check(struct out *o, struct ledger *l);

#endif
