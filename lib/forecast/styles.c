#include "forecast/styles.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"

/* The first group, in order of their names, that has `name` in its list; NULL for none. */
static const char *
group_with(const json_t *groups, const char *name)
{
	const char **key = json_sorted_keys(groups), *found = NULL;

	for (size_t i = 0; !found && i < json_object_size(groups); i++) {
		const json_t *list = json_object_get(groups, key[i]), *v;
		size_t j;
		json_array_foreach(list, j, v)
			if (json_is_string(v) && strcmp(json_string_value(v), name) == 0)
				found = key[i];
	}
	free(key);
	return found;
}

static const char *
word_of_function(const struct config *c, const char *rule)
{
	const json_t *v = json_object_get(config_get(c, "trading_rules"), rule);
	const char *function = json_string_value(json_is_object(v) ? json_object_get(v, "function") : v);

	if (!function || !*function)
		return rule;
	if (strncmp(function, "exec:", 5) != 0)
		return config_function(function);
	const char *slash = strrchr(function, '/');
	return slash && slash[1] ? slash + 1 : function + 5;
}

const char *
style_of(const struct config *c, const char *rule)
{
	const char *group = group_with(config_get(c, "rule_groups"), rule), *style = NULL;

	if (group)
		style = group_with(config_get(c, "style_groups"), group);
	return style ? style : group ? group : word_of_function(c, rule);
}
