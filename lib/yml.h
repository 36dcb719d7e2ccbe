/*
 * yml - a YAML or JSON document as a JSON value that knows where each part stood
 *
 * YAML 1.1 as PyYAML reads it (yes/no/on/off, 1_000, 017, anchors, `<<`), JSON as
 * the subset of it that it is. Differences, all towards the careful side: 1e6 and
 * -.5 are numbers; a date is text; a key is the text that was written (NO: is "NO");
 * a base-60 number, .inf and .nan, a duplicate key and an empty key are errors.
 * Every failure dies naming file and line: text that isn't UTF-8, more than YML_MAX
 * bytes or YML_DEPTH levels, aliases that expand beyond YML_COST.
 */
#ifndef ST_YML_H
#define ST_YML_H

#include <jansson.h>
#include <stddef.h>

enum {
	YML_MAX = 16 << 20,  /* bytes of a file */
	YML_DEPTH = 64,      /* mappings and lists within one another */
	YML_KEY = 255,       /* bytes of a key */
	YML_COST = 64 << 20, /* 64 a node and its text, aliases expanded */
};

/*
 * `where` has the shape of `value`: for a mapping an object with the same keys, and
 * under the key "" its own place; for all else the place, "FILE:LINE" of the key.
 */
struct yml {
	json_t *value, *where; /* owned by whoever holds the struct */
};

/* A file whose document is a mapping; "-" is standard input. */
struct yml yml_file(const char *path);

/* The same from n bytes; name is for messages and places. */
struct yml yml_text(const char *p, size_t n, const char *name);

/* Any value, such as a scalar, from one argument; every place is `place`. */
struct yml yml_value(const char *text, const char *place);

void yml_free(struct yml *y);

/* The places of a value all of which stands at one place; a new reference. */
json_t *yml_places(const json_t *value, const char *place);

/* The places of an entry that stands at one: those in it, taken over, or with NULL the place alone; "?" if it is no UTF-8. */
json_t *yml_at(json_t *where, const char *place);

/* The place of one entry of `where`. */
const char *yml_place(const json_t *where);

/* A value that jansson made, or death for want of memory. */
json_t *yml_must(json_t *v);

/* Put value and place under a key, taking over both references. */
void yml_put(struct yml *y, const char *key, json_t *value, json_t *where);

#endif
