/*
 * risk_parity - hierarchical risk parity: weights by halving risk down a tree of like assets
 *
 * M. López de Prado, "Building diversified portfolios that outperform out of sample",
 * Journal of Portfolio Management 42(4), 2016: single linkage of distances between the
 * columns of √(½(1-ρ)), assets in the order of the tree's leaves, and that order halved again and
 * again, either half weighted by the inverse of its variance.
 */
#ifndef ST_FIT_RISK_PARITY_H
#define ST_FIT_RISK_PARITY_H

/* n assets' correlations, row by row, and stdevs into weights w[n], which add up to 1. Missing correlations count as 0. */
void risk_parity(int n, const double *correlation, const double *stdev, double *w);

#endif
