/*
 * Nothing here but + - * / and the square root, which every machine rounds alike.
 */
#include "stats.h"

#include <math.h>

const char *const stat_name[] = { "min", "max", "median", "mean", "std", "skew", "ann_mean", "ann_std", "sharpe", "sortino",
	"avg_drawdown", "worst_drawdown", "time_in_drawdown", "calmar", "avg_return_to_drawdown", "avg_loss", "avg_gain",
	"gaintolossratio", "profitfactor", "hitrate", "t_stat", "p_value" };

/* ---- median ---- */

static void
swap(double *a, double *b)
{
	double t = *a;

	*a = *b;
	*b = t;
}

static double
middle(double a, double b, double c)
{
	if (a > b)
		swap(&a, &b);
	return c < a ? a : c > b ? b : c;
}

/* Bring what is below v, or equal too, to the front: how many. No branch to mispredict. */
static int
split_below(double *x, int n, double v)
{
	int k = 0;

	for (int i = 0; i < n; i++) {
		double a = x[i];
		x[i] = x[k];
		x[k] = a;
		k += a < v;
	}
	return k;
}

static int
split_up_to(double *x, int n, double v)
{
	int k = 0;

	for (int i = 0; i < n; i++) {
		double a = x[i];
		x[i] = x[k];
		x[k] = a;
		k += a <= v;
	}
	return k;
}

/* Hoare's quickselect, the pivot a median of three. */
double
stats_select(double *x, int n, int k)
{
	for (;;) {
		double pivot = middle(x[0], x[n / 2], x[n - 1]);
		int below = split_below(x, n, pivot);
		if (k < below) {
			n = below;
			continue;
		}
		x += below;
		n -= below;
		k -= below;
		int same = split_up_to(x, n, pivot);
		if (k < same)
			return pivot;
		x += same;
		n -= same;
		k -= same;
	}
}

static double
median(double *x, int n)
{
	if (n == 0)
		return NAN;
	double upper = stats_select(x, n, n / 2);
	if (n % 2)
		return upper;
	double lower = x[0];
	for (int i = 1; i < n / 2; i++) /* the selection left the lower half in front */
		lower = x[i] > lower ? x[i] : lower;
	return (lower + upper) / 2;
}

/* ---- Student's t ---- */

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
stats_p_value(double t, int df)
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

/* ---- one curve ---- */

struct sums {
	int n, losses, gains;
	double sum, loss, gain, min, max;
};

/* The values that there are into v, and what one look at them gives. */
static struct sums
collect(const double *x, int n, double *v)
{
	struct sums s = { .min = INFINITY, .max = -INFINITY };

	for (int i = 0; i < n; i++) {
		v[s.n] = x[i];
		s.n += x[i] == x[i];
	}
	for (int i = 0; i < s.n; i++) {
		s.sum += v[i];
		s.loss += v[i] < 0 ? v[i] : 0;
		s.gain += v[i] > 0 ? v[i] : 0;
		s.losses += v[i] < 0;
		s.gains += v[i] > 0;
		s.min = v[i] < s.min ? v[i] : s.min;
		s.max = v[i] > s.max ? v[i] : s.max;
	}
	return s;
}

struct moments {
	double m2, m3, loss2; /* sums of powers of what differs from the mean */
};

static struct moments
moments_about(const double *v, int n, double mean, double avg_loss)
{
	struct moments m = { .m2 = 0 };

	for (int i = 0; i < n; i++) {
		double d = v[i] - mean, e = v[i] < 0 ? v[i] - avg_loss : 0;
		m.m2 += d * d;
		m.m3 += d * d * d;
		m.loss2 += e * e;
	}
	return m;
}

/* A missing return leaves the cumulated curve, and so its drawdown, where it was. */
static void
drawdowns(const double *x, int n, double out[STATS])
{
	double sum = 0, peak = -INFINITY, down = 0, total = 0, worst = INFINITY;
	int i = 0, in = 0, start;

	while (i < n && isnan(x[i]))
		i++;
	for (start = i; i < n; i++) {
		sum += isnan(x[i]) ? 0 : x[i];
		peak = sum > peak ? sum : peak;
		down = sum - peak;
		total += down;
		in += down < 0;
		worst = down < worst ? down : worst;
	}
	out[STAT_AVG_DRAWDOWN] = total / (n - start);
	out[STAT_WORST_DRAWDOWN] = start < n ? worst : NAN;
	out[STAT_TIME_IN_DRAWDOWN] = (double)in / (n - start);
}

static void
ratios(double out[STATS])
{
	out[STAT_SHARPE] = out[STAT_ANN_MEAN] / out[STAT_ANN_STD];
	out[STAT_CALMAR] = out[STAT_ANN_MEAN] / -out[STAT_WORST_DRAWDOWN];
	out[STAT_AVG_RETURN_TO_DRAWDOWN] = out[STAT_ANN_MEAN] / -out[STAT_AVG_DRAWDOWN];
	out[STAT_GAINTOLOSSRATIO] = out[STAT_AVG_GAIN] / -out[STAT_AVG_LOSS];
}

void
stats_of(const double *x, int n, double per_year, double *scratch, double out[STATS])
{
	struct sums s = collect(x, n, scratch);
	double mean = s.sum / s.n, avg_loss = s.loss / s.losses;
	struct moments m = moments_about(scratch, s.n, mean, avg_loss);
	double variance = m.m2 / s.n, std = s.n > 1 ? sqrt(m.m2 / (s.n - 1)) : NAN;

	out[STAT_MIN] = s.min;
	out[STAT_MAX] = s.max;
	out[STAT_MEDIAN] = median(scratch, s.n);
	out[STAT_MEAN] = mean;
	out[STAT_STD] = std;
	out[STAT_SKEW] = m.m3 / s.n / (variance * sqrt(variance));
	out[STAT_ANN_MEAN] = s.sum / (n / per_year);
	out[STAT_ANN_STD] = std * sqrt(per_year);
	out[STAT_SORTINO] = out[STAT_ANN_MEAN] / (sqrt(m.loss2 / s.losses) * sqrt(per_year));
	drawdowns(x, n, out);
	out[STAT_AVG_LOSS] = avg_loss;
	out[STAT_AVG_GAIN] = s.gain / s.gains;
	out[STAT_PROFITFACTOR] = s.gain / -s.loss;
	out[STAT_HITRATE] = (double)s.gains / (s.gains + s.losses);
	out[STAT_T_STAT] = mean / (std / sqrt(s.n));
	out[STAT_P_VALUE] = stats_p_value(out[STAT_T_STAT], s.n - 1);
	ratios(out);
	for (int i = 0; i < STATS; i++)
		if (isinf(out[i]))
			out[i] = NAN;
}
