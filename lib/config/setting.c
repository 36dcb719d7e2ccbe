#include "config/setting.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "config/defaults.h"
#include "config/named_rules.h"
#include "config/yaml.h"
#include "config/yaml_tree.h"

/* {a: {b: v}} from a.b and v; takes v over. */
static json_t *
nest(const char *path, json_t *v, const char *setting)
{
	size_t n = strcspn(path, ".");
	char *key = mem_dup(path, n);
	json_t *o = json_object();

	if (n == 0)
		die("--set: an empty key: \"%s\"", setting);
	if (path[n])
		v = nest(path + n + 1, v, setting);
	if (json_object_set_new(o, key, v))
		die("--set: not UTF-8 text: \"%s\"", setting);
	free(key);
	return o;
}

/* Set the value at a path, making mappings on the way; a null takes the key away. */
static void
set_at(struct config_yaml y, const char *path, const json_t *v)
{
	size_t n = strcspn(path, ".");
	char *key = mem_dup(path, n);
	json_t *sub = json_object_get(y.value, key);

	if (!path[n] && json_is_null(v)) {
		json_object_del(y.value, key);
		json_object_del(y.where, key);
	} else if (!path[n]) {
		yaml_place_put(&y, key, json_deep_copy(v), yaml_places(v, "--set"));
	} else {
		if (!sub || json_is_null(sub)) {
			json_t *o = json_object();
			yaml_place_put(&y, key, o, yaml_places(o, "--set"));
		} else if (!json_is_object(sub)) {
			die("--set: '%s' is not a mapping, has no '%s'", key, path + n + 1);
		}
		set_at((struct config_yaml){ json_object_get(y.value, key), json_object_get(y.where, key) }, path + n + 1, v);
	}
	free(key);
}

/* Die unless the defaults know such a key and value. */
static void
check(const char *path, const json_t *v, const char *setting)
{
	struct config_yaml whole;

	whole.value = nest(path, json_deep_copy(v), setting);
	whole.where = yaml_places(whole.value, "--set");
	if (json_object_get(whole.value, "base_config"))
		die("--set: base_config belongs in a file");
	named_rules(&whole);
	defaults_check(&whole);
	yaml_close(&whole);
}

void
setting_put(struct config_yaml doc, const char *setting)
{
	size_t n = strcspn(setting, "=");
	char *path = mem_dup(setting, n);
	int levels = 0;

	if (!setting[n])
		die("--set wants KEY=VALUE: \"%s\"", setting);
	for (const char *p = path; *p; p++)
		levels += *p == '.';
	if (levels > YAML_TREE_DEPTH)
		die("--set: nested deeper than %d levels: \"%.80s\"", YAML_TREE_DEPTH, setting);
	if (!setting[n + 1])
		die("--set: no value; null is the default's: \"%s\"", setting);
	struct config_yaml v = yaml_value(setting + n + 1, "--set");
	check(path, v.value, setting);
	set_at(doc, path, v.value);
	named_rules(&doc);
	yaml_close(&v);
	free(path);
}
