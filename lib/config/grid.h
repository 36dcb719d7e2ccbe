/*
 * grid - values of config keys, every combination of which is a point
 *
 * An axis is KEY=VALUE,VALUE,...: KEY a dotted path, a value the text of YAML, of which a comma in brackets or quotes is a
 * part; an empty one leaves the key as it is. Everything wrong dies naming the key.
 */
#ifndef ST_CONFIG_GRID_H
#define ST_CONFIG_GRID_H

#include "base/names.h"
#include "base/slice.h"

enum { GRID_POINTS = 1000000 }; /* at most */

struct grid {
	struct names keys;   /* of the axes, in their order */
	struct grid_axis {
		struct slice *v; /* its values, in the axis's text */
		int n;
	} *axis;
	long points;
};

/* n axes, whose texts must stay. */
struct grid grid_read(char *const *axis, int n);

/* The values of point 0 <= i < points, one a key; the last axis turns fastest. */
void grid_point(const struct grid *g, long i, struct slice *value);

/* Add a key to those of a point; dies when it can't be a config's, or is there already. */
void grid_add_key(struct names *keys, struct slice key);

#endif
