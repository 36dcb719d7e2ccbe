/*
 * stitched_rows - an instrument's rows, held until its last roll is known and their prices are stitched
 *
 * Either whole rows of a step, to be passed on with the adjusted price, or their stamps alone, for a file; not both.
 */
#ifndef ST_ROLL_STITCHED_ROWS_H
#define ST_ROLL_STITCHED_ROWS_H

#include <stdbool.h>

#include "roll/back_adjust.h"
#include "stream/held_rows.h"

/* Zeroed to begin with; owns what it holds, as long as the process lives. */
struct stitched_rows {
	struct back_adjust stitch;        /* its prices; the caller's to roll */
	bool drop_missing;           /* the caller's to set: drop rows without a price from the last roll on */
	long dropped;                /* so many were */
	/* private */
	struct held_rows held;
};

/* Hold a row of step s at a price, or its stamp. */
void stitched_rows_add(struct stitched_rows *t, const struct step *s, const struct row *r, double price);
void stitched_rows_add_stamp(struct stitched_rows *t, struct slice stamp, double price);

/* Pass the rows on, their adjusted prices in a column; and hold none. */
void stitched_rows_emit(struct stitched_rows *t, struct step *s, int column);

/* Write them as a file of adjusted_prices_csv, in place of an old one; and hold none. */
void stitched_rows_file(struct stitched_rows *t, const char *path);

#endif
