#include "config/weighted_rules.h"

#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "base/nearest.h"
#include "base/warn.h"

/* The document, and what is wrong with the key under way. */
struct check {
	const json_t *rules;
	const char *key;
	char first[700];
	int n;
};

/* A rule is named at a place; does it matter to a run? */
static void
look(struct check *c, const char *rule, const json_t *where, bool matters)
{
	struct nearest near = nearest_to(slice_of(rule));
	const char *name;
	char text[700];
	json_t *v;

	if (json_object_get(c->rules, rule))
		return;
	json_object_foreach((json_t *)c->rules, name, v)
		nearest_try(&near, name);
	snprintf(text, sizeof text, "%.300s: %s has a rule '%.80s' that trading_rules has not%s", yaml_place(where), c->key, rule,
	    nearest_said(&near));
	if (matters)
		die("%s", text);
	if (!c->n++)
		memcpy(c->first, text, sizeof text);
}

/* Is an instrument's entry read by a run? All are when it isn't said which instruments there are. */
static bool
is_traded(const struct config_yaml *doc, const char *instrument)
{
	const json_t *weights = json_object_get(doc->value, "instrument_weights");

	return !json_is_object(weights) || json_object_get(weights, instrument);
}

/* Names in a list, which all stand where it does. */
static void
look_in_list(struct check *c, const json_t *list, const json_t *where, bool matters)
{
	json_t *v;
	size_t i;

	json_array_foreach((json_t *)list, i, v)
		if (json_is_string(v))
			look(c, json_string_value(v), where, matters);
}

/* A list of rules; rules with a value each; or instruments with such rules or with a list of them. */
static void
look_in(struct check *c, const struct config_yaml *doc, bool matters)
{
	json_t *map = json_object_get(doc->value, c->key), *places = json_object_get(doc->where, c->key), *v, *inner;
	const char *name, *rule;

	look_in_list(c, map, places, matters);
	json_object_foreach(map, name, v) {
		json_t *at = json_object_get(places, name);
		if (!json_is_object(v) && !json_is_array(v))
			look(c, name, at, matters);
		json_object_foreach(v, rule, inner)
			look(c, rule, json_object_get(at, rule), matters && is_traded(doc, name));
		look_in_list(c, v, at, false);
	}
	if (c->n > 1)
		warn("%s; and %d more", c->first, c->n - 1);
	else if (c->n)
		warn("%s", c->first);
}

void
weighted_rules_check(const struct config_yaml *doc, bool run)
{
	static const char *const keys[] = { "forecast_weights", "forecast_scalars", "rule_variations" };
	const json_t *rules = json_object_get(doc->value, "trading_rules");
	bool fixed = !json_is_true(json_object_get(doc->value, "use_forecast_weight_estimates"));

	if (!json_is_object(rules))
		return;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct check c = { .rules = rules, .key = keys[i] };
		look_in(&c, doc, run && i == 0 && fixed);
	}
}
