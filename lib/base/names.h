/* names - strings to small integers: the n-th distinct string put in is n */
#ifndef ST_BASE_NAMES_H
#define ST_BASE_NAMES_H

#include "base/slice.h"

struct names {
	int n;        /* strings held */
	char **name;  /* name[i], ended by a NUL, owned by the table */
	/* private */
	unsigned *slot;
	unsigned slots;
};

int names_put(struct names *t, struct slice s);        /* the index, added if new; dies when there is a NUL in it */
int names_get(const struct names *t, struct slice s);  /* the index or -1 */

/* The same strings in a table of their own, in order of their bytes. */
struct names names_sorted(const struct names *t);

/* Are there no control characters in it? An instrument's code, which names files and columns, must have none. */
bool names_plain(struct slice s);

#endif
