/*
 * moments - skew and kurtosis of the values of the last calendar days
 *
 * A window of `days` calendar days, today's included; skew wants 3 values in it,
 * kurtosis 4, and with hardly any variance both are NaN. As pandas' rolling("365D"),
 * its on-line sums in its order of operations: what a value of long ago leaves
 * behind in the last digits, it leaves here too.
 */
#ifndef ST_MATHS_MOMENTS_H
#define ST_MATHS_MOMENTS_H

enum { MOMENTS = 4 };

struct moments {
	int days;
	struct moments_at {
		int day;
		double x;
	} *v;                   /* the window, a ring */
	int rows, oldest, held; /* of the ring */
	int n;                  /* values that are not missing */
	double sum[MOMENTS], lost_in[MOMENTS], lost_out[MOMENTS]; /* of x, its square, … */
	double previous;
	int same;
};

/* Memory is never given back. At most one value a day. */
struct moments moments_new(int days);

/* Count x (missing when not finite) in; days must increase. */
void moments_next(struct moments *m, int day, double x);

double moments_skew(const struct moments *m);
double moments_kurtosis(const struct moments *m); /* in excess of the normal distribution's */

#endif
