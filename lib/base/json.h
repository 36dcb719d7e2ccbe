/* json - jansson's values: printed so that equal ones give equal bytes */
#ifndef ST_BASE_JSON_H
#define ST_BASE_JSON_H

#include <jansson.h>

#include "base/out.h"

/* A value that jansson made, or death for want of memory. */
json_t *json_must(json_t *v);

/*
 * Print v, objects with their keys in byte order, numbers as base/num.h has them.
 * indent is the level that v stands at (0 at first), each level one space and each
 * element a line; with -1 all is on one line.
 */
void json_print(struct out *o, const json_t *v, int indent);

/* An object's keys in byte order; the caller frees the array, the strings are the object's. */
const char **json_sorted_keys(const json_t *o);

#endif
