/*
 * st-help - list the programs and what each is for
 *
 *   $ st-help | grep st-adjust
 *   st-adjust         append the price adjusted for rolls
 *
 * The programs are those named st-* beside this one; each says itself what it is
 * for, on the second line of its --help.
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
#include "base/opt.h"
#include "base/out.h"
#include "base/warn.h"

static const struct opt opts[] = { { 0, NULL, NULL, NULL, O_FLAG, 0 } };
static const struct opt_usage usage = { "st-help", "", "list the programs and what each is for", opts };

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

/* A pipe from `path --help`. */
static FILE *
ask(const char *path, pid_t *pid)
{
	int fd[2];

	if (pipe(fd) || (*pid = fork()) < 0)
		die_sys("cannot run '%s'", path);
	if (*pid == 0) {
		int null = open("/dev/null", O_RDWR);
		dup2(null, 0);
		dup2(fd[1], 1);
		dup2(null, 2);
		close(fd[0]);
		execl(path, path, "--help", (char *)NULL);
		_exit(127);
	}
	close(fd[1]);
	return fdopen(fd[0], "r");
}

/* The second line of a program's --help, into line; false when it doesn't say. */
static bool
summary(const char *path, char *line, size_t size)
{
	pid_t pid;
	FILE *f = ask(path, &pid);
	int status;

	if (!f)
		die_sys("cannot run '%s'", path);
	bool said = fgets(line, (int)size, f) && fgets(line, (int)size, f);
	while (fgetc(f) != EOF)
		; /* to the end, so that the program isn't cut short */
	fclose(f);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	line[strcspn(line, "\n")] = '\0';
	return said && status == 0;
}

static bool
print_program(struct out *o, const char *dir, const char *name)
{
	char path[4096], line[512] = "", left[128];

	snprintf(path, sizeof path, "%s/%s", dir, name);
	if (access(path, X_OK) != 0)
		return true;
	if (!summary(path, line, sizeof line)) {
		warn("'%s' does not say what it is for", name);
		return false;
	}
	snprintf(left, sizeof left, "%-16s  ", name);
	out_str(o, left);
	out_str(o, line);
	out_char(o, '\n');
	return true;
}

int
main(int argc, char **argv)
{
	struct dirent **e;
	struct out o;
	bool fine = true;

	int i = opt_parse(&usage, NULL, argc, argv);
	if (i < argc)
		opt_bad(&usage, "no operand is wanted", argv[i]);
	char *dir = installed_dir();
	int n = scandir(dir, &e, is_program, by_name);
	if (n < 0)
		die_sys("cannot read '%s'", dir);
	out_open(&o, 1, "stdout");
	for (i = 0; i < n; i++)
		fine &= print_program(&o, dir, e[i]->d_name);
	out_flush(&o);
	return fine ? 0 : 2;
}
