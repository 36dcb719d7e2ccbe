#include "fit/fitted_weights.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "fit/sharpe_multiplier.h"

static double
number(const struct config *c, const char *key, const char *name, double otherwise, double least, double most)
{
	char path[256];

	snprintf(path, sizeof path, "%s.%s", key, name);
	double x = config_num_or(c, path, otherwise);
	if (!(x >= least && x <= most))
		die("%s: %s is not %g to %g", c->path, path, least, most);
	return x;
}

static bool
flag(const struct config *c, const char *key, const char *name, bool otherwise)
{
	char path[256];

	snprintf(path, sizeof path, "%s.%s", key, name);
	return config_bool_or(c, path, otherwise);
}

static const char *
text(const struct config *c, const char *key, const char *name, const char *otherwise)
{
	char path[256];

	snprintf(path, sizeof path, "%s.%s", key, name);
	return config_str_or(c, path, otherwise);
}

static void
choose_method(struct fitted_weights_options *o, const struct config *c, const char *key)
{
	const char *method = text(c, key, "method", "handcraft");

	o->by_bootstrap = strcmp(method, "bootstrap") == 0;
	o->optimiser.method = optimiser_method(o->by_bootstrap ? "one_period" : method);
	if (!o->optimiser.method)
		die("%s: %s.method is handcraft, shrinkage, one_period, equal_weights, hrp or bootstrap, not '%s'", c->path, key, method);
	if (strcmp(method, "handcraft") == 0 && !o->optimiser.equalise_vols)
		die("%s: %s: handcraft wants equalise_vols", c->path, key);
}

struct fitted_weights_options
fitted_weights_options(const struct config *c, const char *key)
{
	struct fitted_weights_options o = {
		.frequency = fit_frequency_of_returns(c, key),
		.dates = fit_options(c, key),
		.estimates = estimator_options(c, key),
		.optimiser = {
			.equalise_SR = flag(c, key, "equalise_SR", false),
			.equalise_vols = flag(c, key, "equalise_vols", true),
			.ann_target_SR = number(c, key, "ann_target_SR", 0.5, -100, 100),
			.shrinkage_SR = number(c, key, "shrinkage_SR", 0.9, 0, 1),
			.shrinkage_corr = number(c, key, "shrinkage_corr", 0.5, 0, 1),
		},
		.bootstrap = {
			.runs = (int)number(c, key, "monte_runs", 100, 1, 100000),
			.length = (int)number(c, key, "bootstrap_length", 0, 0, 10000000),
			.seed = (uint64_t)number(c, key, "bootstrap_seed", 1, 0, 9007199254740992),
		},
		.cleaning = flag(c, key, "cleaning", true),
		.cost_weight = flag(c, key, "apply_cost_weight", false),
		.cost_multiplier = number(c, key, "cost_multiplier", 1, 0, 1e6),
		.equalise_gross = flag(c, key, "equalise_gross", false),
	};

	choose_method(&o, c, key);
	return o;
}

static bool
all_missing(int n, const double *w)
{
	for (int i = 0; i < n; i++)
		if (!isnan(w[i]))
			return false;
	return true;
}

/* The weights of one period. */
static void
weigh(const struct fitted_weights_options *o, const struct pooled_weeks *f, struct estimator *e, const struct fit_period *p,
    int index, double *w)
{
	if (p->no_data) {
		for (int i = 0; i < f->n; i++)
			w[i] = 1. / f->n;
		return;
	}
	struct estimator_period_estimates known = estimator_period(e, p);
	if (o->by_bootstrap)
		bootstrap(f, &known, &o->bootstrap, &o->optimiser, index, w);
	else
		optimiser_weights(&o->optimiser, &known.e, w);
	if (o->cleaning && !all_missing(f->n, w))
		optimiser_clean_weights(f->n, w, known.present);
}

void
fitted_weights(const struct fitted_weights_options *o, const struct pooled_weeks *f, const double *cost,
    void (*each)(void *arg, int64_t t, const double *w), void *arg)
{
	/* What costs deserve is known as if from so many years, of assets correlated so much: pysystemtrade's figures. */
	const double cost_years = 100, cost_correlation = .5;

	if (f->rows == 0)
		return;
	struct fit_dates d = fit_dates(&o->dates, f->t[0], f->t[f->rows - 1]);
	struct estimator e = estimator_new(f, &o->estimates, true);
	double *w = mem_alloc((size_t)f->n, sizeof *w);
	for (int i = 0; i < d.n; i++) {
		weigh(o, f, &e, &d.v[i], i, w);
		if (o->cost_weight)
			sharpe_multiplier_adjust(f->n, w, cost, cost_correlation, cost_years);
		each(arg, d.v[i].start, w);
	}
	free(w);
	free(d.v);
	estimator_free(&e);
}
