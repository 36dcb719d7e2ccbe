/*
 * row - a row on its way through a chain of filters
 *
 * Cells that were read are text, those that a filter computed are numbers; text becomes a
 * number where one is asked for.
 */
#ifndef ST_STREAM_ROW_H
#define ST_STREAM_ROW_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "stream/rec.h"
#include "stream/step.h"

struct row_cell {
	struct slice s;    /* its text, when text: as it stood in the first nraw cells, quotes included; plain in others */
	double x;          /* its value, when num */
	bool text, num;
};

struct row {
	struct row_cell *c;
	int n;             /* cells set so far in the chain */
	struct slice raw;  /* the bytes of the first `nraw` cells as they stood, commas included */
	int nraw;
	const char *file;  /* where the row was read */
	long line;
	int day;           /* its day, once row_day was asked for it */
	bool has_day;
	/* private */
	char *unquoted;
	size_t unquoted_room;
};

/* Take in a record that was read: cells as they stood. r->c has room for them; nraw and file are the caller's to set. */
static inline void
row_read(struct row *r, const struct rec *in)
{
	for (int i = 0; i < in->n; i++)
		r->c[i] = (struct row_cell){ .s = in->f[i], .text = true };
	r->raw = in->row;
	r->line = in->line;
	r->n = in->n;
	r->has_day = false;
}

/* A cell's number, NaN when empty; dies naming file, line and column when it is no number. */
double row_parse(struct step *s, struct row *r, int col);

static inline double
row_num(struct step *s, struct row *r, int col)
{
	return r->c[col].num ? r->c[col].x : row_parse(s, r, col);
}

/* Is there such a column (column_find's, which may be -1), and is it 1? */
static inline bool
row_flag(struct step *s, struct row *r, int col)
{
	return col >= 0 && row_num(s, r, col) == 1;
}

/* A cell's text, without quotes. A column that the chain computed has none: dies. */
struct slice row_unquoted(struct step *s, struct row *r, int col);

static inline struct slice
row_text(struct step *s, struct row *r, int col)
{
	const struct row_cell *c = &r->c[col];

	return c->text && (c->s.n == 0 || c->s.p[0] != '"') ? c->s : row_unquoted(s, r, col);
}

/* The day of the `time` column; dies when it is no date. */
int row_day(struct step *s, struct row *r);

/* Its moment, in seconds from 1970: midnight of a date alone; dies when it is no time. */
int64_t row_stamp(struct step *s, struct row *r);

/* Set a cell that column_add gave. An infinity dies, naming the column. */
_Noreturn void row_infinite(const struct step *s, const struct row *r, int col);

static inline void
row_set(struct step *s, struct row *r, int col, double x)
{
	if (__builtin_expect(isinf(x), 0))
		row_infinite(s, r, col);
	if (s->out.c[col].integer)
		x += 0.0; /* -0 prints as 0 */
	r->c[col] = (struct row_cell){ .x = x, .num = true };
}

/* `file:line`, for messages; valid until the next call. */
const char *row_place(const struct row *r);

/* A fresh row of s's output columns, all empty, to set and emit; owned by the caller, reusable. */
struct row *row_new(const struct step *s);

/* Print a header or a row as CSV. */
struct out;
void row_print_head(struct out *o, const struct column_head *h);
void row_print(struct out *o, const struct column_head *h, const struct row *r);

/* The n columns col of a row, of those that h names. */
void row_print_some(struct out *o, const struct column_head *h, const struct row *r, const int *col, int n);

#endif
