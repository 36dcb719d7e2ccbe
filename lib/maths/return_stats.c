/*
 * Nothing here but + - * / and the square root, which every machine rounds alike.
 */
#include "maths/return_stats.h"

#include <math.h>

#include "maths/median.h"
#include "maths/student.h"

const char *const return_stats_name[] = {
	"min", "max", "median", "mean", "std", "skew", "ann_mean", "ann_std", "sharpe", "sortino",
	"avg_drawdown", "worst_drawdown", "time_in_drawdown", "calmar", "avg_return_to_drawdown", "avg_loss", "avg_gain",
	"gaintolossratio", "profitfactor", "hitrate", "t_stat", "p_value",
	"quant_ratio_lower", "quant_ratio_upper", "average_quant_ratio"
};

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

void
return_stats_drawdown(const double *x, int n, double *out)
{
	double sum = NAN, peak = -INFINITY;

	for (int i = 0; i < n; i++) {
		if (!isnan(x[i]))
			sum = isnan(sum) ? x[i] : sum + x[i];
		peak = sum > peak ? sum : peak;
		out[i] = sum - peak;
	}
}

/* pandas' centred window of an even length has one more before than behind. */
enum { BEFORE = 20, BEHIND = 19, AT_LEAST = 4 };

void
return_stats_rolling_deviation(const double *x, int n, double per_year, double *out)
{
	for (int i = 0; i < n; i++) {
		int first = i < BEFORE ? 0 : i - BEFORE, last = i + BEHIND < n ? i + BEHIND : n - 1, k = 0;
		double mean = 0, squares = 0;
		for (int j = first; j <= last; j++)
			if (!isnan(x[j])) {
				double off = x[j] - mean;
				mean += off / ++k;
				squares += off * (x[j] - mean);
			}
		out[i] = k < AT_LEAST ? NAN : sqrt(squares / (k - 1)) * sqrt(per_year);
	}
}

/*
 * Linear interpolation between order statistics of n numbers, which lie in v[from..to); those before are not
 * higher, those behind not lower. v is left in another order, and the rank below in *from.
 */
static double
quantile(double *v, int *from, int to, int n, double q)
{
	double at = q * (n - 1);
	int k = (int)at;
	double low = median_select(v + *from, to - *from, k - *from), high = INFINITY;

	*from = k;
	if (at == k)
		return low;
	for (int i = k + 1; i < to; i++) /* the selection left what is higher behind */
		high = v[i] < high ? v[i] : high;
	return low + (high - low) * (at - k);
}

/* How far the tails reach, against a normal distribution's: of returns that are not 0, about their mean. */
static void
quant_ratios(double *v, int n, double out[STATS])
{
	const double normal = 4.436204423270713; /* its 1 % quantile over its 30 % quantile */
	double sum = 0;
	int some = 0;

	for (int i = 0; i < n; i++)
		if (v[i] != 0)
			sum += v[some++] = v[i];
	out[STAT_QUANT_RATIO_LOWER] = out[STAT_QUANT_RATIO_UPPER] = NAN;
	if (some) {
		double mean = sum / some;
		int upper = 0, lower = 0;
		double q30 = quantile(v, &upper, some, some, 0.3);
		/* The lower one lies among those up to the other, but when both have the same rank. */
		double q01 = quantile(v, &lower, (int)(0.01 * (some - 1)) < upper ? upper + 1 : some, some, 0.01);
		double q70 = quantile(v, &upper, some, some, 0.7), q99 = quantile(v, &upper, some, some, 0.99);
		out[STAT_QUANT_RATIO_LOWER] = (q01 - mean) / (q30 - mean) / normal;
		out[STAT_QUANT_RATIO_UPPER] = (q99 - mean) / (q70 - mean) / normal;
	}
	out[STAT_AVERAGE_QUANT_RATIO] = (out[STAT_QUANT_RATIO_UPPER] + out[STAT_QUANT_RATIO_LOWER]) / 2;
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
return_stats_of(const double *x, int n, double per_year, double *scratch, double out[STATS])
{
	struct sums s = collect(x, n, scratch);
	double mean = s.sum / s.n, avg_loss = s.loss / s.losses;
	struct moments m = moments_about(scratch, s.n, mean, avg_loss);
	double variance = m.m2 / s.n, std = s.n > 1 ? sqrt(m.m2 / (s.n - 1)) : NAN;

	out[STAT_MIN] = s.min;
	out[STAT_MAX] = s.max;
	out[STAT_MEDIAN] = median_of(scratch, s.n);
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
	out[STAT_P_VALUE] = student_p_value(out[STAT_T_STAT], s.n - 1);
	ratios(out);
	quant_ratios(scratch, s.n, out);
	for (int i = 0; i < STATS; i++)
		if (isinf(out[i]))
			out[i] = NAN;
}
