/*
 * st-journal - what changed in the ledger, who changed it and when: listed, followed, verified, done again
 *
 *   $ st-ledger init --home=.
 *   $ export ST_HOME=. ST_NOW='2020-01-03 14:00:00'
 *   $ st-lock add CORN
 *   $ st-journal list | jq -c '[.seq, .program, .what, .key, .after.time]'
 *   [1,"st-lock add","instrument_lock",{"instrument":"CORN","owner":"user"},"2020-01-03 14:00:00"]
 *   $ st-journal verify
 *   1 event, as it was written
 *   $ mkdir again
 *   $ st-journal export | st-journal replay - --home=again
 *   $ st-ledger dump >1; st-ledger dump --home=again | cmp - 1
 */
#include <string.h>

#include "base/die.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "base/warn.h"
#include "ledger/dump.h"
#include "ledger/follow.h"
#include "ledger/journal.h"
#include "ledger/options.h"
#include "ledger/seals.h"
#include "stream/ndjson.h"

static struct options {
	struct ledger_options ledger;
	const char *since, *until, *what, *program, *seal, *from;
	int last;
	/* from here on not options */
	struct ledger l;
	struct out out;
	int status;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT };

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 0, "since", "TIME", "list, follow: from then on", O_STR, AT(since) },
	{ 0, "until", "TIME", "list: before then", O_STR, AT(until) },
	{ 0, "what", "TABLE", "list, follow: of this table of the ledger", O_STR, AT(what) },
	{ 0, "program", "NAME", "list, follow: by this program", O_STR, AT(program) },
	{ 0, "last", "N", "list: the last of them; follow: those that there are first", O_INT, AT(last) },
	{ 0, "seal", "FILE", "verify: against the hashes in FILE, then add the last one", O_STR, AT(seal) },
	{ 0, "from", "DUMP", "replay: the sealed dump that the events go on from", O_STR, AT(from) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-journal", "[FILE]",
	"what changed in the ledger, who changed it and when: listed, followed, verified, done again", opts };

/* ---- list and follow ---- */

static bool
is_wanted(const struct event *e)
{
	size_t n = st.program ? strlen(st.program) : 0;

	return (!st.what || strcmp(e->what, st.what) == 0) && e->time >= ledger_options_time(st.since, "--since", INT64_MIN) &&
	    e->time < ledger_options_time(st.until, "--until", INT64_MAX) &&
	    (n == 0 || (strncmp(e->program, st.program, n) == 0 && (e->program[n] == ' ' || e->program[n] == '\0')));
}

/* Print the wanted ones from seq on; the seq of the next that will come. */
static int64_t
print_from(int64_t seq)
{
	struct statement *s = event_from(&st.l, seq);
	struct event e;

	for (; event_next(s, &e); seq = e.seq + 1)
		if (is_wanted(&e))
			event_print(&st.out, &e);
	return seq;
}

/* Where the last N wanted ones begin. */
static int64_t
seq_of_last(int n)
{
	struct statement *s = statement_of(&st.l, "SELECT seq FROM event ORDER BY seq DESC");
	int64_t seq = INT64_MAX;
	struct event e;

	while (n > 0 && statement_row(s)) {
		seq = statement_get_int(s, 0);
		struct statement *one = event_from(&st.l, seq);
		if (event_next(one, &e) && is_wanted(&e))
			n--;
		statement_end(one);
	}
	statement_end(s);
	return seq;
}

static void
open_to_read(void)
{
	if (st.last < 0)
		die("--last: below 0: \"%d\"", st.last);
	ledger_options_time(st.since, "--since", 0);
	ledger_options_time(st.until, "--until", 0);
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
}

static void
list(int n, char **operand)
{
	(void)n, (void)operand;
	open_to_read();
	print_from(opt_given(&st.last) ? seq_of_last(st.last) : 0);
}

static void
follow(int n, char **operand)
{
	struct ledger_follow f;
	struct event last;

	(void)n, (void)operand;
	open_to_read();
	ledger_follow(&f, st.l.path);
	event_last(&st.l, &last);
	int64_t seq = last.seq + 1, first = opt_given(&st.last) ? seq_of_last(st.last) : st.since ? 0 : seq;
	for (seq = first < seq ? first : seq;; ledger_follow_wait(&f)) {
		seq = print_from(seq);
		out_flush(&st.out);
	}
}

/* ---- verify ---- */

static void
say_verified(int64_t events)
{
	out_say(&st.out, events == 1 ? "%lld event, as it was written\n" : "%lld events, as they were written\n", (long long)events);
}

static void
say_broken(const char *name, const struct wrong *w)
{
	warn("%s: %s", name, w->text);
	st.status = 1;
}

static void
verify(int n, char **operand)
{
	int64_t sealed;
	struct wrong w;

	(void)n, (void)operand;
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	int64_t events = journal_verify(&st.l, &w);
	if (events < 0 || (st.seal && !seals_check(&st.l, st.seal, &sealed, &w))) {
		say_broken(st.l.path, &w);
		return;
	}
	if (st.seal && !st.ledger.dry_run)
		seals_add(&st.l, st.seal, sealed);
	say_verified(events);
}

/* ---- export and replay ---- */

static void
export(int n, char **operand)
{
	struct statement *s;
	struct event e;

	(void)n, (void)operand;
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	s = event_from(&st.l, 0);
	while (event_next(s, &e))
		event_print(&st.out, &e);
}

/* Events of a file, one transaction around all: a ledger that is half made is none. */
static void
replay_lines(struct ledger *into, struct ndjson *in)
{
	struct journal j;
	struct event e;
	struct wrong w;
	json_t *o;
	enum ndjson_got got;

	journal_begin(&j, into);
	statement_run(statement_of(into, "BEGIN IMMEDIATE"));
	statement_run(statement_of(into, "PRAGMA defer_foreign_keys = ON"));
	while ((got = ndjson_next(in, &o, &w)) == NDJSON_OBJECT) {
		if (!event_of_json(o, &e, &w) || !journal_replay_event(&j, into, &e, &w))
			die("%s:%ld: %s", in->name, in->line, w.text);
		event_free(&e);
		json_decref(o);
	}
	if (got == NDJSON_WRONG)
		die("%s", w.text);
	statement_run(statement_of(into, "COMMIT"));
}

static void
replay(int n, char **operand)
{
	enum { MOST = 1 << 20 }; /* bytes of a line */
	struct ledger_new new;
	struct ndjson in;

	ndjson_file(&in, verb_file(n, operand), MOST);
	ledger_new(&new, ledger_options_path(&st.ledger, "ledger.db"));
	if (st.from)
		ledger_load(&new.ledger, st.from);
	replay_lines(&new.ledger, &in);
	ledger_place(&new);
}

/* ---- the program ---- */

/* Options by their place in opts. */
enum {
	HOME = 1, SINCE = 1 << LEDGER_OPTION_COUNT, UNTIL = SINCE << 1, WHAT = UNTIL << 1, PROGRAM = WHAT << 1, LAST = PROGRAM << 1,
	SEAL = LAST << 1, FROM = SEAL << 1, DRY_RUN = 8, SELECT = SINCE | WHAT | PROGRAM | LAST
};

static const struct verb verbs[] = {
	{ "list", "the events, a line each", list, 0, 0, 0, LEDGER_READS | SELECT | UNTIL },
	{ "follow", "those that come, as they come", follow, 0, 0, 0, LEDGER_READS | SELECT },
	{ "verify", "are they what was written? 1 if not, saying where", verify, 0, 0, 0, LEDGER_READS | SEAL | DRY_RUN },
	{ "export", "all of them, for replay", export, 0, 0, 0, LEDGER_READS },
	{ "replay", "make a ledger by doing again what events say", replay, 0, 1, 0, HOME | FROM },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	return verb_main(&usage, verbs, NULL, &st, &st.out, &st.status, argc, argv);
}
