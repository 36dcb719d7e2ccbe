/* weighted_rules - has every rule that a config gives a weight, a scalar or an instrument been told of at all? */
#ifndef ST_CONFIG_WEIGHTED_RULES_H
#define ST_CONFIG_WEIGHTED_RULES_H

#include <stdbool.h>

#include "config/yaml_place.h"

/*
 * Warn of rules that trading_rules lacks in forecast_weights, forecast_scalars and rule_variations, once for each key,
 * naming the first by its place and the rule that may have been meant. When the config is to be run, a fixed forecast
 * weight of such a rule dies, for it can't be followed, but of an instrument that instrument_weights lacks. A config
 * without trading_rules is a part of one.
 */
void weighted_rules_check(const struct config_yaml *doc, bool run);

#endif
