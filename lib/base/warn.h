/* warn - messages on stderr about what does not stop a program */
#ifndef ST_BASE_WARN_H
#define ST_BASE_WARN_H

#include <stdbool.h>

/* Print `prog: message` and go on; silent after warn_quiet(). */
void warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void warn_quiet(void);

/* From now on a warning ends the program as die does, quiet or not. */
void warn_strict(void);

bool warn_is_quiet(void);

#endif
