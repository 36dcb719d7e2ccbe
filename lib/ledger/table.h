/*
 * table - what the ledger's tables have, told by the ledger itself, and their rows as JSON
 *
 * Events, dumps and replays are of any table: this is what they have in common. The tables event and origin are not
 * among them: they are about the others. Names in SQL that is put together here are those of schema.sql, never of data.
 */
#ifndef ST_LEDGER_TABLE_H
#define ST_LEDGER_TABLE_H

#include <jansson.h>

#include "base/out.h"
#include "base/wrong.h"
#include "ledger/ledger.h"
#include "ledger/statement.h"

enum ledger_form {
	LEDGER_INTEGER, LEDGER_REAL, LEDGER_TEXT,
	LEDGER_TIME,            /* microseconds; in JSON a text, as time/instant.h has it */
	LEDGER_JSON,            /* a text that is JSON; in JSON the value itself */
};

struct ledger_column {
	const char *name;
	enum ledger_form form;
	bool is_key;            /* is it of the primary key? */
};

struct ledger_table {
	const char *name;
	int n;
	struct ledger_column *column;
	struct ledger_table *next;
};

/* How a column is told, by its type in SQLite and its name. */
enum ledger_form ledger_form(const char *name, const char *type);

/* The tables in the order of schema.sql; the one of that name, or NULL. */
const struct ledger_table *ledger_tables(struct ledger *l);
const struct ledger_table *ledger_table_find(struct ledger *l, const char *name);

/* "name":value, behind a comma unless it is the first of an object. */
void ledger_table_print(struct out *o, const struct ledger_column *c, sqlite3_value *v, bool first);

/* All rows by their key, every column in its order. */
struct statement *ledger_table_rows(struct ledger *l, const struct ledger_table *t);

/*
 * Change a row: a new one when before is NULL, `after` having all its columns but those that are NULL; gone when after is
 * NULL; else `before` and `after` have the columns that change. `key` has the key's. Wrong, nothing changed, when the row
 * is not as `before` says, or a column is unknown, missing or of another kind. What the schema refuses dies.
 */
bool ledger_table_change(struct ledger *l, const struct ledger_table *t, const json_t *key, const json_t *before,
    const json_t *after, struct wrong *w);

/* ledger_close's. */
void ledger_table_free(struct ledger *l);

#endif
