#include "replacement.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "err.h"

static char *temporary; /* the file being written */

static void
remove_temporary(void)
{
	if (temporary)
		unlink(temporary);
}

/* The process's number in the name lets two programs write to one folder. */
void
replacement_open(struct replacement *r, const char *path)
{
	static bool told;

	if (!told)
		told = atexit(remove_temporary) == 0;
	r->path = path;
	if (asprintf(&temporary, "%s.%ld.tmp", path, (long)getpid()) < 0)
		die("out of memory");
	int fd = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		die_sys("cannot open '%s'", path);
	out_open(&r->out, fd, path);
}

void
replacement_close(struct replacement *r)
{
	out_close(&r->out);
	if (rename(temporary, r->path))
		die_sys("cannot replace '%s'", r->path);
	free(temporary);
	temporary = NULL;
}
