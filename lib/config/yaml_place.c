#include "config/yaml_place.h"

void
yaml_place_put(struct config_yaml *y, const char *key, json_t *value, json_t *where)
{
	json_object_set_new(y->value, key, value);
	json_object_set_new(y->where, key, where);
}

const char *
yaml_place(const json_t *where)
{
	const json_t *own = json_is_object(where) ? json_object_get(where, "") : where;

	return json_is_string(own) ? json_string_value(own) : "?";
}

json_t *
yaml_place_at(json_t *where, const char *place)
{
	json_t *own = json_string(place);

	if (!own)
		own = json_string("?");
	if (!where)
		return own;
	json_object_set_new(where, "", own);
	return where;
}

json_t *
yaml_places(const json_t *value, const char *place)
{
	json_t *where, *v;
	const char *key;

	if (!json_is_object(value))
		return yaml_place_at(NULL, place);
	where = yaml_place_at(json_object(), place);
	json_object_foreach((json_t *)value, key, v)
		json_object_set_new(where, key, yaml_places(v, place));
	return where;
}
