/*
 * named_rules - trading_rules in the one form that programs read: a mapping of rules by name
 *
 * pysystemtrade also takes a list, whose rules are rule0, rule1 and so on, and a single rule, rule0; and the name of a
 * function alone for a rule that has nothing else.
 */
#ifndef ST_CONFIG_NAMED_RULES_H
#define ST_CONFIG_NAMED_RULES_H

#include "config/yaml_place.h"

/* Name the rules of a document, if it has any; what can be no rules stays as it is. */
void named_rules(struct config_yaml *doc);

#endif
