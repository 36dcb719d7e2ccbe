/* yaml_scalar - what a YAML scalar without quotes stands for: null, truth, a number or text (config/yaml.h has the rules) */
#ifndef ST_CONFIG_YAML_SCALAR_H
#define ST_CONFIG_YAML_SCALAR_H

#include <jansson.h>

#include "base/slice.h"

/* A new reference; dies naming the place on a number that is none of ours (base 60, infinite, too large). */
json_t *yaml_scalar_plain(struct slice s, const char *place);

#endif
