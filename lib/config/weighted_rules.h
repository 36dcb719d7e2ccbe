/* weighted_rules - has every rule that a config gives a weight, a scalar or an instrument been told of at all? */
#ifndef ST_CONFIG_WEIGHTED_RULES_H
#define ST_CONFIG_WEIGHTED_RULES_H

#include "config/yaml_place.h"

/*
 * Die at a fixed forecast weight of a rule that trading_rules lacks, naming its place and the rule that may have been
 * meant: it could not be followed. Weights of an instrument that instrument_weights lacks, forecast_scalars and
 * rule_variations of such a rule are warned of, once for each key. A config without trading_rules is a part of one.
 */
void weighted_rules_check(const struct config_yaml *doc);

#endif
