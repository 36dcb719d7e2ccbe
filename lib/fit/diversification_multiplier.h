/*
 * diversification_multiplier - how much a portfolio of assets can be levered because they are diverse, fit period by fit period
 *
 * One over the risk of the weights, given correlations that are estimated over time; smoothed
 * over business days. Source: pysystemtrade, sysquant/estimators/diversification_multipliers.py, with
 * what it loses: the last period's multiplier where that begins on a weekend or not at midnight.
 */
#ifndef ST_FIT_DIVERSIFICATION_MULTIPLIER_H
#define ST_FIT_DIVERSIFICATION_MULTIPLIER_H

#include "fit/estimator.h"

struct diversification_multiplier_options {
	enum fit_frequency frequency; /* of the values correlated */
	struct fit_options dates;
	struct estimator_options estimates;
	double span;                /* of the smoothing, business days */
	double most;                /* greatest multiplier */
};

/* From two mappings of the config: of the correlations, and of the multiplier; dies naming one that cannot be meant. */
struct diversification_multiplier_options diversification_multiplier_options(const struct config *c, const char *correlation,
    const char *multiplier);

struct diversification_multiplier {
	const struct diversification_multiplier_options *o;
	struct fit_dates dates;
	int n;                      /* assets */
	double *matrix;             /* n * n of each period */
	double *multiplier;         /* of each period, the caller's to set */
};

/* Estimate the correlations of a frame's assets. The options must outlive it. */
struct diversification_multiplier diversification_multiplier_new(const struct pooled_weeks *f,
    const struct diversification_multiplier_options *o);

/* The multiplier of weights w[n] in a period. An asset without a weight (NaN) or without correlations is left out. */
double diversification_multiplier_of(const struct diversification_multiplier *d, int period, const double *w);

/* Smooth the multipliers: each business day's that differs from the day before's goes to each(), and the last day's. */
void diversification_multiplier_smooth(const struct diversification_multiplier *d, void (*each)(void *arg, int day,
    double value), void *arg);

#endif
