#include "config/config.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/output.h"

bool
config_try(struct config *c, const char *path, struct wrong *w)
{
	json_error_t e;

	if (!output_try_input_file(path, w))
		return false;
	json_t *root = json_load_file(path, JSON_REJECT_DUPLICATES, &e);
	if (!root && e.line < 0)
		return wrong_say(w, "cannot read config '%s': %s", path, e.text);
	if (!root)
		return wrong_say(w, "%s:%d: %s", path, e.line, e.text);
	if (!json_is_object(root)) {
		json_decref(root);
		return wrong_say(w, "%s: not a JSON object", path);
	}
	*c = (struct config){ path, root };
	return true;
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

static bool
no_key(const struct config *c, const char *path, struct wrong *w)
{
	return wrong_say(w, "%s: no key '%s'", c->path, path);
}

bool
config_try_as_num(const struct config *c, const json_t *v, const char *what, double *x, struct wrong *w)
{
	if (json_is_string(v) && num_parse(json_string_value(v), json_string_length(v), x))
		return true;
	if (!json_is_number(v))
		return wrong_say(w, "%s: '%s' is not a number", c->path, what);
	*x = json_number_value(v);
	return true;
}

bool
config_try_num(const struct config *c, const char *path, double *x, struct wrong *w)
{
	const json_t *v = config_get(c, path);

	return v ? config_try_as_num(c, v, path, x, w) : no_key(c, path, w);
}

bool
config_try_num_or(const struct config *c, const char *path, double otherwise, double *x, struct wrong *w)
{
	if (config_get(c, path))
		return config_try_num(c, path, x, w);
	*x = otherwise;
	return true;
}

bool
config_try_bool_or(const struct config *c, const char *path, bool otherwise, bool *b, struct wrong *w)
{
	const json_t *v = config_get(c, path);
	const char *s = json_string_value(v);

	if (v && !s && !json_is_boolean(v))
		return wrong_say(w, "%s: '%s' is neither true nor false", c->path, path);
	*b = !v ? otherwise : s ? strcasecmp(s, "true") == 0 || strcasecmp(s, "t") == 0 : json_is_true(v);
	return true;
}

bool
config_try_str(const struct config *c, const char *path, const char **s, struct wrong *w)
{
	const json_t *v = config_get(c, path);

	if (!v)
		return no_key(c, path, w);
	if (!json_is_string(v))
		return wrong_say(w, "%s: '%s' is not text", c->path, path);
	*s = json_string_value(v);
	return true;
}

bool
config_try_str_or(const struct config *c, const char *path, const char *otherwise, const char **s, struct wrong *w)
{
	if (config_get(c, path))
		return config_try_str(c, path, s, w);
	*s = otherwise;
	return true;
}

bool
config_try_compat(const struct config *c, bool *compat, struct wrong *w)
{
	const char *s;

	if (!config_try_str_or(c, "compat", "pysystemtrade", &s, w))
		return false;
	if (strcmp(s, "none") != 0 && strcmp(s, "pysystemtrade") != 0)
		return wrong_say(w, "%s: 'compat' is 'none' or 'pysystemtrade', not '%s'", c->path, s);
	*compat = strcmp(s, "none") != 0;
	return true;
}

const char *
config_function(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot && strncmp(name, "exec:", 5) != 0 ? dot + 1 : name;
}

/* ---- for programs, which die of what is wrong ---- */

struct config
config_load(const char *path)
{
	struct config c;
	struct wrong w;

	if (!config_try(&c, path, &w))
		die("%s", w.text);
	return c;
}

struct config
config_shared(const char *path)
{
	static char *last_path;
	static json_t *last;

	if (!last || strcmp(path, last_path) != 0) {
		free(last_path);
		last_path = mem_text(path);
		last = config_load(path).root;
	}
	return (struct config){ path, last };
}

double
config_as_num(const struct config *c, const json_t *v, const char *what)
{
	struct wrong w;
	double x;

	if (!config_try_as_num(c, v, what, &x, &w))
		die("%s", w.text);
	return x;
}

double
config_num(const struct config *c, const char *path)
{
	struct wrong w;
	double x;

	if (!config_try_num(c, path, &x, &w))
		die("%s", w.text);
	return x;
}

double
config_num_or(const struct config *c, const char *path, double otherwise)
{
	struct wrong w;
	double x;

	if (!config_try_num_or(c, path, otherwise, &x, &w))
		die("%s", w.text);
	return x;
}

double
config_above_zero_or(const struct config *c, const char *path, double otherwise)
{
	double x = config_num_or(c, path, otherwise);

	if (!(x > 0))
		die("%s: %s is not above zero", c->path, path);
	return x;
}

bool
config_bool_or(const struct config *c, const char *path, bool otherwise)
{
	struct wrong w;
	bool b;

	if (!config_try_bool_or(c, path, otherwise, &b, &w))
		die("%s", w.text);
	return b;
}

const char *
config_str(const struct config *c, const char *path)
{
	struct wrong w;
	const char *s = NULL;

	if (!config_try_str(c, path, &s, &w))
		die("%s", w.text);
	return s;
}

const char *
config_str_or(const struct config *c, const char *path, const char *otherwise)
{
	struct wrong w;
	const char *s = NULL;

	if (!config_try_str_or(c, path, otherwise, &s, &w))
		die("%s", w.text);
	return s;
}

bool
config_compat(const struct config *c)
{
	struct wrong w;
	bool compat;

	if (!config_try_compat(c, &compat, &w))
		die("%s", w.text);
	return compat;
}

bool
config_compat_asked(const struct config *c)
{
	return config_get(c, "compat") && config_compat(c);
}
