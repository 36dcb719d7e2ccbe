#include "config/config.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/die.h"
#include "base/num.h"

struct config
config_load(const char *path)
{
	json_error_t e;
	struct config c = { path, json_load_file(path, JSON_REJECT_DUPLICATES, &e) };

	if (!c.root && e.line < 0)
		die("cannot read config '%s': %s", path, e.text);
	if (!c.root)
		die("%s:%d: %s", path, e.line, e.text);
	if (!json_is_object(c.root))
		die("%s: not a JSON object", path);
	return c;
}

const json_t *
config_get(const struct config *c, const char *path)
{
	const json_t *v = c->root;
	char key[256];

	while (v && *path) {
		size_t n = strcspn(path, ".");
		if (n >= sizeof key)
			return NULL;
		memcpy(key, path, n);
		key[n] = '\0';
		v = json_object_get(v, key);
		path += n + (path[n] == '.');
	}
	return json_is_null(v) ? NULL : v;
}

static const json_t *
need(const struct config *c, const char *path)
{
	const json_t *v = config_get(c, path);

	if (!v)
		die("%s: no key '%s'", c->path, path);
	return v;
}

double
config_as_num(const struct config *c, const json_t *v, const char *what)
{
	double x;

	if (json_is_number(v))
		return json_number_value(v);
	if (json_is_string(v) && num_parse(json_string_value(v), json_string_length(v), &x))
		return x;
	die("%s: '%s' is not a number", c->path, what);
}

double
config_num(const struct config *c, const char *path)
{
	return config_as_num(c, need(c, path), path);
}

double
config_num_or(const struct config *c, const char *path, double otherwise)
{
	const json_t *v = config_get(c, path);

	return v ? config_as_num(c, v, path) : otherwise;
}

bool
config_bool_or(const struct config *c, const char *path, bool otherwise)
{
	const json_t *v = config_get(c, path);
	const char *s = json_string_value(v);

	if (!v)
		return otherwise;
	if (s)
		return strcasecmp(s, "true") == 0 || strcasecmp(s, "t") == 0;
	if (json_is_boolean(v))
		return json_is_true(v);
	die("%s: '%s' is neither true nor false", c->path, path);
}

const char *
config_str(const struct config *c, const char *path)
{
	const char *s = json_string_value(need(c, path));

	if (!s)
		die("%s: '%s' is not text", c->path, path);
	return s;
}

const char *
config_str_or(const struct config *c, const char *path, const char *otherwise)
{
	return config_get(c, path) ? config_str(c, path) : otherwise;
}

const char *
config_function(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot && strncmp(name, "exec:", 5) != 0 ? dot + 1 : name;
}

bool
config_compat(const struct config *c)
{
	const char *s = config_str_or(c, "compat", "pysystemtrade");

	if (strcmp(s, "none") != 0 && strcmp(s, "pysystemtrade") != 0)
		die("%s: 'compat' is 'none' or 'pysystemtrade', not '%s'", c->path, s);
	return strcmp(s, "none") != 0;
}
