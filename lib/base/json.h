/* json - jansson's values: read from text that anyone sent, printed so that equal ones give equal bytes */
#ifndef ST_BASE_JSON_H
#define ST_BASE_JSON_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/out.h"
#include "base/slice.h"
#include "base/wrong.h"

/*
 * The one value that a text holds, a new reference, or NULL and what is wrong, with the byte
 * where: no JSON, not UTF-8, a NUL, a key twice in an object, a number too large for a double or
 * an int64_t (one too small is 0), more than JSON_DEPTH levels, bytes behind the value.
 */
enum { JSON_DEPTH = 64 };
json_t *json_parse(struct slice text, struct wrong *w);

/* Is there an entry of that name, other than null? For those that need not be there. */
bool json_has(const json_t *o, const char *key);

/*
 * An entry of an object; wrong, naming the key, when there is none (or o is no object), or it is of
 * another kind. A text is UTF-8 without a NUL, as long as the object; a number may be whole, a whole
 * number must be written as one.
 */
bool json_get_text(const json_t *o, const char *key, const char **s, struct wrong *w);
bool json_get_num(const json_t *o, const char *key, double *x, struct wrong *w);
bool json_get_int(const json_t *o, const char *key, int64_t *n, struct wrong *w);
bool json_get_bool(const json_t *o, const char *key, bool *b, struct wrong *w);
bool json_get_object(const json_t *o, const char *key, const json_t **v, struct wrong *w);
bool json_get_array(const json_t *o, const char *key, const json_t **v, struct wrong *w);

/*
 * Print v, objects with their keys in byte order, numbers as base/num.h has them.
 * indent is the level that v stands at (0 at first), each level one space and each
 * element a line; with -1 all is on one line.
 */
void json_print(struct out *o, const json_t *v, int indent);

/* The same on one line without blanks, keys as they came: what was printed so gives the same bytes when it was read. */
void json_print_compact(struct out *o, const json_t *v);

/* Print a text in its quotes. */
void json_print_text(struct out *o, const char *s);

/* An object's keys in byte order; the caller frees the array, the strings are the object's. */
const char **json_sorted_keys(const json_t *o);

/* What nearest_said says of an object's keys. */
const char *json_nearest(const json_t *object, const char *wanted);

#endif
