/*
 * Nothing here but + - * / and the square root, which every machine rounds alike.
 */
#include "maths/student.h"

#include <math.h>

/* gamma(n/2 + 1/2) / gamma(n/2): by the recurrence, or the series in 1/n (DLMF 5.11.13). */
static double
gamma_ratio(int n)
{
	static const double pi = 3.141592653589793;

	if (n < 100) {
		double r = n % 2 ? 1 / sqrt(pi) : sqrt(pi) / 2;
		for (int i = n % 2 ? 1 : 2; i < n; i += 2)
			r *= (i + 1.0) / i;
		return r;
	}
	double a = n / 2.0, u = 1 / a;
	return sqrt(a) * (1 + u * (-1 / 8.0 + u * (1 / 128.0 + u * (5 / 1024.0 + u * (-21 / 32768.0 - u * 399 / 262144.0)))));
}

static double
power(double x, int n)
{
	double r = 1;

	for (; n; n /= 2, x *= x)
		if (n % 2)
			r *= x;
	return r;
}

/* The continued fraction of the incomplete beta function, DLMF 8.17.22, by Lentz's method. */
static double
beta_fraction(double x, double a, double b)
{
	double c = 1, d = 1 / (1 - (a + b) * x / (a + 1)), h = d;

	for (int m = 1; m < 1000; m++) {
		double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / (1 + even * d);
		c = 1 + even / c;
		h *= c * d;
		d = 1 / (1 + odd * d);
		c = 1 + odd / c;
		h *= c * d;
		if (fabs(c * d - 1) < 1e-16)
			break;
	}
	return h;
}

/*
 * P(|T| > |t|) = I_x(df/2, 1/2) = 1 - I_y(1/2, df/2), x = df/(df + t^2), y = 1 - x
 * (DLMF 8.17), by whichever fraction converges fast.
 */
double
student_p_value(double t, int df)
{
	double a = df / 2.0, y = t * t / (df + t * t), x = df / (df + t * t);

	if (isnan(t) || df < 1)
		return NAN;
	if (isinf(t * t))
		return 0;
	/* x^a y^(1/2) / B(a, 1/2), gamma(1/2) being the root of pi */
	double front = power(sqrt(x), df) * sqrt(y) * gamma_ratio(df) * 0.5641895835477563;
	if (x < (a + 1) / (a + 2.5))
		return front * beta_fraction(x, a, 0.5) / a;
	return 1 - front * beta_fraction(y, 0.5, a) / 0.5;
}
