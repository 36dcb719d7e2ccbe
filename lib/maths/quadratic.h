/*
 * quadratic - the least of a convex quadratic between bounds, on one plane
 *
 *   ½ d'Bd + g'd,   a·d = b,   low ≤ d ≤ high
 *
 * by the primal active set method (Nocedal and Wright, Numerical Optimization, 2006,
 * algorithm 16.3). B is positive definite, n by n, row by row.
 */
#ifndef ST_MATHS_QUADRATIC_H
#define ST_MATHS_QUADRATIC_H

struct quadratic {
	int n;
	const double *B, *g, *a;
	double b;
	const double *low, *high;
};

/* The least into d[n]; d need not be set before. The multiplier of the plane: there (Bd + g)_i = result * a_i where no bound holds. */
double quadratic_solve(const struct quadratic *q, double *d);

#endif
