#include "base/replacement.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"

static char *temporary; /* the file being written */

static void
remove_temporary(void)
{
	if (temporary)
		unlink(temporary);
}

char *
replacement_path(const char *dir, const char *code)
{
	char *path;

	if (*code == '.' || *code == '\0' || strchr(code, '/'))
		die("instrument '%.80s' cannot name a file", code);
	if (asprintf(&path, "%s/%s.csv", dir, code) < 0)
		die("out of memory");
	return path;
}

static void
open_temporary(struct replacement *r)
{
	static bool told;
	struct stat old;

	if (!told)
		told = atexit(remove_temporary) == 0;
	int fd = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0 || (stat(r->path, &old) == 0 && fchmod(fd, old.st_mode & 07777)))
		die_sys("cannot open '%s'", r->path);
	out_open(&r->out, fd, r->path);
}

/* The process's number in the name lets two programs write to one folder. */
void
replacement_open(struct replacement *r, const char *path)
{
	r->path = path;
	r->durable = false;
	if (asprintf(&temporary, "%s.%ld.tmp", path, (long)getpid()) < 0)
		die("out of memory");
	open_temporary(r);
}

void
replacement_open_durable(struct replacement *r, const char *path)
{
	r->path = path;
	r->durable = true;
	if (asprintf(&temporary, "%s.tmp", path) < 0)
		die("out of memory");
	open_temporary(r);
}

char *
replacement_folder(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? mem_dup(path, (size_t)(slash - path) + (slash == path)) : mem_dup(".", 1);
}

/* A name that was given in a folder outlives a power cut once the folder is synced. */
static void
sync_folder(const char *path)
{
	char *dir = replacement_folder(path);
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0 || fsync(fd))
		die_sys("cannot sync '%s'", dir);
	close(fd);
	free(dir);
}

void
replacement_close(struct replacement *r)
{
	out_flush(&r->out);
	if (r->durable && fsync(r->out.fd))
		die_sys("cannot write '%s'", r->path);
	out_close(&r->out);
	if (rename(temporary, r->path))
		die_sys("cannot replace '%s'", r->path);
	free(temporary);
	temporary = NULL;
	if (r->durable)
		sync_folder(r->path);
}
