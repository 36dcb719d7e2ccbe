#include "fit/estimator.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "risk/ewm_correlation.h"
#include "time/year.h"

/* ---- options ---- */

static bool
is_exponential(const struct config *c, const char *key)
{
	char path[512];

	snprintf(path, sizeof path, "%s.using_exponent", key);
	return config_bool_or(c, path, true);
}

static struct estimator_moment_options
moment_options(const struct config *c, const char *key, const char *name)
{
	char path[256];
	struct estimator_moment_options o;

	snprintf(path, sizeof path, "%s.%s", key, name);
	o.exponential = is_exponential(c, path);
	snprintf(path, sizeof path, "%s.%s.ew_lookback", key, name);
	o.span = config_num_or(c, path, 250);
	if (!(o.span >= 1))
		die("%s: %s is below 1", c->path, path);
	snprintf(path, sizeof path, "%s.%s.min_periods", key, name);
	double min = config_num_or(c, path, 20);
	if (!(min >= 0 && min <= 1e6))
		die("%s: %s is below zero, or absurd", c->path, path);
	o.min_periods = (int)min;
	return o;
}

struct estimator_options
estimator_correlation_options(const struct config *c, const char *key)
{
	return (struct estimator_options){ .exponential = is_exponential(c, key), .correlation = correlation_options(c, key) };
}

struct estimator_options
estimator_options(const struct config *c, const char *key)
{
	char path[256];

	snprintf(path, sizeof path, "%s.correlation_estimate", key);
	struct estimator_options o = estimator_correlation_options(c, path);
	o.mean = moment_options(c, key, "mean_estimate");
	o.stdev = moment_options(c, key, "vol_estimate");
	return o;
}

/* ---- the estimator ---- */

struct estimator
estimator_new(const struct pooled_weeks *f, const struct estimator_options *o, bool moments)
{
	struct estimator e = { .f = f, .o = o, .moments = moments };
	size_t n = (size_t)f->n;
	int k = f->copies;

	if (moments) {
		e.mean = mem_alloc(n, sizeof *e.mean);
		e.stdev = mem_alloc(n, sizeof *e.stdev);
		e.last = mem_alloc(2 * n, sizeof *e.last);
		e.mean_out = mem_alloc(n, sizeof *e.mean_out);
		e.stdev_out = mem_alloc(n, sizeof *e.stdev_out);
	}
	for (int i = 0; i < f->n && moments; i++) {
		e.mean[i] = ewma_span(o->mean.span * k, o->mean.min_periods * k);
		e.stdev[i] = ewma_std_span(o->stdev.span * k, o->stdev.min_periods * k);
		e.last[i] = e.last[f->n + i] = num_missing();
	}
	if (o->exponential)
		e.pairs = ewm_correlation_new(f->n, o->correlation.span * k, o->correlation.min_periods * k);
	e.matrix = mem_alloc(n * n, sizeof *e.matrix);
	e.present = mem_alloc(n, sizeof *e.present);
	return e;
}

void
estimator_free(struct estimator *e)
{
	free(e->mean);
	free(e->stdev);
	free(e->last);
	free(e->mean_out);
	free(e->stdev_out);
	free(e->pairs.pair);
	free(e->matrix);
	free(e->present);
}

/* Count in the rows before t. */
static void
count_rows(struct estimator *e, int64_t t)
{
	const struct pooled_weeks *f = e->f;

	for (; e->row < f->rows && f->t[e->row] < t; e->row++) {
		const double *x = f->x + (size_t)e->row * (size_t)f->n;
		if (e->o->exponential)
			ewm_correlation_next(&e->pairs, x);
		for (int i = 0; i < f->n && e->moments; i++) {
			e->last[i] = ewma_next(&e->mean[i], x[i]);
			e->last[f->n + i] = ewma_std_next(&e->stdev[i], x[i]);
		}
	}
}

/* The rows from *from to before to as a list. */
static int *
rows_of(int from, int to)
{
	int *row = mem_alloc((size_t)(to - from) + 1, sizeof *row);

	for (int i = from; i < to; i++)
		row[i - from] = i;
	return row;
}

static void
moments_of(struct estimator *e, const int *row, int rows)
{
	const struct pooled_weeks *f = e->f;
	const struct estimator_options *o = e->o;
	double *other = mem_alloc((size_t)f->n, sizeof *other);

	if (!o->mean.exponential)
		estimator_plain_moments(f, row, rows, o->mean.min_periods, e->mean_out, other);
	if (!o->stdev.exponential)
		estimator_plain_moments(f, row, rows, o->stdev.min_periods, other, e->stdev_out);
	for (int i = 0; i < f->n; i++) {
		if (o->mean.exponential)
			e->mean_out[i] = e->last[i] * WEEKS_IN_YEAR;
		if (o->stdev.exponential)
			e->stdev_out[i] = e->last[f->n + i] * sqrt(fit_frequency_per_year(f->frequency));
	}
	free(other);
}

static bool
nothing_known(int n, const double *matrix)
{
	for (int i = 0; i < n * n; i++)
		if (!isnan(matrix[i]))
			return false;
	return true;
}

struct estimator_period_estimates
estimator_period(struct estimator *e, const struct fit_period *p)
{
	const struct pooled_weeks *f = e->f;
	struct estimator_period_estimates out = { .present = e->present };

	pooled_weeks_window(f, p->fit_start, p->fit_end, &out.from, &out.to);
	pooled_weeks_present(f, out.from, out.to, e->present);
	out.e = (struct handcraft_estimates){ f->n, e->matrix, e->mean_out, e->stdev_out,
	    (out.to - out.from) / fit_frequency_per_year(f->frequency), p->no_data };
	if (p->no_data) {
		correlation_alike(e->matrix, f->n, 0.99);
		return out;
	}
	int *row = rows_of(out.from, out.to), rows = out.to - out.from;
	count_rows(e, p->fit_end);
	if (e->o->exponential)
		ewm_correlation_matrix(&e->pairs, e->matrix);
	else
		estimator_plain_correlation(f, row, rows, e->matrix);
	out.e.boring = e->o->correlation.cleaning && nothing_known(f->n, e->matrix);
	correlation_finish(e->matrix, f->n, e->present, &e->o->correlation);
	if (e->moments)
		moments_of(e, row, rows);
	free(row);
	return out;
}

/* ---- plain estimates ---- */

void
estimator_plain_moments(const struct pooled_weeks *f, const int *row, int rows, int min_periods, double *mean, double *stdev)
{
	double a_year = fit_frequency_per_year(f->frequency);

	for (int i = 0; i < f->n; i++) {
		double at = 0, square = 0;
		long n = 0;
		for (int r = 0; r < rows; r++) {
			double x = f->x[(size_t)row[r] * (size_t)f->n + (size_t)i];
			if (isnan(x))
				continue;
			double off = x - at;
			at += off / (double)++n;
			square += off * (x - at);
		}
		bool enough = n > 0 && n >= min_periods;
		mean[i] = enough ? at * WEEKS_IN_YEAR : num_missing();
		stdev[i] = enough ? sqrt(square / (double)n) * sqrt(a_year) : num_missing();
	}
}

/* Pearson's, of the rows that have both; NaN when one of them is constant. */
static double
plain_pair(const struct pooled_weeks *f, const int *row, int rows, int i, int j)
{
	double mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
	long n = 0;

	for (int r = 0; r < rows; r++) {
		const double *at = f->x + (size_t)row[r] * (size_t)f->n;
		double x = at[i], y = at[j];
		if (isnan(x) || isnan(y))
			continue;
		double dx = x - mx, dy = y - my;
		n++;
		mx += dx / (double)n;
		my += dy / (double)n;
		xx += (x - mx) * dx;
		yy += (y - my) * dy;
		xy += (x - mx) * dy;
	}
	double divisor = sqrt(xx * yy);
	return divisor == 0 ? num_missing() : xy / divisor;
}

void
estimator_plain_correlation(const struct pooled_weeks *f, const int *row, int rows, double *matrix)
{
	for (int i = 0; i < f->n; i++)
		for (int j = 0; j <= i; j++)
			matrix[i * f->n + j] = matrix[j * f->n + i] = plain_pair(f, row, rows, i, j);
}
