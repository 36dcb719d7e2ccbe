#include "exec_rule.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "err.h"
#include "out.h"
#include "rec.h"

static pid_t
start(char *const *argv, const char *instrument, FILE *in, int *out)
{
	int p[2];

	if (pipe(p))
		die_sys("cannot make a pipe");
	out_flush_all(); /* or the child would hold our rows too */
	pid_t pid = fork();
	if (pid < 0)
		die_sys("cannot start '%s'", argv[0]);
	if (pid > 0) {
		close(p[1]);
		*out = p[0];
		return pid;
	}
	if (dup2(fileno(in), 0) < 0 || dup2(p[1], 1) < 0 || setenv("ST_INSTRUMENT", instrument, 1))
		_exit(126);
	close(p[0]);
	close(p[1]);
	execvp(argv[0], argv);
	fprintf(stderr, "%s: cannot run '%s': %s\n", prog, argv[0], strerror(errno));
	_exit(127);
}

static void
finish(pid_t pid, const char *name, const char *instrument)
{
	int status;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			die_sys("cannot wait for '%s'", name);
	if (WIFSIGNALED(status))
		die("rule '%s': %s: killed by signal %d", name, instrument, WTERMSIG(status));
	if (WEXITSTATUS(status))
		die("rule '%s': %s: exit status %d", name, instrument, WEXITSTATUS(status));
}

void
exec_rule_run(char *const *argv, const char *instrument, FILE *in, double *f, int n)
{
	char name[512];
	struct rec r;
	int fd, got = 0;

	if (fflush(in) || fseek(in, 0, SEEK_SET))
		die_sys("cannot write for '%s'", argv[0]);
	snprintf(name, sizeof name, "rule '%s': %s", argv[0], instrument);
	pid_t pid = start(argv, instrument, in, &fd);
	rec_open(&r, fd, name);
	int column = rec_next(&r) ? rec_find(&r, "forecast") : -1;
	if (column < 0 && r.n == 1)
		column = 0;
	for (; rec_next(&r); got++) /* to the end, or a pipe closed early would kill the program */
		if (column >= 0 && got < n)
			f[got] = rec_num(&r, column, "forecast");
	rec_close(&r);
	finish(pid, argv[0], instrument);
	if (column < 0)
		die("%s: no column 'forecast'", name);
	if (got != n)
		die("%s: %d rows where %d were given", name, got, n);
}
