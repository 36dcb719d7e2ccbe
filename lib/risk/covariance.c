#include "risk/covariance.h"

#include <math.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "risk/ewm_correlation.h"

#define KEY "instrument_returns_correlation"

static void
check(const struct config *c)
{
	const char *method = config_str_or(c, KEY ".date_method", "expanding"),
	    *step = config_str_or(c, KEY ".interval_frequency", "12M");

	if (strcmp(config_str_or(c, KEY ".frequency", "W"), "7D") != 0)
		die("%s: " KEY ".frequency is '7D' here", c->path);
	if (strcmp(step, "7D") != 0 && strcmp(step, "W") != 0)
		die("%s: " KEY ".interval_frequency is 'W' here, not '%s'", c->path, step);
	if (strcmp(method, "rolling") != 0 && strcmp(method, "expanding") != 0)
		die("%s: " KEY ".date_method is 'rolling' or 'expanding' here, not '%s'", c->path, method);
	if (!config_bool_or(c, KEY ".using_exponent", true))
		die("%s: " KEY ".using_exponent: plain correlations are not estimated here", c->path);
	if (!config_bool_or(c, KEY ".forward_fill_price_index", true))
		die("%s: " KEY ".forward_fill_price_index: gaps are always filled here", c->path);
}

static double *
missing(int n)
{
	double *x = mem_alloc((size_t)n, sizeof *x);

	for (int i = 0; i < n; i++)
		x[i] = num_missing();
	return x;
}

struct covariance
covariance_new(const struct config *c, int n)
{
	struct correlation_options o = correlation_options(c, KEY);

	check(c);
	struct covariance v = { .n = n, .options = o, .estimate = ewm_correlation_new(n, o.span, o.min_periods),
		.correlation = mem_alloc((size_t)n * (size_t)n, sizeof(double)), .sum = missing(n), .previous = missing(n),
		.change = missing(n), .wanted = mem_alloc((size_t)n, sizeof(bool)) };
	correlation_alike(v.correlation, n, 0.99); /* without data */
	return v;
}

static void
end_week(struct covariance *c)
{
	for (int i = 0; i < c->n; i++) {
		c->change[i] = c->sum[i] - c->previous[i];
		c->previous[i] = c->sum[i];
		c->wanted[i] = !isnan(c->sum[i]);
	}
	ewm_correlation_next(&c->estimate, c->change);
	c->week += 7;
}

void
covariance_day(struct covariance *c, int day, int last)
{
	bool ended = false;

	if (!c->started)
		c->week = day;
	c->started = true;
	for (; day >= c->week + 7; ended = true)
		end_week(c);
	if (!ended || last < c->week + 7)
		return;
	ewm_correlation_matrix(&c->estimate, c->correlation);
	correlation_finish(c->correlation, c->n, c->wanted, &c->options);
}

void
covariance_return(struct covariance *c, int i, double x)
{
	if (isnan(x))
		return;
	c->sum[i] = isnan(c->sum[i]) ? x : c->sum[i] + x;
}

void
covariance_matrix(const struct covariance *c, const double *stdev, const int *index, int k, double *m)
{
	for (int i = 0; i < k; i++)
		for (int j = 0; j < k; j++)
			m[i * k + j] = stdev[index[i]] * c->correlation[index[i] * c->n + index[j]] * stdev[index[j]];
}

bool
covariance_known(const struct covariance *c, const double *stdev)
{
	int n = 0;

	for (int i = 0; i < c->n; i++) {
		if (isnan(stdev[i]))
			continue;
		n++;
		for (int j = 0; j < i; j++)
			if (isnan(c->correlation[i * c->n + j]) && !isnan(stdev[j]))
				return false;
	}
	return n >= 2;
}

double
covariance_stdev(const double *m, const double *x, int k)
{
	double variance = 0;

	for (int j = 0; j < k; j++) {
		double product = 0;
		for (int i = 0; i < k; i++)
			product += x[i] * m[i * k + j];
		variance += product * x[j];
	}
	return sqrt(variance);
}
