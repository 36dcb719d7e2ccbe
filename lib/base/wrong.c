#include "base/wrong.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool
wrong_say(struct wrong *w, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(w->text, sizeof w->text, fmt, ap);
	va_end(ap);
	return false;
}

bool
wrong_sys(struct wrong *w, const char *fmt, ...)
{
	va_list ap;
	int e = errno;

	va_start(ap, fmt);
	vsnprintf(w->text, sizeof w->text, fmt, ap);
	va_end(ap);
	size_t n = strlen(w->text);
	snprintf(w->text + n, sizeof w->text - n, ": %s", strerror(e));
	return false;
}
