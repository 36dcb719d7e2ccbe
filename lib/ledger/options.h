/*
 * options - what every program of the ledger is asked: which home, when it is, how long to wait, whether to do it at all
 *
 * They stand first in a program's table, so that their bits are the same for every verb:
 *
 *	static const struct opt opts[] = { LEDGER_OPTIONS(struct options, common), … };
 */
#ifndef ST_LEDGER_OPTIONS_H
#define ST_LEDGER_OPTIONS_H

#include "base/opt.h"
#include "base/out.h"
#include "ledger/ledger.h"
#include "ledger/transaction.h"

struct ledger_options {
	const char *home, *now;
	double wait;
	bool dry_run, yes;
};

#define LEDGER_OPTIONS(type, member) \
	{ 0, "home", "DIR", "the desk whose ledger it is (default $ST_HOME)", O_STR, offsetof(type, member.home) }, \
	{ 0, "wait", "SECONDS", "for another program's change, at most (10)", O_NUM, offsetof(type, member.wait) }, \
	{ 0, "now", "TIME", "what time it is, UTC (default $ST_NOW, or the clock)", O_STR, offsetof(type, member.now) }, \
	{ 'n', "dry-run", NULL, "show the events there would be, change nothing", O_FLAG, offsetof(type, member.dry_run) }, \
	{ 'y', "yes", NULL, "do what asks for it without being asked", O_FLAG, offsetof(type, member.yes) }

/* Their bits for verbs: of those that read, of those that change something, of those among them that ask. */
enum { LEDGER_READS = 1 | 2, LEDGER_CHANGES = LEDGER_READS | 4 | 8, LEDGER_ASKS = LEDGER_CHANGES | 16, LEDGER_OPTION_COUNT = 5 };

/* What they are before they are read. */
#define LEDGER_OPTIONS_DEFAULT { .wait = 10 }

/* A file of the home, owned by the caller; dies when no home is named. */
char *ledger_options_path(const struct ledger_options *o, const char *name);

/* The time given, or the clock's: microseconds. Dies when it is none. */
int64_t ledger_options_now(const struct ledger_options *o);

/* Another option's time, `without` when it was not given; dies when it is none. */
int64_t ledger_options_time(const char *text, const char *option, int64_t without);

/* The same of something that was: not after now, which it is without. */
int64_t ledger_options_past(const char *text, const char *option, int64_t now);

/* An option's number as lots, whole ones and not none; dies when it is not. */
int64_t ledger_options_lots(double x, const char *option);

/* Open the ledger of the home. */
void ledger_options_open(struct ledger *l, const struct ledger_options *o, enum ledger_access access);

/* The same to change it, and begin: `verb` is the program's, for the events; NULL where it has none. */
void ledger_options_begin(struct ledger *l, const struct ledger_options *o, const char *verb);

/* Die of a name that no order's strategy or instrument may have; NULL is none. */
void ledger_options_names(const char *strategy, const char *instrument);

/*
 * Commit, or with --dry-run print the events that there would be. How many: 0 is nothing to do.
 */
int ledger_options_end(struct ledger *l, const struct ledger_options *o, struct out *out);

/*
 * Is it to be done? With --yes or --dry-run, or when a person at the terminal says so; without a terminal it is not, and
 * the message says that --yes is needed.
 */
bool ledger_options_confirm(const struct ledger_options *o, const char *what);

#endif
