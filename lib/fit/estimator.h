/*
 * estimator - means, standard deviations and correlations of a frame's assets, fit period by fit period
 *
 * Exponentially weighted over all rows before the fit's end, or plain over the rows of the fit's window.
 * Spans and least numbers of rows are multiplied by how many instruments are stacked. Source:
 * pysystemtrade, sysquant/estimators; means are always a year of weeks', whatever the config says.
 */
#ifndef ST_FIT_ESTIMATOR_H
#define ST_FIT_ESTIMATOR_H

#include "fit/dates.h"
#include "fit/handcraft.h"
#include "fit/pooled_weeks.h"
#include "maths/ewma.h"
#include "risk/correlation.h"
#include "risk/ewm_correlation.h"

struct estimator_moment_options {
	bool exponential;
	double span;                /* rows */
	int min_periods;
};

struct estimator_options {
	struct estimator_moment_options mean, stdev;
	bool exponential;           /* of the correlation */
	struct correlation_options correlation;
};

/* From the mappings mean_estimate, vol_estimate and correlation_estimate under `key`; dies naming one that cannot be meant. */
struct estimator_options estimator_options(const struct config *c, const char *key);

/* From the mapping `key` of a correlation estimate alone. */
struct estimator_options estimator_correlation_options(const struct config *c, const char *key);

/* What is known of a period; the arrays are the estimator's. Only correlation and boring without moments. */
struct estimator_period_estimates {
	struct handcraft_estimates e;
	int from, to;               /* rows of the fit's window */
	const bool *present;        /* assets that have a value in it */
};

struct estimator {
	const struct pooled_weeks *f;
	const struct estimator_options *o;
	bool moments;
	/* private */
	int row;                    /* the next one to be counted in */
	struct ewma *mean;
	struct ewma_std *stdev;
	double *last;               /* of means, then of stdevs */
	struct ewm_correlation pairs;
	double *mean_out, *stdev_out, *matrix;
	bool *present;
};

/* moments: means and standard deviations are wanted too. Frame and options must outlive it. */
struct estimator estimator_new(const struct pooled_weeks *f, const struct estimator_options *o, bool moments);
void estimator_free(struct estimator *e);

/* The estimates of a period; periods must not go back. Valid until the next call. */
struct estimator_period_estimates estimator_period(struct estimator *e, const struct fit_period *p);

/* Plain estimates of rows row[0..rows) of a frame, of which any may occur more than once: a year's mean and stdev, correlations. */
void estimator_plain_moments(const struct pooled_weeks *f, const int *row, int rows, int min_periods, double *mean,
    double *stdev);
void estimator_plain_correlation(const struct pooled_weeks *f, const int *row, int rows, double *matrix);

#endif
