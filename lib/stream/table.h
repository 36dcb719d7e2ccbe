/* table - a small CSV file held whole: instruments, rates, weights */
#ifndef ST_STREAM_TABLE_H
#define ST_STREAM_TABLE_H

#include "base/names.h"

struct table {
	const char *path;  /* for messages */
	struct names column;
	int n;             /* rows */
	/* private */
	char **cell;       /* n * column.n strings */
	long *line;
};

struct rec;

struct table table_read(const char *path);

/* The rest of a reader's input as a table, and close it. */
struct table table_from(struct rec *r);

/* Its cells and lines, when it is done with. */
void table_free(struct table *t);

/* The index of a column; dies naming it when there is none. */
int table_column(const struct table *t, const char *name);

/* A cell's text, without quotes, owned by the table. */
const char *table_text(const struct table *t, int row, int column);

/* A cell's number, NaN when empty; dies naming file, line and column on anything else. */
double table_num(const struct table *t, int row, int column);

/* The first row whose cell in `column` reads s, or -1. */
int table_find(const struct table *t, int column, const char *s);

/* `file:line` of a row, for messages; valid until the next call. */
const char *table_place(const struct table *t, int row);

#endif
