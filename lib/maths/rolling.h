/*
 * rolling - statistics of the last N values, one value at a time
 *
 * A window of `rows` values, missing ones included; a result needs `min` values
 * that are not missing and is NaN until then. As pandas' rolling(rows, min_periods=min).
 */
#ifndef ST_MATHS_ROLLING_H
#define ST_MATHS_ROLLING_H

/* Standard deviation, by pandas' on-line updates in its order of operations. */
struct rolling {
	double *v;              /* the window, a ring */
	int rows, min, at, n;   /* n: values that are not missing */
	double mean, ssq, lost_in, lost_out;
	double previous;        /* the last value, and how often it came in a row */
	int same;
};

/* Memory is the caller's to free: rolling_free. */
struct rolling rolling_new(int rows, int min);
void rolling_free(struct rolling *w);

/* Count x in and the oldest value out. */
void rolling_next(struct rolling *w, double x);

double rolling_std(const struct rolling *w);   /* ddof 1; 0 while all values are equal */

/* Mean, from a compensated sum, as pandas has it: another recurrence than the one above, other last digits. */
struct rolling_mean {
	double *v;
	int rows, min, at, n;
	double sum, lost_in, lost_out;
	double previous;
	int same, negative;
};

struct rolling_mean rolling_mean_new(int rows, int min);

/* The mean with x (missing when not finite) counted in and the oldest value out. */
double rolling_mean_next(struct rolling_mean *w, double x);

/* Order statistics: the window kept sorted, an insertion and a deletion a value. */
struct rolling_sorted {
	double *v, *order;
	int rows, min, at, n;
};

struct rolling_sorted rolling_sorted_new(int rows, int min);
void rolling_sorted_free(struct rolling_sorted *w);
void rolling_sorted_next(struct rolling_sorted *w, double x);

double rolling_sorted_min(const struct rolling_sorted *w);
double rolling_sorted_max(const struct rolling_sorted *w);
double rolling_sorted_quantile(const struct rolling_sorted *w, double q); /* linear interpolation */

#endif
