#include "base/prog.h"

#include <stdio.h>

const char *prog = "st";

void
prog_say(const char *fmt, va_list ap, const char *more)
{
	char s[4096];

	vsnprintf(s, sizeof s, fmt, ap);
	for (unsigned char *p = (unsigned char *)s; *p; p++)
		if (*p < 0x20 || *p == 0x7f)
			*p = '?';
	fprintf(stderr, "%s: %s%s%s\n", prog, s, more ? ": " : "", more ? more : "");
}
