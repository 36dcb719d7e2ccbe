/*
 * invariants - what must hold in every ledger, whatever happened to the programs that wrote it
 *
 * Names are those of the list that st-ledger(7) explains: I1 to I9. Each is a query that finds what breaks it.
 */
#ifndef ST_LEDGER_INVARIANTS_H
#define ST_LEDGER_INVARIANTS_H

#include "ledger/ledger.h"

struct ledger_invariant {
	const char *name;
	const char *says;          /* what holds */
	const char *sql;           /* rows of one text each: what breaks it */
};

/* A name that is NULL ends them. */
extern const struct ledger_invariant ledger_invariants[];

#endif
