/*
 * value_row - rows of one value each, in the place of those that are read: names, then a number
 *
 * What filters print that estimate or reckon: time,instrument,rule,value and the like, the tables that
 * stream/dated_values.h reads and account/account.h's cash flows.
 */
#ifndef ST_STREAM_VALUE_ROW_H
#define ST_STREAM_VALUE_ROW_H

#include "stream/filter.h"

/* For head(): these are the output's columns, ended by a NULL. */
void value_row_head(struct step *s, const char *const *column);

/* A row made: not before there is one to emit, as only then are the columns known that filters behind add. */
static inline struct row *
value_row_of(const struct step *s, struct row **r)
{
	return *r ? *r : (*r = row_new(s));
}

/*
 * Emit one: the texts of all columns but the last, which need last no longer than the call, and that one's number. *r is
 * the caller's, NULL to begin with, and used again.
 */
static inline void
value_row_emit(struct step *s, struct row **r, const struct slice *text, double value)
{
	struct row *to = value_row_of(s, r);
	int last = s->out.n - 1;

	for (int i = 0; i < last; i++)
		to->c[i].s = text[i];
	row_set(s, to, last, value);
	row_emit(s, to);
}

/* The same of rows that begin with a day: the names behind it. */
void value_row_emit_day(struct step *s, struct row **r, int day, const char *const *name, double value);

#endif
