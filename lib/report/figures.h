/*
 * figures - the pictures of a backtest, by name: what st-report shows, and st-plot draws
 *
 *   equity             the account, gross and net, and its drawdown
 *   risk               volatility achieved over a year beside what is wanted; Sharpe ratio over one and three years
 *   daily_returns      how they are distributed, beside a normal distribution;
 *   monthly_returns    likewise
 *   years              gross returns and costs by year
 *   cost_sensitivity   the Sharpe ratio, were costs so many times what they are
 *   instruments, asset_classes, rules, styles
 *                      what each gave a year (bars), or by and by (lines)
 *   exposure           notional value over capital, instruments held
 *   multipliers        IDM and FDM, where they change
 *   history.CODE       an instrument's price, forecast and position
 *   forecast_correlation, instrument_correlation
 *
 * One of which there is nothing to show is not among them.
 */
#ifndef ST_REPORT_FIGURES_H
#define ST_REPORT_FIGURES_H

#include "backtest/contents.h"
#include "chart/figure.h"

/* All there are of a review, which must live as long as they do. */
struct figures figures_of(const struct backtest_contents *v);

/* The parts. */
void figures_account(struct figures *f, const struct backtest_contents *v);
void figures_contribution(struct figures *f, const struct backtest_contents *v);
void figures_markets(struct figures *f, const struct backtest_contents *v);

#endif
