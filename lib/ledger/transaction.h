/*
 * transaction - what one verb changes in the ledger: all of it or nothing, with an event for each row
 *
 * The events are made here, by SQLite's own word of what changed, so that no change can be without one.
 */
#ifndef ST_LEDGER_TRANSACTION_H
#define ST_LEDGER_TRANSACTION_H

#include "base/out.h"
#include "ledger/ledger.h"

/* Who changes it, and the time that is given to a program; without, the clock. */
struct ledger_author {
	const char *program;       /* and its verb, for the events */
	bool has_now;
	int64_t now;               /* microseconds */
};

/*
 * Begin, when nobody else is about to write. The time is taken in here: as given, which must not be before the last event,
 * else by the clock, which may go backwards: then it is that of the last event.
 */
void transaction_begin(struct ledger *l, const struct ledger_author *a);

/* The time of what is begun, in microseconds. */
int64_t transaction_time(const struct ledger *l);

/* All that was changed since is on the disk, with its events, when this comes back; how many these are. */
int transaction_commit(struct ledger *l);

/* Print the events that there would be, without hashes, and undo all. */
int transaction_show(struct ledger *l, struct out *o);

#endif
