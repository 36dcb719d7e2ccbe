/* summary - tables of accounts for people: figures are rounded, net of costs and in percent of capital */
#ifndef ST_ACCOUNT_SUMMARY_H
#define ST_ACCOUNT_SUMMARY_H

#include <stdbool.h>

#include "account/account_stats.h"
#include "base/out.h"

/*
 * The headline figures of the first of n accounts, the portfolio, and a line of each account with its equity curve. Where data
 * was missing at first they say from when and why, and the headline figures stand there twice, of all days and of those from
 * then on; but once when the curves are whole and so are counted from there.
 */
void summary_print(struct out *o, const struct account_stats *s, int n, double capital, bool whole);

/* The sum of the daily returns of each month and year, a line a year, of the account that c works on. */
void summary_print_months(struct out *o, struct curves *c);

#endif
