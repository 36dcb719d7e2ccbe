/*
 * styles - the trading style of each rule: trend, carry, …
 *
 * The config's style_groups name groups of rule_groups, which name rules. A rule in none has the style of its
 * function's last word: ewmac of systems.provided.rules.ewmac, breakout, carry; a program (exec:) has its file's name.
 */
#ifndef ST_FORECAST_STYLES_H
#define ST_FORECAST_STYLES_H

#include "config/config.h"

/* The style of a rule of the config; a rule group without a style is one. Lives as long as the config. */
const char *style_of(const struct config *c, const char *rule);

#endif
