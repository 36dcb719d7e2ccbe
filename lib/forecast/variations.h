/*
 * variations - which trading rules' variations an instrument's forecast is made of
 *
 * With estimated forecast weights those of rule_variations (a list, or one by instrument), else the
 * keys of forecast_weights (by instrument, ALL, or one for all); all rules where there is neither.
 */
#ifndef ST_FORECAST_VARIATIONS_H
#define ST_FORECAST_VARIATIONS_H

#include <stdbool.h>

#include "config/config.h"

/* Dies where rule_variations, if they are read, name a rule that is none of trading_rules. */
void variations_check(const struct config *c);

/* Dies where rule_variations go by instrument and have none for this one. */
bool variations_has(const struct config *c, const char *instrument, const char *rule);

/* Has any instrument of the config the rule? */
bool variations_has_any(const struct config *c, const char *rule);

/* The fixed weights of an instrument's forecasts, a map by rule; NULL when all count the same. */
const json_t *variations_weights(const struct config *c, const char *instrument);

#endif
