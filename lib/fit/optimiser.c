#include "fit/optimiser.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "fit/max_sharpe.h"
#include "fit/risk_parity.h"
#include "risk/correlation.h"

/* ---- the methods, on assets of which all is known ---- */

static void
equal_weights(const struct optimiser *o, const struct handcraft_estimates *e, double *w)
{
	(void)o;
	for (int i = 0; i < e->n; i++)
		w[i] = 1. / e->n;
}

static void
handcraft_weights(const struct optimiser *o, const struct handcraft_estimates *e, double *w)
{
	handcraft(e, o->equalise_SR, w);
}

/* Covariances, of stdevs and correlations; the caller frees them. */
static double *
covariance_of(int n, const double *correlation, const double *stdev)
{
	double *c = mem_alloc((size_t)(n * n), sizeof *c);

	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			c[i * n + j] = stdev[i] * correlation[i * n + j] * stdev[j];
	return c;
}

/* The same stdev for all, the mean of theirs; means go with them. */
static void
equalise_vols(int n, double *mean, double *stdev)
{
	double average = 0;

	for (int i = 0; i < n; i++)
		average += stdev[i];
	average /= n;
	for (int i = 0; i < n; i++) {
		double factor = stdev[i] / average;
		mean[i] /= factor;
		stdev[i] /= factor;
	}
}

static void
one_period(const struct optimiser *o, const struct handcraft_estimates *e, double *w)
{
	int n = e->n;
	double *mean = mem_alloc((size_t)n, 2 * sizeof *mean), *stdev = mean + n;

	memcpy(mean, e->mean, (size_t)n * sizeof *mean);
	memcpy(stdev, e->stdev, (size_t)n * sizeof *stdev);
	if (o->equalise_vols)
		equalise_vols(n, mean, stdev);
	for (int i = 0; i < n && o->equalise_SR; i++)
		mean[i] = o->ann_target_SR * stdev[i];
	double *covariance = covariance_of(n, e->correlation, stdev);
	max_sharpe(n, mean, covariance, w);
	free(covariance);
	free(mean);
}

/* Sharpe ratios moved towards the target, correlations towards their average; then as one_period. */
static void
shrinkage(const struct optimiser *o, const struct handcraft_estimates *e, double *w)
{
	int n = e->n;
	double *mean = mem_alloc((size_t)(n + n * n), sizeof *mean), *correlation = mean + n;
	double average = correlation_average(n, e->correlation), s = o->shrinkage_corr;
	struct optimiser then = *o;

	for (int i = 0; i < n; i++) {
		double sharpe = o->shrinkage_SR * o->ann_target_SR + (1 - o->shrinkage_SR) * (e->mean[i] / e->stdev[i]);
		mean[i] = sharpe * e->stdev[i];
		for (int j = 0; j < n; j++)
			correlation[i * n + j] = s * (i == j ? 1 : average) + (1 - s) * e->correlation[i * n + j];
	}
	then.ann_target_SR = .5; /* the target is for shrinking; equalising has its own */
	one_period(&then, &(struct handcraft_estimates){ n, correlation, mean, e->stdev, e->years, e->boring }, w);
	free(mean);
}

static void
hrp(const struct optimiser *o, const struct handcraft_estimates *e, double *w)
{
	int n = e->n;
	double *stdev = mem_alloc((size_t)n, sizeof *stdev);

	for (int i = 0; i < n; i++)
		stdev[i] = o->equalise_vols ? 1 : e->stdev[i];
	risk_parity(n, e->correlation, stdev, w);
	free(stdev);
}

void (*optimiser_method(const char *name))(const struct optimiser *, const struct handcraft_estimates *, double *)
{
	static const struct {
		const char *name;
		void (*method)(const struct optimiser *, const struct handcraft_estimates *, double *);
	} methods[] = {
		{ "handcraft", handcraft_weights },
		{ "shrinkage", shrinkage },
		{ "one_period", one_period },
		{ "equal_weights", equal_weights },
		{ "hrp", hrp },
	};

	for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
		if (strcmp(methods[i].name, name) == 0)
			return methods[i].method;
	return NULL;
}

/* ---- assets of which too little is known ---- */

static bool
is_missing(const struct handcraft_estimates *e, int i)
{
	int known = 0;

	for (int j = 0; j < e->n; j++)
		known += !isnan(e->correlation[j * e->n + i]);
	return isnan(e->stdev[i]) || known < 2;
}

void
optimiser_weights(const struct optimiser *o, const struct handcraft_estimates *e, double *w)
{
	int n = e->n, m = 0, *at = mem_alloc((size_t)n, sizeof *at);

	for (int i = 0; i < n; i++) {
		w[i] = NAN;
		if (!is_missing(e, i))
			at[m++] = i;
	}
	double *some = mem_alloc((size_t)(m * m + 3 * m + 1), sizeof *some), *mean = some + m * m, *stdev = mean + m, *v = stdev + m;
	for (int i = 0; i < m; i++) {
		mean[i] = e->mean[at[i]];
		stdev[i] = e->stdev[at[i]];
		for (int j = 0; j < m; j++)
			some[i * m + j] = e->correlation[at[i] * n + at[j]];
	}
	if (m)
		o->method(o, &(struct handcraft_estimates){ m, some, mean, stdev, e->years, e->boring }, v);
	for (int i = 0; i < m; i++)
		w[at[i]] = v[i];
	free(some);
	free(at);
}

void
optimiser_clean_weights(int n, double *w, const bool *must_have)
{
	int replaced = 0, known = 0, wanted = 0;
	double sum = 0;

	for (int i = 0; i < n; i++) {
		wanted += must_have[i];
		replaced += isnan(w[i]) && must_have[i];
		known += !isnan(w[i]);
	}
	for (int i = 0; i < n && !wanted; i++)
		w[i] = 0;
	if (!replaced)
		return;
	double share = .5 * replaced / (known + replaced);
	for (int i = 0; i < n; i++) {
		w[i] = !isnan(w[i]) ? w[i] * (1 - share) : must_have[i] ? share / replaced : 0;
		sum += w[i];
	}
	for (int i = 0; i < n; i++)
		w[i] /= sum;
}
