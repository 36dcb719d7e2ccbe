#include "backtest/first_held.h"

#include "base/die.h"
#include "stream/rec.h"
#include "time/date.h"

/* The day that a field has; that other one where it is empty. */
static int
day_or(struct rec *r, int column, const char *name, int otherwise)
{
	struct slice text = rec_text(r, column);
	int day = otherwise;

	if (text.n && !date_parse(text, &day))
		die("%s:%ld: column '%s': not a date: \"%.*s\"", r->name, r->line, name, SLICE(text));
	return day;
}

struct first_held
first_held_read(const struct backtest *b)
{
	struct first_held h = { .day = INT_MIN };
	bool found = false;
	struct rec r;

	if (!backtest_has(b, "held.csv"))
		return h;
	rec_file(&r, backtest_file(b, "held.csv"));
	rec_header(&r);
	int account = rec_need(&r, "account"), first = rec_need(&r, "first"), from = rec_need(&r, "held_from"),
	    missing = rec_need(&r, "missing");
	while (!found && rec_next(&r)) {
		found = slice_is(rec_text(&r, account), "portfolio");
		if (!found)
			continue;
		h.first = day_or(&r, first, "first", HELD_NEVER);
		h.day = day_or(&r, from, "held_from", HELD_NEVER);
		h.missing = rec_text(&r, missing).n ? rec_copy(&r, missing) : NULL;
	}
	rec_close(&r);
	if (!found)
		die("%s: no account 'portfolio'", r.name);
	return h;
}
