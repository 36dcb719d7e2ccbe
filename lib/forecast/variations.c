#include "forecast/variations.h"

#include <string.h>

static bool
holds(const json_t *list_or_map, const char *rule)
{
	const json_t *e;
	size_t i;

	if (json_object_get(list_or_map, rule))
		return true;
	json_array_foreach(list_or_map, i, e)
		if (json_is_string(e) && strcmp(json_string_value(e), rule) == 0)
			return true;
	return false;
}

const json_t *
variations_weights(const struct config *c, const char *instrument)
{
	const json_t *w = config_get(c, "forecast_weights"), *own = json_object_get(w, instrument);

	if (own)
		return own;
	return json_object_get(w, "ALL") ? json_object_get(w, "ALL") : w;
}

/* What lists an instrument's rules, NULL for all rules. */
static const json_t *
list_of(const struct config *c, const char *instrument)
{
	if (!config_bool_or(c, "use_forecast_weight_estimates", false))
		return variations_weights(c, instrument);
	const json_t *all = config_get(c, "rule_variations"), *own = json_object_get(all, instrument);
	return own ? own : all;
}

bool
variations_has(const struct config *c, const char *instrument, const char *rule)
{
	const json_t *list = list_of(c, instrument);

	return !list || holds(list, rule);
}

bool
variations_has_any(const struct config *c, const char *rule)
{
	bool estimated = config_bool_or(c, "use_forecast_weight_estimates", false);
	const json_t *all = config_get(c, estimated ? "rule_variations" : "forecast_weights"), *one;
	const char *key;

	if (!all || holds(all, rule))
		return true;
	json_object_foreach((json_t *)all, key, one)
		if (holds(one, rule))
			return true;
	return false;
}
