/*
 * row_choice - which of a stream's rows go on, by what some of their columns say
 *
 * A row must hold to all conditions: COLUMN=VALUE,... is one of these values, COLUMN!=VALUE,... none of them, as texts;
 * * and ? are those of base/wildcard.h. Of times only those from the first moment of `start` to the last of `end` are wanted.
 */
#ifndef ST_STREAM_ROW_CHOICE_H
#define ST_STREAM_ROW_CHOICE_H

#include <stdbool.h>
#include <stdint.h>

#include "stream/column_choice.h"

struct row_choice {
	/* private */
	const struct rec *in;
	struct row_choice_condition *condition;
	int conditions;
	const struct opt_list *instruments;
	int instrument;         /* columns; -1 where nothing is asked of one */
	int time;
	const char *time_name;
	int64_t first, after;
	struct names seen;      /* instruments */
};

/*
 * Conditions on a stream whose header was read, by `columns`; `instruments` are lists of codes. start and end, a moment, a
 * day, a month or a year, may be NULL. Dies of one that is none, and of a column that there isn't.
 */
struct row_choice row_choice_new(const struct column_choice *columns, const struct opt_list *where,
    const struct opt_list *instruments, const char *start, const char *end);

/* Does the current row go on? Dies of a time that is none. */
bool row_choice_takes(struct row_choice *c);

/* No more rows come: dies of an instrument asked for that none was of, naming the nearest. */
void row_choice_end(const struct row_choice *c);

#endif
