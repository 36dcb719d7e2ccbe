#include "forecast/variations.h"

#include <string.h>

#include "base/die.h"

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
	if (!own && json_is_object(all))
		die("%s: rule_variations has none for '%s'", c->path, instrument);
	return own ? own : all;
}

bool
variations_has(const struct config *c, const char *instrument, const char *rule)
{
	const json_t *list = list_of(c, instrument);

	return !list || holds(list, rule);
}

static void
check_list(const struct config *c, const json_t *list, const json_t *rules)
{
	const json_t *e;
	size_t i;

	if (!json_is_array(list))
		die("%s: rule_variations is no list of rules, nor one for each instrument", c->path);
	json_array_foreach(list, i, e)
		if (!json_is_string(e) || !json_object_get(rules, json_string_value(e)))
			die("%s: rule_variations names a rule that trading_rules lacks: \"%s\"", c->path,
			    json_is_string(e) ? json_string_value(e) : "");
}

void
variations_check(const struct config *c)
{
	const json_t *all = config_get(c, "rule_variations"), *rules = config_get(c, "trading_rules"), *own;
	const char *instrument;

	if (!all || !config_bool_or(c, "use_forecast_weight_estimates", false))
		return;
	if (!json_is_object(all))
		check_list(c, all, rules);
	json_object_foreach((json_t *)all, instrument, own)
		check_list(c, own, rules);
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
