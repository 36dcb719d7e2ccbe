/*
 * price_merge - the rows of a price file and newer ones of the same columns, as one
 *
 * pysystemtrade's syscore/merge_data.py. Newer: rows later than the file's last one
 * are added, nothing else. Full: rows of both; where a stamp is in both, fields that
 * the file lacks are filled in, or fields that the new row has win. What is in the
 * file and isn't changed keeps its text.
 */
#ifndef ST_DATA_PRICE_MERGE_H
#define ST_DATA_PRICE_MERGE_H

#include "base/out.h"
#include "data/spike.h"
#include "stream/stamped_file.h"

enum price_merge_how { MERGE_NEWER, MERGE_FILL, MERGE_OVERWRITE };

struct price_merge_row {
	int64_t t;
	long old, fresh;      /* the rows that it is made of, -1 for none */
	bool changed;         /* it isn't the old one */
	bool chosen;          /* x was put in the place of `original` */
	double x, original;   /* of the checked column */
};

struct price_merge {
	const struct stamped_file *old, *fresh;
	enum price_merge_how how;
	int checked;          /* old's column that is looked at */
	size_t n;
	struct price_merge_row *row;
	size_t added, changed, left_out; /* new rows; rows of old that change; rows of fresh that bring nothing */
	/* private */
	int *from;            /* of each column of old, that of fresh, or -1 */
	struct spike spike;   /* over the first `tested` rows */
	size_t tested;
};

/*
 * Merge fresh into old, both in order; they must stay. no_add leaves stamps out that
 * old lacks. Fresh may lack columns of old when not MERGE_NEWER; one that old lacks dies.
 */
struct price_merge price_merge_rows(const struct stamped_file *old, const struct stamped_file *fresh,
    enum price_merge_how how, bool no_add, int checked);

/* The first row at or after i that the merge added or changed, n when there is none. */
size_t price_merge_changed(const struct price_merge *m, size_t i);

/*
 * The first row at or after `from`, which doesn't go back, whose checked value is a
 * spike of more than `most`, n when there is none.
 */
size_t price_merge_spike(struct price_merge *m, size_t from, double most, double *ratio);

/*
 * Put a value in the place of the checked one. OPEN, HIGH and LOW, where they come
 * from the new row, move by as much.
 */
void price_merge_choose(struct price_merge *m, size_t i, double x);

/* Print the header, or a row, as the file is to have it. */
void price_merge_print_header(const struct price_merge *m, struct out *o);
void price_merge_print_row(const struct price_merge *m, struct out *o, size_t i);

/* Write it durably in the place of a file (base/replacement.h), which the caller has locked. */
void price_merge_file(const struct price_merge *m, const char *path);

#endif
