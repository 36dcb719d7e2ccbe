/*
 * column_choice - which of a stream's columns go on, in what order and under what names
 *
 * Columns are named by lists with commas between, "time,forecast.*", in which * and ? are those of base/wildcard.h;
 * each must mean one that there is. What stood beside one another goes on in one piece.
 */
#ifndef ST_STREAM_COLUMN_CHOICE_H
#define ST_STREAM_COLUMN_CHOICE_H

#include "base/names.h"
#include "base/opt.h"
#include "base/out.h"
#include "stream/rec.h"

struct column_choice {
	struct names header;
	/* private */
	const struct rec *in;
	int *column, n;            /* in the output's order */
	const char **name;         /* of each column of the input that is renamed, else NULL */
	struct column_choice_run *run;
	int runs;
};

/* Read the header of in, which must live on. Dies when a column stands twice. */
void column_choice_open(struct column_choice *c, struct rec *in);

/* The index of a column; dies naming the nearest when there is none. */
int column_choice_need(const struct column_choice *c, struct slice name);

/*
 * Choose those that `only` names, in its order, or all when it is empty, but none that `except` names, and call them as
 * `renames` has it, each OLD=NEW. Dies when none is left or two have one name.
 */
void column_choice_make(struct column_choice *c, const struct opt_list *only, const struct opt_list *except,
    const struct opt_list *renames);

/* Print the header, or of the current row, these columns and a newline. */
void column_choice_print_header(const struct column_choice *c, struct out *o);
void column_choice_print(const struct column_choice *c, struct out *o);

#endif
