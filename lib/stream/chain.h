/* chain - filters behind one another, from the text that is read to the text that is printed */
#ifndef ST_STREAM_CHAIN_H
#define ST_STREAM_CHAIN_H

#include "stream/filter.h"

/* A filter to be run: its state is as the filter's defaults say, for opt_parse to change; next is the caller's to set. */
struct step *chain_step(const struct filter *f);

/* Read a file ("-" is standard input) through steps linked by next, and print what comes out of the last one. */
void chain_run(struct step *first, const char *path);

/* Run filters behind one another: argv is "name options then name options …". */
int chain_main(const struct filter *const *all, int n, int argc, char **argv);

#endif
