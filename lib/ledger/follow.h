/* follow - events as they come, waking when the ledger is written to */
#ifndef ST_LEDGER_FOLLOW_H
#define ST_LEDGER_FOLLOW_H

#include "ledger/ledger.h"

struct ledger_follow {
	/* private */
	int fd;
};

/* Begin to watch the ledger's files. */
void ledger_follow(struct ledger_follow *f, const char *path);

/* Sleep until something was written; at most ten times a second. */
void ledger_follow_wait(struct ledger_follow *f);

#endif
