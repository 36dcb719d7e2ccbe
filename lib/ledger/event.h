/*
 * event - one row of the ledger that changed: who changed it, when, from what to what
 *
 * Events are a chain: the hash of each is SHA-256 of the hash before it, as text, and of its own line without a hash, so
 * that who knows the last hash knows all. The line is
 * {"seq":…,"act":…,"time":…,"who":…,"program":…,"what":…,"key":{…},"before":{…},"after":{…}} and a newline; before or
 * after are left out where there is none.
 */
#ifndef ST_LEDGER_EVENT_H
#define ST_LEDGER_EVENT_H

#include <jansson.h>

#include "base/out.h"
#include "base/sha256.h"
#include "base/wrong.h"
#include "ledger/ledger.h"
#include "ledger/statement.h"

struct event {
	int64_t seq;
	int64_t act;                /* seq of the first of the same transaction */
	int64_t time;               /* microseconds */
	const char *who, *program;  /* user@host:pid; program and verb */
	const char *what;           /* the table */
	const char *key, *before, *after; /* JSON objects; before NULL: a new row; after NULL: it is gone */
	char hash[SHA256_TEXT];
};

/* The last event: its seq, time and hash, or those of where the chain begins. */
void event_last(struct ledger *l, struct event *e);

/* Give e its hash, which follows `previous`. */
void event_seal(struct event *e, const char *previous);

/* Its line, with its hash if it was given one. */
void event_print(struct out *o, const struct event *e);

/* Put it behind the last. */
void event_put(struct ledger *l, const struct event *e);

/* Events from seq on, in order; texts live until the next one. False behind the last. */
struct statement *event_from(struct ledger *l, int64_t seq);
bool event_next(struct statement *s, struct event *e);

/* An event from its line's object; event_free frees its texts. Wrong when it is none. */
bool event_of_json(const json_t *o, struct event *e, struct wrong *w);
void event_free(struct event *e);

/* Do with a ledger what the event says was done. Wrong when the ledger is not as it was then. */
bool event_apply(struct ledger *l, const struct event *e, struct wrong *w);

#endif
