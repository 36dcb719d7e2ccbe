#include "base/verb.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "base/nearest.h"

const struct verb *
verb_find(const struct verb *v, const char *name)
{
	while (v->name && strcmp(v->name, name) != 0)
		v++;
	return v->name ? v : NULL;
}

static _Noreturn void
no_such(const struct verb *verbs, const char *name)
{
	struct nearest near = nearest_to(slice_of(name));
	char all[256];
	size_t n = 0;

	for (const struct verb *v = verbs; v->name; v++) {
		nearest_try(&near, v->name);
		if (n < sizeof all)
			n += (size_t)snprintf(all + n, sizeof all - n, "%s%s", v == verbs ? "" : v[1].name ? ", " : " and ", v->name);
	}
	if (near.name)
		die("no such verb: \"%.80s\"; the nearest is %s", name, near.name);
	die("no such verb: \"%.80s\"; there are %s", name, all);
}

static void
check_operands(const struct opt_usage *u, const struct verb *v, int n, char **operand)
{
	char what[64];

	if (n < v->least)
		die("%s needs %d operand%s; see %s --help", v->name, v->least, v->least == 1 ? "" : "s", u->name);
	snprintf(what, sizeof what, "%s takes no %soperand", v->name, v->most ? "further " : "");
	if (n > v->most)
		opt_bad(u, what, operand[v->most]);
}

static bool
is_option(const struct opt_usage *u, const char *name)
{
	for (const struct opt *o = u->opts; o->l; o++)
		if (strcmp(o->l, name) == 0)
			return true;
	return false;
}

/* Move argv[i] to place `to`. */
static void
move(char **argv, int i, int to)
{
	char *word = argv[i];

	if (to < i)
		memmove(argv + to + 1, argv + to, (size_t)(i - to) * sizeof *argv);
	else
		memmove(argv + i, argv + i + 1, (size_t)(to - i) * sizeof *argv);
	argv[to] = word;
}

/*
 * Verbs that are said as options, `--fx` for `fx`, are put first; of two of them, `--contracts --list`, that which stands
 * further down in the table, and the other, its operand, last.
 */
static void
take_dashes_off(const struct opt_usage *u, const struct verb *verbs, int argc, char **argv)
{
	const struct verb *first = NULL;

	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		char *name = strncmp(argv[i], "--", 2) == 0 ? argv[i] + 2 : NULL;
		const struct verb *v = name && !is_option(u, name) ? verb_find(verbs, name) : NULL;
		if (!v)
			continue;
		argv[i] = name;
		if (first && v > first)
			move(argv, 1, argc - 1);
		if (!first || v > first)
			move(argv, i - (first != NULL), 1);
		else
			move(argv, i, argc - 1);
		first = !first || v > first ? v : first;
	}
}

int
verb_read(const struct opt_usage *u, const struct verb *verbs, const struct verb *usual, void *dest, int argc, char **argv,
    struct verb *v)
{
	opt_verbs(verbs, usual);
	take_dashes_off(u, verbs, argc, argv);
	int before = argc > 1 && verb_find(verbs, argv[1]);
	int i = before + opt_read(u, dest, argc - before, argv + before);
	const char *name = before ? argv[1] : i < argc ? argv[i] : NULL;
	const struct verb *found = name ? verb_find(verbs, name) : NULL;
	if (!found && !usual && !name)
		opt_bad(u, "no verb", "");
	if (!found && !usual)
		no_such(verbs, name);
	i += found && !before;
	*v = found ? *found : *usual;
	check_operands(u, v, argc - i, argv + i);
	return i;
}

int
verb_parse(const struct opt_usage *u, const struct verb *verbs, const struct verb *usual, void *dest, int argc, char **argv,
    struct verb *v)
{
	opt_begin(u);
	return verb_read(u, verbs, usual, dest, argc, argv, v);
}

void
verb_check(const struct opt_usage *u, const struct verb *v, const void *dest)
{
	for (int i = 0; u->opts[i].l; i++) {
		bool given = opt_given((const char *)dest + u->opts[i].at);
		if (!given && v->needs & 1u << i)
			die("%s needs --%s; see %s --help", v->name, u->opts[i].l, u->name);
		if (given && ~(v->needs | v->takes) & 1u << i)
			die("%s takes no --%s; see %s --help", v->name, u->opts[i].l, u->name);
	}
}
