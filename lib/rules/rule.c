#include "rules/rule.h"

#include <string.h>

#include "base/nearest.h"

/* Every rule there is, a line each; of two names of which one is the end of the other, the longer first. */
static const struct rule *const rules[] = {
	&rule_ewmac,
	&rule_ewmac_raw_vol,
	&rule_ewmac_example,
	&rule_ewmac_of_levels,
	&rule_ewmac_calc_vol,
	&rule_carry,
	&rule_carry2,
	&rule_breakout,
	&rule_long_bias,
	&rule_short_bias,
	&rule_relative_momentum,
	&rule_mean_reversion,
	&rule_relative_carry,
	&rule_factor,
	&rule_conditioned_factor,
	&rule_mr_wings,
	&rule_accel,
};

/* Is name all of function, or its end behind a point? */
static bool
ends(const char *function, const char *name)
{
	size_t n = strlen(function), m = strlen(name);

	return n >= m && strcmp(function + n - m, name) == 0 && (n == m || function[n - m - 1] == '.');
}

const struct rule *
rule_find(const char *function)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (ends(function, rules[i]->name))
			return rules[i];
	return NULL;
}

const char *
rule_nearest(const char *function)
{
	const char *point = strrchr(function, '.');
	struct nearest near = nearest_to(slice_of(point ? point + 1 : function));

	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		nearest_try(&near, rules[i]->name);
	return nearest_said(&near);
}
