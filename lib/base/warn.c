#include "base/warn.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include "base/die.h"
#include "base/prog.h"
#include "base/wrong.h"

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

void
warn(const char *fmt, ...)
{
	va_list ap;

	if (strict) {
		char text[WRONG_MAX];
		va_start(ap, fmt);
		vsnprintf(text, sizeof text, fmt, ap);
		va_end(ap);
		die("%s", text);
	}
	if (quiet)
		return;
	va_start(ap, fmt);
	prog_say(fmt, ap, NULL);
	va_end(ap);
}
