/* What a config may say: defaults_check of config/defaults.h. */
#include "config/defaults.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/die.h"
#include "base/nearest.h"
#include "base/num.h"
#include "config/known_keys.h"

/* The known key nearest to one, NULL when none is near. */
static const char *
nearest(struct known_keys k, const char *key)
{
	struct nearest near = nearest_to(slice_of(key));
	const char *name;
	json_t *v;

	json_object_foreach((json_t *)k.value, name, v)
		if (strcmp(name, "*") != 0)
			nearest_try(&near, name);
	return near.name;
}

static bool
is_flag(const json_t *v)
{
	static const char *const words[] = { "true", "t", "false", "f" };
	const char *s = json_string_value(v);

	for (size_t i = 0; s && i < sizeof words / sizeof *words; i++)
		if (strcasecmp(s, words[i]) == 0)
			return true;
	return json_is_boolean(v);
}

static bool
is_number(const json_t *v)
{
	double x;

	return json_is_number(v) || (json_is_string(v) && num_parse(json_string_value(v), json_string_length(v), &x));
}

static bool
is_type(const json_t *v, struct slice type)
{
	if (slice_is(type, "number"))
		return is_number(v);
	if (slice_is(type, "flag"))
		return is_flag(v);
	if (slice_is(type, "text"))
		return json_is_string(v);
	if (slice_is(type, "list"))
		return json_is_array(v);
	if (slice_is(type, "map"))
		return json_is_object(v);
	return json_is_string(v) && slice_is(type, json_string_value(v));
}

/* Is it one of "number|map"? A null always may stand: it is an absent key. */
static bool
is_one_of(const json_t *v, const char *types)
{
	if (json_is_null(v) || !*types)
		return true;
	for (const char *p = types;; p++) {
		size_t n = strcspn(p, "|");
		if (is_type(v, (struct slice){ p, n }))
			return true;
		p += n;
		if (!*p)
			return false;
	}
}

static _Noreturn void
die_type(const char *path, const json_t *v, const char *place, const char *types)
{
	char *text = json_is_object(v) ? NULL : json_dumps(v, JSON_ENCODE_ANY);

	die("%s: '%s' wants %s, not %.80s", place, path, types, text ? text : "a mapping");
}

static void check_keys(const char *path, const json_t *value, const json_t *where, struct known_keys k);

static void
check_one(const char *path, const json_t *value, const json_t *where, struct known_keys k)
{
	struct known_keys_note n = known_keys_note(k);

	if (!is_one_of(value, n.type))
		die_type(path, value, yaml_place(where), n.type);
	if (json_is_object(value) && json_is_object(k.value))
		check_keys(path, value, where, k);
}

static _Noreturn void
die_unknown(const char *prefix, const char *key, const char *place, struct known_keys k)
{
	const char *near = nearest(k, key);

	if (near)
		die("%s: unknown key '%s%s'; did you mean '%s%s'?", place, prefix, key, prefix, near);
	die("%s: unknown key '%s%s'", place, prefix, key);
}

/* prefix is "" or ends in a dot. */
static void
check_keys(const char *path, const json_t *value, const json_t *where, struct known_keys k)
{
	char prefix[512], full[1024]; /* for messages: a longer path is cut */
	const char *key;
	json_t *v;

	snprintf(prefix, sizeof prefix, "%.500s%s", path, *path ? "." : "");
	json_object_foreach((json_t *)value, key, v) {
		const json_t *w = json_object_get(where, key);
		struct known_keys sub = known_keys_get(k, key);
		if (!sub.value)
			die_unknown(prefix, key, yaml_place(w), k);
		snprintf(full, sizeof full, "%s%s", prefix, key);
		check_one(full, v, w, sub);
	}
}

void
defaults_check(const struct config_yaml *y)
{
	check_keys("", y->value, y->where, known_keys_all());
}
