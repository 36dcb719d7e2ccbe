/* prog - the program's name, and what it says on stderr: one line, lower case, `prog: place: what: "value"` */
#ifndef ST_BASE_PROG_H
#define ST_BASE_PROG_H

#include <stdarg.h>

/* Set once by opt_parse, before anything can fail. */
extern const char *prog;

enum { PROG_TEXT = 4096 }; /* bytes of a message: what is longer is cut */

/* A message as it is printed: what is no character to print is '?'. */
void prog_text(char text[PROG_TEXT], const char *fmt, va_list ap) __attribute__((format(printf, 2, 0)));

/* Print `prog: message` on stderr, with ": " and `more` behind it unless that is NULL. */
void prog_say(const char *fmt, va_list ap, const char *more) __attribute__((format(printf, 1, 0)));

#endif
