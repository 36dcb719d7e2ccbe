/*
 * rule_costs - what following each rule costs in each instrument, and which instruments have the same rules
 *
 * From the tables that st-returns writes (--costs): instrument,rule,item,value. Costs are
 * annual, in Sharpe ratio units; which are averaged over instruments is forecast_cost_estimates'
 * to say. Source: pysystemtrade, systems/accounts/account_costs.py and forecast_combine.py.
 */
#ifndef ST_FIT_RULE_COSTS_H
#define ST_FIT_RULE_COSTS_H

#include <stdbool.h>

#include "base/names.h"
#include "base/opt.h"
#include "config/config.h"

struct rule_cost {
	double turnover;        /* round trips a year, of the instrument's own forecasts */
	double forecast_days, gross_days, gross_mean, gross_stdev, unit_cost_mean;
	bool used;              /* it is one of the instrument's rules */
};

struct rule_costs {
	struct names instruments, rules; /* in order of their bytes */
	struct rule_cost *v;           /* of instrument i and rule j at i * rules.n + j */
	double *per_trade, *holding;   /* by instrument */
	/* private */
	const struct config *cfg;
	int *kind;                     /* by instrument: the first one with the same rules */
	double *turnover, *cost;       /* averages over those, as v; NULL where an instrument's own is wanted */
};

/* Read tables; dies naming file and line, and on an instrument or rule that is not in all of it. */
struct rule_costs rule_costs_read(const struct config *c, const struct opt_list *files);

const struct rule_cost *rule_cost_of(const struct rule_costs *c, int instrument, int rule);

/* Round trips a year, averaged if so wished over the instruments that have the same rules. */
double rule_cost_turnover(const struct rule_costs *c, int instrument, int rule);

/* The cost of trading and holding a rule's forecasts for a year. */
double rule_cost_sharpe(const struct rule_costs *c, int instrument, int rule);

/* Is the rule one of the instrument's, and not dearer than the ceiling? */
bool rule_cost_is_cheap(const struct rule_costs *c, int instrument, int rule, double ceiling);

/* See that an instrument has such a rule. Dies saying why not, naming key, the config's for the ceiling. */
void rule_costs_need_cheap(const struct rule_costs *c, int instrument, double ceiling, const char *key);

/* Have both the same rules that are not dearer? Infinity: the same rules. */
bool rule_costs_alike(const struct rule_costs *c, int one, int other, double ceiling);

#endif
