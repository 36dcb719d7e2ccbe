/*
 * verb - programs whose first operand says what to do: `st-roll build [FILE]`
 *
 * The verb may stand before the options or behind them, and may be said as an option is, `--fx` for `fx`, where no
 * option has that name. A name of two words, "trade list", is two operands. Each verb takes so many operands,
 * needs some of the options and takes some more; the rest are an error, as they would do nothing.
 */
#ifndef ST_BASE_VERB_H
#define ST_BASE_VERB_H

#include <limits.h>

#include "base/opt.h"
#include "base/out.h"

enum { VERB_ANY = INT_MAX };          /* any number of operands */

struct verb {
	const char *name;             /* NULL ends a table */
	const char *help;             /* what it does: a line of --help */
	void (*run)(int n, char **operand);
	int least, most;              /* operands */
	unsigned needs, takes;        /* options, by their place in the table: bit 0 is the first */
};

/*
 * As opt_parse, and the verb that is named into *v; `usual` when the first operand is none, unless it is NULL: then
 * that dies, naming the verb that is nearest or all. The index of the first operand behind the verb.
 */
int verb_parse(const struct opt_usage *u, const struct verb *verbs, const struct verb *usual, void *dest, int argc,
    char **argv, struct verb *v);

/* As opt_read: the same of a program that has begun. */
int verb_read(const struct opt_usage *u, const struct verb *verbs, const struct verb *usual, void *dest, int argc, char **argv,
    struct verb *v);

/*
 * All that the main of a program does whose verbs do the rest: parse and check, *out open on standard output, the verb, what
 * it has printed handed on. The verb's status is what it has left in *status.
 */
int verb_main(const struct opt_usage *u, const struct verb *verbs, const struct verb *usual, void *dest, struct out *out,
    const int *status, int argc, char **argv);

/* Die about an option that a verb needs and has not, or has and does not take. */
void verb_check(const struct opt_usage *u, const struct verb *v, const void *dest);

/* The verb of that name, NULL when there is none. */
const struct verb *verb_find(const struct verb *verbs, const char *name);

/* The file of a verb that takes one or none: without, standard input. */
static inline const char *
verb_file(int n, char **operand)
{
	return n ? operand[0] : "-";
}

#endif
