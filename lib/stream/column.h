/* column - the columns that a filter finds, and those that it adds */
#ifndef ST_STREAM_COLUMN_H
#define ST_STREAM_COLUMN_H

#include <stdbool.h>

#include "base/opt.h"

struct column {
	const char *name;
	bool integer;      /* prints as a whole number */
};

struct column_head {
	struct column *c;
	int n;
};

struct step;

/* The index of an input column; dies naming it when there is none. */
int column_need(struct step *s, const char *name);

/* The same for those that the user named, of which the nearest is said; the array is the caller's. */
int *column_need_each(struct step *s, const struct opt_list *names);

/* The same, but -1 when there is none. */
int column_find(const struct step *s, const char *name);

/* Add a column to the output; its index in the row. Dies when the name is taken. */
int column_add(struct step *s, const char *name);
int column_add_int(struct step *s, const char *name);

/* Start the output with no columns: for filters that make new rows. */
void column_none(struct step *s);

#endif
