/*
 * price_file - the rows of one CSV file of pysystemtrade's, in order of time
 *
 * The first column is the stamp, whatever it is called. Stamps may be dates or
 * date and time, with T or a zone offset; they must not go back, and one that
 * repeats is passed on, with one warning a file when it has another value. Fields may be quoted. Everything wrong
 * dies naming file, line and column.
 */
#ifndef ST_DATA_PRICE_FILE_H
#define ST_DATA_PRICE_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "stream/rec.h"

struct data;

struct price_file {
	struct rec r;
	int64_t t;           /* seconds from 1970 of the current row */
	int day, business;   /* its day, and the business day that it belongs to */
	struct slice stamp;  /* its text as streams have it: date, or date and time with a space */
	/* private */
	const char *name[16];/* of the columns asked for */
	int64_t first, last; /* the range wanted */
	char before[512];    /* the text of the row before, as far as it goes in */
	size_t before_n;
	char *twice;         /* about the first stamp that has two values, or NULL */
	int more;            /* how many more have */
	char date[10], text[20];
};

/* FOLDER/CODE.csv of d, rows from first to last second, both included; false when there is no such file, or a header alone. */
bool price_file_open(struct price_file *p, struct data *d, const char *folder, const char *code, int64_t first, int64_t last);

/* The index of a column; dies naming file and column when there is none. The name must last. */
int price_file_column(struct price_file *p, const char *name);

/* The next row, its fields in p->r.f; false (and the file closed) at the end. */
bool price_file_next(struct price_file *p);

/* Die unless a field of the current row is empty or a number. */
void price_file_check(const struct price_file *p, int column);

/* Die about a field of the current row. */
_Noreturn void price_file_bad(const struct price_file *p, int column, const char *what);

#endif
