/*
 * st-ledger - the file that holds an account's state: make it, check it, dump it as text, load and upgrade it
 *
 *   $ st-ledger init --home=.
 *   $ ST_NOW='2020-01-03 14:00:00' st-lock add CORN --why='roll by hand' --home=.
 *   $ st-ledger dump --home=.
 *   {"ledger":1}
 *   {"table":"instrument_lock","instrument":"CORN","owner":"user","time":"2020-01-03 14:00:00","why":"roll by hand"}
 *   $ st-ledger dump --home=. >today; mkdir copy; st-ledger load today --home=copy; st-ledger dump --home=copy | cmp - today
 */
#include <stdlib.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "ledger/check.h"
#include "ledger/dump.h"
#include "ledger/options.h"
#include "ledger/upgrade.h"

static struct options {
	struct ledger_options ledger;
	bool sealed;
	/* from here on not options */
	struct out out;
	int status;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT };

static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 0, "sealed", NULL, "dump: with the last event's hash, so that events of a ledger loaded from it go on", O_FLAG,
	    offsetof(struct options, sealed) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-ledger", "[FILE]",
	"the file that holds an account's state: make it, check it, dump it as text, load and upgrade it", opts };

static void
init(int n, char **operand)
{
	struct ledger_new new;

	(void)n, (void)operand;
	ledger_new(&new, ledger_options_path(&st.ledger, "ledger.db"));
	ledger_place(&new);
}

static void
check(int n, char **operand)
{
	struct ledger l;

	(void)n, (void)operand;
	ledger_options_open(&l, &st.ledger, LEDGER_READ);
	st.status = ledger_check(&st.out, &l) ? 0 : 1;
	ledger_close(&l);
}

static void
dump(int n, char **operand)
{
	struct ledger l;

	(void)n, (void)operand;
	ledger_options_open(&l, &st.ledger, LEDGER_READ);
	ledger_dump(&st.out, &l, st.sealed);
	ledger_close(&l);
}

static void
load(int n, char **operand)
{
	struct ledger_new new;

	ledger_new(&new, ledger_options_path(&st.ledger, "ledger.db"));
	ledger_load(&new.ledger, verb_file(n, operand));
	ledger_place(&new);
}

static void
upgrade(int n, char **operand)
{
	char *path = ledger_options_path(&st.ledger, "ledger.db"), *copy;
	struct ledger l;

	(void)n, (void)operand;
	int version = ledger_open_any(&l, path, st.ledger.wait);
	if (version == LEDGER_VERSION) {
		st.status = 1;
		return;
	}
	copy = mem_format("%s.version%d", path, version);
	ledger_copy(&l, copy);
	out_say(&st.out, "version %d, copied to %s; now version %d\n", version, copy, ledger_upgrade(&l, &ledger_steps, version));
	ledger_close(&l);
}

/* Options by their place in opts. */
enum { HOME = 1, SEALED = 1 << LEDGER_OPTION_COUNT };

static const struct verb verbs[] = {
	{ "init", "make one with nothing in it", init, 0, 0, 0, HOME },
	{ "check", "does all of it hold together? 1 if not; a line a check", check, 0, 0, 0, LEDGER_READS },
	{ "dump", "as text: the same bytes for the same content", dump, 0, 0, 0, LEDGER_READS | SEALED },
	{ "load", "make one of a dump", load, 0, 1, 0, HOME },
	{ "upgrade", "make it one of this st's version, beside a copy; 1 if it is", upgrade, 0, 0, 0, LEDGER_READS },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	return verb_main(&usage, verbs, NULL, &st, &st.out, &st.status, argc, argv);
}
