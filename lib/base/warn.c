#include "base/warn.h"

#include <stdarg.h>
#include <stddef.h>

#include "base/prog.h"

static bool quiet;

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

void
warn(const char *fmt, ...)
{
	va_list ap;

	if (quiet)
		return;
	va_start(ap, fmt);
	prog_say(fmt, ap, NULL);
	va_end(ap);
}
