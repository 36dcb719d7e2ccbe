#include "base/verb.h"

#include <stdbool.h>
#include <string.h>

#include "base/die.h"

static struct verb
verb_of(const struct opt_usage *u, const struct verb *v, const char *name)
{
	for (; v->name; v++)
		if (strcmp(v->name, name) == 0)
			return *v;
	opt_bad(u, "no such verb", name);
}

struct verb
verb_parse(const struct opt_usage *u, const struct verb *verbs, void *dest, int argc, char **argv)
{
	struct verb v = { .name = NULL };
	int i;

	opt_begin(u);
	if (argc < 2)
		opt_bad(u, "no verb", "");
	if (argv[1][0] != '-') {
		v = verb_of(u, verbs, argv[1]);
		i = 1 + opt_read(u, dest, argc - 1, argv + 1);
	} else {
		i = opt_read(u, dest, argc, argv);
		v = verb_of(u, verbs, i < argc ? argv[i++] : "");
	}
	if (argc - i > 1)
		opt_bad(u, "more than one file", argv[i + 1]);
	if (i < argc)
		v.path = argv[i];
	return v;
}

void
verb_check(const struct opt_usage *u, const struct verb *v, const void *dest)
{
	for (int i = 0; u->opts[i].l; i++) {
		bool given = opt_given(&u->opts[i], dest);
		if (!given && v->needs & 1u << i)
			die("%s needs --%s; see %s --help", v->name, u->opts[i].l, u->name);
		if (given && ~(v->needs | v->takes) & 1u << i)
			die("%s takes no --%s; see %s --help", v->name, u->opts[i].l, u->name);
	}
}
