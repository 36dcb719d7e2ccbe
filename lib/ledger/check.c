#include "ledger/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ledger/dump.h"
#include "ledger/invariants.h"
#include "ledger/journal.h"
#include "ledger/statement.h"

enum { MOST = 10 }; /* broken things that are named */

static void
say(struct out *o, const char *name, bool holds, const char *says, const char *broken_by)
{
	out_say(o, "%s,%d,", name, holds);
	out_field(o, slice_of(says));
	out_char(o, ',');
	out_field(o, slice_of(broken_by));
	out_char(o, '\n');
}

static bool
check_query(struct out *o, struct ledger *l, const struct ledger_invariant *v)
{
	struct statement *s = statement_of(l, v->sql);
	int n = 0;

	while (n < MOST && statement_row(s)) {
		say(o, v->name, false, v->says, statement_get_text(s, 0));
		n++;
	}
	statement_end(s);
	if (n == 0)
		say(o, v->name, true, v->says, "");
	return n == 0;
}

/* Of what makes the tables, the first by its name that is in one only, or another; NULL when both have the same. */
static const char *
differing_part(struct statement *is, struct statement *wanted)
{
	for (;;) {
		bool more = statement_row(is), more_wanted = statement_row(wanted);
		if (!more || !more_wanted)
			return more ? statement_get_text(is, 0) : more_wanted ? statement_get_text(wanted, 0) : NULL;
		int order = strcmp(statement_get_text(is, 0), statement_get_text(wanted, 0));
		if (order || strcmp(statement_get_text(is, 1), statement_get_text(wanted, 1)) != 0)
			return statement_get_text(order > 0 ? wanted : is, 0);
	}
}

static bool
check_schema(struct out *o, struct ledger *l, struct ledger *made)
{
	static const char sql[] = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
	struct statement *is = statement_of(l, sql), *wanted = statement_of(made, sql);
	const char *part = differing_part(is, wanted);

	say(o, "schema", !part, "tables, triggers and views are those of this version", part ? part : "");
	statement_end(is);
	statement_end(wanted);
	return !part;
}

static bool
check_journal(struct out *o, struct ledger *l)
{
	struct wrong w;
	bool holds = journal_verify(l, &w) >= 0;

	say(o, "journal", holds, "events are what was written", holds ? "" : w.text);
	return holds;
}

/* The first line in which two texts differ. */
static char *
differing_line(const struct out *a, const struct out *b)
{
	size_t i = 0, line = 0;

	for (; i < a->n && i < b->n && a->buf[i] == b->buf[i]; i++)
		if (a->buf[i] == '\n')
			line = i + 1;
	const char *end = line < a->n ? memchr(a->buf + line, '\n', a->n - line) : NULL;
	return end ? mem_dup(a->buf + line, (size_t)(end - a->buf) - line) : mem_text("a row that is missing");
}

/* From nothing alone can all be made again: a ledger that began with a dump would need that. */
static bool
check_replay(struct out *o, struct ledger *l, struct ledger *made)
{
	static const char says[] = "what is here came by events alone";
	struct out is, again;
	struct wrong w;

	bool holds = journal_replay(l, made, &w);
	if (holds) {
		out_memory(&is);
		out_memory(&again);
		ledger_dump(&is, l, false);
		ledger_dump(&again, made, false);
		holds = is.n == again.n && memcmp(is.buf, again.buf, is.n) == 0;
		if (!holds) {
			char *line = differing_line(&is, &again);
			wrong_say(&w, "%s", line);
			free(line);
		}
		out_close(&is);
		out_close(&again);
	}
	say(o, "replay", holds, says, holds ? "" : w.text);
	return holds;
}

bool
ledger_check(struct out *o, struct ledger *l)
{
	struct ledger made;
	bool holds = true;

	out_str(o, "check,holds,says,broken_by\n");
	for (const struct ledger_invariant *v = ledger_invariants; v->name; v++)
		holds &= check_query(o, l, v);
	ledger_memory(&made);
	holds &= check_schema(o, l, &made);
	holds &= check_journal(o, l);
	if (!statement_found(statement_of(l, "SELECT 1 FROM origin")))
		holds &= check_replay(o, l, &made);
	ledger_close(&made);
	return holds;
}
