#include "forecast/external_rule.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/die.h"
#include "base/environment.h"
#include "base/mem.h"
#include "base/num.h"
#include "stream/rec.h"

static pid_t
start(const char *name, char *const *argv, const char *instrument, FILE *in, int *out)
{
	posix_spawn_file_actions_t files;
	char *set[2] = { NULL };
	int p[2];
	pid_t pid;

	set[0] = mem_format("ST_INSTRUMENT=%s", instrument);
	char **environment = environment_with(set);
	if (pipe(p) || posix_spawn_file_actions_init(&files) || posix_spawn_file_actions_adddup2(&files, fileno(in), 0) ||
	    posix_spawn_file_actions_adddup2(&files, p[1], 1) || posix_spawn_file_actions_addclose(&files, p[0]) ||
	    posix_spawn_file_actions_addclose(&files, p[1]))
		die_sys("%s: cannot start '%s'", name, argv[0]);
	int e = posix_spawnp(&pid, argv[0], &files, NULL, argv, environment);
	if (e)
		die("%s: cannot run '%s': %s", name, argv[0], strerror(e));
	posix_spawn_file_actions_destroy(&files);
	free(environment);
	free(set[0]);
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

/* What the program is given, in a file, at its end. */
static FILE *
input(const struct trading_rule *v, struct held_rows *h, struct step *s)
{
	FILE *f = tmpfile();
	char num[NUM_MAX];

	if (!f || fcntl(fileno(f), F_SETFD, FD_CLOEXEC))
		die_sys("cannot make a temporary file");
	fputs("time", f);
	for (int j = 0; j < v->inputs; j++)
		fprintf(f, ",%s", v->data[j]);
	fputc('\n', f);
	for (size_t i = 0; i < h->n; i++) {
		struct row *r = held_rows_row(h, s, i);
		struct slice t = row_text(s, r, s->time);
		fwrite(t.p, 1, t.n, f);
		for (int j = 0; j < v->inputs; j++) {
			fputc(',', f);
			fwrite(num, 1, num_print(num, row_num(s, r, v->in[j])), f);
		}
		fputc('\n', f);
	}
	return f;
}

void
external_rule_run(const struct trading_rule *v, const char *instrument, struct held_rows *h, struct step *s, double *f, int step)
{
	FILE *in = input(v, h, s);
	char name[512];
	struct rec r;
	size_t got = 0;
	int fd;

	snprintf(name, sizeof name, "rule '%s': %s", v->name, instrument);
	if (fflush(in) || fseek(in, 0, SEEK_SET))
		die_sys("%s: cannot write for '%s'", name, v->argv[0]);
	pid_t pid = start(name, v->argv, instrument, in, &fd);
	rec_open(&r, fd, name);
	int column = rec_next(&r) ? rec_find(&r, "forecast") : -1, time = r.n ? rec_find(&r, "time") : -1;
	if (column < 0 && r.n == 1)
		column = 0;
	for (; rec_next(&r); got++) /* to the end, or a pipe closed early would kill the program */
		if (column >= 0 && got < h->n) {
			f[got * (size_t)step] = rec_num(&r, column, "forecast");
			if (time >= 0 && !slice_eq(r.f[time], row_text(s, held_rows_row(h, s, got), s->time)))
				die("%s:%ld: column 'time': not the time given: \"%.*s\"", name, r.line, SLICE(r.f[time]));
		}
	rec_close(&r);
	close(fd);
	finish(pid, name, v->argv[0]);
	fclose(in);
	if (column < 0)
		die("%s: no column 'forecast'", name);
	if (got != h->n)
		die("%s: %zu rows where %zu were given", name, got, h->n);
}
