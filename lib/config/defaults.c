#include "config/defaults.h"

#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "config/known_keys.h"

bool
defaults_unread(const char *const *path, int n)
{
	struct known_keys k = known_keys_all();

	for (int i = 0; i < n; i++) {
		k = known_keys_get(k, path[i]);
		if (!k.value)
			return false;
		if (known_keys_note(k).unread)
			return true;
	}
	return false;
}

/* ---- filling in ---- */

/* The default itself, without the keys that have none; NULL when there is none. A new reference. */
static json_t *
default_of(const json_t *v)
{
	json_t *o, *sub;
	const char *key;

	if (json_is_null(v))
		return NULL;
	if (!json_is_object(v))
		return json_deep_copy(v);
	o = json_object();
	json_object_foreach((json_t *)v, key, sub)
		if (strcmp(key, "*") != 0 && (sub = default_of(sub)))
			json_object_set_new(o, key, sub);
	if (json_object_size(o) > 0)
		return o;
	json_decref(o);
	return NULL;
}

static void fill(struct config_yaml y, struct known_keys k, bool names);

static void
fill_key(struct config_yaml y, const char *key, struct known_keys k, bool names)
{
	json_t *v = json_object_get(y.value, key);

	if (!v || json_is_null(v)) {
		json_t *d = default_of(k.value);
		if (d)
			yaml_place_put(&y, key, d, yaml_places(d, "default"));
	} else if (json_is_object(v) && json_is_object(k.value) && (names || !known_keys_of_names(k))) {
		fill((struct config_yaml){ v, json_object_get(y.where, key) }, k, names);
	}
}

static void
fill(struct config_yaml y, struct known_keys k, bool names)
{
	const char *key;
	json_t *v;

	json_object_foreach((json_t *)k.value, key, v)
		if (strcmp(key, "*") != 0)
			fill_key(y, key, known_keys_get(k, key), names);
}

void
defaults_fill(struct config_yaml *y, const json_t *whole)
{
	struct known_keys k = known_keys_all();
	const char *key;
	json_t *v;

	json_object_foreach((json_t *)k.value, key, v)
		fill_key(*y, key, known_keys_get(k, key), !json_object_get(whole, key));
}

bool
defaults_complete(const struct config_yaml *y)
{
	const char *key;
	json_t *v;

	json_object_foreach((json_t *)known_keys_all().value, key, v) {
		json_t *d = default_of(v), *has = json_object_get(y->value, key);
		bool lacks = d && (!has || json_is_null(has));
		json_decref(d);
		if (lacks)
			return false;
	}
	return true;
}

/* ---- the table ---- */

struct each {
	void (*f)(void *, const char *, const json_t *, const char *, const char *);
	void *arg;
};

static void each_key(const char *prefix, struct known_keys k, const struct each *e);

static void
each_one(const char *path, struct known_keys k, const struct each *e)
{
	char meaning[512], prefix[512];
	struct known_keys_note n = known_keys_note(k);

	if (!json_is_object(k.value) || known_keys_of_names(k)) { /* a leaf */
		json_t *d = default_of(k.value);
		snprintf(meaning, sizeof meaning, "%s%.*s", n.unread ? "unread: " : "", (int)n.meaning.n, n.meaning.p);
		e->f(e->arg, path, d, *n.type ? n.type : "any", meaning);
		json_decref(d);
	}
	snprintf(prefix, sizeof prefix, "%.500s.%s", path, known_keys_of_names(k) ? "*." : "");
	if (known_keys_of_names(k))
		k = known_keys_get(k, "*");
	if (json_is_object(k.value))
		each_key(prefix, k, e);
}

static void
each_key(const char *prefix, struct known_keys k, const struct each *e)
{
	char path[1024];
	const char *key;
	json_t *v;

	json_object_foreach((json_t *)k.value, key, v) {
		snprintf(path, sizeof path, "%s%s", prefix, key);
		each_one(path, known_keys_get(k, key), e);
	}
}

void
defaults_each(void (*f)(void *, const char *, const json_t *, const char *, const char *), void *arg)
{
	struct each e = { f, arg };

	each_key("", known_keys_all(), &e);
}
