/*
 * stamped_file - a CSV file with a column of stamps and columns of numbers, held whole
 *
 * For what must look at all rows before it changes one: rows are kept as their text
 * stood, fields are found in it. Everything wrong dies naming file, line and column.
 */
#ifndef ST_STREAM_STAMPED_FILE_H
#define ST_STREAM_STAMPED_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/names.h"
#include "stream/rec.h"

struct stamped_file {
	const char *name;        /* for messages */
	struct names column;
	int time;                /* the column of stamps */
	struct slice header;     /* its line */
	bool crlf;               /* how lines end */
	size_t n;
	struct stamped_row {
		int64_t t;       /* seconds from 1970 */
		long line;
		size_t at;       /* its text in bytes */
	} *row;
	/* private */
	char *bytes;
	size_t used, room, cap;
};

/* Read the rest of a reader; the stamps are in the column named, or with NULL in the first. */
struct stamped_file stamped_file_read(struct rec *r, const char *time);

/* No rows, with the columns of another. */
struct stamped_file stamped_file_like(const struct stamped_file *s, const char *name);

/* Give back what the rows took; the name and the columns stay. */
void stamped_file_free(struct stamped_file *s);

/* Put the rows in order of time and keep of equal stamps the first row; how many go. */
size_t stamped_file_sort(struct stamped_file *s);

/* Die unless each stamp is later than the one before it. */
void stamped_file_check_order(const struct stamped_file *s);

/* A row as it stood, and its field, quotes included. */
struct slice stamped_file_text(const struct stamped_file *s, size_t row);
struct slice stamped_file_field(const struct stamped_file *s, size_t row, int column);

/* A field that is missing has no text, or quotes with none. */
static inline bool
field_missing(struct slice s)
{
	return s.n == 0 || slice_is(s, "\"\"");
}

/* A field's number, NaN when missing; dies on anything else. */
double stamped_file_num(const struct stamped_file *s, size_t row, int column);

#endif
