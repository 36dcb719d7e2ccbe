#include "stream/value_row.h"

#include "time/date.h"

void
value_row_head(struct step *s, const char *const *column)
{
	column_none(s);
	for (; *column; column++)
		column_add(s, *column);
}

void
value_row_emit_day(struct step *s, struct row **r, int day, const char *const *name, double value)
{
	struct row *to = value_row_of(s, r);
	int last = s->out.n - 1;
	char date[DATE_MAX];

	to->c[0].s = (struct slice){ date, date_print(date, day) };
	for (int i = 1; i < last; i++)
		to->c[i].s = slice_of(name[i - 1]);
	row_set(s, to, last, value);
	row_emit(s, to);
}
