/*
 * output - a file that the user named to be written, `-o FILE`
 *
 * A file appears when the program has come to its end, or an old one stays (base/replacement.h); one
 * behind a symbolic link is replaced, not the link. What is no file is written where it is: /dev/null,
 * /dev/stdout, a FIFO, a shell's >(command). An output that the program reads too is refused, whatever
 * names it has and whichever is opened first, before anything is written to it.
 */
#ifndef ST_BASE_OUTPUT_H
#define ST_BASE_OUTPUT_H

#include <stdbool.h>

#include "base/out.h"
#include "base/wrong.h"

/* Begin to write to path, which must live as long as the program. Dies if it can't. */
struct out *output_open(const char *path);

/* All that the program has to say is said: put every output in its place. */
void output_close_all(void);

/* The program reads fd, called name. Wrong when that is the file of an output. */
bool output_try_input(int fd, const char *name, struct wrong *w);

/* The same for what a library reads by its name; what can't be looked at is left for it to refuse. */
bool output_try_input_file(const char *path, struct wrong *w);

/* As output_try_input; dies. */
void output_input(int fd, const char *name);

#endif
