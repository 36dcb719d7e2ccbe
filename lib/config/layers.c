#include "config/layers.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "config/defaults.h"
#include "config/named_rules.h"
#include "config/yaml.h"

enum { BASE_DEPTH = 16 }; /* base_config within base_config */

static void layer(struct layers *l, struct config_yaml *y, const char *file, int depth);

/*
 * The file that base_config names: beside the file that names it, or from the
 * current folder, or there as a package (a.b.config.yaml is a/b/config.yaml).
 */
static void
base_path(char *path, const char *name, const char *file, const char *place)
{
	const char *slash = strrchr(file, '/');
	size_t n;

	if (*name != '/') {
		snprintf(path, PATH_MAX, "%.*s%s", slash ? (int)(slash + 1 - file) : 0, file, name);
		if (access(path, F_OK) == 0)
			return;
	}
	snprintf(path, PATH_MAX, "%s", name);
	if (access(path, F_OK) == 0)
		return;
	n = strlen(path);
	for (size_t i = 0, dots = 0; i < n; i++)
		if (path[n - 1 - i] == '.' && dots++)
			path[n - 1 - i] = '/';
	if (access(path, F_OK) != 0)
		die("%s: cannot find base_config '%s'", place, name);
}

static void
layer_base(struct layers *l, const struct config_yaml *y, const char *file, int depth)
{
	const json_t *base = json_object_get(y->value, "base_config");
	json_t *where = json_object_get(y->where, "base_config");
	char path[PATH_MAX];

	if (!base || json_is_null(base))
		return;
	if (depth >= BASE_DEPTH)
		die("%s: base_config within base_config, %d deep", yaml_place(where), BASE_DEPTH);
	if (json_is_object(base)) {
		struct config_yaml sub = { (json_t *)base, where };
		layer(l, &sub, file, depth + 1);
		return;
	}
	base_path(path, json_string_value(base), file, yaml_place(where));
	struct config_yaml sub = yaml_file(path);
	layer(l, &sub, path, depth + 1);
	yaml_close(&sub);
}

/* Put a file's keys over what is there. */
static void
layer(struct layers *l, struct config_yaml *y, const char *file, int depth)
{
	bool complete = defaults_complete(y);
	const char *key;
	json_t *v;

	named_rules(y);
	defaults_check(y);
	layer_base(l, y, file, depth);
	json_object_foreach(y->value, key, v) {
		if (strcmp(key, "base_config") == 0)
			continue;
		yaml_place_put(&l->doc, key, json_incref(v), json_incref(json_object_get(y->where, key)));
		if (complete)
			json_object_set_new(l->whole, key, json_true());
		else
			json_object_del(l->whole, key);
	}
}

struct layers
layers_open(void)
{
	return (struct layers){ { json_object(), json_object() }, json_object() };
}

void
layers_close(struct layers *l)
{
	json_decref(l->whole);
	yaml_close(&l->doc);
}

void
layers_put(struct layers *l, const char *path)
{
	struct config_yaml y = yaml_file(path);

	layer(l, &y, path, 0);
	yaml_close(&y);
}

void
layers_fill(struct layers *l)
{
	defaults_fill(&l->doc, l->whole);
}
