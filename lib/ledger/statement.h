/*
 * statement - a statement of SQL that is prepared once, its values bound, its rows read
 *
 * A text of SQL is a constant of the program's: what it is about comes by values alone. Values are bound one behind
 * another, in the order of their question marks, once statement_of has given the statement. Dies as ledger_die does.
 */
#ifndef ST_LEDGER_STATEMENT_H
#define ST_LEDGER_STATEMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "ledger/ledger.h"

struct statement {
	sqlite3_stmt *stmt;
	struct ledger *ledger;
	/* private */
	const char *sql;
	int bound;
	struct statement *next;
};

/* The statement of a text, known by its bytes, ready for its first value: a second call while its rows are read begins anew. */
struct statement *statement_of(struct ledger *l, const char *sql);

/* Begin anew with a statement that is at hand, as statement_of gives it. */
void statement_again(struct statement *s);

void statement_int(struct statement *s, int64_t x);
void statement_num(struct statement *s, double x);        /* missing is NULL; an infinite number dies */
void statement_text(struct statement *s, const char *text); /* NULL is NULL; lives until the rows are read; dies when no UTF-8 */
void statement_copy(struct statement *s, const char *text); /* the same of a text that need not live on */
void statement_int_or_null(struct statement *s, int64_t x, int64_t null); /* NULL when x is null */

/* The next row; false behind the last. */
bool statement_row(struct statement *s);

/* Run what gives no rows. */
void statement_run(struct statement *s);

/* From now on SQL may call f by that name, with n values; of the same ones it gives the same. */
void statement_function(struct ledger *l, const char *name, int n, void (*f)(sqlite3_context *c, int n, sqlite3_value **value));

/* Does it give a row? And the whole number that its first row begins with, `without` when there is none. */
bool statement_found(struct statement *s);
int64_t statement_first_int(struct statement *s, int64_t without);

/* No more rows are wanted. */
void statement_end(struct statement *s);

/* A column of the row, from 0: 0, missing or NULL where there is no value. A text lives until the next row. */
int64_t statement_get_int(const struct statement *s, int column);
double statement_get_num(const struct statement *s, int column);
const char *statement_get_text(const struct statement *s, int column);
bool statement_has(const struct statement *s, int column);

/* ledger_close's. */
void statement_free(struct ledger *l);

#endif
