/*
 * ledger - the SQLite file that holds an account's state, open
 *
 * What it holds is schema.sql's; ledger/statement.h asks it, ledger/transaction.h changes it. Who only reads is never in
 * the way of who writes, nor the other way round. Everything here dies when it can't: naming the file, what SQLite says,
 * and what to do.
 */
#ifndef ST_LEDGER_LEDGER_H
#define ST_LEDGER_LEDGER_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/lock.h"

enum {
	LEDGER_ID = 0x73744c67, /* "stLg": SQLite's application_id */
	LEDGER_VERSION = 1,     /* its user_version: of schema.sql */
};

enum ledger_access { LEDGER_READ, LEDGER_WRITE };

struct ledger {
	const char *path;
	sqlite3 *db;
	/* private */
	struct statement *statements;
	struct ledger_table *tables;
	struct transaction *transaction;
};

/*
 * Open the ledger that there is; path must live as long. Refused are what is no ledger, one of another version (older:
 * `st-ledger upgrade` is told of), and any other program's. wait: seconds to wait for another's transaction, at most.
 */
void ledger_open(struct ledger *l, const char *path, enum ledger_access access, double wait);

/*
 * A ledger that is made beside path and put there when it is whole: nobody ever sees a part of it. ledger_new dies when
 * there is a file of that name, ledger_place when one came meanwhile; what a killed program left is taken away.
 */
struct ledger_new {
	struct ledger ledger;      /* to write to */
	/* private */
	const char *path;
	char *beside;
	struct lock lock;
};
void ledger_new(struct ledger_new *n, const char *path);
void ledger_place(struct ledger_new *n);

/* The same of a file of any version, to be upgraded: its version. */
int ledger_open_any(struct ledger *l, const char *path, double wait);

/* A ledger in memory that is given back by nothing but ledger_close. */
void ledger_memory(struct ledger *l);

void ledger_close(struct ledger *l);

/* schema.sql: the text, which no NUL ends, and its bytes. */
const char *ledger_schema(int *n);

/* Die about what SQLite refused just now while this was tried; what was begun is undone. */
_Noreturn void ledger_die(struct ledger *l, const char *what);

#endif
