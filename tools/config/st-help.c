/*
 * st-help - list the programs and what each is for
 *
 *   $ st-help roll | grep st-adjust
 *     st-adjust         append the price adjusted for rolls
 *
 * The programs are those named st-* beside this one; each says itself which group it
 * is of, the folder of its source, and what it is for.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/die.h"
#include "base/installed.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/warn.h"

static struct {
	const char *nearest;
} help;

static const struct opt opts[] = {
	{ 0, "nearest", "WORD", "print which of the names on standard input, a line each, is nearest to WORD, if one is near", O_STR,
		offsetof(__typeof__(help), nearest) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-help", "[GROUP|PROGRAM ...]", "list the programs and what each is for", opts };

/* In the order in which a newcomer meets them; a group that is not here comes behind them. */
static const struct { const char *name, *what; } groups[] = {
	{ "data", "prices and rates: from vendors and servers into the data folder, and out of it" },
	{ "roll", "contracts, and how they are rolled into multiple and adjusted prices" },
	{ "forecast", "a row a day and instrument: volatility, carry, rules, the combined forecast" },
	{ "position", "forecasts to positions: size, weights, buffer, optimisation" },
	{ "account", "positions to money: profit, costs, statistics" },
	{ "fit", "scalars, weights and multipliers estimated" },
	{ "sweep", "a system at many points, and what its best is worth" },
	{ "report", "what a backtest left, as a page, pictures and words" },
	{ "ledger", "an account's state: one file, each change an event" },
	{ "stream", "any stream: chained, merged, looked at, checked" },
	{ "config", "the merged config, and these programs" },
	{ "pipelines", "programs put together" },
};
enum { GROUPS = sizeof groups / sizeof *groups };

struct program {
	const char *name;
	char group[32], summary[512];
	bool listed;
};

static int
is_program(const struct dirent *e)
{
	return strncmp(e->d_name, "st-", 3) == 0 && !strchr(e->d_name, '.');
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* A pipe from `path --st-help`. */
static FILE *
ask(const char *path, pid_t *pid)
{
	int fd[2];

	if (pipe2(fd, O_CLOEXEC) || (*pid = fork()) < 0)
		die_sys("cannot run '%s'", path);
	if (*pid == 0) {
		int null = open("/dev/null", O_RDWR | O_CLOEXEC);
		if (dup2(null, 0) == 0 && dup2(fd[1], 1) == 1 && dup2(null, 2) == 2)
			execl(path, path, "--st-help", (char *)NULL);
		_exit(127);
	}
	close(fd[1]);
	return fdopen(fd[0], "r");
}

static bool
read_line(FILE *f, char *line, int size)
{
	if (!fgets(line, size, f))
		return false;
	line[strcspn(line, "\n")] = '\0';
	return *line;
}

/* What a program says of itself; false when it doesn't. */
static bool
read_program(const char *path, struct program *p)
{
	pid_t pid;
	FILE *f = ask(path, &pid);
	int status;

	if (!f)
		die_sys("cannot run '%s'", path);
	bool said = read_line(f, p->group, sizeof p->group) && read_line(f, p->summary, sizeof p->summary);
	while (fgetc(f) != EOF)
		; /* to the end, so that the program isn't cut short */
	fclose(f);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return said && status == 0;
}

/* The programs beside this one; *silent when one does not say what it is for. */
static struct program *
read_programs(int *n, bool *silent)
{
	struct dirent **e;
	char *dir = installed_dir(), path[4096];
	int files = scandir(dir, &e, is_program, by_name);

	if (files < 0)
		die_sys("cannot read '%s'", dir);
	struct program *all = mem_alloc((size_t)files, sizeof *all);
	*n = 0;
	for (int i = 0; i < files; i++) {
		struct program *p = &all[*n];
		p->name = e[i]->d_name;
		snprintf(path, sizeof path, "%s/%s", dir, p->name);
		if (access(path, X_OK) != 0)
			continue;
		if (read_program(path, p)) {
			++*n;
		} else {
			warn("'%s' does not say what it is for", p->name);
			*silent = true;
		}
	}
	return all;
}

/* A group's programs below its name; its heading is given once there is one of them. */
static void
print_group(struct out *o, struct program *all, int n, const char *group, const char *what)
{
	bool begun = false;

	for (int i = 0; i < n; i++) {
		if (strcmp(all[i].group, group) != 0 || all[i].listed)
			continue;
		if (!begun)
			out_say(o, "%s%s%s\n", group, *what ? " - " : "", what);
		out_say(o, "  %-16s  %s\n", all[i].name, all[i].summary);
		begun = all[i].listed = true;
	}
}

static void
print_all(struct out *o, struct program *all, int n)
{
	for (int g = 0; g < GROUPS; g++)
		print_group(o, all, n, groups[g].name, groups[g].what);
	for (int i = 0; i < n; i++)
		print_group(o, all, n, all[i].group, "");
}

static const char *
purpose_of(const char *group)
{
	for (int g = 0; g < GROUPS; g++)
		if (strcmp(groups[g].name, group) == 0)
			return groups[g].what;
	return "";
}

/* A group, which must have a program, or a program, with st- before its name or without. */
static void
print_one(struct out *o, struct program *all, int n, const char *name)
{
	struct nearest near = nearest_to(slice_of(name));

	for (int i = 0; i < n; i++)
		if (strcmp(all[i].group, name) == 0) {
			print_group(o, all, n, name, purpose_of(name));
			return;
		}
	for (int i = 0; i < n; i++) {
		if (strcmp(all[i].name, name) == 0 || strcmp(all[i].name + 3, name) == 0) {
			out_say(o, "  %-16s  %s\n", all[i].name, all[i].summary);
			return;
		}
		nearest_try(&near, all[i].group);
		nearest_try(&near, all[i].name);
	}
	die("no program is of that group: \"%s\"%s; see st-help --help", name, nearest_said(&near));
}

static void
print_nearest(struct out *o, const char *word)
{
	struct nearest near = nearest_to(slice_of(word));
	char line[4096];

	while (fgets(line, sizeof line, stdin)) {
		line[strcspn(line, "\n")] = '\0';
		nearest_try(&near, mem_dup(line, strlen(line)));
	}
	if (ferror(stdin))
		die_sys("cannot read 'stdin'");
	if (near.name)
		out_say(o, "%s\n", near.name);
}

int
main(int argc, char **argv)
{
	static struct out o;
	bool silent = false;
	int n, i = opt_parse(&usage, &help, argc, argv);

	out_open(&o, 1, "stdout");
	if (help.nearest) {
		print_nearest(&o, help.nearest);
		out_flush(&o);
		return 0;
	}
	struct program *all = read_programs(&n, &silent);
	if (i == argc)
		print_all(&o, all, n);
	for (; i < argc; i++)
		print_one(&o, all, n, argv[i]);
	out_flush(&o);
	return silent ? 2 : 0;
}
