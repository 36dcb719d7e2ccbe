/*
 * filter - what every row filter shares: a widening table in, a wider one out
 *
 * A filter declares its options, looks its columns up once, and then gets every
 * row; it sets its own columns and emits the row. Columns that it does not touch
 * pass byte for byte. The same filter runs alone in a pipe or, with no text in
 * between, behind others in st-chain: a number set by one is the double that the
 * next reads, which is what printing and reading it back would give.
 */
#ifndef ST_FILTER_H
#define ST_FILTER_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#include "opt.h"
#include "slice.h"
#include "tab.h"

struct cell {
	struct slice s;    /* its text, when text */
	double x;          /* its value, when num */
	bool text, num;
};

struct row {
	struct cell *c;
	int n;             /* cells set so far in the chain */
	struct slice raw;  /* the bytes of the first `nraw` cells as they stood, commas included */
	int nraw;
	const char *file;  /* where the row was read */
	long line;
	int day;           /* its day, once row_day was asked for it */
	bool has_day;
};

struct column {
	const char *name;
	bool integer;      /* prints as a whole number */
};

struct head {
	struct column *c;
	int n;
};

struct step;

struct filter {
	const char *name;          /* st-vol */
	const char *summary;
	const struct opt *opts;
	const void *defaults;      /* the state's first value; NULL for zeros */
	size_t size;               /* of the state: options, tables, column indices */
	size_t key_size;           /* of the state kept for each instrument; 0 for none */
	void (*open)(struct step *);             /* options are in: read tables, check */
	void (*head)(struct step *);             /* look up and add columns; may set step->out anew */
	void (*key)(struct step *, void *state, const char *instrument); /* a new instrument */
	void (*row)(struct step *, struct row *);
	void (*end)(struct step *);              /* no more rows */
	bool together;             /* an instrument's rows must stand together */
	bool repeats;              /* a stamp may occur twice within an instrument */
};

/* One filter at work in a chain. */
struct step {
	const struct filter *f;
	void *state;
	struct head in, out;       /* out begins as a copy of in */
	struct step *next;
	const char *input;         /* the name of what is read, for messages */
	int time, instrument;      /* their columns, in a filter that keeps state by instrument */
	bool together;             /* as the filter's; open() may ask for it */
	bool first;                /* of its chain: it looks at the times, for all */
	bool plain;                /* open() may say that no state by instrument is wanted */
	/* private */
	struct tab keys;
	struct step_key **key;
	int last;
};

/* The index of an input column; dies naming it when there is none. */
int col_need(struct step *s, const char *name);

/* The same for a list of names; the array is the caller's. */
int *col_need_each(struct step *s, const struct opt_list *names);

/* The same, but -1 when there is none. */
int col_find(const struct step *s, const char *name);

/* Add a column to the output; its index in the row. Dies when the name is taken. */
int col_add(struct step *s, const char *name);
int col_add_int(struct step *s, const char *name);

/* Start the output with no columns: for filters that make new rows. */
void col_none(struct step *s);

/* A cell's number, NaN when empty; dies naming file, line and column when it is no number. */
double row_parse(struct step *s, struct row *r, int col);

static inline double
row_num(struct step *s, struct row *r, int col)
{
	return r->c[col].num ? r->c[col].x : row_parse(s, r, col);
}

/* Is there such a column (col_find's, which may be -1), and is it 1? */
static inline bool
row_flag(struct step *s, struct row *r, int col)
{
	return col >= 0 && row_num(s, r, col) == 1;
}

/* A cell's text, without quotes. A column that the chain computed has none: dies. */
struct slice row_text(struct step *s, struct row *r, int col);

/* The day of the `time` column; dies when it is no date. */
int row_day(struct step *s, struct row *r);

/* Its moment, in seconds from 1970: midnight of a date alone; dies when it is no time. */
int64_t row_stamp(struct step *s, struct row *r);

/* Set a cell that col_add gave. An infinity dies, naming the column. */
_Noreturn void row_infinite(const struct step *s, const struct row *r, int col);

static inline void
row_set(struct step *s, struct row *r, int col, double x)
{
	if (__builtin_expect(isinf(x), 0))
		row_infinite(s, r, col);
	if (s->out.c[col].integer)
		x += 0.0; /* -0 prints as 0 */
	r->c[col] = (struct cell){ .x = x, .num = true };
}

/* `file:line`, for messages; valid until the next call. */
const char *row_place(const struct row *r);

/* Pass a row on. */
void row_emit(struct step *s, struct row *r);

/*
 * The state of the row's instrument, zeroed (and given to ->key) when new.
 * Dies when an instrument's time does not increase, or its rows don't stand
 * together though the filter wants that.
 */
void *row_key(struct step *s, struct row *r);

/* Every instrument's state in order of first appearance: for end(). */
int step_keys(const struct step *s);
void *step_key(const struct step *s, int i, const char **instrument);

/* A fresh row of s's output columns, all empty, to set and emit; owned by the caller, reusable. */
struct row *row_new(const struct step *s);

/* Print a header or a row as CSV. */
struct out;
void head_print(struct out *o, const struct head *h);
void row_print(struct out *o, const struct head *h, const struct row *r);

/* Run one filter as a program: stdin or the one operand to stdout. */
int filter_main(const struct filter *f, int argc, char **argv);

/* Run filters behind one another: argv is "name options then name options …". */
int chain_main(const struct filter *const *all, int n, int argc, char **argv);

/* At the end of a tool's file: its main, or in st-chain its entry in the table. */
#ifdef ST_CHAIN
#define FILTER_MAIN(x) \
	static const struct filter *const entry_##x __attribute__((used, section("st_filters"))) = &(x);
#else
#define FILTER_MAIN(x) \
	int \
	main(int argc, char **argv) \
	{ \
		return filter_main(&(x), argc, argv); \
	}
#endif

#endif
