/*
 * setting - one value of a config said by itself: KEY=VALUE
 *
 * KEY is a dotted path, VALUE any YAML that isn't empty. What is wrong dies as said by --set, which is what every
 * program calls it; so is the place of what it sets.
 */
#ifndef ST_CONFIG_SETTING_H
#define ST_CONFIG_SETTING_H

#include "config/yaml_place.h"

/* Put a setting over a config, making mappings on the way to it; null takes the key away. */
void setting_put(struct config_yaml doc, const char *setting);

#endif
