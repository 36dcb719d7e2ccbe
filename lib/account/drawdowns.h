/*
 * drawdowns - the falls of an account from its highest point so far, the worst ones first
 *
 * Of the cumulated returns, not compounded (return_stats_drawdown): a fall begins at a peak and ends on the first day
 * that is as high again. Falls do not overlap.
 */
#ifndef ST_ACCOUNT_DRAWDOWNS_H
#define ST_ACCOUNT_DRAWDOWNS_H

struct drawdown {
	int peak, trough;      /* indices of returns: the last at the height, the lowest */
	int recovery;          /* the first as high again; -1 for not yet */
	double depth;          /* percent, below 0 */
	int length;            /* business days from the peak to the recovery, or to the last return */
};

/* The worst of them, at most `most`, deepest first (of equal ones the earlier) into out; how many. x may have NaN. */
int drawdowns_worst(const double *x, int n, int most, struct drawdown *out);

#endif
