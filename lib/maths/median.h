/* median - the middle of numbers in no order, in linear time; none of them may be NaN */
#ifndef ST_MATHS_MEDIAN_H
#define ST_MATHS_MEDIAN_H

/* The median, of an even number of them the mean of the middle two; NaN of none. x is left in another order. */
double median_of(double *x, int n);

/* The k-th smallest (from 0) of n numbers; x is left in another order, those before it at most as large. */
double median_select(double *x, int n, int k);

#endif
