#include "base/prog.h"

#include <stdio.h>

#include "base/utf8.h"

const char *prog = "st";

void
prog_text(char text[PROG_TEXT], const char *fmt, va_list ap)
{
	vsnprintf(text, PROG_TEXT, fmt, ap);
	for (struct slice rest = slice_of(text); rest.n > 0; ) {
		char *at = (char *)rest.p;
		if (*utf8_next(&rest).p == '?')
			*at = '?';
	}
}

void
prog_say(const char *fmt, va_list ap, const char *more)
{
	char text[PROG_TEXT];

	prog_text(text, fmt, ap);
	fprintf(stderr, "%s: %s%s%s\n", prog, text, more ? ": " : "", more ? more : "");
}
