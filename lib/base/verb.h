/*
 * verb - programs whose first operand says what to do: `st-roll build [FILE]`
 *
 * The verb may stand before the options or behind them. Each verb needs some of the
 * options and takes some more; the rest are an error, as they would do nothing.
 */
#ifndef ST_BASE_VERB_H
#define ST_BASE_VERB_H

#include "base/opt.h"

struct verb {
	const char *name;             /* NULL ends a table */
	void (*run)(const char *path);
	const char *path;             /* when no file is named: "-", standard input, or NULL */
	unsigned needs, takes;        /* options, by their place in the table: bit 0 is the first */
};

/* As opt_parse, into dest; the verb, its path the file named if there is one. */
struct verb verb_parse(const struct opt_usage *u, const struct verb *verbs, void *dest, int argc, char **argv);

/* Die about an option that a verb needs and has not, or has and does not take. */
void verb_check(const struct opt_usage *u, const struct verb *v, const void *dest);

#endif
