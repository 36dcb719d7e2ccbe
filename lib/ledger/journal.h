/*
 * journal - all events of a ledger: are they what was written, and do they give the ledger again?
 */
#ifndef ST_LEDGER_JOURNAL_H
#define ST_LEDGER_JOURNAL_H

#include "ledger/event.h"

/* A chain that is followed, event by event. */
struct journal {
	struct event last;     /* its texts are not kept */
};

/* Begin where the chain of a ledger does, or at nothing. */
void journal_begin(struct journal *j, struct ledger *l);

/* Is e what was written behind the last one? It is the last one now. */
bool journal_follows(struct journal *j, const struct event *e, struct wrong *w);

/* Follow all events of a ledger; how many there are, -1 when one is wrong. */
int64_t journal_verify(struct ledger *l, struct wrong *w);

/* Do again in `into`, which holds what the ledger held where its chain begins, what the events of `from` say, and keep them. */
bool journal_replay(struct ledger *from, struct ledger *into, struct wrong *w);

/* One event of those: one transaction around all of them is the caller's. */
bool journal_replay_event(struct journal *j, struct ledger *into, const struct event *e, struct wrong *w);

#endif
