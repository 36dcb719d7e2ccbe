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
#include <stdlib.h>
#include <unistd.h>

#include "base/json.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/utf8.h"
#include "config/defaults.h"
#include "config/layers.h"
#include "config/setting.h"
#include "config/unusual.h"
#include "config/weighted_rules.h"
#include "config/yaml_tree.h"

struct options {
	const char *private;
	struct opt_list set;
	bool explain, keys, run;
};

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	{ 'p', "private", "FILE", "a config file that wins over the systems' files", O_STR, AT(private) },
	{ 's', "set", "KEY=VALUE", "one value, as YAML; KEY is a dotted path; may be repeated", O_LIST, AT(set) },
	{ 'e', "explain", NULL, "print each value and where it came from", O_FLAG, AT(explain) },
	{ 0, "run", NULL, "for a run: refuse weights of rules that there are not", O_FLAG, AT(run) },
	{ 'k', "keys", NULL, "print all known keys, defaults and meanings", O_FLAG, AT(keys) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-config", "[SYSTEM ...]",
	"merge defaults, system files, a private file and --set into one JSON document", opts };

/* ---- --explain, --keys ---- */

enum { PATH_KEYS = 2 * YAML_TREE_DEPTH };

static void
explain_leaf(struct out *o, const char *const *path, int n, const json_t *v, const char *place)
{
	for (int i = 0; i < n; i++) {
		out_str(o, i ? "." : "");
		utf8_text(o, slice_of(path[i]));
	}
	out_str(o, " = ");
	json_print(o, v, -1);
	out_str(o, "\t# from ");
	utf8_text(o, slice_of(place));
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
print_explained(struct out *o, const struct config_yaml *doc)
{
	const char *path[PATH_KEYS];

	explain(o, path, 0, doc->value, doc->where);
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

/* A --set goes over what is filled in, and is filled in where it takes a key away or gives it in part. */
static struct layers
merge(const struct options *opt, char **files, int n)
{
	struct layers l = layers_open();

	for (int i = 0; i < n; i++)
		layers_put(&l, files[i]);
	if (opt->private)
		layers_put(&l, opt->private);
	layers_fill(&l);
	for (int i = 0; i < opt->set.n; i++)
		setting_put(l.doc, opt->set.v[i]);
	defaults_fill(&l.doc, l.doc.value);
	return l;
}

int
main(int argc, char **argv)
{
	struct options opt = { .private = NULL };
	static struct out o;

	int i = opt_parse(&usage, &opt, argc, argv);
	struct layers l = merge(&opt, argv + i, argc - i);
	out_open(&o, STDOUT_FILENO, "stdout");
	if (opt.keys) {
		print_keys(&o);
	} else if (opt.explain) {
		print_explained(&o, &l.doc);
	} else {
		weighted_rules_check(&l.doc, opt.run);
		unusual_tell(&l.doc);
		json_print(&o, l.doc.value, 0);
		out_char(&o, '\n');
	}
	out_flush(&o);
	layers_close(&l);
	return 0;
}
