#include "base/warn.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/die.h"
#include "base/prog.h"

static bool quiet, strict;

void
warn_quiet(void)
{
	quiet = true;
}

void
warn_strict(void)
{
	strict = true;
}

bool
warn_is_quiet(void)
{
	return quiet;
}

/* The line in one write, so that programs that warn at the same time do not tear each other's. */
static void
keep(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);

	if (fd < 0 || dprintf(fd, "%s: %s\n", prog, text) < 0)
		die_sys("cannot write '%s'", path);
	close(fd);
}

void
warn(const char *fmt, ...)
{
	const char *path = getenv("ST_WARNINGS");
	char text[PROG_TEXT];
	va_list ap;

	if (quiet && !strict)
		return;
	va_start(ap, fmt);
	prog_text(text, fmt, ap);
	va_end(ap);
	if (strict)
		die("%s", text);
	if (path && *path)
		keep(path, text);
	fprintf(stderr, "%s: %s\n", prog, text);
}
