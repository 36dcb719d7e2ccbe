#include "risk/correlation.h"

#include <math.h>
#include <stdio.h>

#include "base/die.h"
#include "base/num.h"

static double
number(const struct config *c, const char *key, const char *name, double otherwise)
{
	char path[256];

	snprintf(path, sizeof path, "%s.%s", key, name);
	return config_num_or(c, path, otherwise);
}

static bool
flag(const struct config *c, const char *key, const char *name, bool otherwise)
{
	char path[256];

	snprintf(path, sizeof path, "%s.%s", key, name);
	return config_bool_or(c, path, otherwise);
}

struct correlation_options
correlation_options(const struct config *c, const char *key)
{
	double min = number(c, key, "min_periods", 20);
	struct correlation_options o = {
		.span = number(c, key, "ew_lookback", 250),
		.cleaning = flag(c, key, "cleaning", true),
		.floor_at_zero = flag(c, key, "floor_at_zero", true),
		.offdiag = number(c, key, "offdiag", 0.99),
		.clip = fabs(number(c, key, "clip", num_missing())),
		.shrinkage = number(c, key, "shrinkage_parameter", 0),
	};

	if (!(o.span >= 1))
		die("%s: %s.ew_lookback is below 1", c->path, key);
	if (!(min >= 0 && min <= 1e6))
		die("%s: %s.min_periods is below zero, or absurd", c->path, key);
	if (!(o.shrinkage >= 0 && o.shrinkage <= 1))
		die("%s: %s.shrinkage_parameter is not 0 to 1", c->path, key);
	o.min_periods = (int)min;
	return o;
}

double
correlation_average(int n, const double *m)
{
	double sum = 0;
	int known = 0;

	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			if (i != j && !isnan(m[i * n + j])) {
				sum += m[i * n + j];
				known++;
			}
	return sum / known;
}

void
correlation_alike(double *m, int n, double offdiag)
{
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			m[i * n + j] = i == j ? 1 : offdiag;
}

void
correlation_clean(double *m, int n, const bool *wanted, double offdiag)
{
	double average = correlation_average(n, m);
	long unknown = 0;

	for (int i = 0; i < n * n; i++)
		unknown += isnan(m[i]) != 0;
	if (unknown == 0)
		return;
	if (unknown == (long)n * n) {
		correlation_alike(m, n, offdiag);
		return;
	}
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			if (i == j)
				m[i * n + j] = 1;
			else if (isnan(m[i * n + j]))
				m[i * n + j] = wanted[i] && wanted[j] ? average : offdiag;
}

/* Cut to least and most, and make the diagonal 1. */
static void
cut(double *m, int n, double least, double most)
{
	for (int i = 0; i < n * n; i++) {
		if (m[i] < least)
			m[i] = least;
		if (m[i] > most)
			m[i] = most;
	}
	for (int i = 0; i < n; i++)
		m[i * n + i] = 1;
}

/* (1 - share) of what is there and share of the average. */
static void
shrink(double *m, int n, double share)
{
	double average = correlation_average(n, m);

	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			m[i * n + j] = share * (i == j ? 1 : average) + (1 - share) * m[i * n + j];
}

void
correlation_finish(double *m, int n, const bool *wanted, const struct correlation_options *o)
{
	if (o->cleaning)
		correlation_clean(m, n, wanted, o->offdiag);
	if (o->floor_at_zero)
		cut(m, n, 0, INFINITY);
	if (!isnan(o->clip))
		cut(m, n, -o->clip, o->clip);
	if (o->shrinkage > 0)
		shrink(m, n, o->shrinkage);
}
