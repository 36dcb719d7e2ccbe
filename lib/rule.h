/*
 * rule - trading rules: a few columns of one instrument in, a raw forecast out
 *
 * A rule is one small file, lib/rule_NAME.c, and one line in the table of
 * lib/rule.c. It sees one day at a time and keeps its own state, so it cannot
 * look ahead.
 */
#ifndef ST_RULE_H
#define ST_RULE_H

#include <stdbool.h>
#include <stddef.h>

enum { RULE_INPUTS = 4, RULE_ARGS = 8 };

struct rule_arg {
	const char *name;   /* as in a config's other_args */
	double otherwise;   /* its default; NaN: it must be given */
};

struct rule {
	const char *name;   /* the last component of a config's `function` */
	int inputs;         /* columns it wants, in the order of a config's `data` */
	struct rule_arg args[RULE_ARGS];
	size_t size;        /* of its state */
	void (*init)(void *state, const double *args);
	double (*next)(void *state, const double *in); /* one day; NaN in or out is missing */
};

/* The rule of that name, or NULL. */
const struct rule *rule_find(const char *name);

/*
 * The stream's column for one of pysystemtrade's data methods, such as
 * "rawdata.get_daily_prices", or NULL.
 */
const char *rule_column(const char *data);

extern const struct rule rule_ewmac, rule_ewmac_raw_vol, rule_carry, rule_carry2, rule_breakout;

#endif
