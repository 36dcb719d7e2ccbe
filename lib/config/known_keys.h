/*
 * known_keys - the keys that lib/config/defaults.yaml knows, and what the comment behind each says
 */
#ifndef ST_CONFIG_KNOWN_KEYS_H
#define ST_CONFIG_KNOWN_KEYS_H

#include <stdbool.h>

#include "base/slice.h"
#include "config/yaml_place.h"

/* A known key: its default, if any, and the mapping it may hold. */
struct known_keys {
	const json_t *value, *where;
};

/* All of them: the mapping that a config is. */
struct known_keys known_keys_all(void);

/* The entry for a key, or for any name; value is NULL when there is neither. */
struct known_keys known_keys_get(struct known_keys k, const char *key);

/* Is it a mapping from names, not of options? */
bool known_keys_of_names(struct known_keys k);

struct known_keys_note {
	char type[64]; /* "number", "text|list", …; "" for anything */
	bool unread;
	struct slice meaning;
};

struct known_keys_note known_keys_note(struct known_keys k);

#endif
