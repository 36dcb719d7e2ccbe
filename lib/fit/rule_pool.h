/*
 * rule_pool - the net weekly returns of an instrument's rules, pooled with those of instruments that have the same
 *
 * Gross returns come as st-returns prints them, by week, with the number of days that count; costs come
 * as a Sharpe ratio, and are taken off each such day. Source: pysystemtrade, sysquant/returns.py
 * and sysquant/optimisation/pre_processing.py.
 */
#ifndef ST_FIT_RULE_POOL_H
#define ST_FIT_RULE_POOL_H

#include "fit/fitted_weights.h"
#include "fit/rule_costs.h"
#include "fit/weekly_returns.h"

struct rule_pool {
	const struct weekly_returns *weekly;
	const struct rule_costs *costs;
	const struct fitted_weights_options *fitting;
	double ceiling;        /* rules dearer than this are not fitted */
	bool pool_gross, pool_turnover, pool_costs;
	/* of the instrument chosen, numbered as in costs: */
	int instrument;
	int *rule, n;          /* its rules that are cheap enough, n of them */
	int *with, pool;       /* instruments with the same, itself included */
	double *cost;          /* annual, Sharpe ratio units, negative; by rule */
};

/* What is pointed to must outlive it. */
struct rule_pool rule_pool_open(const struct config *c, const struct fitted_weights_options *f,
    const struct rule_costs *costs, const struct weekly_returns *w);

/* Choose an instrument; dies when no rule of it is cheap enough. */
void rule_pool_choose(struct rule_pool *p, int instrument);

/* The net returns of its rules in the pool, or in itself where pool_gross_returns is false. */
struct pooled_weeks rule_pool_frame(const struct rule_pool *p);

#endif
