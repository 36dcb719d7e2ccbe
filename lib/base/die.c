#include "base/die.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/prog.h"

static void (*hook)(void), (*tidy)(void);

void
die_hook(void (*f)(void))
{
	hook = f;
}

void
die_tidy(void (*f)(void))
{
	tidy = f;
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
	prog_say(fmt, ap, NULL);
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
	prog_say(fmt, ap, strerror(e));
	va_end(ap);
	exit(2);
}

void
die_within(const char *fmt, ...)
{
	va_list ap;

	run_hook();
	va_start(ap, fmt);
	prog_say(fmt, ap, NULL);
	va_end(ap);
	if (tidy)
		tidy();
	_exit(2);
}
