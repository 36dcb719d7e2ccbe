#include "ledger/event.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "ledger/table.h"
#include "time/instant.h"

enum { GENESIS_ZEROS = SHA256_TEXT - 1 }; /* the hash before the first event is that many zeros */

/* ---- text ---- */

static void
print_int(struct out *o, const char *key, int64_t x)
{
	char text[48];

	snprintf(text, sizeof text, "\"%s\":%lld,", key, (long long)x);
	out_str(o, text);
}

static void
print_text(struct out *o, const char *key, const char *s)
{
	out_char(o, '"');
	out_str(o, key);
	out_str(o, "\":");
	json_print_text(o, s);
	out_char(o, ',');
}

static void
print_object(struct out *o, const char *key, const char *json)
{
	if (!json)
		return;
	out_str(o, ",\"");
	out_str(o, key);
	out_str(o, "\":");
	out_str(o, json);
}

/* All of the line but its end. */
static void
print(struct out *o, const struct event *e)
{
	char time[INSTANT_MAX];

	instant_print(time, e->time);
	out_char(o, '{');
	print_int(o, "seq", e->seq);
	print_int(o, "act", e->act);
	print_text(o, "time", time);
	print_text(o, "who", e->who);
	print_text(o, "program", e->program);
	print_text(o, "what", e->what);
	out_str(o, "\"key\":");
	out_str(o, e->key);
	print_object(o, "before", e->before);
	print_object(o, "after", e->after);
}

void
event_print(struct out *o, const struct event *e)
{
	print(o, e);
	if (*e->hash) {
		out_str(o, ",\"hash\":\"");
		out_str(o, e->hash);
		out_char(o, '"');
	}
	out_str(o, "}\n");
}

void
event_seal(struct event *e, const char *previous)
{
	struct sha256_ctx h;
	struct out o;

	out_memory(&o);
	out_str(&o, previous);
	print(&o, e);
	out_str(&o, "}\n");
	sha256_init(&h);
	sha256_update(&h, o.n, (const uint8_t *)o.buf);
	sha256_text(&h, e->hash);
	out_close(&o);
}

/* ---- in the ledger ---- */

void
event_last(struct ledger *l, struct event *e)
{
	struct statement *s = statement_of(l, "SELECT seq, time, hash FROM event UNION ALL SELECT seq, time, hash FROM origin"
	    " ORDER BY seq DESC LIMIT 1");

	*e = (struct event){ .time = INT64_MIN };
	memset(e->hash, '0', GENESIS_ZEROS);
	if (statement_row(s)) {
		e->seq = statement_get_int(s, 0);
		e->time = statement_get_int(s, 1);
		memcpy(e->hash, statement_get_text(s, 2), SHA256_TEXT);
	}
	statement_end(s);
}

void
event_put(struct ledger *l, const struct event *e)
{
	struct statement *s = statement_of(l, "INSERT INTO event(seq, act, time, who, program, what, key, before, after, hash)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

	statement_int(s, e->seq);
	statement_int(s, e->act);
	statement_int(s, e->time);
	statement_text(s, e->who);
	statement_text(s, e->program);
	statement_text(s, e->what);
	statement_text(s, e->key);
	statement_text(s, e->before);
	statement_text(s, e->after);
	statement_text(s, e->hash);
	statement_run(s);
}

struct statement *
event_from(struct ledger *l, int64_t seq)
{
	struct statement *s = statement_of(l, "SELECT seq, act, time, who, program, what, key, before, after, hash FROM event"
	    " WHERE seq >= ? ORDER BY seq");

	statement_int(s, seq);
	return s;
}

bool
event_next(struct statement *s, struct event *e)
{
	if (!statement_row(s)) {
		statement_end(s);
		return false;
	}
	*e = (struct event){
		.seq = statement_get_int(s, 0), .act = statement_get_int(s, 1), .time = statement_get_int(s, 2),
		.who = statement_get_text(s, 3), .program = statement_get_text(s, 4), .what = statement_get_text(s, 5),
		.key = statement_get_text(s, 6), .before = statement_get_text(s, 7), .after = statement_get_text(s, 8),
	};
	snprintf(e->hash, sizeof e->hash, "%s", statement_get_text(s, 9));
	return true;
}

/* ---- from a line ---- */

static char *
text_of(const json_t *o)
{
	struct out text;

	if (!o)
		return NULL;
	out_memory(&text);
	json_print_compact(&text, o);
	out_char(&text, '\0');
	return text.buf;
}

static bool
parse_head(const json_t *o, struct event *e, const char **time, const char **hash, struct wrong *w)
{
	return json_get_int(o, "seq", &e->seq, w) && json_get_int(o, "act", &e->act, w) && json_get_text(o, "time", time, w) &&
	    json_get_text(o, "who", &e->who, w) && json_get_text(o, "program", &e->program, w) &&
	    json_get_text(o, "what", &e->what, w) && json_get_text(o, "hash", hash, w);
}

/* An object of the event's, which need not be there. */
static bool
parse_object(const json_t *o, const char *key, const json_t **v, struct wrong *w)
{
	*v = NULL;
	return !json_has(o, key) || json_get_object(o, key, v, w);
}

bool
event_of_json(const json_t *o, struct event *e, struct wrong *w)
{
	const json_t *key, *before, *after;
	const char *time, *hash;

	if (!parse_head(o, e, &time, &hash, w) || !json_get_object(o, "key", &key, w) || !parse_object(o, "before", &before, w) ||
	    !parse_object(o, "after", &after, w))
		return false;
	if (!instant_parse(slice_of(time), &e->time))
		return wrong_say(w, "'time' is not a time");
	if (strlen(hash) != SHA256_TEXT - 1)
		return wrong_say(w, "'hash' is no SHA-256");
	if (!before && !after)
		return wrong_say(w, "neither 'before' nor 'after'");
	memcpy(e->hash, hash, SHA256_TEXT);
	e->who = mem_text(e->who);
	e->program = mem_text(e->program);
	e->what = mem_text(e->what);
	e->key = text_of(key);
	e->before = text_of(before);
	e->after = text_of(after);
	return true;
}

void
event_free(struct event *e)
{
	free((char *)e->who);
	free((char *)e->program);
	free((char *)e->what);
	free((char *)e->key);
	free((char *)e->before);
	free((char *)e->after);
}

/* ---- done again ---- */

/* A JSON object of an event; NULL where there is none. */
static bool
object(const char *json, json_t **o, struct wrong *w)
{
	*o = json ? json_parse(slice_of(json), w) : NULL;
	return !json || *o;
}

bool
event_apply(struct ledger *l, const struct event *e, struct wrong *w)
{
	const struct ledger_table *t = ledger_table_find(l, e->what);
	json_t *key = NULL, *before = NULL, *after = NULL;

	if (!t)
		return wrong_say(w, "no table '%s'", e->what);
	bool right = object(e->key, &key, w) && object(e->before, &before, w) && object(e->after, &after, w) &&
	    ledger_table_change(l, t, key, before, after, w);
	json_decref(key);
	json_decref(before);
	json_decref(after);
	return right;
}
