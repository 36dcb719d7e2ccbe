/*
 * new_rows - rows for a file of prices, from standard input: whole, numbers, in order, without those that are not wanted
 *
 * A row's checked column is the one whose price is looked at.
 */
#ifndef ST_DATA_NEW_ROWS_H
#define ST_DATA_NEW_ROWS_H

#include <stdbool.h>

#include "stream/stamped_file.h"

struct new_rows {
	const char *column;     /* the checked one; NULL for FINAL, or the only one */
	bool close;             /* stamp midnights with the day's close, 23:00:00 */
	int64_t now;            /* leave rows out that are not before it */
	bool drop_zero;         /* leave rows out whose VOLUME and checked price are 0 */
	bool drop_untraded;     /* leave rows out whose VOLUME is not above 0 */
	/* what was left out, and rows whose stamp came twice */
	size_t future, zero, untraded, repeated;
};

/*
 * Read standard input, its stamps in the column named time, with NULL the first. Dies unless it ends with a line's end: what does
 * not was cut off, and 12.34 may be 1 there. And on a field that is no number, or a column that is wanted and not there.
 */
struct stamped_file new_rows_read(struct new_rows *n, const char *time);

/* The checked column of a file of prices; dies when there is none. */
int new_rows_checked(const struct new_rows *n, const struct stamped_file *s);

#endif
