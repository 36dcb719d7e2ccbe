/* warn - messages on stderr about what does not stop a program */
#ifndef ST_BASE_WARN_H
#define ST_BASE_WARN_H

#include <stdbool.h>

/*
 * Print `prog: message` and go on; silent after warn_quiet(). The line is also put behind what is in the
 * file that ST_WARNINGS names in the environment: so a pipeline collects what its programs warn of.
 */
void warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void warn_quiet(void);

/* From now on a warning ends the program as die does, quiet or not. */
void warn_strict(void);

bool warn_is_quiet(void);

#endif
