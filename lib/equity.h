/* equity - the running sums of an account's returns, and the drawdown beneath: what a picture shows */
#ifndef ST_EQUITY_H
#define ST_EQUITY_H

/* Percent of a constant capital, so that sums don't compound. */
struct equity_point {
	int day;
	double net, gross;
	double down;        /* net below its highest so far: 0 or less */
};

/* In order of days; owns p. */
struct equity {
	struct equity_point *p;
	int n;
	int cap;            /* private */
};

/*
 * Read the columns time, gross_percent and net_percent of a file ("-" is standard
 * input); an empty return counts 0, a day with neither is left out. Dies naming
 * file, line and column when one is wrong, and when there is no row at all.
 */
struct equity equity_read(const char *path);

/* About `points` of them, which the caller owns: of each stretch the lowest and the highest, so that no fall is hidden. */
struct equity equity_thin(const struct equity *e, int points);

#endif
