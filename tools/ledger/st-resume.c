/*
 * st-resume - trade again what was halted
 *
 *   $ st-ledger init --home=.
 *   $ export ST_HOME=. ST_NOW='2020-01-03 14:00:00'
 *   $ st-halt; st-halt --instrument=CORN --reduce-only
 *   $ st-resume
 *   st-resume: take off what user halts of everything: not done without --yes
 *   $ st-resume -y
 *   $ st-halt list --csv
 *   strategy,instrument,kind,by,time,why
 *   ,CORN,reduce-only,user,2020-01-03 14:00:00,
 */
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/warn.h"
#include "ledger/halts.h"
#include "ledger/options.h"

static struct options {
	struct ledger_options ledger;
	const char *strategy, *instrument, *kind, *by;
	bool all;
	/* from here on not options */
	struct ledger l;
	struct out out;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT, .by = HALTS_USER };

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 's', "strategy", "NAME", "what is halted of this strategy", O_STR, AT(strategy) },
	{ 'i', "instrument", "CODE", "what is halted of this instrument", O_STR, AT(instrument) },
	{ 0, "kind", "KIND", "this kind alone: halt, reduce-only", O_STR, AT(kind) },
	{ 0, "by", "NAME", "what this check has halted (user)", O_STR, AT(by) },
	{ 0, "all", NULL, "every halt there is, whoever put it", O_FLAG, AT(all) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-resume", "", "trade again what was halted", opts };

static void
check_options(void)
{
	if (st.all && (st.strategy || st.instrument || st.kind || opt_given(&st.by)))
		die("--all goes by itself");
	if (st.kind && strcmp(st.kind, HALTS_ALL) != 0 && strcmp(st.kind, HALTS_REDUCE_ONLY) != 0)
		die("--kind: neither %s nor %s: \"%.80s\"", HALTS_ALL, HALTS_REDUCE_ONLY, st.kind);
	ledger_options_names(st.strategy, st.instrument);
}

static const char *
question(const struct halts *h)
{
	if (st.all)
		return "take off every halt, whoever put it";
	return mem_format("take off what %s halts of %s%s%s", h->by, *h->strategy || *h->instrument ? "" : "everything", h->strategy,
	    !*h->instrument ? "" : *h->strategy ? mem_format("'s %s", h->instrument) : h->instrument);
}

/* Who takes off his own halt must know that there is another's. */
static void
say_what_stands(const struct halts *h)
{
	struct statement *s = halts_standing(&st.l, h);

	while (statement_row(s))
		warn("%s still stands, by %s", statement_get_text(s, 1), statement_get_text(s, 0));
}

static int
resume(void)
{
	struct halts h = {
		.strategy = st.strategy ? st.strategy : "", .instrument = st.instrument ? st.instrument : "", .kind = st.kind,
		.by = st.by
	};

	if (!ledger_options_confirm(&st.ledger, question(&h)))
		return 1;
	ledger_options_begin(&st.l, &st.ledger, NULL);
	if (st.all)
		halts_take_all_off(&st.l);
	else
		halts_take_off(&st.l, &h);
	say_what_stands(&h);
	if (ledger_options_end(&st.l, &st.ledger, &st.out))
		return 0;
	warn("there is no such halt");
	return 1;
}

int
main(int argc, char **argv)
{
	int i = opt_parse(&usage, &st, argc, argv);

	if (i < argc)
		opt_bad(&usage, "no operands are taken", argv[i]);
	check_options();
	out_open(&st.out, 1, "stdout");
	int status = resume();
	out_flush(&st.out);
	return status;
}
