/*
 * costs_table - turnovers and costs in Sharpe ratio units, out of scalars.csv
 *
 * A turnover is round trips a year of an average position; costs in SR units are what a year costs over a
 * year's volatility (st-cost(1)). NaN where the file has none.
 */
#ifndef ST_BACKTEST_COSTS_TABLE_H
#define ST_BACKTEST_COSTS_TABLE_H

#include "backtest/backtest_folder.h"

struct costs_table_instrument {
	const char *name;
	double turnover;       /* of what is held, in the portfolio (instrument_turnover_rounded) */
	double subsystem_turnover;
	double per_trade;      /* SR units (SR_cost_per_trade) */
	double holding;        /* SR units a year, rolls alone (SR_holding_cost_only) */
	double subsystem;      /* SR units a year, all (SR_cost_subsystem) */
	double rolls;          /* a year */
};

struct costs_table_rule {
	const char *name;
	double turnover;       /* of its forecasts (forecast_turnover), mean over the instruments that have the rule */
	double cost;           /* SR units a year (SR_cost_forecast), likewise */
};

struct costs_table {
	int instruments, rules;
	struct costs_table_instrument *instrument; /* in order of the file */
	struct costs_table_rule *rule;     /* in order of the file */
	double portfolio_turnover;           /* total_portfolio_level_turnover */
};

struct costs_table costs_table_read(const struct backtest *b);

#endif
