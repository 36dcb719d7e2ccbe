/*
 * st-config - merge defaults, system files, a private file and --set into one JSON document
 *
 *   $ printf 'forecast_cap: 30\n' | st-config --explain - | grep ^forecast_cap
 *   forecast_cap = 30	# from stdin:1
 *
 * Defaults < system files in order < private file < --set. A file's top-level key
 * replaces an earlier file's whole; then what is absent or null is filled from the
 * defaults, mappings key by key (pysystemtrade's rule).
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "config/defaults.h"
#include "config/yaml.h"
#include "config/yaml_tree.h"

enum { BASE_DEPTH = 16 }; /* base_config within base_config */

struct options {
	const char *private;
	struct opt_list set;
	bool explain, keys;
};

/* The config as it grows, and the keys that came from files that were complete. */
struct config {
	struct config_yaml doc;
	json_t *whole;
};

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	{ 'p', "private", "FILE", "a config file that wins over the systems' files", O_STR, AT(private) },
	{ 's', "set", "KEY=VALUE", "one value, as YAML; KEY is a dotted path; may be repeated", O_LIST, AT(set) },
	{ 'e', "explain", NULL, "print each value and where it came from", O_FLAG, AT(explain) },
	{ 'k', "keys", NULL, "print all known keys, defaults and meanings", O_FLAG, AT(keys) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-config", "[SYSTEM ...]",
	"merge defaults, system files, a private file and --set into one JSON document", opts };

/* ---- layers ---- */

static void layer(struct config *c, const struct config_yaml *y, const char *file, int depth);

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
layer_base(struct config *c, const struct config_yaml *y, const char *file, int depth)
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
		layer(c, &sub, file, depth + 1);
		return;
	}
	base_path(path, json_string_value(base), file, yaml_place(where));
	struct config_yaml sub = yaml_file(path);
	layer(c, &sub, path, depth + 1);
	yaml_close(&sub);
}

/* Put a file's keys over what is there. */
static void
layer(struct config *c, const struct config_yaml *y, const char *file, int depth)
{
	bool complete = defaults_complete(y);
	const char *key;
	json_t *v;

	defaults_check(y);
	layer_base(c, y, file, depth);
	json_object_foreach(y->value, key, v) {
		if (strcmp(key, "base_config") == 0)
			continue;
		yaml_place_put(&c->doc, key, json_incref(v), json_incref(json_object_get(y->where, key)));
		if (complete)
			json_object_set_new(c->whole, key, json_true());
		else
			json_object_del(c->whole, key);
	}
}

static void
layer_file(struct config *c, const char *path)
{
	struct config_yaml y = yaml_file(path);

	layer(c, &y, path, 0);
	yaml_close(&y);
}

/* ---- --set ---- */

/* {a: {b: v}} from a.b and v; takes v over. */
static json_t *
nest(const char *path, json_t *v, const char *argument)
{
	size_t n = strcspn(path, ".");
	char *key = mem_dup(path, n);
	json_t *o = json_must(json_object());

	if (n == 0)
		die("--set: an empty key: \"%s\"", argument);
	if (path[n])
		v = nest(path + n + 1, v, argument);
	if (json_object_set_new(o, key, json_must(v)))
		die("--set: not UTF-8 text: \"%s\"", argument);
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
			json_t *o = json_must(json_object());
			yaml_place_put(&y, key, o, yaml_places(o, "--set"));
		} else if (!json_is_object(sub)) {
			die("--set: '%s' is not a mapping, has no '%s'", key, path + n + 1);
		}
		set_at((struct config_yaml){ json_object_get(y.value, key), json_object_get(y.where, key) }, path + n + 1, v);
	}
	free(key);
}

static void
set_one(struct config *c, const char *argument)
{
	size_t n = strcspn(argument, "=");
	char *path = mem_dup(argument, n);
	struct config_yaml v, whole;
	int levels = 0;

	if (!argument[n])
		die("--set wants KEY=VALUE: \"%s\"", argument);
	for (const char *p = path; *p; p++)
		levels += *p == '.';
	if (levels > YAML_TREE_DEPTH)
		die("--set: nested deeper than %d levels: \"%.80s\"", YAML_TREE_DEPTH, argument);
	if (!argument[n + 1])
		die("--set: no value; null is the default's: \"%s\"", argument);
	v = yaml_value(argument + n + 1, "--set");
	whole.value = nest(path, json_deep_copy(v.value), argument);
	whole.where = yaml_places(whole.value, "--set");
	if (json_object_get(whole.value, "base_config"))
		die("--set: base_config belongs in a file");
	defaults_check(&whole);
	set_at(c->doc, path, v.value);
	yaml_close(&whole);
	yaml_close(&v);
	free(path);
}

/* ---- --explain, --keys ---- */

enum { PATH_KEYS = 2 * YAML_TREE_DEPTH };

static void
explain_leaf(struct out *o, const char *const *path, int n, const json_t *v, const char *place)
{
	for (int i = 0; i < n; i++) {
		out_str(o, i ? "." : "");
		out_str(o, path[i]);
	}
	out_str(o, " = ");
	json_print(o, v, -1);
	out_str(o, "\t# from ");
	out_str(o, place);
	out_str(o, defaults_unread(path, n) ? ", unread\n" : "\n");
}

static void
explain(struct out *o, const char **path, int n, const json_t *v, const json_t *where)
{
	size_t size = json_object_size(v);

	if (n > 0 && (size == 0 || n == PATH_KEYS)) {
		explain_leaf(o, path, n, v, yaml_place(where));
		return;
	}
	const char **keys = json_sorted_keys(v);
	for (size_t i = 0; i < size; i++) {
		path[n] = keys[i];
		explain(o, path, n + 1, json_object_get(v, keys[i]), json_object_get(where, keys[i]));
	}
	free(keys);
}

static void
print_key(void *arg, const char *key, const json_t *value, const char *type, const char *meaning)
{
	struct out *o = arg;

	out_str(o, key);
	out_char(o, '\t');
	if (value)
		json_print(o, value, -1);
	out_char(o, '\t');
	out_str(o, type);
	out_char(o, '\t');
	out_str(o, meaning);
	out_char(o, '\n');
}

static void
print_keys(struct out *o)
{
	out_str(o, "key\tdefault\ttype\tmeaning\n");
	defaults_each(print_key, o);
}

static void
merge(struct config *c, const struct options *opt, char **files, int n)
{
	for (int i = 0; i < n; i++)
		layer_file(c, files[i]);
	if (opt->private)
		layer_file(c, opt->private);
	defaults_fill(&c->doc, c->whole);
	for (int i = 0; i < opt->set.n; i++)
		set_one(c, opt->set.v[i]);
	defaults_fill(&c->doc, c->doc.value); /* what a --set took away or gave in part */
}

int
main(int argc, char **argv)
{
	struct options opt = { .private = NULL };
	struct config c = { { json_must(json_object()), json_must(json_object()) }, json_must(json_object()) };
	const char *path[PATH_KEYS];
	struct out o;

	int i = opt_parse(&usage, &opt, argc, argv);
	merge(&c, &opt, argv + i, argc - i);
	out_open(&o, STDOUT_FILENO, "stdout");
	if (opt.keys) {
		print_keys(&o);
	} else if (opt.explain) {
		explain(&o, path, 0, c.doc.value, c.doc.where);
	} else {
		json_print(&o, c.doc.value, 0);
		out_char(&o, '\n');
	}
	out_flush(&o);
	json_decref(c.whole);
	yaml_close(&c.doc);
	return 0;
}
