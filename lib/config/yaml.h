/*
 * yaml - a YAML or JSON document as a JSON value that knows where each part stood
 *
 * YAML 1.1 as PyYAML reads it (yes/no/on/off, 1_000, 017, anchors, `<<`), JSON as
 * the subset of it that it is. Differences, all towards the careful side: 1e6 and
 * -.5 are numbers; a date is text; a key is the text that was written (NO: is "NO");
 * a base-60 number, .inf and .nan, a duplicate key and an empty key are errors.
 * Every failure dies naming file and line: text that isn't UTF-8, more than YAML_MAX
 * bytes, or more than config/yaml_tree.h lets be.
 */
#ifndef ST_CONFIG_YAML_H
#define ST_CONFIG_YAML_H

#include <jansson.h>
#include <stddef.h>

#include "config/yaml_place.h"

enum { YAML_MAX = 16 << 20 }; /* bytes of a file */

/* A file whose document is a mapping; "-" is standard input. */
struct config_yaml yaml_file(const char *path);

/* The same from n bytes; name is for messages and places. */
struct config_yaml yaml_text(const char *p, size_t n, const char *name);

/* Any value, such as a scalar, from one argument; every place is `place`. */
struct config_yaml yaml_value(const char *text, const char *place);

void yaml_close(struct config_yaml *y);

#endif
