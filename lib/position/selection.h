/*
 * selection - which instruments an account should trade for its size, the best first
 *
 * Each instrument is worth a Sharpe ratio of 0.5 less what its trading costs and
 * less a penalty for holding few contracts; portfolios of them are handcrafted. Starting
 * with the best, the instrument that makes the best portfolio with those there are is added, until
 * that is a tenth worse than the best so far. pysystemtrade, static_small_system_optimise.
 */
#ifndef ST_POSITION_SELECTION_H
#define ST_POSITION_SELECTION_H

#include <stdbool.h>

/* What is known of n instruments. */
struct selection_candidates {
	int n;
	const double *correlation;   /* n by n, of their returns; nothing missing */
	const double *position;      /* contracts at the greatest forecast, all capital in this one */
	const double *cost;          /* of its trading for a year, in Sharpe ratio units */
	const bool *barred;          /* may be the first but not be added */
};

/*
 * The instruments in the order chosen into order[0..n), and the Sharpe ratio of the portfolio
 * with each into sharpe[0..n), the first one's being its own; how many. Ties go to the last.
 */
int selection(const struct selection_candidates *c, int *order, double *sharpe);

#endif
