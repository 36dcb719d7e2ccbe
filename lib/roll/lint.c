#include "roll/lint.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"
#include "roll/cycle.h"
#include "time/date.h"

int
lint_problem(struct out *o, const char *code, const char *fmt, ...)
{
	char text[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	utf8_text(o, slice_of(code));
	out_str(o, ": ");
	utf8_text(o, slice_of(text));
	out_char(o, '\n');
	return 1;
}

/* ---- parameters alone ---- */

/* What is lacking before the rolls out of some months of the hold cycle, and where that is worst. */
struct lack {
	cycle months;
	int days;                  /* at most */
	int held, expired;         /* contracts: then held, and the one whose price is lacking */
};

/* Count the days on which `held` is held and `wanted` has expired. */
static void
note_expired(struct lack *l, const struct roll_parameters *p, int held, int wanted)
{
	int first = roll_desired(p, cycle_previous(p->hold, held)) + 1, last = roll_desired(p, held);
	int expiry = roll_expiry(p, wanted);
	int days = last - (expiry < first ? first - 1 : expiry);

	if (days <= 0)
		return;
	l->months |= 1u << (held / 100 % 100 - 1);
	if (days <= l->days)
		return;
	*l = (struct lack){ l->months, days, held, wanted };
}

static int
tell_lack(struct out *o, const char *code, const struct roll_parameters *p, const char *what, const struct lack *l)
{
	char months[13];

	if (!l->months)
		return 0;
	cycle_print(months, l->months);
	return lint_problem(o, code,
	    "no %s price in the last days before the roll out of %s, at worst %d: %08d is rolled on %s, %08d expires on %s",
	    what, months, l->days, l->held, date_text(roll_desired(p, l->held)), l->expired,
	    date_text(roll_expiry(p, l->expired)));
}

static int
lint_parameters(struct out *o, const char *code, const struct roll_parameters *p)
{
	struct lack price = { 0 }, forward = { 0 }, carry = { 0 };
	char hold[13], priced[13], months[13];
	int n = 0;

	cycle_print(hold, p->hold);
	cycle_print(priced, p->priced);
	if (p->hold & ~p->priced) {
		cycle_print(months, p->hold & ~p->priced);
		n += lint_problem(o, code, "%s held but never priced: the hold cycle is %s, the priced cycle %s", months, hold, priced);
	}
	for (int year = 2020; year < 2024; year++) {
		for (int month = 1; month <= 12; month++) {
			int id = contract_id(year, month);
			if (!cycle_has(p->hold & p->priced, id))
				continue;
			note_expired(&price, p, id, id);
			note_expired(&forward, p, id, cycle_next(p->hold, id));
			note_expired(&carry, p, id, roll_carry(p, id));
		}
	}
	n += tell_lack(o, code, p, "held", &price);
	n += tell_lack(o, code, p, "forward", &forward);
	return n + tell_lack(o, code, p, "carry", &carry);
}

/* ---- the tables ---- */

/* Instruments of one table that the other has not. */
static int
lint_missing(struct out *o, const struct names *these, const struct names *those, const char *what)
{
	int n = 0;

	for (int i = 0; i < these->n; i++)
		if (names_get(those, slice_of(these->name[i])) < 0)
			n += lint_problem(o, these->name[i], "%s", what);
	return n;
}

int
lint_tables(struct out *o, const struct roll_table *t, const char *instruments)
{
	struct names codes = { 0 };
	int n = 0;

	for (int i = 0; i < t->codes.n; i++)
		n += lint_parameters(o, t->codes.name[i], &t->v[i]);
	if (!instruments)
		return n;
	struct table table = table_read(instruments);
	int column = table_column(&table, "Instrument");
	for (int i = 0; i < table.n; i++)
		names_put(&codes, slice_of(table_text(&table, i, column)));
	n += lint_missing(o, &codes, &t->codes, "an instrument, but no roll parameters");
	return n + lint_missing(o, &t->codes, &codes, "roll parameters, but no instrument");
}
