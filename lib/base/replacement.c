#include "base/replacement.h"

#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"

static struct replacement *all; /* those being written; changed with the signals below held */

static const int deadly[] = { SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM };
enum { DEADLY = sizeof deadly / sizeof *deadly };

/* A child that was forked leaves alone what its parent writes. */
static void
remove_all(void)
{
	for (const struct replacement *r = all; r; r = r->next)
		if (r->owner == getpid())
			unlink(r->temporary);
}

/* The signal has its default again, which follows when this returns. */
static void
remove_and_die(int number)
{
	remove_all();
	raise(number);
}

/* A signal that the program ignores, or that something else handles, is left so. */
static void
clean_up_at_the_end(void)
{
	static bool done;
	struct sigaction old, a = { .sa_handler = remove_and_die, .sa_flags = (int)SA_RESETHAND };

	if (done)
		return;
	done = atexit(remove_all) == 0;
	die_tidy(remove_all);
	for (int i = 0; i < DEADLY; i++)
		if (sigaction(deadly[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
			sigaction(deadly[i], &a, NULL);
}

/* Hold the signals off, so that their handler sees a list and a disk that agree; what was held before. */
static sigset_t
hold_signals(void)
{
	sigset_t held, before;

	sigemptyset(&held);
	for (int i = 0; i < DEADLY; i++)
		sigaddset(&held, deadly[i]);
	sigprocmask(SIG_BLOCK, &held, &before);
	return before;
}

static void
let_signals(sigset_t before)
{
	sigprocmask(SIG_SETMASK, &before, NULL);
}

char *
replacement_path(const char *dir, const char *code)
{
	char *path;

	if (*code == '.' || *code == '\0' || strchr(code, '/'))
		die("instrument '%.80s' cannot name a file", code);
	path = mem_format("%s/%s.csv", dir, code);
	return path;
}

/*
 * Begin to write under the name `temporary`, which is taken over. It must be a new file: one that lies there, a link
 * or a FIFO may be another's, who waits for what is written to it.
 */
static void
begin(struct replacement *r, const char *path, bool durable, char *temporary)
{
	struct stat old;

	for (const struct replacement *o = all; o; o = o->next)
		if (strcmp(o->path, path) == 0)
			die("'%s' is being written already", path);
	clean_up_at_the_end();
	sigset_t before = hold_signals();
	if (durable)
		unlink(temporary);
	int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (fd < 0)
		die_sys("cannot open '%s'", path);
	*r = (struct replacement){ .path = path, .durable = durable, .temporary = temporary, .owner = getpid(), .next = all };
	all = r;
	let_signals(before);
	if (stat(path, &old) == 0 && fchmod(fd, old.st_mode & 07777))
		die_sys("cannot open '%s'", path);
	out_open(&r->out, fd, path);
}

/* The name is by chance: nobody can lay something there before. */
void
replacement_open(struct replacement *r, const char *path)
{
	char *temporary;
	uint64_t chance;

	if (getrandom(&chance, sizeof chance, 0) != sizeof chance)
		die_sys("cannot make a name for '%s'", path);
	temporary = mem_format("%s.%016" PRIx64 ".tmp", path, chance);
	begin(r, path, false, temporary);
}

void
replacement_open_durable(struct replacement *r, const char *path)
{
	char *temporary;

	temporary = mem_format("%s.tmp", path);
	begin(r, path, true, temporary);
}

char *
replacement_folder(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? mem_dup(path, (size_t)(slash - path) + (slash == path)) : mem_dup(".", 1);
}

void
replacement_sync_folder(const char *path)
{
	char *dir = replacement_folder(path);
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0 || fsync(fd))
		die_sys("cannot sync '%s'", dir);
	close(fd);
	free(dir);
}

static void
forget(const struct replacement *r)
{
	struct replacement **p = &all;

	while (*p != r)
		p = &(*p)->next;
	*p = r->next;
}

void
replacement_close(struct replacement *r)
{
	out_flush(&r->out);
	if (r->durable && fsync(r->out.fd))
		die_sys("cannot write '%s'", r->path);
	out_close(&r->out);
	sigset_t before = hold_signals();
	if (rename(r->temporary, r->path))
		die_sys("cannot replace '%s'", r->path);
	forget(r);
	let_signals(before);
	free(r->temporary);
	if (r->durable)
		replacement_sync_folder(r->path);
}
