/*
 * yaml_place - a JSON value made of a document, beside it where each part of it stood
 *
 * config/yaml.h reads one. Whoever holds the struct owns both values.
 */
#ifndef ST_CONFIG_YAML_PLACE_H
#define ST_CONFIG_YAML_PLACE_H

#include <jansson.h>

/*
 * `where` has the shape of `value`: for a mapping an object with the same keys, and
 * under the key "" its own place; for all else the place, "FILE:LINE" of the key.
 */
struct config_yaml {
	json_t *value, *where; /* owned by whoever holds the struct */
};

/* The places of a value all of which stands at one place; a new reference. */
json_t *yaml_places(const json_t *value, const char *place);

/* The places of an entry that stands at one: those in it, taken over, or with NULL the place alone; "?" if it is no UTF-8. */
json_t *yaml_place_at(json_t *where, const char *place);

/* The place of one entry of `where`. */
const char *yaml_place(const json_t *where);

/* Put value and place under a key, taking over both references. */
void yaml_place_put(struct config_yaml *y, const char *key, json_t *value, json_t *where);

#endif
