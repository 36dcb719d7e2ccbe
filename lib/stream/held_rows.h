/*
 * held_rows - rows of a step held back in the order they came, to be passed on later
 *
 * They lie one behind another in memory that is used again: text as it stood, numbers
 * as doubles. Where one text of a row is enough, that alone is held; not both kinds in one.
 */
#ifndef ST_STREAM_HELD_ROWS_H
#define ST_STREAM_HELD_ROWS_H

#include <stdint.h>

#include "stream/filter.h"

/* Zeroed to begin with; owns what it holds, as long as the process lives. */
struct held_rows {
	size_t n;
	/* private */
	struct held_rows_at {
		size_t at;           /* where its bytes begin */
		long line;           /* where it was read */
	} *row;
	uint32_t *size;              /* of each cell's text */
	char *bytes;
	size_t cap, sizes, used, room;
	const char *file;
	int nraw;
	struct row *out;
};

/* Hold a row that step s got; its columns are s->in's. */
void held_rows_add(struct held_rows *h, const struct step *s, const struct row *r);

/* Hold a text in place of a row. */
void held_rows_add_text(struct held_rows *h, struct slice text);

/* Row i as it came, to set s's new columns in and emit; valid until the next call. */
struct row *held_rows_row(struct held_rows *h, const struct step *s, size_t i);

/* Text i; valid until the next is held. */
struct slice held_rows_text(const struct held_rows *h, size_t i);

/* Hold nothing. */
void held_rows_clear(struct held_rows *h);

#endif
