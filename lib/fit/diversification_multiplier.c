#include "fit/diversification_multiplier.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "risk/diversification.h"
#include "stream/dated_values.h"
#include "time/date.h"

static const char *
key_of(char *buf, size_t n, const char *mapping, const char *key)
{
	snprintf(buf, n, "%s.%s", mapping, key);
	return buf;
}

struct diversification_multiplier_options
diversification_multiplier_options(const struct config *c, const char *correlation, const char *multiplier)
{
	char path[256];
	struct diversification_multiplier_options o = { fit_frequency_of_correlations(c, correlation), fit_options(c, correlation),
		estimator_correlation_options(c, correlation), 0, 0 };

	o.span = config_num_or(c, key_of(path, sizeof path, multiplier, "ewma_span"), 125);
	if (!(o.span >= 1))
		die("%s: %s is below 1", c->path, path);
	o.most = config_num_or(c, key_of(path, sizeof path, multiplier, "dm_max"), 2.5);
	if (!(o.most > 0))
		die("%s: %s is not above zero", c->path, path);
	return o;
}

struct diversification_multiplier
diversification_multiplier_new(const struct pooled_weeks *f, const struct diversification_multiplier_options *o)
{
	struct diversification_multiplier d = { .o = o, .n = f->n };
	size_t size = (size_t)f->n * (size_t)f->n;

	if (f->rows)
		d.dates = fit_dates(&o->dates, f->t[0], f->t[f->rows - 1]);
	d.matrix = mem_alloc((size_t)d.dates.n * size + 1, sizeof *d.matrix);
	d.multiplier = mem_alloc((size_t)d.dates.n + 1, sizeof *d.multiplier);
	struct estimator e = estimator_new(f, &o->estimates, false);
	for (int i = 0; i < d.dates.n; i++)
		memcpy(d.matrix + (size_t)i * size, estimator_period(&e, &d.dates.v[i]).e.correlation, size * sizeof *d.matrix);
	estimator_free(&e);
	return d;
}

static bool
has_correlations(const double *matrix, int n, int i)
{
	int known = 0;

	for (int j = 0; j < n; j++)
		known += !isnan(matrix[j * n + i]);
	return known >= 2;
}

double
diversification_multiplier_of(const struct diversification_multiplier *d, int period, const double *w)
{
	int n = d->n, m = 0, *at = mem_alloc((size_t)n, sizeof *at);
	const double *all = d->matrix + (size_t)period * (size_t)n * (size_t)n;

	for (int i = 0; i < n; i++)
		if (!isnan(w[i]) && has_correlations(all, n, i))
			at[m++] = i;
	double *some = mem_alloc((size_t)(m * m + m) + 1, sizeof *some), *weight = some + m * m;
	for (int i = 0; i < m; i++) {
		weight[i] = w[at[i]];
		for (int j = 0; j < m; j++)
			some[i * m + j] = all[at[i] * n + at[j]];
	}
	double x = diversification(m, some, weight, d->o->most);
	free(some);
	free(at);
	return x;
}

void
diversification_multiplier_smooth(const struct diversification_multiplier *d, void (*each)(void *arg, int day, double value),
    void *arg)
{
	const struct fit_dates *p = &d->dates;
	struct ewma smooth = ewma_span(d->o->span, 0);
	double before = num_missing();

	if (!p->n)
		return;
	int day = date_business(dated_value_day_of(p->v[0].start)), last = date_business(dated_value_day_of(p->v[p->n - 1].start));
	if (p->n == 1) { /* which the reference loses too, so that nothing is ever held */
		each(arg, day, d->multiplier[0]);
		return;
	}
	for (int i = -1; day <= last; day = date_next_business(day)) {
		while (i + 1 < p->n && p->v[i + 1].start <= dated_value_day(day))
			i++;
		double x = ewma_next(&smooth, i < 0 ? num_missing() : d->multiplier[i]);
		if (!isnan(x) && (x != before || day == last))
			each(arg, day, x);
		before = x;
	}
}
