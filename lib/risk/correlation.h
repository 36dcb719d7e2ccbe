/*
 * correlation - matrices of correlations: what a config wants of an estimate, and what is made of one
 *
 * Matrices are n*n, row by row; NaN is a correlation not known. pysystemtrade, sysquant/estimators/correlations.py.
 */
#ifndef ST_RISK_CORRELATION_H
#define ST_RISK_CORRELATION_H

#include <stdbool.h>

#include "config/config.h"

/* What a config's mapping of a correlation estimate says. */
struct correlation_options {
	double span;          /* ew_lookback, rows */
	int min_periods;      /* rows that a pair must have */
	bool cleaning;        /* put something where nothing is known */
	bool floor_at_zero;   /* no negative correlations */
	double offdiag;       /* what cleaning puts for series without values */
	double clip;          /* largest size; NaN for none */
	double shrinkage;     /* share of the average correlation, 0 to 1 */
};

/* The options in the mapping `key`; dies naming one that cannot be meant. */
struct correlation_options correlation_options(const struct config *c, const char *key);

/* The mean of the correlations between different series that are not missing; NaN if there is none. */
double correlation_average(int n, const double *m);

/* All off the diagonal alike, 1 on it. */
void correlation_alike(double *m, int n, double offdiag);

/*
 * What is not known becomes the average between two series that are wanted, else
 * offdiag; the diagonal 1. Nothing is changed when all is known.
 */
void correlation_clean(double *m, int n, const bool *wanted, double offdiag);

/* All that the options ask for, in the reference's order. */
void correlation_finish(double *m, int n, const bool *wanted, const struct correlation_options *o);

#endif
