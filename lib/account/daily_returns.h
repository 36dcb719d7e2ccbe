/*
 * daily_returns - the track record of an account: its return on every business day, gross, as costs and net
 *
 * In percent of capital. Every business day from the first to the last that has a return, gross or net, is
 * there, NaN where there was none; a day that bears costs alone outside of these is left out, as in a picture (account/equity.h).
 * Capital is constant in account.csv; accounts/actual_account.csv has percents of each day's own capital.
 */
#ifndef ST_ACCOUNT_DAILY_RETURNS_H
#define ST_ACCOUNT_DAILY_RETURNS_H

#include <stdbool.h>

#include "account/curve.h"

struct daily_returns {
	int n;
	int first;             /* period of the first day (frequency_period's, DAILY) */
	double *day;           /* days from 1970, for a chart's axis as they stand */
	double *x[CURVE_KINDS];      /* percent, by CURVE_GROSS, CURVE_COSTS, CURVE_NET */
	double years;          /* that annual means are taken over; 256 business days each */
	bool later;            /* days before the first one were left out (daily_returns_from) */
};

/*
 * Read columns time, gross_percent, net_percent and, if it is there, cost_percent ("-" is standard input). Dies naming
 * file, line and column when one is wrong; n is 0 when there are no returns. whole: see struct backtest; if not,
 * `years` counts the period before the first return too, as the statistics do.
 */
struct daily_returns daily_returns_read(const char *path, bool whole);

/* Leave out the days before one; `years` are then those of the days that stay. */
void daily_returns_from(struct daily_returns *t, int day);

/* The running sum of returns; a missing one adds nothing. */
void daily_returns_cumulate(const double *x, int n, double *out);

/* The sums of returns by week, month or year, each period that has a day, NaN when it has no return; the caller's. */
struct daily_returns_periods {
	int n;
	int first;             /* period, as frequency_period numbers them */
	double *x;
};
struct daily_returns_periods daily_returns_periods(const struct daily_returns *t, enum curve_kind k, enum frequency f);

/* 0 <= at < n for a day from the first to the last, else -1. */
int daily_returns_at(const struct daily_returns *t, int day);

#endif
