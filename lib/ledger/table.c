#include "ledger/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "time/instant.h"

/* ---- what there is ---- */

/* By its type in the schema, and by its name where types of SQLite don't say enough. */
enum ledger_form
ledger_form(const char *name, const char *type)
{
	static const char *const json[] = { "cut", "detail", "proposed" };
	size_t n = strlen(name);

	if (strcmp(type, "REAL") == 0)
		return LEDGER_REAL;
	if (strcmp(type, "INTEGER") == 0)
		return strcmp(name, "time") == 0 || (n > 5 && strcmp(name + n - 5, "_time") == 0) ? LEDGER_TIME : LEDGER_INTEGER;
	for (size_t i = 0; i < sizeof json / sizeof *json; i++)
		if (strcmp(name, json[i]) == 0)
			return LEDGER_JSON;
	return LEDGER_TEXT;
}

static void
read_columns(struct ledger *l, struct ledger_table *t)
{
	struct statement *s = statement_of(l, "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid");

	statement_text(s, t->name);
	while (statement_row(s)) {
		const char *name = statement_get_text(s, 0);
		t->column = mem_grow(t->column, (size_t)t->n + 1, sizeof *t->column);
		t->column[t->n++] = (struct ledger_column){
			mem_text(name), ledger_form(name, statement_get_text(s, 1)), statement_get_int(s, 2) > 0
		};
	}
}

const struct ledger_table *
ledger_tables(struct ledger *l)
{
	struct ledger_table **end = &l->tables;
	struct statement *s;

	if (l->tables)
		return l->tables;
	s = statement_of(l, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('event', 'origin')"
	    " AND name NOT LIKE 'sqlite^_%' ESCAPE '^' ORDER BY rowid");
	for (; statement_row(s); end = &(*end)->next) {
		*end = mem_alloc(1, sizeof **end);
		(*end)->name = mem_text(statement_get_text(s, 0));
	}
	for (struct ledger_table *t = l->tables; t; t = t->next)
		read_columns(l, t);
	return l->tables;
}

const struct ledger_table *
ledger_table_find(struct ledger *l, const char *name)
{
	const struct ledger_table *t;

	for (t = ledger_tables(l); t && strcmp(t->name, name) != 0; t = t->next)
		;
	return t;
}

void
ledger_table_free(struct ledger *l)
{
	for (struct ledger_table *t = l->tables, *next; t; t = next) {
		next = t->next;
		for (int i = 0; i < t->n; i++)
			free((char *)t->column[i].name);
		free(t->column);
		free((char *)t->name);
		free(t);
	}
	l->tables = NULL;
}

/* ---- to JSON ---- */

static void
print_value(struct out *o, const struct ledger_column *c, sqlite3_value *v)
{
	char text[INSTANT_MAX];

	if (sqlite3_value_type(v) == SQLITE_NULL) {
		out_str(o, "null");
	} else if (c->form == LEDGER_REAL) {
		out_num(o, sqlite3_value_double(v));
	} else if (c->form == LEDGER_TIME) {
		instant_print(text, sqlite3_value_int64(v));
		json_print_text(o, text);
	} else if (c->form == LEDGER_TEXT) {
		json_print_text(o, (const char *)sqlite3_value_text(v));
	} else { /* as they stand */
		out_str(o, (const char *)sqlite3_value_text(v));
	}
}

void
ledger_table_print(struct out *o, const struct ledger_column *c, sqlite3_value *v, bool first)
{
	if (!first)
		out_char(o, ',');
	json_print_text(o, c->name);
	out_char(o, ':');
	print_value(o, c, v);
}

/* ---- statements of any table ---- */

static void
quoted(struct out *o, const char *before, const char *s)
{
	out_str(o, before);
	out_char(o, '"');
	out_str(o, s);
	out_char(o, '"');
}

/* The statement whose text was put together; the text is given back. */
static struct statement *
finish(struct ledger *l, struct out *sql)
{
	out_char(sql, '\0');
	struct statement *s = statement_of(l, sql->buf);
	out_close(sql);
	return s;
}

/* " WHERE" and the key's columns, each equal to a value. */
static void
where_key(struct out *sql, const struct ledger_table *t)
{
	const char *before = " WHERE ";

	for (int i = 0; i < t->n; i++) {
		if (!t->column[i].is_key)
			continue;
		quoted(sql, before, t->column[i].name);
		out_str(sql, " = ?");
		before = " AND ";
	}
}

static void
select_from(struct out *sql, const struct ledger_table *t)
{
	out_memory(sql);
	for (int i = 0; i < t->n; i++)
		quoted(sql, i ? ", " : "SELECT ", t->column[i].name);
	quoted(sql, " FROM ", t->name);
}

struct statement *
ledger_table_rows(struct ledger *l, const struct ledger_table *t)
{
	const char *before = " ORDER BY ";
	struct out sql;

	select_from(&sql, t);
	for (int i = 0; i < t->n; i++) {
		if (t->column[i].is_key) {
			quoted(&sql, before, t->column[i].name);
			before = ", ";
		}
	}
	return finish(l, &sql);
}

/* ---- from JSON ---- */

static bool
bind_text(struct statement *s, const json_t *v)
{
	statement_text(s, json_string_value(v));
	return true;
}

static bool
bind_time(struct statement *s, const char *text)
{
	int64_t t;

	if (!instant_parse(slice_of(text), &t))
		return false;
	statement_int(s, t);
	return true;
}

static bool
bind_json(struct statement *s, const json_t *v)
{
	struct out o;

	out_memory(&o);
	json_print_compact(&o, v);
	out_char(&o, '\0');
	statement_copy(s, o.buf);
	out_close(&o);
	return true;
}

/* Bind one value; false when it is not of the column's kind. */
static bool
bind_value(struct statement *s, const struct ledger_column *c, const json_t *v)
{
	if (!v || json_is_null(v)) {
		statement_text(s, NULL);
		return true;
	}
	switch (c->form) {
	case LEDGER_INTEGER:
		if (json_is_integer(v))
			statement_int(s, json_integer_value(v));
		return json_is_integer(v);
	case LEDGER_REAL:
		if (json_is_number(v))
			statement_num(s, json_number_value(v));
		return json_is_number(v);
	case LEDGER_TEXT:
		return json_is_string(v) && bind_text(s, v);
	case LEDGER_TIME:
		return json_is_string(v) && bind_time(s, json_string_value(v));
	default:
		return bind_json(s, v);
	}
}

static bool
bind(struct statement *s, const struct ledger_table *t, int i, const json_t *row, struct wrong *w)
{
	const struct ledger_column *c = &t->column[i];

	return bind_value(s, c, json_object_get(row, c->name)) || wrong_say(w, "%s: '%s' is of another kind", t->name, c->name);
}

static bool
bind_key(struct statement *s, const struct ledger_table *t, const json_t *key, struct wrong *w)
{
	for (int i = 0; i < t->n; i++)
		if (t->column[i].is_key && !bind(s, t, i, key, w))
			return false;
	return true;
}

/* Is each name in the object a column's? */
static bool
check_names(const struct ledger_table *t, const json_t *o, struct wrong *w)
{
	const char *key;
	json_t *v;
	int i;

	json_object_foreach((json_t *)o, key, v) {
		for (i = 0; i < t->n && strcmp(t->column[i].name, key) != 0; i++)
			;
		if (i == t->n)
			return wrong_say(w, "%s: no column '%s'", t->name, key);
	}
	return true;
}

/* ---- changes ---- */

static bool
insert(struct ledger *l, const struct ledger_table *t, const json_t *row, struct wrong *w)
{
	struct out sql;

	out_memory(&sql);
	quoted(&sql, "INSERT INTO ", t->name);
	for (int i = 0; i < t->n; i++)
		quoted(&sql, i ? ", " : " (", t->column[i].name);
	out_str(&sql, ") VALUES (?");
	for (int i = 1; i < t->n; i++)
		out_str(&sql, ", ?");
	out_char(&sql, ')');
	struct statement *s = finish(l, &sql);
	for (int i = 0; i < t->n; i++)
		if (!bind(s, t, i, row, w))
			return false;
	statement_run(s);
	return true;
}

/* Is the row there, and are the columns of `before` what it says? */
static bool
check_before(struct ledger *l, const struct ledger_table *t, const json_t *key, const json_t *before, struct wrong *w)
{
	struct out sql, o;
	bool same = true;

	select_from(&sql, t);
	where_key(&sql, t);
	struct statement *s = finish(l, &sql);
	if (!bind_key(s, t, key, w))
		return false;
	if (!statement_row(s))
		return wrong_say(w, "%s: there is no such row", t->name);
	for (int i = 0; i < t->n && same; i++) {
		const json_t *v = json_object_get(before, t->column[i].name);
		if (!v)
			continue;
		out_memory(&o);
		print_value(&o, &t->column[i], sqlite3_column_value(s->stmt, i));
		out_char(&o, '\0');
		json_t *is = json_loads(o.buf, JSON_DECODE_ANY, NULL);
		out_close(&o);
		same = json_equal(is, v) || (json_is_number(is) && json_is_number(v) && json_number_value(is) == json_number_value(v)) ||
		    wrong_say(w, "%s: '%s' was another before", t->name, t->column[i].name);
		json_decref(is);
	}
	statement_end(s);
	return same;
}

static bool
update(struct ledger *l, const struct ledger_table *t, const json_t *key, const json_t *after, struct wrong *w)
{
	const char *before = " SET ";
	struct out sql;

	out_memory(&sql);
	quoted(&sql, "UPDATE ", t->name);
	for (int i = 0; i < t->n; i++) {
		if (!json_object_get(after, t->column[i].name))
			continue;
		quoted(&sql, before, t->column[i].name);
		out_str(&sql, " = ?");
		before = ", ";
	}
	where_key(&sql, t);
	struct statement *s = finish(l, &sql);
	for (int i = 0; i < t->n; i++)
		if (json_object_get(after, t->column[i].name) && !bind(s, t, i, after, w))
			return false;
	if (!bind_key(s, t, key, w))
		return false;
	statement_run(s);
	return true;
}

static bool
take_out(struct ledger *l, const struct ledger_table *t, const json_t *key, struct wrong *w)
{
	struct out sql;

	out_memory(&sql);
	quoted(&sql, "DELETE FROM ", t->name);
	where_key(&sql, t);
	struct statement *s = finish(l, &sql);
	if (!bind_key(s, t, key, w))
		return false;
	statement_run(s);
	return true;
}

bool
ledger_table_change(struct ledger *l, const struct ledger_table *t, const json_t *key, const json_t *before,
    const json_t *after, struct wrong *w)
{
	if ((before && !check_names(t, before, w)) || (after && !check_names(t, after, w)))
		return false;
	if (!before)
		return insert(l, t, after, w);
	if (!check_before(l, t, key, before, w))
		return false;
	return after ? update(l, t, key, after, w) : take_out(l, t, key, w);
}
