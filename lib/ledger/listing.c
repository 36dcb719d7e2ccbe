#include "ledger/listing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "ledger/table.h"
#include "time/instant.h"

struct listed {
	const char *name;
	bool is_time, is_json, is_flag;
};

static bool
is_flag(const char *name)
{
	return strcmp(name, "locked") == 0 || strcmp(name, "overfilled") == 0 || strcmp(name, "due") == 0;
}

static struct listed *
columns_of(sqlite3_stmt *stmt)
{
	int n = sqlite3_column_count(stmt);
	struct listed *c = mem_alloc((size_t)n, sizeof *c);

	for (int i = 0; i < n; i++) {
		const char *name = sqlite3_column_name(stmt, i);
		c[i] = (struct listed){
			name, ledger_form(name, "INTEGER") == LEDGER_TIME, ledger_form(name, "TEXT") == LEDGER_JSON, is_flag(name)
		};
	}
	return c;
}

static void
print_int(struct out *o, int64_t x)
{
	char text[32];

	out_bytes(o, text, (size_t)snprintf(text, sizeof text, "%lld", (long long)x));
}

static void
print_text(struct out *o, const struct listed *c, const char *text, bool csv)
{
	if (csv)
		out_field(o, slice_of(text));
	else if (c->is_json)
		out_str(o, text);
	else
		json_print_text(o, text);
}

static void
print_value(struct out *o, const struct listed *c, sqlite3_stmt *stmt, int i, bool csv)
{
	char text[INSTANT_MAX];

	switch (sqlite3_column_type(stmt, i)) {
	case SQLITE_INTEGER:
		if (c->is_time) {
			instant_print(text, sqlite3_column_int64(stmt, i));
			print_text(o, c, text, csv);
		} else if (c->is_flag && !csv) {
			out_str(o, sqlite3_column_int64(stmt, i) ? "true" : "false");
		} else {
			print_int(o, sqlite3_column_int64(stmt, i));
		}
		break;
	case SQLITE_FLOAT:
		out_num(o, sqlite3_column_double(stmt, i));
		break;
	case SQLITE_TEXT:
		print_text(o, c, (const char *)sqlite3_column_text(stmt, i), csv);
		break;
	}
}

static void
print_csv(struct out *o, const struct listed *c, sqlite3_stmt *stmt)
{
	int n = sqlite3_column_count(stmt);

	for (int i = 0; i < n; i++) {
		if (i)
			out_char(o, ',');
		print_value(o, &c[i], stmt, i, true);
	}
}

static void
print_json(struct out *o, const struct listed *c, sqlite3_stmt *stmt)
{
	const char *between = "{";
	int n = sqlite3_column_count(stmt);

	for (int i = 0; i < n; i++) {
		if (sqlite3_column_type(stmt, i) == SQLITE_NULL)
			continue;
		out_str(o, between);
		json_print_text(o, c[i].name);
		out_char(o, ':');
		print_value(o, &c[i], stmt, i, false);
		between = ",";
	}
}

static void
print_header(struct out *o, const struct listed *c, int n, const struct ledger_more *more)
{
	for (int i = 0; i < n; i++) {
		if (i)
			out_char(o, ',');
		out_str(o, c[i].name);
	}
	if (more) {
		out_char(o, ',');
		out_str(o, more->names);
	}
	out_char(o, '\n');
}

int64_t
ledger_list_more(struct out *o, struct statement *s, const struct ledger_more *more, bool csv)
{
	struct listed *c = columns_of(s->stmt);
	int64_t rows = 0;

	if (csv)
		print_header(o, c, sqlite3_column_count(s->stmt), more);
	for (; statement_row(s); rows++) {
		(csv ? print_csv : print_json)(o, c, s->stmt);
		if (more)
			more->print(o, s, csv);
		out_str(o, csv ? "\n" : "}\n");
	}
	statement_end(s);
	free(c);
	return rows;
}
