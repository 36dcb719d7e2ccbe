/*
 * intake_times - the times of all rows, as the one of the adapter's formats means them that all of them have
 *
 * Which one that is need not be seen from the first row: 01/02/2020 may be of two. So
 * the stamps by each format that is still possible are held until the last row is read.
 */
#ifndef ST_VENDOR_INTAKE_TIMES_H
#define ST_VENDOR_INTAKE_TIMES_H

#include "base/slice.h"
#include "vendor/intake.h"

struct intake_times {
	const struct intake *k;
	const char *column;     /* their name, for messages */
	/* private */
	int64_t *stamp[INTAKE_NAMES];
	bool not[INTAKE_NAMES]; /* a time was not of this format */
	size_t n, room;
};

/* Is it a time of one of the formats? */
bool intake_times_is(const struct intake *k, struct slice s);

/* The time of the next row, which is at `at`; dies when it is of no format that those before it have. */
void intake_times_add(struct intake_times *t, const struct bars *b, long at, struct slice s);

/* Give all bars their times, in the order in which they came; dies when two formats fit and mean different ones. */
void intake_times_end(struct intake_times *t, struct bars *b);

#endif
