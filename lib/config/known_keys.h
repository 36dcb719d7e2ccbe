/*
 * known_keys - the keys that lib/config/defaults.yaml knows, and what the comment behind each says
 */
#ifndef ST_CONFIG_KNOWN_KEYS_H
#define ST_CONFIG_KNOWN_KEYS_H

#include <stdbool.h>

#include "base/slice.h"
#include "config/yaml.h"

/* A known key: its default, if any, and the mapping it may hold. */
struct known {
	const json_t *value, *where;
};

/* All of them: the mapping that a config is. */
struct known known_all(void);

/* The entry for a key, or for any name; value is NULL when there is neither. */
struct known known_key(struct known k, const char *key);

/* Is it a mapping from names, not of options? */
bool known_of_names(struct known k);

struct note {
	char type[64]; /* "number", "text|list", …; "" for anything */
	bool unread;
	struct slice meaning;
};

struct note known_note(struct known k);

#endif
