/*
 * histogram - how returns are distributed, beside a normal distribution of the same mean and deviation
 *
 * Bins of one width, which is 1, 2 or 5 times a power of ten and about a quarter of the standard deviation, with edges at
 * its multiples, as far as the returns reach, but at most 5 deviations off the mean: the first and the last bin hold
 * what lies beyond, too.
 */
#ifndef ST_MATHS_HISTOGRAM_H
#define ST_MATHS_HISTOGRAM_H

struct histogram {
	int n;                 /* bins; 0 when the returns are fewer than two or all alike */
	double width;
	double *middle;        /* of each bin */
	double *share;         /* of returns that are in it, in percent */
	double *normal;        /* the density at the middle times the width, in percent */
	int count;             /* returns */
	double mean, std;
};

/* x may have NaN. The caller owns the arrays. */
struct histogram histogram_of(const double *x, int n);

#endif
