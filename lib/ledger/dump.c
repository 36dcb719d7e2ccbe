#include "ledger/dump.h"

#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "base/json.h"
#include "ledger/event.h"
#include "ledger/statement.h"
#include "ledger/table.h"
#include "stream/ndjson.h"
#include "time/instant.h"

/* ---- to text ---- */

static void
print_head(struct out *o, struct ledger *l, bool sealed)
{
	char time[INSTANT_MAX];
	struct event last;

	out_say(o, "{\"ledger\":%d", LEDGER_VERSION);
	event_last(l, &last);
	if (sealed && last.seq) {
		instant_print(time, last.time);
		out_say(o, ",\"seq\":%lld,\"time\":\"%s\",\"hash\":\"%s\"", (long long)last.seq, time, last.hash);
	}
	out_str(o, "}\n");
}

static void
print_row(struct out *o, const struct ledger_table *t, sqlite3_stmt *stmt)
{
	out_str(o, "{\"table\":");
	json_print_text(o, t->name);
	for (int i = 0; i < t->n; i++) {
		sqlite3_value *v = sqlite3_column_value(stmt, i);
		if (sqlite3_value_type(v) != SQLITE_NULL)
			ledger_table_print(o, &t->column[i], v, false);
	}
	out_str(o, "}\n");
}

/* In one transaction, so that all rows are of one moment. */
void
ledger_dump(struct out *o, struct ledger *l, bool sealed)
{
	statement_run(statement_of(l, "BEGIN"));
	print_head(o, l, sealed);
	for (const struct ledger_table *t = ledger_tables(l); t; t = t->next) {
		struct statement *s = ledger_table_rows(l, t);
		while (statement_row(s))
			print_row(o, t, s->stmt);
		statement_end(s);
	}
	statement_run(statement_of(l, "COMMIT"));
}

/* ---- from text ---- */

static bool
load_origin(struct ledger *l, const json_t *head, struct wrong *w)
{
	struct statement *s;
	const char *time, *hash;
	int64_t seq, t;

	if (!json_has(head, "seq"))
		return true;
	if (!json_get_int(head, "seq", &seq, w) || !json_get_text(head, "time", &time, w) || !json_get_text(head, "hash", &hash, w))
		return false;
	if (!instant_parse(slice_of(time), &t))
		return wrong_say(w, "'time' is not a time");
	if (seq < 1 || strlen(hash) != SHA256_TEXT - 1)
		return wrong_say(w, "no seal");
	s = statement_of(l, "INSERT INTO origin(one, seq, time, hash) VALUES (1, ?, ?, ?)");
	statement_int(s, seq);
	statement_int(s, t);
	statement_text(s, hash);
	statement_run(s);
	return true;
}

static bool
load_head(struct ledger *l, json_t *head, struct wrong *w)
{
	int64_t version;

	if (!json_get_int(head, "ledger", &version, w))
		return false;
	if (version != LEDGER_VERSION)
		return wrong_say(w, "a dump of version %lld; this st reads %d", (long long)version, LEDGER_VERSION);
	return load_origin(l, head, w);
}

static bool
load_row(struct ledger *l, json_t *row, struct wrong *w)
{
	const struct ledger_table *t;
	const char *name;

	if (!json_get_text(row, "table", &name, w))
		return false;
	if (!(t = ledger_table_find(l, name)))
		return wrong_say(w, "no table '%s'", name);
	json_object_del(row, "table");
	return ledger_table_change(l, t, NULL, NULL, row, w);
}

static void
load_lines(struct ledger *l, struct ndjson *in)
{
	enum ndjson_got got;
	struct wrong w;
	json_t *o;

	for (bool first = true; (got = ndjson_next(in, &o, &w)) == NDJSON_OBJECT; first = false) {
		if (!(first ? load_head : load_row)(l, o, &w))
			die("%s:%ld: %s", in->name, in->line, w.text);
		json_decref(o);
	}
	if (got == NDJSON_WRONG)
		die("%s", w.text);
	if (in->line == 0)
		die("%s: is empty, not a dump", in->name);
}

void
ledger_load(struct ledger *l, const char *path)
{
	enum { MOST = 1 << 20 }; /* bytes of a line */
	struct ndjson in;

	ndjson_file(&in, path, MOST);
	statement_run(statement_of(l, "BEGIN IMMEDIATE"));
	statement_run(statement_of(l, "PRAGMA defer_foreign_keys = ON"));
	load_lines(l, &in);
	statement_run(statement_of(l, "COMMIT"));
	ndjson_close(&in);
}
