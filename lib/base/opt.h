/*
 * opt - one table of options gives parsing, --help, completion and the check of the man page
 *
 * Options stand before operands or behind them, as GNU has it; behind "--" all are operands. So is a number below zero.
 * Values go into a struct at the offset that the table gives, so that a program can be used
 * twice in a chain.
 */
#ifndef ST_BASE_OPT_H
#define ST_BASE_OPT_H

#include <stdbool.h>
#include <stddef.h>

enum opt_type {
	O_FLAG, /* bool: true when given */
	O_NUM,  /* double */
	O_INT,  /* int */
	O_STR,  /* const char *: points into argv */
	O_LIST, /* struct opt_list: may be repeated */
};

struct opt {
	char s;          /* short name or 0 */
	const char *l;   /* long name; NULL ends the table */
	const char *arg; /* the argument's name in --help; NULL for a flag */
	const char *help;
	enum opt_type type;
	size_t at;       /* offsetof the value in the struct given to opt_parse */
};

struct opt_list {
	const char **v;
	int n;
};

struct opt_usage {
	const char *name;     /* st-vol */
	const char *operands; /* "[FILE]" or "" */
	const char *summary;  /* one line */
	const struct opt *opts;
};

/*
 * What a main does first: take the program's name, SIGPIPE as it is by default, and parse
 * argv[1..argc) into dest; the index of the first operand: they are put last, in their order. --help and
 * --version print on stdout and exit 0, --st-complete prints the verbs and the long options, --st-help what st-help says of it;
 * -q/--quiet mutes warnings. A bad option prints the usage and exits 2.
 */
int opt_parse(const struct opt_usage *u, void *dest, int argc, char **argv);

/* The same where the operands are a command with options of its own, before which the program's own stand. */
int opt_parse_before_command(const struct opt_usage *u, void *dest, int argc, char **argv);

/* The two halves of opt_parse: a program begins once, and may have more tables to read than one, as a chain of filters has. */
void opt_begin(const struct opt_usage *u);
int opt_read(const struct opt_usage *u, void *dest, int argc, char **argv);

/* base/verb.h's: the verbs that --help lists and --st-complete prints; usual: the one that need not be named, or NULL. */
struct verb;
void opt_verbs(const struct verb *verbs, const struct verb *usual);

/* Was the option given whose value is this one, in the struct that was parsed into? Also when it says what it is without. */
bool opt_given(const void *value);

/* Die with `what` and a pointer to --help. */
_Noreturn void opt_bad(const struct opt_usage *u, const char *what, const char *value);

#define ST_VERSION "0.1.0"

/* The folder of tools/ that a program stands in, by which st-help lists it. The Makefile gives it; a library has none. */
extern const char opt_group[] __attribute__((weak));
#if defined ST_GROUP && !defined ST_CHAIN
const char opt_group[] = ST_GROUP;
#endif

#endif
