/*
 * key_order - do the rows of a table that have one key come once, or in order of time?
 *
 * A key's values but the time make a group: an instrument's rows, a rule's in an instrument.
 */
#ifndef ST_STREAM_KEY_ORDER_H
#define ST_STREAM_KEY_ORDER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/names.h"

struct key_order {
	struct names groups;
	/* private */
	struct key_order_group {
		int64_t time;   /* of its latest row */
		long line;      /* of its first, when that was said */
	} *group;
	int last;               /* the group asked for last */
};

/* The number of a group in `groups`; a new one is put there. */
int key_order_group(struct key_order *k, struct slice values);

/* The line on which the group stood already; 0 when it stands on this one for the first time. */
long key_order_first(struct key_order *k, int group, long line);

/* Is a time later than that of the group asked for before? */
bool key_order_later(struct key_order *k, int group, int64_t t);

#endif
