/*
 * trading_rules - the trading rules of a config: what each looks at, and its arguments
 *
 * trading_rules.NAME has function, data and other_args. A function is one of rules/rule.h's, or
 * `exec:PROGRAM` for a program, which gets other_args as NAME=VALUE.
 */
#ifndef ST_FORECAST_TRADING_RULES_H
#define ST_FORECAST_TRADING_RULES_H

#include <stdbool.h>

#include "config/config.h"
#include "rules/rule.h"

struct trading_rule {
	const char *name;
	const struct rule *rule;             /* NULL for a program */
	char **argv;                         /* of the program */
	const char *data[RULE_INPUTS];       /* columns' names */
	bool beyond;                         /* one of them goes on beyond the adjusted series */
	bool relative;                       /* to the asset class: nothing to an instrument alone in its own */
	bool attenuated;
	int inputs;                          /* how many data */
	int in[RULE_INPUTS], out;            /* columns in a stream, the caller's to set */
	double args[RULE_ARGS];
};

struct trading_rules {
	struct trading_rule *v;
	int n, programs;                     /* how many, and how many of them are programs */
};

/* All of a config, which must outlive them; programs: where those with a relative path are, or NULL. Dies naming the rule. */
struct trading_rules trading_rules_read(const struct config *c, const char *programs);

#endif
