/*
 * dynamic_optimisation - whole contracts that come near an optimal portfolio, a contract at a time
 *
 * From the constraints' start a contract is added to, or sold of, the instrument that
 * lowers tracking error plus costs most, until none does. Contracts are carried as
 * whole numbers. pysystemtrade, dynamic_small_system_optimise; Carver, "Advanced
 * Futures Trading Strategies", 2023, strategy 25.
 */
#ifndef ST_POSITION_DYNAMIC_OPTIMISATION_H
#define ST_POSITION_DYNAMIC_OPTIMISATION_H

#include <stdbool.h>

#include "position/constraint.h"

/* One day's problem for n instruments, an array each. */
struct dynamic_optimisation {
	int n;
	const double *covariance;          /* n*n, annual, of returns */
	const double *optimal;             /* contracts, not rounded */
	const double *prior;               /* contracts held */
	const double *exposure;            /* value of a contract as a share of capital */
	const double *cost;                /* of trading an exposure of 1, in units of tracking error */
	const struct constraint *limit;
};

/*
 * The contracts into lots[0..n). False when there is no answer: a variance below 0 or
 * a cost that is missing. work has room for DYNAMIC_OPTIMISATION_WORK * n numbers.
 */
enum { DYNAMIC_OPTIMISATION_WORK = 5 };
bool dynamic_optimisation_search(const struct dynamic_optimisation *g, double *lots, double *work);

/* Tracking error of holding `lots` instead of `others`; NaN when the variance is below 0. */
double dynamic_optimisation_tracking_error(const struct dynamic_optimisation *g, const double *lots, const double *others,
    double *work);

#endif
