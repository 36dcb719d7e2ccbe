#include "ledger/statement.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/utf8.h"

struct statement *
statement_of(struct ledger *l, const char *sql)
{
	struct statement *s;

	for (s = l->statements; s && s->sql != sql && strcmp(s->sql, sql) != 0; s = s->next)
		;
	if (!s) {
		s = mem_alloc(1, sizeof *s);
		*s = (struct statement){ .ledger = l, .sql = mem_text(sql), .next = l->statements };
		if (sqlite3_prepare_v3(l->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &s->stmt, NULL) != SQLITE_OK)
			ledger_die(l, "cannot be read");
		l->statements = s;
	}
	statement_again(s);
	return s;
}

void
statement_again(struct statement *s)
{
	statement_end(s);
	sqlite3_clear_bindings(s->stmt);
	s->bound = 0;
}

static void
check(struct statement *s, int answer)
{
	if (answer != SQLITE_OK)
		ledger_die(s->ledger, "a value does not fit");
}

void
statement_int(struct statement *s, int64_t x)
{
	check(s, sqlite3_bind_int64(s->stmt, ++s->bound, x));
}

void
statement_num(struct statement *s, double x)
{
	if (isinf(x))
		die("%s: a number came out infinite", s->ledger->path);
	check(s, isnan(x) ? sqlite3_bind_null(s->stmt, ++s->bound) : sqlite3_bind_double(s->stmt, ++s->bound, x));
}

/* Is it UTF-8 without control characters? So that it can stand in any table and on any terminal. */
static bool
is_plain(const char *text)
{
	struct slice s = slice_of(text);

	while (s.n) {
		const char *at = s.p;
		if (utf8_next(&s).p != at)
			return false;
	}
	return true;
}

static void
bind_text(struct statement *s, const char *text, sqlite3_destructor_type whose)
{
	if (text && !is_plain(text))
		die("%s: a text has bytes that no name may have: \"%s\"", s->ledger->path, text);
	check(s, text ? sqlite3_bind_text(s->stmt, ++s->bound, text, -1, whose) : sqlite3_bind_null(s->stmt, ++s->bound));
}

void
statement_text(struct statement *s, const char *text)
{
	bind_text(s, text, SQLITE_STATIC);
}

void
statement_copy(struct statement *s, const char *text)
{
	bind_text(s, text, SQLITE_TRANSIENT);
}

void
statement_int_or_null(struct statement *s, int64_t x, int64_t null)
{
	check(s, x == null ? sqlite3_bind_null(s->stmt, ++s->bound) : sqlite3_bind_int64(s->stmt, ++s->bound, x));
}

bool
statement_row(struct statement *s)
{
	int answer = sqlite3_step(s->stmt);

	if (answer != SQLITE_ROW && answer != SQLITE_DONE)
		ledger_die(s->ledger, sqlite3_stmt_readonly(s->stmt) ? "cannot be read" : "cannot be changed");
	return answer == SQLITE_ROW;
}

void
statement_run(struct statement *s)
{
	while (statement_row(s))
		;
	statement_end(s);
}

bool
statement_found(struct statement *s)
{
	bool found = statement_row(s);

	statement_end(s);
	return found;
}

int64_t
statement_first_int(struct statement *s, int64_t without)
{
	int64_t n = statement_row(s) ? statement_get_int(s, 0) : without;

	statement_end(s);
	return n;
}

void
statement_end(struct statement *s)
{
	sqlite3_reset(s->stmt);
}

int64_t
statement_get_int(const struct statement *s, int column)
{
	return sqlite3_column_int64(s->stmt, column);
}

double
statement_get_num(const struct statement *s, int column)
{
	return statement_has(s, column) ? sqlite3_column_double(s->stmt, column) : num_missing();
}

const char *
statement_get_text(const struct statement *s, int column)
{
	return (const char *)sqlite3_column_text(s->stmt, column);
}

bool
statement_has(const struct statement *s, int column)
{
	return sqlite3_column_type(s->stmt, column) != SQLITE_NULL;
}

void
statement_function(struct ledger *l, const char *name, int n, void (*f)(sqlite3_context *c, int n, sqlite3_value **value))
{
	if (sqlite3_create_function_v2(l->db, name, n, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, f, NULL, NULL, NULL) != SQLITE_OK)
		ledger_die(l, "cannot be read");
}

void
statement_free(struct ledger *l)
{
	for (struct statement *s = l->statements, *next; s; s = next) {
		next = s->next;
		sqlite3_finalize(s->stmt);
		free((char *)s->sql);
		free(s);
	}
	l->statements = NULL;
}
