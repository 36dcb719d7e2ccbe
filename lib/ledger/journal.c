#include "ledger/journal.h"

#include <string.h>

void
journal_begin(struct journal *j, struct ledger *l)
{
	struct statement *s = statement_of(l, "SELECT seq, time, hash FROM origin");

	j->last = (struct event){ .time = INT64_MIN };
	memset(j->last.hash, '0', SHA256_TEXT - 1);
	if (statement_row(s)) {
		j->last.seq = statement_get_int(s, 0);
		j->last.time = statement_get_int(s, 1);
		memcpy(j->last.hash, statement_get_text(s, 2), SHA256_TEXT);
	}
	statement_end(s);
}

/* Does its number say that it comes next? */
static bool
check_seq(const struct event *last, const struct event *e, struct wrong *w)
{
	long long is = e->seq, wanted = last->seq + 1;

	if (is == wanted)
		return true;
	if (is < wanted)
		return wrong_say(w, "event %lld comes behind event %lld", is, wanted - 1);
	return is == wanted + 1 ? wrong_say(w, "event %lld is missing", wanted) :
	    wrong_say(w, "events %lld to %lld are missing", wanted, is - 1);
}

bool
journal_follows(struct journal *j, const struct event *e, struct wrong *w)
{
	struct event sealed = *e;

	if (!check_seq(&j->last, e, w))
		return false;
	event_seal(&sealed, j->last.hash);
	if (strcmp(sealed.hash, e->hash) != 0)
		return wrong_say(w, "event %lld is not what was written", (long long)e->seq);
	if (e->time < j->last.time || (e->act != e->seq && e->act != j->last.act))
		return wrong_say(w, "event %lld was written by no program of st", (long long)e->seq);
	j->last = (struct event){ .seq = e->seq, .act = e->act, .time = e->time };
	memcpy(j->last.hash, e->hash, SHA256_TEXT);
	return true;
}

int64_t
journal_verify(struct ledger *l, struct wrong *w)
{
	struct journal j;
	struct event e;
	int64_t n = 0;

	journal_begin(&j, l);
	struct statement *s = event_from(l, 0);
	for (; event_next(s, &e); n++) {
		if (!journal_follows(&j, &e, w)) {
			statement_end(s);
			return -1;
		}
	}
	return n;
}

bool
journal_replay_event(struct journal *j, struct ledger *into, const struct event *e, struct wrong *w)
{
	if (!journal_follows(j, e, w))
		return false;
	if (!event_apply(into, e, w)) {
		struct wrong why = *w;
		return wrong_say(w, "event %lld: %.1000s", (long long)e->seq, why.text);
	}
	event_put(into, e);
	return true;
}

bool
journal_replay(struct ledger *from, struct ledger *into, struct wrong *w)
{
	struct statement *s;
	struct journal j;
	struct event e;
	bool right = true;

	journal_begin(&j, into);
	statement_run(statement_of(into, "BEGIN IMMEDIATE"));
	statement_run(statement_of(into, "PRAGMA defer_foreign_keys = ON"));
	s = event_from(from, j.last.seq + 1);
	while (right && event_next(s, &e))
		right = journal_replay_event(&j, into, &e, w);
	statement_end(s);
	statement_run(statement_of(into, right ? "COMMIT" : "ROLLBACK"));
	return right;
}
