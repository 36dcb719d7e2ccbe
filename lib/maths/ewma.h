/*
 * ewma - exponentially weighted mean and standard deviation, one value at a time
 *
 * The recursions of pandas' ewm(adjust=True), in its order of operations, so
 * that results agree to the last digit. A missing value (NaN) ages the weights
 * and repeats the last result.
 */
#ifndef ST_MATHS_EWMA_H
#define ST_MATHS_EWMA_H

struct ewma {
	double keep;      /* 1 - alpha */
	double mean, weight;
	long n, min;
};

/* com: centre of mass, alpha = 1/(1+com). A span s is com (s-1)/2. min: values before a result. */
struct ewma ewma_com(double com, int min);
struct ewma ewma_span(double span, int min);

/* The mean with x counted in; NaN until `min` values were seen. */
double ewma_next(struct ewma *e, double x);

struct ewma_std {
	double keep;
	double mean, cov, sum1, sum2, weight;
	long n, min;
};

struct ewma_std ewma_std_span(double span, int min);

/* The unbiased standard deviation with x counted in; NaN until `min` values were seen. */
double ewma_std_next(struct ewma_std *e, double x);

#endif
