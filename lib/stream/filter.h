/*
 * filter - what every row filter shares: a widening table in, a wider one out
 *
 * A filter declares its options, looks its columns up once, and then gets every
 * row; it sets its own columns and emits the row. Columns that it does not touch
 * pass byte for byte. The same filter runs alone in a pipe or, with no text in
 * between, behind others in st-chain: a number set by one is the double that the
 * next reads, which is what printing and reading it back would give.
 */
#ifndef ST_STREAM_FILTER_H
#define ST_STREAM_FILTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/opt.h"
#include "stream/row.h"

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

/* Pass a row on. */
static inline void
row_emit(struct step *s, struct row *r)
{
	r->n = s->out.n;
	s->next->f->row(s->next, r);
}

/* What a filter tells of its use. */
struct opt_usage filter_usage(const struct filter *f);

/* Run one filter as a program: stdin or the one operand to stdout. */
int filter_main(const struct filter *f, int argc, char **argv);

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
