/*
 * return_stats - the statistics of a curve's returns
 *
 * x is a curve's returns, a value for each period, NaN where there is none; results
 * are in the units of x, annual ones by `per_year` periods a year. A statistic that
 * doesn't exist, or is infinite, is NaN.
 */
#ifndef ST_MATHS_RETURN_STATS_H
#define ST_MATHS_RETURN_STATS_H

enum return_stat {
	STAT_MIN, STAT_MAX, STAT_MEDIAN, STAT_MEAN, STAT_STD, STAT_SKEW, STAT_ANN_MEAN, STAT_ANN_STD, STAT_SHARPE,
	STAT_SORTINO, STAT_AVG_DRAWDOWN, STAT_WORST_DRAWDOWN, STAT_TIME_IN_DRAWDOWN, STAT_CALMAR,
	STAT_AVG_RETURN_TO_DRAWDOWN, STAT_AVG_LOSS, STAT_AVG_GAIN, STAT_GAINTOLOSSRATIO, STAT_PROFITFACTOR, STAT_HITRATE,
	STAT_T_STAT, STAT_P_VALUE, STAT_QUANT_RATIO_LOWER, STAT_QUANT_RATIO_UPPER, STAT_AVERAGE_QUANT_RATIO, STATS
};

extern const char *const return_stats_name[STATS];

/* All of them into out; scratch has room for n numbers. */
void return_stats_of(const double *x, int n, double per_year, double *scratch, double out[STATS]);

/* The drawdown of the cumulated curve, 0 at a peak; a missing return leaves it where it was. */
void return_stats_drawdown(const double *x, int n, double *out);

/* The annualised standard deviation of the 40 returns round each one, of 4 that there are at least. */
void return_stats_rolling_deviation(const double *x, int n, double per_year, double *out);

#endif
