/*
 * defaults - the keys that a config may have, their defaults and meanings
 *
 * All of it comes from lib/config/defaults.yaml, which is linked in. Documents are struct
 * config_yaml: a value and, in the same shape, where it stood.
 */
#ifndef ST_CONFIG_DEFAULTS_H
#define ST_CONFIG_DEFAULTS_H

#include <stdbool.h>

#include "config/yaml_place.h"

/*
 * Die naming place and key when a document has an unknown key (with the nearest
 * known one) or a value that cannot be meant, as text where a number belongs.
 */
void defaults_check(const struct config_yaml *y);

/*
 * Fill a config in: an absent or null key gets its default, a mapping is filled in
 * turn, anything else stands. The keys in `whole` are finished: in them a mapping of
 * names (duplicate_instruments' lists) stands as it is, even empty; only options
 * are filled in.
 */
void defaults_fill(struct config_yaml *y, const json_t *whole);

/* Does a config have every key that has a default? */
bool defaults_complete(const struct config_yaml *y);

/* A key: in whatever mapping it stands, read by no program. */
bool defaults_unread(const char *const *path, int n);

/* Every known key in the file's order: f gets its dotted path, default (NULL for none), type and meaning. */
void defaults_each(void (*f)(void *arg, const char *key, const json_t *value, const char *type, const char *meaning),
    void *arg);

#endif
