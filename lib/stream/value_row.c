#include "stream/value_row.h"

#include "time/date.h"

void
value_row_head(struct step *s, const char *const *column)
{
	column_none(s);
	for (; *column; column++)
		column_add(s, *column);
}

/* Made with the first row: not before then are the columns known that filters behind add. */
static struct row *
row_of(const struct step *s, struct row **r)
{
	if (!*r)
		*r = row_new(s);
	return *r;
}

static void
emit(struct step *s, struct row *r, double value)
{
	row_set(s, r, s->out.n - 1, value);
	row_emit(s, r);
}

void
value_row_emit(struct step *s, struct row **r, const struct slice *text, double value)
{
	struct row *to = row_of(s, r);

	for (int i = 0; i < s->out.n - 1; i++)
		to->c[i].s = text[i];
	emit(s, to, value);
}

void
value_row_emit_day(struct step *s, struct row **r, int day, const char *const *name, double value)
{
	struct row *to = row_of(s, r);
	char date[DATE_MAX];

	to->c[0].s = (struct slice){ date, date_print(date, day) };
	for (int i = 1; i < s->out.n - 1; i++)
		to->c[i].s = slice_of(name[i - 1]);
	emit(s, to, value);
}
