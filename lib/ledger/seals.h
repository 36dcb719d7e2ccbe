/*
 * seals - last hashes of a ledger's events, written to a file that can be kept elsewhere
 *
 * A line each: seq, time and hash, {"seq":…,"time":…,"hash":…}. Who has them can tell that events were taken from the
 * end, or that all of them were written anew, which the chain by itself cannot.
 */
#ifndef ST_LEDGER_SEALS_H
#define ST_LEDGER_SEALS_H

#include "ledger/event.h"

/*
 * Is each seal of the file one of this ledger's events? A file that is not there has none. *last: the event of the last seal,
 * 0 when there is none.
 */
bool seals_check(struct ledger *l, const char *path, int64_t *last, struct wrong *w);

/* Add one for the last event, unless that is the one sealed last. Dies if it can't. */
void seals_add(struct ledger *l, const char *path, int64_t sealed);

#endif
