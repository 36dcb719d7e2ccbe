#include "base/prog.h"

#include <stdio.h>

const char *prog = "st";

void
prog_text(char text[PROG_TEXT], const char *fmt, va_list ap)
{
	vsnprintf(text, PROG_TEXT, fmt, ap);
	for (unsigned char *p = (unsigned char *)text; *p; p++)
		if (*p < 0x20 || *p == 0x7f)
			*p = '?';
}

void
prog_say(const char *fmt, va_list ap, const char *more)
{
	char text[PROG_TEXT];

	prog_text(text, fmt, ap);
	fprintf(stderr, "%s: %s%s%s\n", prog, text, more ? ": " : "", more ? more : "");
}
