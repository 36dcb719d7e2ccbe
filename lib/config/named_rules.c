#include "config/named_rules.h"

#include <stdio.h>

#include "base/json.h"

/* A rule that is a function's name becomes one that has it. */
static json_t *
rule_of(json_t *v)
{
	return json_is_string(v) ? json_pack("{sO}", "function", v) : json_incref(v);
}

/* The n-th rule of those without names, which stand where their list does. */
static void
put_nth(struct config_yaml *rules, size_t n, json_t *v, json_t *where)
{
	char name[32];
	json_t *rule = rule_of(v);

	snprintf(name, sizeof name, "rule%zu", n);
	yaml_place_put(rules, name, rule, where ? json_incref(where) : yaml_places(rule, yaml_place(rules->where)));
}

/* Each rule of a mapping. */
static void
name_functions(struct config_yaml rules)
{
	const char *name;
	void *next;
	json_t *v;

	json_object_foreach_safe(rules.value, next, name, v)
		if (json_is_string(v)) {
			json_t *rule = rule_of(v);
			yaml_place_put(&rules, name, rule, yaml_places(rule, yaml_place(json_object_get(rules.where, name))));
		}
}

void
named_rules(struct config_yaml *doc)
{
	json_t *given = json_object_get(doc->value, "trading_rules"), *where = json_object_get(doc->where, "trading_rules"), *v;
	bool single = json_is_string(given) || json_is_string(json_object_get(given, "function"));
	size_t i;

	if (json_is_object(given) && !single) {
		name_functions((struct config_yaml){ given, where });
		return;
	}
	if (!single && !json_is_array(given))
		return;
	struct config_yaml rules = { json_object(), NULL };
	rules.where = yaml_places(rules.value, yaml_place(where));
	if (single)
		put_nth(&rules, 0, given, json_is_object(where) ? where : NULL);
	json_array_foreach(given, i, v)
		put_nth(&rules, i, v, NULL);
	yaml_place_put(doc, "trading_rules", rules.value, rules.where);
}
