/* equity - the running sums of an account's returns, and the drawdown beneath: what a picture shows */
#ifndef ST_ACCOUNT_EQUITY_H
#define ST_ACCOUNT_EQUITY_H

#include "chart/chart.h"

/* Percent of a constant capital, so that sums don't compound. In order of days; owns its numbers. */
struct equity {
	int n;
	double *day;        /* from 1970 */
	double *net, *gross;
	double *down;       /* net below its highest so far: 0 or less */
	int cap;            /* private */
};

/*
 * Read the columns time, gross_percent and net_percent of a file ("-" is standard
 * input); an empty return counts 0, a day with neither is left out. Dies naming
 * file, line and column when one is wrong, and when there is no row at all.
 */
struct equity equity_read(const char *path);

/* Show it: the curves, gross and net, and the drawdown beneath. */
void equity_chart(const struct equity *e, struct chart *c);

#endif
