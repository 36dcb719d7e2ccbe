#include "ledger/options.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/prog.h"
#include "base/warn.h"
#include "order/order_name.h"
#include "order/quantity.h"
#include "time/instant.h"

char *
ledger_options_path(const struct ledger_options *o, const char *name)
{
	const char *home = o->home ? o->home : getenv("ST_HOME");

	if (!home || !*home)
		die("which desk? set $ST_HOME or give --home=DIR; st-home init DIR makes one");
	return mem_format("%s/%s", home, name);
}

/* $ST_NOW is as good as --now. */
static bool
given_now(const struct ledger_options *o, int64_t *now)
{
	const char *text = o->now ? o->now : getenv("ST_NOW");

	if (!text || !*text)
		return false;
	if (!instant_parse(slice_of(text), now))
		die("%s: not a time: \"%s\"", o->now ? "--now" : "$ST_NOW", text);
	return true;
}

int64_t
ledger_options_now(const struct ledger_options *o)
{
	int64_t now;

	return given_now(o, &now) ? now : instant_now();
}

int64_t
ledger_options_time(const char *text, const char *option, int64_t without)
{
	int64_t t = without;

	if (text && !instant_parse(slice_of(text), &t))
		die("%s: not a time: \"%s\"", option, text);
	return t;
}

int64_t
ledger_options_past(const char *text, const char *option, int64_t now)
{
	int64_t t = ledger_options_time(text, option, now);

	if (t > now)
		die("%s: is to come: \"%s\"", option, text);
	return t;
}

int64_t
ledger_options_lots(double x, const char *option)
{
	if (!(fabs(x) <= QUANTITY_MOST) || x != rint(x) || x == 0)
		die("%s: not whole lots: \"%g\"", option, x);
	return (int64_t)x;
}

void
ledger_options_open(struct ledger *l, const struct ledger_options *o, enum ledger_access access)
{
	enum { MOST = 1000000 };

	if (!(o->wait >= 0 && o->wait <= MOST))
		die("--wait: not seconds from 0 to %d", MOST);
	ledger_open(l, ledger_options_path(o, "ledger.db"), access, o->wait);
}

void
ledger_options_begin(struct ledger *l, const struct ledger_options *o, const char *verb)
{
	struct ledger_author author = { .program = verb ? mem_format("%s %s", prog, verb) : prog };

	author.has_now = given_now(o, &author.now);
	ledger_options_open(l, o, LEDGER_WRITE);
	transaction_begin(l, &author);
}

void
ledger_options_names(const char *strategy, const char *instrument)
{
	struct wrong w;

	if (strategy && !order_name_check(slice_of(strategy), "a strategy", &w))
		die("%s", w.text);
	if (instrument && !order_name_check(slice_of(instrument), "an instrument", &w))
		die("%s", w.text);
}

int
ledger_options_end(struct ledger *l, const struct ledger_options *o, struct out *out)
{
	return o->dry_run ? transaction_show(l, out) : transaction_commit(l);
}

bool
ledger_options_confirm(const struct ledger_options *o, const char *what)
{
	char answer[8] = "";

	if (o->yes || o->dry_run)
		return true;
	if (!isatty(0) || !isatty(2)) {
		warn("%s: not done without --yes", what);
		return false;
	}
	fprintf(stderr, "%s: %s? [y/N] ", prog, what);
	return fgets(answer, sizeof answer, stdin) && (*answer == 'y' || *answer == 'Y');
}
