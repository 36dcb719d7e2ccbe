#include "base/opt.h"

#include <fcntl.h>
#include <limits.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/num.h"
#include "base/prog.h"
#include "base/verb.h"
#include "base/warn.h"

static const struct opt common[] = {
	{ 'q', "quiet", NULL, "mute warnings", O_FLAG, 0 },
	{ 'h', "help", NULL, "print this and exit", O_FLAG, 0 },
	{ 0, "version", NULL, "print the version and exit", O_FLAG, 0 },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

/* Of the program, as its name is; NULL when it has none. */
static const struct verb *verbs, *usual_verb;

static void
finish_stdout(void)
{
	if (fflush(stdout) || ferror(stdout))
		die_sys("cannot write 'stdout'");
	exit(0);
}

enum { LEFT = 29, WIDTH = 80 }; /* columns: where the texts begin, where they end */

/* Text in lines that fit, the first of them begun at column `at`, the others at `indent`. */
static void
wrapped(const char *text, int at, int indent)
{
	for (const char *end; *text; text = end) {
		int n = (int)strcspn(text, " ");
		end = text + n + strspn(text + n, " ");
		if (at > indent && at + 1 + n > WIDTH) {
			printf("\n%*s", indent, "");
			at = indent;
		} else if (at > indent) {
			putchar(' ');
			at++;
		}
		printf("%.*s", n, text);
		at += n;
	}
	putchar('\n');
}

static void
help_rows(const struct opt *o)
{
	char left[64];

	for (; o->l; o++) {
		snprintf(left, sizeof left, "--%s%s%s", o->l, o->arg ? "=" : "", o->arg ? o->arg : "");
		if (o->s)
			printf("  -%c, %-22s ", o->s, left);
		else
			printf("      %-22s ", left);
		wrapped(o->help, LEFT, LEFT);
	}
}

static void
help_verbs(void)
{
	for (const struct verb *v = verbs; v && v->name; v++) {
		printf("  %-26s ", v->name);
		wrapped(v->help, LEFT, LEFT);
	}
	if (verbs)
		putchar('\n');
}

static void
help(const struct opt_usage *u)
{
	printf("usage: %s%s [options]%s%s\n", u->name, usual_verb ? " [VERB]" : verbs ? " VERB" : "", *u->operands ? " " : "",
	    u->operands);
	wrapped(u->summary, 0, 0);
	putchar('\n');
	help_verbs();
	help_rows(u->opts);
	help_rows(common);
	finish_stdout();
}

static void
complete(const struct opt *o)
{
	for (; o->l; o++)
		printf("--%s%s\n", o->l, o->arg ? "=" : "");
}

void
opt_bad(const struct opt_usage *u, const char *what, const char *value)
{
	die("%s: \"%s\"; see %s --help", what, value, u->name);
}

/* ---- which were given: a value alone cannot say, as it may be given as what it is by default ---- */

static struct {
	const void **value; /* where each went */
	int n;
} given;

bool
opt_given(const void *value)
{
	for (int i = 0; i < given.n; i++)
		if (given.value[i] == value)
			return true;
	return false;
}

static void
give(const void *value)
{
	if (opt_given(value))
		return;
	given.value = mem_grow(given.value, (size_t)given.n + 1, sizeof *given.value);
	given.value[given.n++] = value;
}

/* Memory that was used for another struct may be used again. */
static void
take_back(const struct opt *o, const void *dest)
{
	for (; o->l; o++)
		for (int i = 0; i < given.n; i++)
			if (given.value[i] == (const char *)dest + o->at)
				given.value[i--] = given.value[--given.n];
}

static const struct opt *
find_long(const struct opt *o, const char *name, size_t n)
{
	for (; o->l; o++)
		if (strlen(o->l) == n && memcmp(o->l, name, n) == 0)
			return o;
	return NULL;
}

static const struct opt *
find_short(const struct opt *o, char c)
{
	for (; o->l; o++)
		if (o->s == c)
			return o;
	return NULL;
}

static void
set(const struct opt_usage *u, const struct opt *o, void *dest, const char *value)
{
	void *at = (char *)dest + o->at;
	double x;

	give(at);
	switch (o->type) {
	case O_FLAG:
		*(bool *)at = true;
		break;
	case O_STR:
		*(const char **)at = value;
		break;
	case O_LIST: {
		struct opt_list *l = at;
		l->v = mem_grow(l->v, (size_t)l->n + 1, sizeof *l->v);
		l->v[l->n++] = value;
		break;
	}
	case O_NUM:
	case O_INT:
		if (!num_parse(value, strlen(value), &x) || (o->type == O_INT && (x != floor(x) || fabs(x) > INT_MAX)))
			die("option --%s wants a%s number: \"%s\"; see %s --help", o->l, o->type == O_INT ? " whole" : "", value,
			    u->name);
		if (o->type == O_INT)
			*(int *)at = (int)x;
		else
			*(double *)at = x;
		break;
	}
}

static void
common_option(const struct opt_usage *u, const struct opt *o)
{
	if (o->s == 'q') {
		warn_quiet();
		return;
	}
	if (strcmp(o->l, "help") == 0)
		help(u);
	printf("%s (st) %s\n", u->name, ST_VERSION);
	finish_stdout();
}

/* The nearest is one of the options, or a verb, which may be said as one. */
static _Noreturn void
no_such_option(const struct opt_usage *u, const char *word, const char *name, size_t n)
{
	struct nearest near = nearest_to((struct slice){ name, n });

	for (const struct opt *o = u->opts; o->l; o++)
		nearest_try(&near, o->l);
	for (const struct opt *o = common; o->l; o++)
		nearest_try(&near, o->l);
	for (const struct verb *v = verbs; v && v->name; v++)
		nearest_try(&near, v->name);
	if (!near.name)
		opt_bad(u, "no such option", word);
	die("no such option: \"%s\"; the nearest is --%s; see %s --help", word, near.name, u->name);
}

/* An option found, its value taken from `value` or the next argument; the next index. */
static int
use(const struct opt_usage *u, const struct opt *o, bool is_common, void *dest, const char *value, int i, int argc, char **argv)
{
	if (!o->arg && value)
		die("option --%s takes no value; see %s --help", o->l, u->name);
	if (is_common) {
		common_option(u, o);
		return i;
	}
	if (o->arg && !value) {
		if (++i >= argc)
			die("option --%s wants a value; see %s --help", o->l, u->name);
		value = argv[i];
	}
	set(u, o, dest, value);
	return i;
}

static int
parse_long(const struct opt_usage *u, void *dest, int i, int argc, char **argv)
{
	const char *name = argv[i] + 2, *eq = strchr(name, '=');
	size_t n = eq ? (size_t)(eq - name) : strlen(name);
	const struct opt *o = find_long(u->opts, name, n), *c = find_long(common, name, n);

	if (strcmp(name, "st-complete") == 0) {
		for (const struct verb *v = verbs; v && v->name; v++)
			puts(v->name);
		complete(u->opts);
		complete(common);
		finish_stdout();
	}
	if (strcmp(name, "st-help") == 0) {
		printf("%s\n%s\n", opt_group ? opt_group : "", u->summary);
		finish_stdout();
	}
	if (!o && !c)
		no_such_option(u, argv[i], name, n);
	return use(u, o ? o : c, !o, dest, eq ? eq + 1 : NULL, i, argc, argv);
}

static int
parse_short(const struct opt_usage *u, void *dest, int i, int argc, char **argv)
{
	const char *p = argv[i] + 1;

	for (; *p; p++) {
		const struct opt *o = find_short(u->opts, *p), *c = find_short(common, *p);
		if (!o && !c)
			opt_bad(u, "no such option", argv[i]);
		if (o && o->arg)
			return use(u, o, false, dest, p[1] ? p + 1 : NULL, i, argc, argv);
		use(u, o ? o : c, !o, dest, NULL, i, argc, argv);
	}
	return i;
}

/* No option's letter is a digit or a point: what looks like a number below zero is one. */
static bool
is_option(const char *word)
{
	return word[0] == '-' && word[1] && !strchr(".0123456789", word[1]);
}

static int
read_arguments(const struct opt_usage *u, void *dest, int argc, char **argv, bool command)
{
	char **operand = mem_alloc((size_t)argc, sizeof *operand);
	int i, n = 0;

	take_back(u->opts, dest);
	for (i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (is_option(argv[i]))
			i = argv[i][1] == '-' ? parse_long(u, dest, i, argc, argv) : parse_short(u, dest, i, argc, argv);
		else if (!command)
			operand[n++] = argv[i];
		else
			break;
	}
	i += i < argc && strcmp(argv[i], "--") == 0;
	while (i < argc)
		operand[n++] = argv[i++];
	memcpy(argv + argc - n, operand, (size_t)n * sizeof *operand);
	free(operand);
	return argc - n;
}

int
opt_read(const struct opt_usage *u, void *dest, int argc, char **argv)
{
	return read_arguments(u, dest, argc, argv, false);
}

void
opt_begin(const struct opt_usage *u)
{
	prog = u->name;
	signal(SIGPIPE, SIG_DFL); /* cron and some runtimes hand it on ignored */
	/* With one of these closed a file that is opened would take its place. */
	for (int fd = 0; fd < 3; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd ? O_RDONLY : O_WRONLY) != fd)
			exit(2);
}

void
opt_verbs(const struct verb *v, const struct verb *usual)
{
	verbs = v;
	usual_verb = usual;
}

int
opt_parse(const struct opt_usage *u, void *dest, int argc, char **argv)
{
	opt_begin(u);
	return opt_read(u, dest, argc, argv);
}

int
opt_parse_before_command(const struct opt_usage *u, void *dest, int argc, char **argv)
{
	opt_begin(u);
	return read_arguments(u, dest, argc, argv, true);
}
