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

/* Is the name of two words, of which this is the first? */
static bool
begins(const struct verb *v, const char *word)
{
	size_t n = strcspn(v->name, " ");

	return v->name[n] && strlen(word) == n && memcmp(v->name, word, n) == 0;
}

/* How many of the words are the verb's name: 0 when they are none. */
static int
words_of(const struct verb *v, int n, char **word)
{
	if (n > 0 && strcmp(v->name, word[0]) == 0)
		return 1;
	return n > 1 && begins(v, word[0]) && strcmp(strchr(v->name, ' ') + 1, word[1]) == 0 ? 2 : 0;
}

static const struct verb *
said(const struct verb *v, int n, char **word)
{
	while (v->name && !words_of(v, n, word))
		v++;
	return v->name ? v : NULL;
}

/* Those that it may be: of a first word of two, those that begin with it, else all. */
static bool
may_be(const struct verb *v, const char *begun)
{
	return !begun || begins(v, begun);
}

static _Noreturn void
no_such(const struct verb *verbs, int n, char **word)
{
	const struct verb *v, *last = verbs;
	const char *begun = NULL;
	char name[80], all[256];
	size_t used = 0;

	for (v = verbs; v->name; v++)
		begun = begins(v, word[0]) ? word[0] : begun;
	for (v = verbs; v->name; v++)
		last = may_be(v, begun) ? v : last;
	snprintf(name, sizeof name, begun && n > 1 ? "%s %s" : "%s", word[0], word[n > 1]);
	struct nearest near = nearest_to(slice_of(name));
	for (v = verbs; v->name; v++) {
		if (!may_be(v, begun))
			continue;
		nearest_try(&near, v->name);
		if (used < sizeof all)
			used += (size_t)snprintf(all + used, sizeof all - used, "%s%s", !used ? "" : v == last ? " and " : ", ", v->name);
	}
	if ((!begun || n > 1) && near.name)
		die("no such verb: \"%s\"; the nearest is %s", name, near.name);
	die("no such verb: \"%s\"; there are %s", name, all);
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
	int i = opt_read(u, dest, argc, argv);
	const struct verb *found = said(verbs, argc - i, argv + i);
	if (!found && !usual && i == argc)
		opt_bad(u, "no verb", "");
	if (!found && !usual)
		no_such(verbs, argc - i, argv + i);
	i += found ? words_of(found, argc - i, argv + i) : 0;
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

int
verb_main(const struct opt_usage *u, const struct verb *verbs, const struct verb *usual, void *dest, struct out *out,
    const int *status, int argc, char **argv)
{
	struct verb v;

	int i = verb_parse(u, verbs, usual, dest, argc, argv, &v);
	verb_check(u, &v, dest);
	out_open(out, 1, "stdout");
	v.run(argc - i, argv + i);
	out_flush(out);
	return *status;
}
