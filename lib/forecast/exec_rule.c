#include "forecast/exec_rule.h"

#include <errno.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/die.h"
#include "base/out.h"
#include "stream/rec.h"

extern char **environ;

static pid_t
start(const char *name, char *const *argv, FILE *in, int *out)
{
	posix_spawn_file_actions_t files;
	int p[2];
	pid_t pid;

	if (pipe(p) || posix_spawn_file_actions_init(&files) || posix_spawn_file_actions_adddup2(&files, fileno(in), 0) ||
	    posix_spawn_file_actions_adddup2(&files, p[1], 1) || posix_spawn_file_actions_addclose(&files, p[0]) ||
	    posix_spawn_file_actions_addclose(&files, p[1]))
		die_sys("%s: cannot start '%s'", name, argv[0]);
	int e = posix_spawnp(&pid, argv[0], &files, NULL, argv, environ);
	if (e)
		die("%s: cannot run '%s': %s", name, argv[0], strerror(e));
	posix_spawn_file_actions_destroy(&files);
	close(p[1]);
	*out = p[0];
	return pid;
}

static void
finish(pid_t pid, const char *name, const char *program)
{
	int status;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			die_sys("%s: cannot wait for '%s'", name, program);
	if (WIFSIGNALED(status))
		die("%s: '%s' was killed by signal %d", name, program, WTERMSIG(status));
	if (WEXITSTATUS(status))
		die("%s: '%s' ended with status %d", name, program, WEXITSTATUS(status));
}

void
exec_rule_run(const char *rule, char *const *argv, const char *instrument, FILE *in, double *f, int n,
    struct slice (*time_of)(void *arg, int i), void *arg)
{
	char name[512];
	struct rec r;
	int fd, got = 0;

	snprintf(name, sizeof name, "rule '%s': %s", rule, instrument);
	if (fflush(in) || fseek(in, 0, SEEK_SET) || setenv("ST_INSTRUMENT", instrument, 1))
		die_sys("%s: cannot write for '%s'", name, argv[0]);
	pid_t pid = start(name, argv, in, &fd);
	rec_open(&r, fd, name);
	int column = rec_next(&r) ? rec_find(&r, "forecast") : -1, time = r.n ? rec_find(&r, "time") : -1;
	if (column < 0 && r.n == 1)
		column = 0;
	for (; rec_next(&r); got++) /* to the end, or a pipe closed early would kill the program */
		if (column >= 0 && got < n) {
			f[got] = rec_num(&r, column, "forecast");
			if (time >= 0 && !slice_eq(r.f[time], time_of(arg, got)))
				die("%s:%ld: column 'time': not the time given: \"%.*s\"", name, r.line, SLICE(r.f[time]));
		}
	rec_close(&r);
	finish(pid, name, argv[0]);
	if (column < 0)
		die("%s: no column 'forecast'", name);
	if (got != n)
		die("%s: %d rows where %d were given", name, got, n);
}
