#include "chart/gnuplot.h"

#include <errno.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/die.h"
#include "base/environment.h"
#include "base/output.h"

static int
memory(unsigned flags)
{
	int fd = memfd_create("st-plot", flags);

	if (fd < 0)
		die_sys("cannot make room for the plot");
	return fd;
}

void
gnuplot_open(struct gnuplot *g)
{
	out_open(&g->script, memory(MFD_CLOEXEC), "script");
}

int
gnuplot_output(struct gnuplot *g)
{
	int fd = memory(0); /* inherited */

	out_str(&g->script, "set output '/dev/fd/");
	out_int(&g->script, fd);
	out_str(&g->script, "'\n");
	return fd;
}

/* Begin it with the script as its standard input; by a name, as it would read that byte by byte without one. */
static pid_t
start(int script)
{
	static char *argv[] = { "gnuplot", "--default-settings", "/dev/stdin", NULL };
	static char *const set[] = { "LC_ALL=C.UTF-8", "TZ=UTC", NULL };
	char **environment = environment_with(set);
	posix_spawn_file_actions_t actions;
	pid_t pid;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, script, 0);
	errno = posix_spawnp(&pid, argv[0], &actions, NULL, argv, environment);
	if (errno == ENOENT)
		die("no gnuplot here: install the package gnuplot-nox");
	if (errno)
		die_sys("cannot run gnuplot");
	posix_spawn_file_actions_destroy(&actions);
	free(environment);
	return pid;
}

void
gnuplot_run(struct gnuplot *g)
{
	int status;

	out_flush(&g->script);
	if (lseek(g->script.fd, 0, SEEK_SET) < 0)
		die_sys("cannot rewind the script");
	pid_t pid = start(g->script.fd);
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			die_sys("cannot wait for gnuplot");
	if (status != 0)
		die("gnuplot failed");
	out_close(&g->script);
}

struct slice
gnuplot_drawn(int output)
{
	off_t n = lseek(output, 0, SEEK_END);
	void *p = n > 0 ? mmap(NULL, (size_t)n, PROT_READ, MAP_PRIVATE, output, 0) : MAP_FAILED;

	if (p == MAP_FAILED)
		die("gnuplot drew nothing");
	return (struct slice){ p, (size_t)n };
}

void
gnuplot_save(int output, const char *path)
{
	struct slice drawn = gnuplot_drawn(output);

	out_bytes(output_open(path), drawn.p, drawn.n);
}
