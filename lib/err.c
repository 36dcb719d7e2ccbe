#include "err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *prog = "st";

static void (*hook)(void);
static bool quiet;

void
die_hook(void (*f)(void))
{
	hook = f;
}

void
warn_quiet(void)
{
	quiet = true;
}

bool
warn_is_quiet(void)
{
	return quiet;
}

static void
message(const char *fmt, va_list ap, const char *more)
{
	char s[4096];

	vsnprintf(s, sizeof s, fmt, ap);
	for (unsigned char *p = (unsigned char *)s; *p; p++)
		if (*p < 0x20 || *p == 0x7f)
			*p = '?';
	fprintf(stderr, "%s: %s%s%s\n", prog, s, more ? ": " : "", more ? more : "");
}

/* A failure of the flush itself must not flush again. */
static void
run_hook(void)
{
	void (*f)(void) = hook;

	hook = NULL;
	if (f)
		f();
}

void
die(const char *fmt, ...)
{
	va_list ap;

	run_hook();
	va_start(ap, fmt);
	message(fmt, ap, NULL);
	va_end(ap);
	exit(2);
}

void
die_sys(const char *fmt, ...)
{
	va_list ap;
	int e = errno;

	run_hook();
	va_start(ap, fmt);
	message(fmt, ap, strerror(e));
	va_end(ap);
	exit(2);
}

void
warn(const char *fmt, ...)
{
	va_list ap;

	if (quiet)
		return;
	va_start(ap, fmt);
	message(fmt, ap, NULL);
	va_end(ap);
}
