/* upgrade - a ledger of an older version made one of this: by numbered steps, in one transaction, after a checked copy */
#ifndef ST_LEDGER_UPGRADE_H
#define ST_LEDGER_UPGRADE_H

#include "ledger/ledger.h"

/* SQL that makes a ledger of a version one of the next: the n-th is of version n + 1. */
struct ledger_steps {
	int n;
	const char *const *sql;
};

/* Those of this st. */
extern const struct ledger_steps ledger_steps;

/* Copy the ledger to copy, which must not be there, and see that it is whole; dies if it can't. */
void ledger_copy(struct ledger *l, const char *copy);

/* Do the steps from the ledger's version on; the version that it has then. */
int ledger_upgrade(struct ledger *l, const struct ledger_steps *steps, int version);

#endif
