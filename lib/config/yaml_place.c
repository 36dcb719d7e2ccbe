#include "config/yaml_place.h"

#include "base/die.h"
#include "base/json.h"

static void
put(json_t *object, const char *key, json_t *v)
{
	if (json_object_set_new(object, key, json_must(v)))
		die("out of memory");
}

void
yaml_place_put(struct config_yaml *y, const char *key, json_t *value, json_t *where)
{
	put(y->value, key, value);
	put(y->where, key, where);
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
		own = json_must(json_string("?"));
	if (!where)
		return own;
	put(where, "", own);
	return where;
}

json_t *
yaml_places(const json_t *value, const char *place)
{
	json_t *where, *v;
	const char *key;

	if (!json_is_object(value))
		return yaml_place_at(NULL, place);
	where = yaml_place_at(json_must(json_object()), place);
	json_object_foreach((json_t *)value, key, v)
		put(where, key, yaml_places(v, place));
	return where;
}
