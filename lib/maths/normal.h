/* normal - the standard normal distribution */
#ifndef ST_MATHS_NORMAL_H
#define ST_MATHS_NORMAL_H

/* The probability of a value above x, to about 15 digits however small; NaN when x is. The same bits on every machine. */
double normal_above(double x);

/* The value above which lies the probability p; NaN unless 0 < p < 1. */
double normal_quantile_above(double p);

#endif
