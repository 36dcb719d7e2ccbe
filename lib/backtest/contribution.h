/*
 * contribution - what each instrument, asset class, rule or style gave to the portfolio
 *
 * Annual means in percent of the portfolio's capital, over the portfolio's years, so that those of all instruments add up to
 * the portfolio's, but for the first cost of each, which the reference loses. The Sharpe ratio is of a contribution's own
 * days, from its first return to its last; stats.csv has the same, but counts days on which an instrument had
 * prices and what it earned was not known yet (no FX rate).
 */
#ifndef ST_BACKTEST_CONTRIBUTION_H
#define ST_BACKTEST_CONTRIBUTION_H

#include "account/daily_returns.h"
#include "backtest/backtest_folder.h"

struct contribution {
	const char *name;
	double x[CURVE_KINDS];       /* percent a year by CURVE_GROSS, CURVE_COSTS, CURVE_NET */
	double sharpe;         /* net's; NaN when it never varied */
	double *curve;         /* net, cumulated, percent, on each day of the track; NULL for one that is not of a group */
};

struct contributions {
	int n;
	struct contribution *v;
};

struct contribution_total {
	struct contributions each;   /* in the order of the file */
	struct contributions groups; /* in order of their names; "none" for an empty asset class */
};

/* By instrument and by asset class, out of pnl.csv. Dies naming file and line when a row is wrong or off the track. */
struct contribution_total contribution_by_instrument(const struct backtest *b, const struct daily_returns *t);

/* By rule and by style, out of accounts/rules.csv; nothing when there is no such file. */
struct contribution_total contribution_by_rule(const struct backtest *b, const struct daily_returns *t);

/* Indices by net, the highest first, of equal ones by name; the caller's. */
int *contribution_order(const struct contributions *c);

/* The best earner, the middle one and the worst, as many as there are of these; how many. */
enum { CONTRIBUTIONS_CHOICE = 3 };
int contribution_choice(const struct contributions *c, const char *name[CONTRIBUTIONS_CHOICE]);

#endif
