/* unusual - what a config may say, as pysystemtrade lets it, and is seldom meant: rules turned round */
#ifndef ST_CONFIG_UNUSUAL_H
#define ST_CONFIG_UNUSUAL_H

#include "config/yaml.h"

/*
 * Warn once of forecast weights below zero, and once of forecast scalars not above it, naming the first by its place
 * and how many more there are.
 */
void unusual_tell(const struct config_yaml *doc);

#endif
