/*
 * rule - trading rules: a few columns of one instrument in, a raw forecast out
 *
 * A rule is one small file, lib/rule_NAME.c, and one line in the table of
 * rules/rule.c. It sees one day at a time and keeps its own state, so it cannot
 * look ahead.
 */
#ifndef ST_RULES_RULE_H
#define ST_RULES_RULE_H

#include <stdbool.h>
#include <stddef.h>

enum { RULE_INPUTS = 4, RULE_ARGS = 8 };

struct rule_arg {
	const char *name;   /* as in a config's other_args */
	double otherwise;   /* its default; NaN: it must be given */
};

struct rule {
	const char *name;   /* the end of a config's `function` */
	int inputs;         /* columns it wants, in the order of a config's `data` */
	struct rule_arg args[RULE_ARGS];
	bool relative;      /* compares an instrument with its asset class */
	size_t size;        /* of its state */
	void (*init)(void *state, const double *args);
	double (*next)(void *state, const double *in); /* one day; NaN in or out is missing */
};

/*
 * The rule that a config's `function` means, or NULL: its last component, or more of them where
 * two functions have one name.
 */
const struct rule *rule_find(const char *function);

/* What nearest_said says of the rules when there is none. */
const char *rule_nearest(const char *function);

extern const struct rule rule_ewmac, rule_ewmac_raw_vol, rule_ewmac_example, rule_ewmac_calc_vol, rule_ewmac_of_levels,
	rule_carry, rule_carry2, rule_breakout, rule_long_bias, rule_short_bias, rule_relative_momentum, rule_mean_reversion,
	rule_relative_carry, rule_factor, rule_conditioned_factor, rule_mr_wings, rule_accel;

#endif
