/*
 * Nothing here but + - * / and the square root, which every machine rounds alike.
 */
#include "stats.h"

#include <math.h>

#include "median.h"
#include "student.h"

const char *const stat_name[] = { "min", "max", "median", "mean", "std", "skew", "ann_mean", "ann_std", "sharpe", "sortino",
	"avg_drawdown", "worst_drawdown", "time_in_drawdown", "calmar", "avg_return_to_drawdown", "avg_loss", "avg_gain",
	"gaintolossratio", "profitfactor", "hitrate", "t_stat", "p_value" };

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
	for (int i = 0; i < STATS; i++)
		if (isinf(out[i]))
			out[i] = NAN;
}
